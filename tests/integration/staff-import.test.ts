import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeEach, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import type { Choices } from "@/lib/imports/choices";
import { exportStaff, staffWorkbook } from "@/lib/staff/export";
import { staffImport } from "@/lib/staff/import";
import { dayIn } from "@/lib/staff/import-values";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeLicence, makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";

let admin: Actor;
beforeEach(async () => {
  admin = await makeActor("PUSKESMAS_ADMIN");
});

const heading = "Nama;NIP;Profesi;Status;Jabatan;Mulai;Nomor STR;Instansi";

async function draft(lines: string | Buffer, by = admin) {
  const bytes = typeof lines === "string" ? Buffer.from(`${heading}\n${lines}\n`) : lines;
  const outcome = await staffImport.draft(by, { id: randomUUID(), name: "pegawai.csv", bytes });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
}

async function look(id: string, by = admin) {
  const found = await staffImport.find(by, id);
  if (!found || found.confirmedAt) throw new Error("no open draft");
  const list = (wanted: string) => found.preview.lists.find((one) => one.id === wanted)?.rows ?? [];
  return { plan: found.plan, questions: found.preview.choices, faults: list("perbaiki"), ready: list("siap") };
}

async function save(id: string, choices: Choices = {}, by = admin) {
  await staffImport.choose(by, id, choices);
  return staffImport.apply(by, id, (await look(id, by)).plan.fingerprint);
}

const staffNow = () =>
  db.staffMember.findMany({ orderBy: { name: "asc" }, include: { placements: { orderBy: { startsOn: "asc" } } } });

test("words of others, odd blanks and quotes are read as they are meant", async () => {
  const id = await draft(
    [
      "  dr.\u00a0Anindya   Sekarputri ;'19850101 201001 2 001;dokter umum;ASN PNS;Kepala;1/3/2019;;",
      "Moch. Rifa’i, A.Md.Kep.;;Perawat;P3K;;1 Maret 2021;STR-1;",
      '"Lailatul ""Ela"" Mukarromah";;bidan desa;Honor;;2020-05-04;;',
    ].join("\n"),
  );
  expect((await look(id)).faults).toEqual([]);
  expect(await save(id)).toEqual({ ok: true });
  expect(await staffNow()).toMatchObject([
    { name: 'Lailatul "Ela" Mukarromah', profession: "MIDWIFE", placements: [{ status: "HONORARY" }] },
    { name: "Moch. Rifa’i, A.Md.Kep.", profession: "NURSE", placements: [{ startsOn: new Date("2021-03-01") }] },
    { name: "dr. Anindya Sekarputri", nip: "198501012010012001", profession: "DOCTOR" },
  ]);
});

test("what cannot be read is told by its row", async () => {
  const id = await draft(
    [
      "Rina;198501012010012000;Perawat;PNS;;2020-01-01;;",
      "Rina;12345;Tukang;Magang;;31/2/2020;;",
      "Rina;;Perawat;PNS;;;;",
      "Rina;;Bidan;PNS;;2020-01-01;;Puskesmas Lain",
    ].join("\n"),
  );
  const { faults } = await look(id);
  expect(faults.map(({ lines }) => lines.join(" | "))).toEqual([
    "NIP dibulatkan Excel: ubah kolomnya menjadi teks, lalu ketik lagi 18 angkanya",
    expect.stringMatching(
      /Profesi “Tukang” belum dikenal.*Status “Magang”.*NIP “12345”.*Mulai “31\/2\/2020” bukan tanggal/,
    ),
    "Isi Mulai: sejak kapan ia bertugas dengan status ini",
    "Instansi “Puskesmas Lain” tidak ada di wilayah Anda: tulis namanya seperti di daftar",
  ]);
});

test("one person under two spellings is proposed, never merged silently", async () => {
  const known = await makeStaff({ organisationId: admin.organisation.id, name: "Hj. Sulastri, S.Kep." });
  const id = await draft("SULASTRI, S.Kep., Ns.;198501012010012001;Perawat;PNS;;2020-01-01;;");
  const first = await look(id);
  expect(first).toMatchObject({ ready: [], faults: [{ lines: ["Jawab dulu pertanyaan tentang orangnya"] }] });
  const [question] = first.questions;
  expect(question).toMatchObject({
    label: "Baris 2: apakah SULASTRI, S.Kep., Ns. sudah tercatat?",
    answers: [{ value: known.id, label: "Ya, Hj. Sulastri, S.Kep., PNS" }, { label: "Bukan, ini pegawai lain" }],
  });
  expect(await save(id, { [question?.key ?? ""]: known.id })).toEqual({ ok: true });
  expect(await staffNow()).toMatchObject([{ id: known.id, name: "SULASTRI, S.Kep., Ns.", nip: "198501012010012001" }]);

  const other = await draft("Sulastri;;Perawat;Honorer;;2024-01-01;;");
  const [again] = (await look(other)).questions;
  expect(await save(other, { [again?.key ?? ""]: "baru" })).toEqual({ ok: true });
  expect(await staffNow()).toHaveLength(2);
});

