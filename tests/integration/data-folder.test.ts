// A data folder as people copy, move and break it, and as power cuts leave it: it opens, or one sentence says why not.

import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "@/prisma/run/data-folder.mjs";
import { startPostgres } from "@/prisma/run/postgres.mjs";
import { rotate } from "@/prisma/run/postgres-log.mjs";
import { root } from "@/prisma/run/prepare.mjs";
import { ending } from "@/prisma/run/stopping.mjs";
import { postgresStop, storageStop } from "@/prisma/run/storage-words.mjs";
import { allEnded } from "@/tests/setup/all-ended";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const isRoot = process.getuid?.() === 0;
let place: string;
let made: string;
let kept: string | undefined;

beforeAll(async () => {
  // The database at hand is not asked for here.
  kept = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  // Closed to everybody else, as /root is.
  place = mkdtempSync(join(tmpdir(), "lokmin-folder-"));
  made = join(place, "asal");
  await withDatabase(made, (client) => client.query("CREATE TABLE kept AS SELECT 42 AS answer"));
});

afterAll(() => {
  process.env.DATABASE_URL = kept;
  rmSync(place, { recursive: true, force: true });
});

async function withDatabase<T>(folder: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder, fast: true });
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
    await database.close();
  }
}

const answerIn = (folder: string) =>
  withDatabase(folder, async (client) => (await client.query("SELECT answer FROM kept")).rows[0].answer);

let copies = 0;
function copy(from = made): string {
  copies += 1;
  const to = join(place, `salinan-${copies}`);
  execFileSync("cp", ["-a", from, to]);
  return to;
}

test("the folder holds its database also below one that only root can enter: a copy of it is whole", async () => {
  expect(readdirSync(made).sort()).toEqual(["kunci", "postgres", "postgres.log", "rahasia.json"]);
  const moved = copy();
  renameSync(made, `${made}.lain`);
  expect(await answerIn(moved)).toBe(42);
  renameSync(`${made}.lain`, made);
  expect(await answerIn(made)).toBe(42);
});

test("a copy opens beside the running original, and leaves it alone", async () => {
  await withDatabase(made, async (original) => {
    const other = copy();
    expect(await answerIn(other).catch((error) => error.message)).toBe(42);
    expect((await original.query("SELECT answer FROM kept")).rows[0].answer).toBe(42);
  });
});

test("a folder that only says where its database is: moved inside when it is its own, else refused", async () => {
  const folder = copy();
  const elsewhere = join(place, "di-luar");
  mkdirSync(elsewhere);
  const point = (to: string) => writeFileSync(join(folder, "lokasi-postgres"), to);
  const own = `data-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}-abc`;
  renameSync(join(folder, "postgres"), join(elsewhere, own));

  point(join(elsewhere, "tidak-ada"));
  await expect(answerIn(folder)).rejects.toThrow(/tidak berisi basis datanya.+folder itu tidak ada/);
  renameSync(join(elsewhere, own), join(elsewhere, "data-lain"));
  point(join(elsewhere, "data-lain"));
  await expect(answerIn(folder)).rejects.toThrow(/adalah salinan.+milik folder data lain/);
  expect(existsSync(join(elsewhere, "data-lain/PG_VERSION"))).toBe(true);

  renameSync(join(elsewhere, "data-lain"), join(elsewhere, own));
  point(join(elsewhere, own));
  expect(await answerIn(folder)).toBe(42);
  expect(existsSync(join(folder, "lokasi-postgres"))).toBe(false);
  expect(existsSync(join(folder, "postgres/PG_VERSION"))).toBe(true);
});

test("what a power cut or an unpacked backup leaves is put right", async () => {
  const folder = copy();
  const cluster = join(folder, "postgres");
  const owner = statSync(cluster);
  writeFileSync(join(cluster, "postmaster.pid"), "");
  chmodSync(cluster, 0o755);
  if (isRoot) execFileSync("chown", ["-R", "root:root", cluster]);
  mkdirSync(join(folder, "postgres.baru-1"));
  expect(await answerIn(folder)).toBe(42);
  expect(statSync(cluster).mode & 0o777).toBe(0o700);
  expect(statSync(cluster).uid).toBe(owner.uid);
});

test("another major version, a lost database and a damaged one are told apart; nothing is changed", async () => {
  const folder = copy();
  const cluster = join(folder, "postgres");
  writeFileSync(join(cluster, "PG_VERSION"), "17\n");
  await expect(answerIn(folder)).rejects.toThrow(/dibuat dengan PostgreSQL 17.+Datanya utuh/);
  writeFileSync(join(cluster, "PG_VERSION"), "18\n");

  renameSync(join(cluster, "global/pg_control"), join(folder, "pg_control"));
  await expect(answerIn(folder)).rejects.toThrow(/rusak.+pulihkan dari cadangan/);
  renameSync(join(folder, "pg_control"), join(cluster, "global/pg_control"));

  renameSync(cluster, join(place, "hilang"));
  await expect(answerIn(folder)).rejects.toThrow(/tidak lengkap: basis datanya \(postgres\) hilang/);
  renameSync(join(place, "hilang"), cluster);
  expect(await answerIn(folder)).toBe(42);
});

