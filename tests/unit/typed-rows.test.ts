import { expect, test } from "vitest";
import { readTypedNumbers } from "@/lib/attendance/typed-numbers";
import { findChoices, onlyMeant, readyChoices } from "@/lib/found-choices";
import { guessColumns, readPasted } from "@/lib/plan/pasted-plan";
import { readTypedDay } from "@/lib/plan/typed-day";
import { emptyTexts, readTypedRow } from "@/lib/plan/typed-row";
import { readTypedVillages, villageChoices } from "@/lib/plan/typed-villages";

const meetingDay = "2026-06-24";
const villages = villageChoices([
  { code: "18.01.15.2001", name: "Kedaung", district: "Sragi" },
  { code: "18.01.15.2002", name: "Baktirasa", district: "Sragi" },
  { code: "18.01.15.2003", name: "Sukapura", district: "Sragi" },
  { code: "18.01.16.2003", name: "Sukapura", district: "Palas" },
]);
const owners = readyChoices([
  { value: "seat:1", label: "Camat · Kecamatan Sragi · Budi Uji" },
  { value: "seat:2", label: "Sekretaris Camat · Kecamatan Sragi" },
  { value: "seat:3", label: "Bidan Desa Kedaung · Puskesmas Sragi · Wati Uji" },
  { value: "user:4", label: "Sari Uji · Petugas Gizi" },
]);
const known = { meetingDay, villages, owners };

test.each([
  ["31/12/2026", "2026-12-31"],
  ["31-12-26", "2026-12-31"],
  ["2026-12-31", "2026-12-31"],
  ["Kamis, 31 Desember 2026", "2026-12-31"],
  ["s.d. 31 Des 2026", "2026-12-31"],
  ["30 juni", "2026-06-30"],
  ["5/1", "2027-01-05"],
  ["Agustus 2026", "2026-08-31"],
  ["Feb", "2027-02-28"],
  ["10 nop 2026", "2026-11-10"],
])("%s as a deadline is %s", (typed, day) => {
  expect(readTypedDay(typed, meetingDay)).toEqual({ day });
});

test.each([
  ["", "Isi batas waktu"],
  ["secepatnya", "Tulis batas waktu seperti 31/12/2026 atau 31 Desember 2026"],
  ["31/02/2027", "Batas waktu tidak ada di kalender"],
  ["1/6/2026", "Batas waktu tidak boleh sebelum tanggal kegiatan (24 Juni 2026)"],
  ["1 Juni 2026 atau lebih awal", "Tulis batas waktu seperti 31/12/2026 atau 31 Desember 2026"],
])("%s is no deadline", (typed, reason) => {
  expect(readTypedDay(typed, meetingDay)).toEqual({ reason });
});

test("desa are read by name, behind commas, and one that comes twice is asked about", () => {
  expect(readTypedVillages("Desa Kedaung, bakti dan Kedaung", villages)).toEqual({
    codes: ["18.01.15.2001", "18.01.15.2002"],
  });
  expect(readTypedVillages("semua desa", villages).codes).toHaveLength(4);
  expect(readTypedVillages("Sukapura (Palas)", villages)).toEqual({ codes: ["18.01.16.2003"] });
  expect(readTypedVillages("Sukapura", villages).reason).toBe(
    "“sukapura” dapat berarti Sukapura (Sragi) atau Sukapura (Palas)",
  );
  expect(readTypedVillages("Margasari", villages).reason).toBe(
    "Desa “margasari” tidak ada di wilayah kerja penyelenggara",
  );
});

test("a choice is found by any of its words, those that begin with it first", () => {
  expect(findChoices("gizi", owners).map(({ value }) => value)).toEqual(["user:4"]);
  expect(findChoices("kec camat", owners).map(({ value }) => value)).toEqual(["seat:1", "seat:2"]);
  expect(onlyMeant("camat", owners)?.value).toBe("seat:1");
  expect(onlyMeant("bidan kedaung", owners)?.value).toBe("seat:3");
  expect(onlyMeant("uji", owners)).toBeNull();
});

test("a row that is whole is sent with days and codes, one that is not says what is missing", () => {
  const row = { id: "a", version: null, ownerValue: "", texts: { ...emptyTexts, activity: "Sweeping" } };
  expect(readTypedRow(row, known)).toEqual({ faults: { owner: "Isi penanggung jawab", deadline: "Isi batas waktu" } });
  const whole = { ...row, texts: { ...row.texts, owner: "Karang Taruna", deadline: "31 des", villages: "kedaung" } };
  expect(readTypedRow(whole, known)).toMatchObject({
    sent: {
      owner: "",
      responsibleInstitution: "Karang Taruna",
      deadline: "2026-12-31",
      villages: ["18.01.15.2001"],
    },
  });
});

test("a pasted table is read by its headings", () => {
  const block = [
    ["No", "Rencana Tindak Lanjut", "Target", "PJ", "Waktu Pelaksanaan", "Lokasi", "Ket."],
    ["1", "Sweeping imunisasi", "95 %", "Camat", "Desember 2026", "Kedaung", ""],
    ["2", "Kelas ibu hamil", "semua", "PKK Desa", "segera", "Margasari", ""],
  ];
  const { hasHeading, columns } = guessColumns(block, known);
  expect(hasHeading).toBe(true);
  expect(columns).toEqual(["none", "activity", "target", "owner", "deadline", "villages", "none"]);
  const [first, second] = readPasted(block.slice(1), columns, known);
  expect(first).toMatchObject({
    ownerValue: "seat:1",
    texts: { activity: "Sweeping imunisasi", target: "95", unit: "%" },
  });
  expect(first?.cells[4]).toMatchObject({ meant: "Kamis, 31 Desember 2026" });
  expect(second).toMatchObject({ ownerValue: "", texts: { owner: "PKK Desa", deadline: "segera" } });
  expect(second?.cells.map(({ reason }) => reason)).toEqual([
    undefined,
    undefined,
    "Tulis target sebagai angka, misalnya 77,5",
    undefined,
    "Tulis batas waktu seperti 31/12/2026 atau 31 Desember 2026",
    "Desa “margasari” tidak ada di wilayah kerja penyelenggara",
    undefined,
  ]);
});

test("without headings columns are known by what is in them", () => {
  const block = [
    ["1.", "Sweeping imunisasi", "Kedaung", "Camat", "31/12/2026"],
    ["2.", "Kelas ibu hamil", "Baktirasa", "PKK", "30/09/2026"],
  ];
  expect(guessColumns(block, known)).toEqual({
    hasHeading: false,
    columns: ["none", "activity", "villages", "owner", "deadline"],
  });
});

test("absent rows of a paper list are read by number, with a letter for the reason", () => {
  const known = new Set([1, 2, 3, 5, 6, 7]);
  const read = (typed: string) =>
    readTypedNumbers(typed, known).marks?.map(({ number, status }) => `${number} ${status}`) ?? null;
  expect(read("7")).toEqual(["7 UNEXCUSED"]);
  expect(read("2s, 3 izin 5 - 7 dinas luar")).toEqual([
    "2 SICK",
    "3 EXCUSED",
    "5 OFFICIAL_TRAVEL",
    "6 OFFICIAL_TRAVEL",
    "7 OFFICIAL_TRAVEL",
  ]);
  expect(read("")).toEqual([]);
  expect(readTypedNumbers("4", known).reason).toBe("Nomor 4 tidak ada di daftar ini");
  expect(readTypedNumbers("7x", known).reason).toMatch(/^“7x” tidak terbaca/);
});