test("a NIP of two people is refused and names the other, in the file and in the register", async () => {
  const elsewhere = await makePuskesmas();
  await makeStaff({ organisationId: elsewhere.id, name: "Rina", nip: "198501012010012001" });
  await makeStaff({ organisationId: admin.organisation.id, name: "Wati", nip: "198501012010012002" });
  const id = await draft(
    [
      "Sulastri;198501012010012001;Perawat;PNS;;2020-01-01;;",
      "Joko;198501012010012002;Perawat;PNS;;2020-01-01;;",
      "Tini;198501012010012003;Perawat;PNS;;2020-01-01;;",
      "Tono;198501012010012003;Bidan;PNS;;2020-01-01;;",
    ].join("\n"),
  );
  const { faults, questions, ready } = await look(id);
  expect(faults.map(({ lines }) => lines[0])).toEqual([
    expect.stringContaining(`NIP 198501012010012001 sudah dipakai Rina (${elsewhere.name})`),
    "Jawab dulu pertanyaan tentang orangnya",
    "NIP 198501012010012003 juga ada di baris 4: sisakan satu, atau bedakan dengan NIP",
  ]);
  expect(ready.map(({ label }) => label)).toEqual(["Tini"]);
  await staffImport.choose(admin, id, { [questions[0]?.key ?? ""]: "baru" });
  expect((await look(id)).faults[1]?.lines).toEqual(["NIP 198501012010012002 sudah dipakai Wati: periksa angkanya"]);
});

test("a new status ends what ran the day before, and needs its day", async () => {
  await makeStaff({
    ...{ organisationId: admin.organisation.id, name: "Sulastri", nip: "198501012010012001" },
    placement: { status: "SPECIAL_ASSIGNMENT" },
  });
  const without = await draft("Sulastri;198501012010012001;Perawat;PPPK;;;;");
  expect((await look(without)).faults).toMatchObject([{ lines: ["Isi Mulai, karena statusnya berubah"] }]);
  const id = await draft("Sulastri;198501012010012001;Perawat;PPPK;;2024-03-01;;");
  expect(await save(id)).toEqual({ ok: true });
  expect(await staffNow()).toMatchObject([
    {
      placements: [
        { status: "SPECIAL_ASSIGNMENT", endsOn: new Date("2024-02-29"), endReason: "BECAME_PPPK" },
        { status: "PPPK", startsOn: new Date("2024-03-01"), endReason: null },
      ],
    },
  ]);
});

test("what is exported is read back without a question and changes nothing", async () => {
  const staff = await makeStaff({
    organisationId: admin.organisation.id,
    name: "'=Sulastri",
    bornOn: new Date("1990-02-03"),
  });
  await makeLicence({ staffId: staff.id, kind: "SIP", expiresOn: new Date("2027-01-31") });
  await makeStaff({ organisationId: admin.organisation.id, name: "Sulastri" });
  const id = await draft(await buffer(staffWorkbook((await exportStaff(admin)).rows)));
  expect(await look(id)).toMatchObject({ faults: [], ready: [], questions: [], plan: { unchanged: 2 } });
});

test("a Dinkes imports for its puskesmas by their names, and nobody without a register", async () => {
  const dinkes = await makeKabupaten();
  const puskesmas = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Ciruas" });
  const by = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
  const id = await draft("Sulastri;;Perawat;PNS;;2020-01-01;;puskesmas  ciruas", by);
  expect(await save(id, {}, by)).toEqual({ ok: true });
  expect(await staffNow()).toMatchObject([{ organisationId: puskesmas.id }]);
  const reader = await makeActor("PUSKESMAS_READER", { organisationId: puskesmas.id });
  await expect(draft("Sulastri;;Perawat;PNS;;2020-01-01;;", reader)).rejects.toThrow(NotAllowed);
  await expect(exportStaff(reader)).rejects.toThrow(NotAllowed);
});

test("a day is read with the day first", () => {
  expect(["1/3/2024", "01-03-2024", "1 Mar 2024", "2024-03-01", "31/2/2024", "3/2024"].map(dayIn)).toEqual([
    ...["2024-03-01", "2024-03-01", "2024-03-01", "2024-03-01", null, null],
  ]);
});
