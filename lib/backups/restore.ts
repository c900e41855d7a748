// Into a database, in one transaction: it has all of the backup, or what it had before.

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { clearSchema, keepForSweep, listObjectKeys, requireOurs } from "@/lib/backups/clear";
import { columnsOf, countOf, formatOf, listTables, type Progress, plainSession } from "@/lib/backups/dump";
import { type Access, endAccess } from "@/lib/backups/end-access";
import { type Migration, withValuesFromStart } from "@/lib/backups/enum-values";
import { decompressed, sectionsOf } from "@/lib/backups/make";
import { BackupProblem, damaged } from "@/lib/backups/problem";
import type { Facts, ObjectStart, TableStart } from "@/lib/backups/sections";
import { currentBucket } from "@/lib/documents/bucket";
import { isUnavailable } from "@/lib/unavailable";

export type RestoreRequest = {
  url: string;
  file: string;
  passphrase?: string | undefined;
  /** Whether what the database holds may go. */
  overwrite: boolean;
  /** What of sessions, API tokens and sign-in links stays as the backup has it; without a word nothing. */
  access?: Access;
  /** Of this program, oldest first, with the statement that makes their own table. */
  migrations: readonly Migration[];
  migrationTable: string;
  onProgress?: Progress;
  /** Called when everything is in place, before it counts: what else changes with it. */
  beforeCommit?: (facts: Facts) => Promise<void>;
};

export type Restored = { facts: Facts; objects: number; missing: string[] };

/** @throws BackupProblem where it could not be restored: then the database is as it was */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const client = new pg.Client({ connectionString: request.url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await requireAlone(client);
    await client.query("BEGIN");
    await client.query(plainSession);
    // A server that starts meanwhile waits before it migrates.
    await client.query("SELECT pg_advisory_xact_lock(7101, 1)");
    const restored = await fill(client, request);
    await request.beforeCommit?.(restored.facts);
    await client.query("COMMIT");
    await client.query("ANALYZE").catch(() => {});
    return restored;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw inWords(error);
  } finally {
    await client.end().catch(() => {});
  }
}

function inWords(error: unknown): unknown {
  if (isUnavailable(error) && !(error instanceof Error && "code" in error && error.code === "53100"))
    return new BackupProblem(
      "Basis data berhenti menjawab di tengah pemulihan; yang belum selesai dibatalkannya sendiri. Periksa server dan ruang disknya, lalu ulangi.",
    );
  if (!(error instanceof Error && "code" in error)) return error;
  const undone = "Tidak ada yang diubah.";
  if (error.code === "53100")
    return new BackupProblem(`Penyimpanan basis data penuh. ${undone} Kosongkan ruang, lalu ulangi.`);
  if (error.code === "42501")
    return new BackupProblem(
      `Pengguna basis data ini tidak boleh membuat tabel (${error.message}). ${undone} Pakai pemilik basis datanya.`,
    );
  if (/^(22|23)/.test(String(error.code)))
    return new BackupProblem(`Isi cadangan tidak cocok dengan tabelnya (${error.message}). ${undone}`);
  return error;
}

/**
 * A server that still runs would write into what is taken away under it. What other roles' sessions are is hidden, that
 * they have a user is not.
 */
