// A data folder of an earlier PostgreSQL, with the tables of an earlier version: one start brings it here, whenever it is cut.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { checkBackup, makeBackup } from "@/lib/backups/make";
import { restoreBackup } from "@/lib/backups/restore";
import { ensureDatabase } from "@/prisma/run/ensure-database.mjs";
import { migrate, migrationsTable, readMigrations } from "@/prisma/run/migrate.mjs";
import { olderBinaries } from "@/prisma/run/older-binaries.mjs";
import { startPostgres, versionOf } from "@/prisma/run/postgres.mjs";
import { isAlive, pause } from "@/prisma/run/processes.mjs";
import { loadOldVersion } from "@/tests/dumps/old-version.mjs";
import { contentOf, shapeOf } from "@/tests/setup/databases";
import { emptyFolder } from "./folder";
import { clusterOf, endOf, expectSentence, postgresOf, startLokmin } from "./lokmin";

const major = "17";
const password = "hanya-untuk-uji";
const secrets = {
  databasePassword: password,
  secret: "hanya-untuk-uji-0123456789abcdef0123",
  demoPassword: "x-y-z-10",
};
const cuts = Number(process.env.LOKMIN_CUTS ?? 2);

/** @returns what its tables hold once they are those of now */
async function makeOldFolder(data: string) {
  mkdirSync(data, { mode: 0o711 });
  writeFileSync(join(data, "rahasia.json"), JSON.stringify(secrets), { mode: 0o600 });
  const older = { major, native: await olderBinaries(major) };
  const postgres = await startPostgres({ home: data, password, fast: true, older });
  try {
    for (const name of ["lokmin", "harapan"]) await ensureDatabase(postgres.url("postgres"), name);
    await loadOldVersion(postgres.url("lokmin"));
    await loadOldVersion(postgres.url("harapan"));
    await migrate(postgres.url("harapan"));
    return await contentOf(postgres.url("harapan"));
  } finally {
    await postgres.stop();
  }
}

async function contentNow(data: string) {
  const postgres = await startPostgres({ home: data, password, fast: true });
  try {
    return await contentOf(postgres.url("lokmin"));
  } finally {
    await postgres.stop();
  }
}

/** Rows in which a migration writes when it ran, or ids that it makes up. */
const madeUp = ["IndicatorValue", "ProblemScore", "Scorer"];

/** Everything that is not written by the start itself; of what a migration makes up, how many rows. */
function withoutTraces(content: Record<string, string>) {
  const { _prisma_migrations, Backup, Installation, Job, Area, ...rest } = content;
  for (const table of madeUp) rest[table] = rest[table]?.split(" ")[0] ?? "";
  return rest;
}

/** Fills what is empty, so that here it only comes up. */
const command = "demo";
const cameUp = /sudah berisi instansi/;

test(`one start carries PostgreSQL ${major} over, also after ${cuts} cuts, and keeps what was before`, {
  timeout: 600_000,
}, async () => {
  const data = join(emptyFolder(), "data");
  const expected = withoutTraces(await makeOldFolder(data));
  // The dump is of an installation whose secret is not kept.
  const files = { data, command, env: { LOKMIN_NEW_SECRET: "1" } } as const;
  expectSentence(
    await endOf({ data, command: "backup", args: [join(data, "x.lokmin")] }),
    /dibuat dengan PostgreSQL 17/,
  );
  for (let cut = 0; cut < cuts; cut += 1) {
    const started = await startLokmin(files);
    while (!started.output.stdout.includes("Memindahkan data") && started.child.exitCode === null) await pause(20);
    await pause(Math.random() * 3000);
    const database = postgresOf(data);
    await started.stop("SIGKILL");
    if (database) process.kill(database, "SIGKILL");
    while (database && isAlive(database)) await pause(20);
  }
  const last = await endOf(files);
  expectSentence(last, cameUp);
  expect(versionOf(clusterOf(data))).toBe("18");
  expect(versionOf(`${clusterOf(data)}-${major}-lama`)).toBe(major);
  expect(readdirSync(data).filter((name) => name.startsWith("naik-"))).toEqual([]);
  expect(readdirSync(join(data, "cadangan")).length).toBeGreaterThan(0);
  expect(withoutTraces(await contentNow(data))).toEqual(expected);

  // Cut between the two renames.
  mkdirSync(join(data, "naik-siap"), { mode: 0o711 });
  renameSync(clusterOf(data), join(data, "naik-siap/postgres"));
  expectSentence(await endOf(files), cameUp);
  expect(existsSync(join(data, "naik-siap"))).toBe(false);

  // Cut before them: the old cluster counts.
  mkdirSync(join(data, "naik-siap"), { mode: 0o711 });
  rmSync(clusterOf(data), { recursive: true });
  renameSync(`${clusterOf(data)}-${major}-lama`, clusterOf(data));
  expectSentence(await endOf(files), cameUp);
  expect(withoutTraces(await contentNow(data))).toEqual(expected);
});

