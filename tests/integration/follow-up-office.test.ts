// Rows of the plan out, opened and saved by LibreOffice, and back in: nothing has changed.

import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { exportItems } from "@/lib/follow-up/export";
import { progressImport } from "@/lib/follow-up/import";
import { followUpSchema } from "@/lib/follow-up/schema";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";
import { convertOffice, ensurePrograms, installLimit } from "../setup/programs";

beforeAll(() => ensurePrograms("soffice"), installLimit);

const hard = [
  "=1+1",
  "'petik di depan",
  "dua\nbaris; titik koma, koma",
  "Ma’ruf – “x”",
  "0123",
  "7/8",
  "TRUE",
  "1.234",
  "60%",
  "+62 812",
  "_x0041_",
];

async function roundTrip(actor: Actor, name: string, bytes: Buffer) {
  const id = randomUUID();
  expect(await progressImport.draft(actor, { id, name, bytes })).toMatchObject({ ok: true });
  const found = await progressImport.find(actor, id);
  if (!found || found.confirmedAt) throw new Error(`No preview of ${name}`);
  const { ready, refused, conflicts, unchanged } = found.plan;
  return { ready, refused, conflicts, unchanged };
}

test("saved as xlsx, by way of ods, and as csv, each row is as it was", { timeout: 180_000 }, async () => {
  const puskesmas = await makePuskesmas();
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
  const meeting = await makeMeeting("CLOSED", { host: puskesmas });
  for (const [index, words] of hard.entries()) {
    const item = await makeActionItem({ meetingId: meeting.id, number: index + 1, activity: words });
    await makeProgressReport({ itemId: item.id, percent: index * 9, note: words });
  }
  const exported = await exportItems(staff, followUpSchema.parse({}), new Date());
  if (!exported) throw new Error("No export");
  const bytes = await buffer(exported);
  const [xlsx = Buffer.alloc(0)] = await convertOffice([{ name: "RTL.xlsx", bytes }], "xlsx");
  const [ods = Buffer.alloc(0)] = await convertOffice([{ name: "RTL.xlsx", bytes }], "ods");
  const [back = Buffer.alloc(0)] = await convertOffice([{ name: "RTL.ods", bytes: ods }], "xlsx");
  const commas = "csv:Text - txt - csv (StarCalc):44,34,76,1";
  const [csv = Buffer.alloc(0)] = await convertOffice([{ name: "RTL.xlsx", bytes }], commas);
  const saved = { "RTL.xlsx": xlsx, "RTL kembali.xlsx": back, "RTL.csv": csv };
  for (const [name, file] of Object.entries(saved)) {
    expect(file.equals(bytes)).toBe(false);
    expect([name, await roundTrip(staff, name, file)]).toEqual([
      name,
      { ready: [], refused: [], conflicts: [], unchanged: hard.length },
    ]);
  }
});