async function requireAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL`,
  );
  if (rows[0].n > 0)
    throw new BackupProblem(
      `Basis data ini sedang dipakai ${rows[0].n} sambungan lain. Hentikan dulu semua server dan pekerja Lokmin (di belakang PgBouncer juga sambungan yang masih ditahannya), lalu ulangi.`,
    );
}

async function fill(client: pg.Client, request: RestoreRequest): Promise<Restored> {
  const { file, passphrase, onProgress = () => {} } = request;
  let facts: Facts | undefined;
  let missing: string[] = [];
  let objects = 0;
  let prepared: Prepared | undefined;
  for await (const { start, content } of sectionsOf(file, passphrase, onProgress)) {
    if (start.kind === "facts") {
      facts = start;
      await readOut(content);
      prepared = await prepareTables(client, request, facts);
    } else if (start.kind === "table") await fillTable(client, start, content, prepared?.tables ?? []);
    else if (start.kind === "object") {
      await keepObject(client, start, content);
      objects += 1;
    } else {
      missing = start.missing;
      await readOut(content);
    }
  }
  if (!facts || !prepared) throw damaged("tidak ada keterangannya");
  await prepared.finish();
  return { facts, objects, missing };
}

async function readOut(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of content);
}

type Tables = Awaited<ReturnType<typeof listTables>>;

/** finish: puts back what looks at other rows. */
type Prepared = { tables: Tables; finish: () => Promise<void> };

/** Makes the tables of the backup's version, empty and without what looks at other rows. */
async function prepareTables(client: pg.Client, request: RestoreRequest, facts: Facts): Promise<Prepared> {
  const { migrations, migrationTable, overwrite, access = "ended" } = request;
  const unknown = facts.migrations.find((name) => !migrations.some((one) => one.name === name));
  if (unknown)
    throw new BackupProblem(
      `Cadangan ini dibuat Lokmin yang lebih baru (migrasi ${unknown}). Pulihkan dengan Lokmin versi itu atau yang lebih baru.`,
    );
  const held = await countOf(client);
  if (!overwrite && held.offices + held.users > 0) throw filledProblem(held);
  await requireOurs(client, migrations);
  await client.query("DROP SCHEMA IF EXISTS graphile_worker CASCADE");
  const objects = await listObjectKeys(client);
  await clearSchema(client);
  await client.query(migrationTable);
  const known = migrations.filter(({ name }) => facts.migrations.includes(name));
  for (const { sql } of withValuesFromStart(known)) await client.query(sql);
  const tables = await listTables(client);
  await client.query(`TRUNCATE ${tables.map(({ table }) => `"${table}"`).join(", ")}`);
  const keys = await takeForeignKeys(client);
  for (const { table } of tables) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  const finish = async () => {
    await endAccess(client, tables, access);
    await keepForSweep(client, objects);
    for (const { table } of tables) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    for (const statement of keys) await client.query(statement);
    for (const { name, value, isCalled } of facts.sequences)
      await client.query("SELECT setval($1::regclass, $2, $3)", [`"${name}"`, value, isCalled]);
  };
  return { tables, finish };
}

export function filledProblem({ offices, users, meetings }: Awaited<ReturnType<typeof countOf>>): BackupProblem {
  return new BackupProblem(
    `Pemasangan ini sudah berisi ${offices} instansi, ${users} pengguna, dan ${meetings} kegiatan. Memulihkan cadangan menghapus semuanya. Bila memang itu yang Anda mau, ulangi dengan --timpa.`,
  );
}

/** Rows come table by table: what they refer to may come later. The owner of the tables may do this; no superuser is asked for. */
async function takeForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return rows.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
}

async function fillTable(client: pg.Client, start: TableStart, content: AsyncIterable<Buffer>, tables: Tables) {
  const here = tables.find(({ table }) => table === start.table);
  const names = (columns: TableStart["columns"]) =>
    columns
      .map(({ name, type }) => `${name} ${type}`)
      .sort()
      .join(", ");
  if (!here || names(here.columns) !== names(start.columns))
    throw new BackupProblem(
      `Tabel ${start.table} di cadangan ini lain dari yang dikenal Lokmin ini. Tidak ada yang diubah; pulihkan dengan Lokmin versi yang membuatnya.`,
    );
  const target = client.query(from(`COPY ${columnsOf(start)} FROM STDIN${formatOf(start)}`));
  await pipeline(Readable.from(start.isBinary ? content : decompressed(content)), target);
}

/** Into the bucket of this installation; without one the bytes go into the database. */
async function keepObject(client: pg.Client, { key, mimeType }: ObjectStart, content: AsyncIterable<Buffer>) {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  const bytes = new Uint8Array(Buffer.concat(parts));
  const bucket = currentBucket();
  if (bucket) return bucket.put(key, bytes, mimeType);
  await client.query(
    `INSERT INTO "DocumentContent" ("documentId", bytes) SELECT id, $2 FROM "Document" WHERE "objectKey" = $1`,
    [key, Buffer.from(bytes)],
  );
  await client.query(`UPDATE "Document" SET "objectKey" = NULL WHERE "objectKey" = $1`, [key]);
  await client.query(`DELETE FROM "BucketObject" WHERE key = $1`, [key]);
}
