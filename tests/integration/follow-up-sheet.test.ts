// Rows out to Excel, filled in, and back in.

import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { readSheet } from "read-excel-file/node";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { exportItems } from "@/lib/follow-up/export";
import { progressImport } from "@/lib/follow-up/import";
import { followUpSchema } from "@/lib/follow-up/schema";
import { sheetColumns } from "@/lib/follow-up/sheet-columns";
import { writeTable } from "@/lib/imports/table-workbook";
import { progressSchema } from "@/lib/progress/schema";
import { reportProgress } from "@/lib/progress/writes";
import type { ActionItem, Meeting, Organisation, Role } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { listSentences } from "../factories/events";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

let kabupaten: Organisation;
let puskesmas: Organisation;
let staff: Actor;
let meeting: Meeting;
let item: ActionItem;
const now = new Date();

beforeEach(async () => {
  kabupaten = await makeKabupaten();
  puskesmas = await makePuskesmas({ parentId: kabupaten.id });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  item = await makeActionItem({ meetingId: meeting.id, activity: "=Sweeping", number: 1 });
  await makeProgressReport({ itemId: item.id, percent: 40, note: "Dua dusun" });
});

type Row = Record<string, string | number | Date | null>;

/** The download as rows by header. */
async function download(actor: Actor = staff, filter: Record<string, unknown> = {}): Promise<Row[]> {
  const bytes = await exportItems(actor, followUpSchema.parse(filter), now);
  const [header = [], ...rows] = bytes ? await readSheet(await buffer(bytes)) : [];
  return rows.map((cells) =>
    Object.fromEntries(header.map((name, place) => [String(name), (cells[place] ?? null) as Row[string]])),
  );
}

const headers = sheetColumns.map(({ header }) => header);

/** The file again with what was filled in, and its preview. */
async function upload(rows: Row[], actor: Actor = staff) {
  const bytes = await writeTable({
    sheet: "RTL",
    columns: headers.map((header) => ({ header, width: 12 })),
    rows: rows.map((row) => headers.map((header) => row[header] ?? null)),
  });
  const id = randomUUID();
  expect(await progressImport.draft(actor, { id, name: "RTL.xlsx", bytes })).toMatchObject({ ok: true });
  const found = await progressImport.find(actor, id);
  if (!found || found.confirmedAt) throw new Error("no preview");
  return { id, plan: found.plan };
}

const stored = () => db.actionItem.findUniqueOrThrow({ where: { id: item.id } });

test("out: days are days, figures figures, a formula is none, quarters tell the year", async () => {
  const [row] = await download();
  expect(row).toMatchObject({
    Kegiatan: "=Sweeping",
    Status: "Berjalan",
    "Kemajuan (%)": 40,
    "Laporan baru": null,
    "Catatan terakhir": "Dua dusun",
    "Kode RTL (jangan diubah)": item.id,
  });
  expect(row?.["Batas waktu"]).toEqual(item.deadline);
  expect(Object.keys(row ?? {}).filter((header) => header.startsWith("TW "))).toHaveLength(4);
  expect(Object.values(row ?? {})).toContain("Berjalan, 40 %");
});

test("out: the filter and the ticked rows decide; each sees its own", async () => {
  const other = await makeActionItem({ meetingId: meeting.id, status: "DONE", percent: 100 });
  const foreign = await makeMeeting("CLOSED", { host: await makePuskesmas() });
  const theirs = await makeActionItem({ meetingId: foreign.id });
  const codes = async (actor: Actor, filter: Record<string, unknown>) =>
    (await download(actor, filter)).map((row) => row["Kode RTL (jangan diubah)"]).sort();
  expect(await codes(staff, {})).toEqual([item.id]);
  expect(await codes(staff, { status: "semua" })).toEqual([item.id, other.id].sort());
  expect(await codes(staff, { rtl: [other.id, theirs.id] })).toEqual([other.id]);
  const dinkes = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
  expect(await codes(dinkes, { status: "semua" })).toEqual([item.id, other.id].sort());
});