test("a full disk, a foreign owner and a folder that is read-only have sentences of their own", () => {
  const places = { home: "/data", logFile: "/data/postgres.log" };
  const said = (code: string) => String(storageStop(Object.assign(new Error("x"), { code }), "/data"));
  for (const words of [
    said("ENOSPC"),
    String(postgresStop("FATAL:  could not write: No space left on device", places)),
  ])
    expect(words).toMatch(/Penyimpanan penuh.+data yang ada tetap utuh/);
  for (const words of [said("EACCES"), String(postgresStop("FATAL:  data directory has wrong ownership", places))])
    expect(words).toMatch(/milik pengguna lain.+chown/);
  expect(said("EROFS")).toMatch(/hanya dapat dibaca/);
  expect(String(postgresStop("FATAL:  something new", places))).toMatch(/belum dapat dijalankan.+Datanya tidak diubah/);
  for (const code of ["ENOSPC", "EACCES", "EROFS"]) expect(said(code)).not.toMatch(/cadangan/);
});

test("PostgreSQL that cannot come back is tried some times, then given up", async () => {
  const home = copy();
  const { databasePassword: password } = JSON.parse(readFileSync(join(home, "rahasia.json"), "utf8"));
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const lost = new Promise<string>((onLost) => {
    void startPostgres({ home, password, fast: true, attempts: 2, firstPause: 10, onLost }).then((postgres) => {
      renameSync(join(home, "postgres/global/pg_control"), join(home, "pg_control"));
      process.kill(postgres.pid, "SIGQUIT");
    });
  });
  expect(await lost).toMatch(/could not find the database system/);
  expect(said).toHaveBeenCalledTimes(2);
  said.mockRestore();
});

test("PostgreSQL that ends while we end, as on Windows by the same Ctrl-C, is not started again", async () => {
  const home = copy();
  const { databasePassword: password } = JSON.parse(readFileSync(join(home, "rahasia.json"), "utf8"));
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const postgres = await startPostgres({ home, password, fast: true, firstPause: 0 });
  const { pid } = postgres;
  ending.begun = true;
  process.kill(pid, "SIGINT");
  // Its end was noticed when its number is free.
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), 30_000);
  await new Promise(setImmediate);
  ending.begun = false;
  expect(said).not.toHaveBeenCalled();
  await postgres.stop();
  said.mockRestore();
});

test("PostgreSQL's log holds nothing that people typed, and stays small", async () => {
  const folder = copy();
  await withDatabase(folder, async (client) => {
    await client.query("SELECT 'Sulastri Uji'::int").catch(() => {});
    await client.query("CREATE UNIQUE INDEX ON kept (answer)");
    await client.query("INSERT INTO kept VALUES (42)").catch(() => {});
  });
  const file = join(folder, "postgres.log");
  expect(readFileSync(file, "utf8")).not.toMatch(/Sulastri|duplicate key/);
  writeFileSync(file, "x".repeat(1_000_001));
  rotate(file);
  expect(statSync(file).size).toBe(0);
  expect(statSync(`${file}.lama`).size).toBe(1_000_001);
});

test("of many starts at once on a folder left by a killed one, exactly one takes it", async () => {
  const folder = join(place, "rebutan");
  mkdirSync(folder);
  const program = `import { lockFolder } from ${JSON.stringify(join(root, "prisma/run/folder-lock.mjs"))};
    try { lockFolder(process.argv[1]); console.log("held"); process.stdin.resume(); } catch (error) { console.log(error.message); }`;
  for (let round = 0; round < 4; round += 1) {
    const starts = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ["--input-type=module", "-e", program, folder], { stdio: ["pipe", "pipe", "inherit"] }),
    );
    const said = await allEnded(starts.map(async ({ stdout }) => String((await once(stdout, "data"))[0])));
    expect(said.filter((words) => words.startsWith("held"))).toHaveLength(1);
    for (const words of said) expect(words).toMatch(/^held|sudah berjalan di folder data/);
    // Killed: the lock stays behind, and the next round takes it over.
    const ends = starts.map((start) => (start.exitCode === null ? once(start, "exit") : undefined));
    for (const start of starts) start.kill("SIGKILL");
    await allEnded(ends);
  }
});
