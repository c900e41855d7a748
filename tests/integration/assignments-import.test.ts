// Many assignments by file: old ones with their ends too; nobody is taken for somebody else silently.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { readCurve } from "@/lib/assignments/curve";
import { assignmentImport } from "@/lib/assignments/import";
import { dayIn, professionIn, reasonIn } from "@/lib/assignments/import-values";
import { newPerson } from "@/lib/assignments/schema";
import { db } from "@/lib/db";
import type { Organisation } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";

const head = "Nama;NIP;Profesi;Puskesmas;Mulai;Berakhir;Sebab berakhir;Nomor SK";

let ciruas: Organisation;
let admin: Actor;

beforeEach(async () => {
  const province = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: province.id });
  ciruas = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Ciruas", villageCodes: [] });
  admin = await makeActor("DINKES_ADMIN", { organisationId: province.id });
});

async function upload(lines: string[]) {
  const id = randomUUID();
  const bytes = Buffer.from([head, ...lines].join("\n"));
  expect(await assignmentImport.draft(admin, { id, name: "penugasan.csv", bytes })).toMatchObject({ ok: true });
  return { id, ...(await preview(id)) };
}

async function preview(id: string) {
  const found = await assignmentImport.find(admin, id);
  if (!found || found.confirmedAt) throw new Error("No preview");
  const faults = found.preview.lists[0]?.rows.map(({ row, lines }) => `${row} ${lines.join(" ")}`) ?? [];
  return { faults, questions: found.preview.choices, shown: found.plan.fingerprint };
}

test("a file of old and new assignments is written once, who became PPPK goes on, the curve follows", async () => {
  const lines = [
    "dr. Ade Sukma;;Dokter umum;Ciruas;1/3/2018;28/2/2020;PPPK;",
    "Ns. Beni;199001012015012001;Perawat;Puskesmas Ciruas;2018-03-01;2023-02-28;Masa tugas selesai;800/1",
    "Ns. Beni;199001012015012001;Perawat;Puskesmas Ciruas;1 Maret 2023;29 Februari 2028;;800/2",
  ];
  const { id, shown, faults } = await upload(lines);
  expect(faults).toEqual([]);
  expect(await assignmentImport.apply(admin, id, shown)).toEqual({ ok: true });
  expect(await assignmentImport.apply(admin, id, shown)).toEqual({ ok: true });
  const terms = await db.staffPlacement.findMany({ orderBy: [{ staff: { name: "asc" } }, { startsOn: "asc" }] });
  expect(terms.map(({ status, endReason }) => [status, endReason])).toEqual([
    ["SPECIAL_ASSIGNMENT", "TERM_FINISHED"],
    ["SPECIAL_ASSIGNMENT", null],
    ["SPECIAL_ASSIGNMENT", "BECAME_PPPK"],
    ["PPPK", null],
  ]);
  expect(await db.staffMember.findMany({ select: { organisationId: true } })).toEqual([
    { organisationId: ciruas.id },
    { organisationId: ciruas.id },
  ]);
  const curve = await readCurve(admin, {}, new Date());
  expect(curve.slice(0, 3).map(({ inService }) => inService)).toEqual([2, 2, 1]);
  expect(await listSentences({ action: "assignment.imported" })).toMatchObject([
    { says: "mengimpor penugasan khusus: penugasan.csv" },
  ]);
  const again = await upload(lines);
  expect(again.faults).toEqual([]);
  expect(again.questions).toEqual([]);
  expect(await assignmentImport.apply(admin, again.id, again.shown)).toMatchObject({ ok: false });
});

test("a name that is known is asked about; unanswered, its row stays out", async () => {
  const known = await makeStaff({
    ...{ organisationId: ciruas.id, name: "Euis Sundari" },
    placement: { endsOn: new Date("2021-12-31"), endReason: "TERM_FINISHED" },
  });
  const { id, questions, faults } = await upload(["Ns. EUIS SUNDARI, S.Kep;;Perawat;Ciruas;1/1/2024;31/12/2028;;"]);
  expect(questions[0]?.answers?.map(({ value }) => value)).toEqual([known.id, newPerson]);
  expect(faults).toHaveLength(1);
  await assignmentImport.choose(admin, id, { [questions[0]?.key ?? ""]: known.id });
  const answered = await preview(id);
  expect(answered.faults).toEqual([]);
  expect(await assignmentImport.apply(admin, id, answered.shown)).toEqual({ ok: true });
  expect(await db.staffMember.count()).toBe(1);
});

test("what cannot be is told row by row: overlaps, unknown places and words, one NIP on two persons", async () => {
  await makeStaff({ organisationId: ciruas.id, name: "Dedi Kusnadi", nip: "199001012015012009" });
  const { faults } = await upload([
    "Cici;;Bidan;Ciruas;1/1/2024;31/12/2028;;",
    "Cici;;Bidan;Ciruas;1/1/2025;31/12/2029;;",
    "Ayu;;Bidan;Antah Berantah;1/1/2024;31/12/2028;;",
    "Ayu;12;Astronaut;Ciruas;30/2/2024;31/12/2028;entah;",
    "Ayu;199001012015012009;Bidan;Ciruas;1/1/2024;31/12/2028;;",
    "Ayu;;Bidan;Ciruas;1/1/2024;31/12/2088;Pindah;",
    "Ayu;;Bidan;Ciruas;1/1/2024;31/12/2022;;",
  ]);
  expect(faults).toEqual([
    expect.stringMatching(/^3 Bertindih dengan Penugasan khusus di Puskesmas Ciruas/),
    expect.stringMatching(/^4 Tempat tugas “Antah Berantah” tidak ada/),
    expect.stringMatching(
      /^5 NIP “12” tidak berisi 18 angka Profesi “Astronaut” tidak dikenal Mulai “30\/2\/2024” bukan/,
    ),
    expect.stringMatching(/^6 NIP 199001012015012009 sudah dipakai Dedi Kusnadi/),
    expect.stringMatching(/^7 Sebab berakhir diisi, tetapi/),
    expect.stringMatching(/^8 Berakhir sebelum mulai/),
  ]);
});

test("days, professions and reasons as people write them", () => {
  expect(["2024-03-01", "1/3/2024", "01-03-2024", "1 Maret 2024", "1.3.2024", "3/2024", ""].map(dayIn)).toEqual([
    ...Array.from({ length: 5 }, () => "2024-03-01"),
    null,
    null,
  ]);
  expect(["Kesehatan Lingkungan", "sanitarian", "ATLM", "dukun"].map(professionIn)).toEqual([
    "ENVIRONMENTAL_HEALTH",
    "ENVIRONMENTAL_HEALTH",
    "LABORATORY",
    null,
  ]);
  expect(["Diangkat menjadi PPPK", "pppk", "entah"].map(reasonIn)).toEqual(["BECAME_PPPK", "BECAME_PPPK", null]);
});
