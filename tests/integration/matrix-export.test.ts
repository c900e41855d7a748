import { buffer } from "node:stream/consumers";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { setDueDates } from "@/lib/matrix/due-dates";
import { exportMatrix } from "@/lib/matrix/export";
import { findOffice, type Office } from "@/lib/matrix/office";
import { findMatrix } from "@/lib/matrix/reads";
import { mostLive } from "@/lib/matrix/source";
import { refreshSummaries } from "@/lib/matrix/summary";
import { toInstant } from "@/lib/time";

import { makeHeldLokmin } from "../factories/matrix";
import { makeKabupaten, makeProvinsi, makePuskesmas, organisationRow } from "../factories/organisations";
import { makeActor } from "../factories/users";

const year = 2024;
const now = toInstant("2024-06-20", "09:00", "Asia/Jakarta");

async function makeWorld() {
  const province = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: province.id, name: "Dinkes A" });
  const puskesmas = await makePuskesmas({ parentId: kabupaten.id, name: "=Puskesmas 1" });
  await makeHeldLokmin({ host: puskesmas, kind: "MONTHLY_LOKMIN", day: "2024-01-09", approvedOn: "2024-01-10" });
  const actor = await makeActor("DINKES_ADMIN", { organisationId: province.id });
  const office = await findOffice(actor);
  if (!office) throw new Error("No office");
  return { actor, office, kabupaten, puskesmas };
}

type Asked = Parameters<typeof exportMatrix>[2];

async function sheetOf(actor: Parameters<typeof exportMatrix>[0], office: Office, asked: Partial<Asked> = {}) {
  const workbook = await exportMatrix(actor, office, { filter: {}, year, now, isEach: false, ...asked });
  return readSheet(await buffer(workbook));
}

describe("the matrix as Excel", () => {
  test("has what is seen: shares of a kabupaten, letters of a puskesmas; a name never runs as a formula", async () => {
    const { actor, office } = await makeWorld();
    const [head = [], row = []] = await sheetOf(actor, office);
    expect(head.slice(0, 5)).toEqual(["Nama", "Provinsi", "Kabupaten/kota", "Puskesmas", "Januari 2024"]);
    expect(row.slice(0, 6)).toEqual(["Dinkes A", "Lampung", "Kabupaten Lampung Selatan", 1, 100, 0]);
    const [, each = []] = await sheetOf(actor, office, { isEach: true });
    expect(each.slice(0, 7)).toEqual(["=Puskesmas 1", "Lampung", "Kabupaten Lampung Selatan", 1, "D!", "X!", "X!"]);
  });
});

describe("an office with many puskesmas", () => {
  test("is read from what was counted, once until it is counted anew or the due dates change", async () => {
    const { actor, office, kabupaten, puskesmas } = await makeWorld();
    await db.organisation.createMany({
      data: Array.from({ length: mostLive }, () => organisationRow({ parentId: kabupaten.id })),
    });
    const read = () => findMatrix(actor, office, year, now);
    expect((await read()).countedAt).toBeNull();
    expect(await refreshSummaries(new Date())).toBe(mostLive + 1);
    const counted = await read();
    expect(counted.countedAt).toBeInstanceOf(Date);
    expect(counted.rows[0]).toMatchObject({ puskesmas: mostLive + 1, cells: expect.arrayContaining([]) });
    expect(counted.rows[0]?.cells[0]).toMatchObject({ held: 1, inTime: 1 });
    expect((await read()).rows).toBe(counted.rows);
    await setDueDates(actor, { monthlyDay: 5, reportDays: 7 });
    expect((await read()).rows[0]?.cells[0]).toMatchObject({ held: 1, inTime: 0 });
    await makeHeldLokmin({ host: puskesmas, kind: "MONTHLY_LOKMIN", day: "2024-02-03" });
    await db.event.create({
      data: { organisationId: puskesmas.id, actor: "Petugas", verb: "menutup", subject: "Lokmin" },
    });
    await refreshSummaries(new Date(Date.now() + 60_000));
    expect((await read()).rows[0]?.cells[1]).toMatchObject({ held: 1, inTime: 1 });
    expect((await sheetOf(actor, office, { isEach: true })).length).toBe(mostLive + 2);
  });
});
