import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

const folder = mkdtempSync(join(tmpdir(), "lokmin-kantor-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a data folder leaves its demo behind when that is confirmed, and keeps the areas", async () => {
  process.env.LOKMIN_DATA_DIR = folder;
  const demoFile = join(folder, "demo.json");
  writeFileSync(demoFile, "{}");
  const { becomeOffice, isOfficeFolder } = await import("@/prisma/run/office.mjs");
  await makeActor("PUSKESMAS_ADMIN", { organisationId: (await makePuskesmas()).id });
  const areas = await db.area.count();
  const isEmpty = async () => (await db.organisation.count()) === 0;
  const url = process.env.LOKMIN_OWNER_URL ?? "";
  await expect(becomeOffice({ url, leavesDemo: false, isEmpty })).rejects.toThrow(
    /data contoh.+ 2 instansi, 1 pengguna/,
  );
  expect([await isEmpty(), existsSync(demoFile), isOfficeFolder()]).toEqual([false, true, false]);
  await becomeOffice({ url, leavesDemo: true, isEmpty });
  expect([await isEmpty(), existsSync(demoFile), isOfficeFolder()]).toEqual([true, false, true]);
  expect(await db.area.count()).toBe(areas);
  // An office's own data are nothing of a demo.
  await makePuskesmas();
  await becomeOffice({ url, leavesDemo: true, isEmpty });
  expect(await isEmpty()).toBe(false);
});