test("back in: nothing before it is confirmed, then a report each, and nothing the second time", async () => {
  const [row = {}] = await download();
  const filled = [{ ...row, "Kemajuan (%)": 65, "Laporan baru": "=Tiga dusun" }];
  const { id, plan } = await upload(filled);
  expect(plan.ready).toMatchObject([{ row: 2, from: "Berjalan, 40 %", to: "Berjalan, 65 %" }]);
  expect((await stored()).percent).toBe(40);
  const both = await allEnded([
    progressImport.apply(staff, id, plan.fingerprint),
    progressImport.apply(staff, id, plan.fingerprint),
  ]);
  expect(both).toEqual([{ ok: true }, { ok: true }]);
  expect(await stored()).toMatchObject({ percent: 65, status: "IN_PROGRESS" });
  expect(await db.progressReport.findFirst({ orderBy: { createdAt: "desc" } })).toMatchObject({
    percent: 65,
    note: "=Tiga dusun",
    reporter: "Ratna Uji (dari Excel)",
    reportedById: staff.userId,
  });
  expect(await listSentences({ meetingId: meeting.id, action: "progress.reported" })).toEqual([
    {
      says: "melaporkan kemajuan: RTL 1: =Sweeping",
      lines: expect.arrayContaining([
        expect.stringContaining("Berjalan, 65 %"),
        expect.stringContaining("berkas Excel"),
      ]),
    },
  ]);
  const again = await upload(filled);
  expect(again.plan).toMatchObject({ ready: [], refused: [], conflicts: [], unchanged: 1 });
  expect(await progressImport.apply(staff, again.id, again.plan.fingerprint)).toMatchObject({ ok: false });
  expect(await db.progressReport.count()).toBe(2);
});

test("back in: what was reported meanwhile stays, and a preview that grew old saves nothing", async () => {
  const [row = {}] = await download();
  const filled = [{ ...row, "Kemajuan (%)": 65 }];
  const { id, plan } = await upload(filled);
  const report = progressSchema.parse({ id: randomUUID(), status: "IN_PROGRESS", percent: "80" });
  await reportProgress(staff, meeting.id, item.id, report);
  expect(await progressImport.apply(staff, id, plan.fingerprint)).toMatchObject({ ok: false });
  expect((await stored()).percent).toBe(80);
  expect((await upload(filled)).plan.conflicts).toMatchObject([{ row: 2 }]);
});

test("back in: another puskesmas's row is unknown, even with its code and state", async () => {
  const stranger = await makeActor("PUSKESMAS_STAFF");
  const [row = {}] = await download();
  const { plan } = await upload([{ ...row, "Kemajuan (%)": 99 }], stranger);
  expect(plan).toMatchObject({ ready: [], refused: [{ reason: expect.stringContaining("tidak dikenal") }] });
  expect(JSON.stringify(plan)).not.toContain(puskesmas.name);
});

test.each<[Role, boolean]>([
  ["PUSKESMAS_ADMIN", true],
  ["PUSKESMAS_HEAD", true],
  ["PUSKESMAS_STAFF", true],
  ["PUSKESMAS_READER", false],
  ["DINKES_ADMIN", false],
  ["DINKES_REVIEWER", false],
])("%s brings progress back: %s", async (role, isAllowed) => {
  const actor = await makeActor(role, { organisationId: role.startsWith("DINKES") ? kabupaten.id : puskesmas.id });
  const [row = {}] = await download();
  const { id, plan } = await upload([{ ...row, "Kemajuan (%)": 65 }]);
  expect(await progressImport.find(actor, id)).toBeNull();
  if (isAllowed) {
    expect(await progressImport.apply(actor, id, plan.fingerprint)).toMatchObject({ ok: false });
    return;
  }
  await expect(progressImport.draft(actor, { id, name: "x", bytes: Buffer.from("x") })).rejects.toThrow("may not");
  await expect(progressImport.apply(actor, id, plan.fingerprint)).rejects.toThrow("may not");
  await expect(progressImport.discard(actor, id)).rejects.toThrow("may not");
});
