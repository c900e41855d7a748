// Brings a database up to the source's migrations. Each file and its row are one transaction: cut short at any
// moment, the database is as it was before that file. The table of migrations is Prisma's own, so that `prisma migrate
// deploy` can take over.
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Stop, step } from "./say.mjs";
import { ending, uninterrupted } from "./stopping.mjs";

const migrationsDir = fileURLToPath(new URL("../migrations", import.meta.url));

export const migrationsTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** Names of the migrations in the source, oldest first. */
export async function listMigrations(folder = migrationsDir) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** With their statements, oldest first. @returns {Promise<{ name: string, sql: string }[]>} */
export async function readMigrations(folder = migrationsDir) {
  const names = await listMigrations(folder);
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(join(folder, name, "migration.sql"), "utf8") })),
  );
}

/**
 * What is still to be applied to a database that holds rows of an earlier version; none where it is new.
 * @param {string} url @returns {Promise<string[]>}
 */
export async function pendingUpgrade(url, folder = migrationsDir) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    const wanted = await listMigrations(folder);
    await requireKnownState(client, wanted);
    const applied = await listApplied(client);
    return applied.length === 0 ? [] : wanted.filter((name) => !applied.includes(name));
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Applies what the database has not seen. Two servers may start at once on one database: an advisory lock lets the
 * second wait and find nothing to do.
 * @param {string} url
 * @param {{ names?: string[], folder?: string }} [options] names: only these, for a database of an older version
 */
export async function migrate(url, { names, folder = migrationsDir } = {}) {
  const wanted = names ?? (await listMigrations(folder));
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  client.on("error", () => {});
  await client.connect();
  try {
    await requireKnownState(client, wanted);
    const applied = await listApplied(client);
    const pending = wanted.filter((name) => !applied.includes(name));
    if (pending.length === 0) return;
    await step(`Menyiapkan tabel basis data (${pending.length} migrasi)`, async () => {
      for (const name of pending) {
        if (ending.begun) throw new Stop("Penyiapan tabel dihentikan; npm start berikutnya melanjutkannya.");
        await uninterrupted(() => applyOne(client, folder, name));
      }
    });
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {pg.Client} client @param {string} folder @param {string} name */
async function applyOne(client, folder, name) {
  const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  try {
    await client.query("BEGIN");
    // A server that still runs on this database holds its rows for moments, not for minutes.
    await client.query("SET LOCAL lock_timeout = '60s'");
    // With the usual 4 MB what looks up ids among many users reads all of them again for each row.
    await client.query("SET LOCAL work_mem = '128MB'");
    await client.query("SET LOCAL maintenance_work_mem = '256MB'");
    await client.query("SELECT pg_advisory_xact_lock(7101, 1)");
    await client.query(migrationsTable);
    if (!(await listApplied(client)).includes(name)) {
      await client.query(sql);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, clock_timestamp(), 1)`,
        [randomUUID(), checksum, name],
      );
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new Stop(
      `Tabel basis data belum dapat disiapkan: migrasi ${name} dibatalkan (${error instanceof Error ? error.message : error}). Data tetap seperti sebelum migrasi itu; jalankan lagi npm start.`,
    );
  }
}

/** @param {pg.Client} client @returns {Promise<string[]>} */
async function listApplied(client) {
  if (!(await hasTable(client))) return [];
  const { rows } = await client.query(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return rows.map((row) => row.migration_name);
}

/** @param {pg.Client} client @returns {Promise<boolean>} */
async function hasTable(client) {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
  return rows[0].known;
}

/**
 * Refuses a database of a newer version, and one whose migration an older version left half-done: that version ran
 * each statement by itself. One that never got through its first migration holds nothing, and is begun anew.
 * @param {pg.Client} client @param {string[]} wanted
 */
async function requireKnownState(client, wanted) {
  if (!(await hasTable(client))) return;
  const applied = await listApplied(client);
  const newer = applied.find((name) => !wanted.includes(name) && name > (wanted.at(-1) ?? ""));
  if (newer)
    throw new Stop(
      `Basis data ini sudah dipakai versi Lokmin yang lebih baru (migrasi ${newer}). Jalankan versi itu, atau pulihkan cadangan dari sebelum pembaruan.`,
    );
  const { rows } = await client.query(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
  if (rows.length === 0) return;
  if (applied.length === 0 && (await holdsOnlyOurs(client))) {
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    return;
  }
  throw new Stop(
    `Penyiapan tabel oleh versi lama terputus di tengah migrasi ${rows[0].migration_name}, jadi tabelnya belum utuh. Pulihkan cadangan dari sebelum pembaruan, lalu jalankan lagi npm start.`,
  );
}

/** Whether the tables are those of the first migration, and none holds a row. @param {pg.Client} client */
async function holdsOnlyOurs(client) {
  const { rows } = await client.query(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  const sql = await Promise.all(
    (await listMigrations()).map((name) => readFile(join(migrationsDir, name, "migration.sql"), "utf8")),
  );
  for (const { name } of rows) {
    if (!sql.some((text) => text.includes(`CREATE TABLE ${name.startsWith('"') ? name : `"${name}"`} `))) return false;
    if ((await client.query(`SELECT 1 FROM ${name} LIMIT 1`)).rowCount) return false;
  }
  return true;
}