test("a backup goes into the oldest PostgreSQL that Lokmin works with", async () => {
  const folder = emptyFolder();
  const file = join(folder, "x.lokmin");
  const here = await startEmpty(join(folder, "sini"));
  const there = await startEmpty(join(folder, "sana"), { major: "15", native: await olderBinaries("15") });
  try {
    const [from, to] = [here.url("lokmin"), there.url("lokmin")];
    await loadOldVersion(from);
    await migrate(from);
    await makeBackup({ url: from, file, secret: null });
    const migrations = await readMigrations();
    await restoreBackup({
      url: to,
      file,
      overwrite: false,
      migrations,
      migrationTable: migrationsTable,
      access: "whole",
    });
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(await shapeOf(to)).toBe(await shapeOf(from));
  } finally {
    await here.stop();
    await there.stop();
  }
});

async function startEmpty(home: string, older?: { major: string; native: string }) {
  mkdirSync(home, { mode: 0o711 });
  const postgres = await startPostgres({ home, password, fast: true, ...(older && { older }) });
  await ensureDatabase(postgres.url("postgres"), "lokmin");
  return postgres;
}

test("tables of an earlier version are backed up before they are migrated, or left as they are", async () => {
  const data = join(emptyFolder(), "data");
  mkdirSync(data, { mode: 0o711 });
  writeFileSync(join(data, "rahasia.json"), JSON.stringify(secrets), { mode: 0o600 });
  const postgres = await startPostgres({ home: data, password, fast: true });
  await ensureDatabase(postgres.url("postgres"), "lokmin");
  await loadOldVersion(postgres.url("lokmin"));
  const before = await contentOf(postgres.url("lokmin"));
  await postgres.stop();

  const files = { data, command, env: { LOKMIN_NEW_SECRET: "1" } } as const;
  writeFileSync(join(data, "cadangan"), "");
  expectSentence(await endOf(files), /bukan folder.+Data belum diubah.+LOKMIN_SKIP_BACKUP=1/);
  expect(await contentNow(data)).toEqual(before);
  rmSync(join(data, "cadangan"));

  const started = await endOf(files);
  expectSentence(started, cameUp);
  expect(started.stdout).toMatch(/Mencadangkan sebelum pembaruan: selesai[\s\S]+Menyiapkan tabel basis data/);
  const [backup = ""] = readdirSync(join(data, "cadangan"));
  const { facts } = await checkBackup(join(data, "cadangan", backup));
  expect(facts.migrations).toHaveLength(Number(before._prisma_migrations?.split(" ")[0]));
  expect((await endOf(files)).stdout).not.toContain("Mencadangkan");
});

test("so are those of another PostgreSQL, into the data folder of the machine that migrates them", async () => {
  const folder = emptyFolder();
  const postgres = await startEmpty(join(folder, "lain"));
  try {
    await loadOldVersion(postgres.url("lokmin"));
    const data = join(folder, "data");
    const env = { DATABASE_URL: postgres.url("lokmin"), LOKMIN_SECRET: secrets.secret, LOKMIN_NEW_SECRET: "1" };
    const started = await endOf({ data, command, env });
    expectSentence(started, cameUp);
    expect(started.stdout).toMatch(/Mencadangkan sebelum pembaruan: selesai[\s\S]+Menyiapkan tabel basis data/);
    expect(readdirSync(join(data, "cadangan"))).toHaveLength(1);
  } finally {
    await postgres.stop();
  }
});

test("a data folder of a newer Lokmin is refused in one sentence and left as it is", async () => {
  const data = join(emptyFolder(), "data");
  mkdirSync(data, { mode: 0o711 });
  writeFileSync(join(data, "rahasia.json"), JSON.stringify(secrets), { mode: 0o600 });
  const postgres = await startPostgres({ home: data, password, fast: true });
  await ensureDatabase(postgres.url("postgres"), "lokmin");
  await migrate(postgres.url("lokmin"));
  const client = new pg.Client({ connectionString: postgres.url("lokmin") });
  await client.connect();
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`,
  );
  await client.end();
  await postgres.stop();
  expectSentence(
    await endOf({ data, command }),
    /dipakai versi Lokmin yang lebih baru \(migrasi 29990101000000_later\)/,
  );
  writeFileSync(join(clusterOf(data), "PG_VERSION"), "19\n");
  expectSentence(await endOf({ data, command }), /dibuat dengan PostgreSQL 19.+Datanya utuh/);
});
