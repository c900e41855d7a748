// A data folder on a disk that was mounted read-only, as a worn or wrongly pulled one is.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { pool as ownPool } from "@/lib/db";
import { findHealth } from "@/lib/health";
import { isUnavailable } from "@/lib/unavailable";
import { openDatabase } from "@/prisma/run/data-folder.mjs";
import { migrate } from "@/prisma/run/migrate.mjs";
import { startPostgres } from "@/prisma/run/postgres.mjs";
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

/** A disk of its own, which the kernel turns read-only at the first fault, as it does with a worn one. */
function failingDisk(folder: string): { fail: () => void; mend: () => boolean } | null {
  const image = `${folder}.img`;
  const mount = () => execFileSync("mount", ["-o", "loop,errors=remount-ro", image, folder], { stdio: "ignore" });
  try {
    writeFileSync(image, "");
    truncateSync(image, 300 * 1024 * 1024);
    execFileSync("mkfs.ext4", ["-q", "-F", "-O", "^has_journal", image], { stdio: "ignore" });
    mount();
    mounted.push(folder);
    chmodSync(folder, 0o711);
    const [device = ""] =
      /^\S+/m.exec(
        readFileSync("/proc/mounts", "utf8")
          .split("\n")
          .find((line) => line.includes(` ${folder} `)) ?? "",
      ) ?? [];
    const trigger = `/sys/fs/ext4/${basename(device)}/trigger_fs_error`;
    if (!existsSync(trigger)) return null;
    return {
      fail: () => writeFileSync(trigger, "1"),
      mend: () => {
        try {
          execFileSync("umount", [folder], { stdio: "ignore" });
        } catch {
          return false;
        }
        mount();
        return true;
      },
    };
  } catch {
    return null;
  }
}

test("that turns read-only under the running database is told in a sentence, loses nothing, and is used again once it is mounted", async ({
  skip,
}) => {
  const folder = join(place, "aus");
  mkdirSync(folder);
  const disk = process.platform === "linux" && process.getuid?.() === 0 ? failingDisk(folder) : null;
  if (!disk) return skip("needs root, ext4 and a loop device");
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const lost: string[] = [];
  const postgres = await startPostgres({
    ...{ home: folder, password: "x", firstPause: 50 },
    onLost: (reason) => lost.push(reason),
  });
  const pool = new pg.Pool({ connectionString: postgres.url("postgres"), max: 1 });
  pool.on("error", () => {});
  try {
    await pool.query("CREATE TABLE one (id int PRIMARY KEY)");
    await pool.query("INSERT INTO one VALUES (1)");
    disk.fail();
    const failure = await pool.query("INSERT INTO one VALUES (2)").catch((error: unknown) => error);
    expect(isUnavailable(failure), String(failure)).toBe(true);
    vi.stubEnv("LOKMIN_STORAGE", folder);
    const asked = vi.spyOn(ownPool, "query").mockImplementation(() => Promise.reject(failure));
    expect(await findHealth()).toMatchObject({ ok: false, reason: expect.stringContaining("hanya dapat dibaca") });
    asked.mockRestore();
    await expect.poll(() => told.mock.calls.flat().join("\n"), { timeout: 20_000 }).toMatch(readOnly);

    await expect.poll(disk.mend, { timeout: 20_000 }).toBe(true);
    const rows = () =>
      pool.query("SELECT id FROM one").then(
        ({ rows: found }) => found,
        () => null,
      );
    await expect.poll(rows, { timeout: 30_000 }).toEqual([{ id: 1 }]);
    await pool.query("INSERT INTO one VALUES (3)");
    expect(lost).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
    told.mockRestore();
    await pool.end();
    await postgres.stop();
  }
});

function namesAndTimes(folder: string): string[] {
  return readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
}
