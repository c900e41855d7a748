// A data folder on a disk that was mounted read-only, as a worn or wrongly pulled one is.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "@/prisma/run/data-folder.mjs";
import { migrate } from "@/prisma/run/migrate.mjs";
import { endOf, expectSentence } from "@/tests/commands/lokmin";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let place: string;
let data: string;
let kept: string | undefined;
const mounted: string[] = [];

beforeAll(async () => {
  // The database at hand is not asked for here.
  kept = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  place = mkdtempSync(join(tmpdir(), "lokmin-read-only-"));
  data = join(place, "data");
  const database = await openDatabase({ folder: data, fast: true });
  await migrate(database.url);
  await database.close();
});

afterAll(() => {
  process.env.DATABASE_URL = kept;
  for (const folder of mounted.splice(0)) execFileSync("umount", [folder]);
  rmSync(place, { recursive: true, force: true });
});

/** Only root may, and not in every container. */
function mountReadOnly(folder: string): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    execFileSync("mount", ["--bind", folder, folder], { stdio: "ignore" });
    mounted.push(folder);
    execFileSync("mount", ["-o", "remount,ro,bind", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const readOnly = /hanya dapat dibaca\. Pasang ulang .+ atau salin folder itu ke penyimpanan lain/;

test("is refused in one sentence by start, backup and restore, unchanged; a copy of it elsewhere opens", async ({
  skip,
}) => {
  const empty = join(place, "kosong");
  const stick = join(place, "stik");
  for (const folder of [empty, stick]) mkdirSync(folder);
  const backup = join(place, "cadangan.lokmin");
  expect(await endOf({ data, command: "backup", args: [backup] })).toMatchObject({ code: 0 });
  const before = namesAndTimes(data);
  if (![data, empty, stick].every(mountReadOnly)) return skip("needs root and mount");

  for (const folder of [data, empty]) await expect(openDatabase({ folder, fast: true })).rejects.toThrow(readOnly);
  const next = join(place, "berikut.lokmin");
  expectSentence(await endOf({ data, command: "backup", args: [next] }), readOnly);
  expectSentence(await endOf({ data: empty, command: "restore", args: [backup] }), readOnly);
  expect(namesAndTimes(data)).toEqual(before);
  expect(readdirSync(place)).not.toContain("berikut.lokmin");

  const copy = join(place, "salinan");
  execFileSync("cp", ["-a", data, copy]);
  const toStick = await endOf({ data: copy, command: "backup", args: [join(stick, "x.lokmin")] });
  expectSentence(toStick, /stik\/x\.lokmin: penyimpanan itu hanya dapat dibaca\. Pilih tempat lain/);
  expect(await endOf({ data: copy, command: "backup", args: [next] })).toMatchObject({ code: 0 });
});

function namesAndTimes(folder: string): string[] {
  return readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
}
