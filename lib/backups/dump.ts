// Everything of a database in one snapshot, whatever version of the tables it has.
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import { to } from "pg-copy-streams";
import { BackupProblem } from "@/lib/backups/problem";
import { type Facts, section, type TableStart } from "@/lib/backups/sections";
import { currentBucket } from "@/lib/documents/bucket";

export type Progress = (doneBytes: number, totalBytes: number) => void;

export type DumpOptions = { secret: string | null; onProgress: Progress };

/**
 * The same words for the same values on every server, and no limit of a server's own on a long read. A role that the
 * policies of rows bind is refused instead of being given some of them.
 */
export const plainSession = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8'; SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL search_path = public; SET LOCAL row_security = off`;

/** Held while a backup runs, so that no object it has yet to read is swept from the bucket. */
export const bucketLock = "7101, 5";

export async function* dump(client: Client, { secret, onProgress }: DumpOptions): AsyncGenerator<Buffer> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query(plainSession);
  await client.query(`SELECT pg_advisory_xact_lock_shared(${bucketLock})`);
  const tables = await listTables(client);
  const objects = await listObjects(client);
  const total = sum(tables.map(({ size }) => size)) + sum(objects.map(({ size }) => size));
  let done = 0;
  let sections = 1;
  yield* section(await readFacts(client, secret));
  for (const { size, ...table } of tables) {
    const copied = copyOf(client, table, (bytes) => onProgress(done + Math.min(bytes, size), total));
    yield* section({ kind: "table", ...table }, table.isBinary ? copied : compressed(copied));
    done += size;
    sections += 1;
    onProgress(done, total);
  }
  const missing: string[] = [];
  for (const { key, mimeType, size, sha256 } of objects) {
    const bytes = await currentBucket()?.get(key);
    if (bytes) {
      yield* section({ kind: "object", key, mimeType, sha256 }, oneOf(bytes));
      sections += 1;
    } else missing.push(key);
    done += size;
    onProgress(done, total);
  }
  yield* section({ kind: "end", sections, missing });
  await client.query("COMMIT");
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

async function* copyOf(
  client: Client,
  table: Omit<TableStart, "kind">,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const stream = client.query(to(`COPY ${columnsOf(table)} TO STDOUT${formatOf(table)}`));
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    onBytes(bytes);
    yield chunk;
  }
}

/** Files are compressed already, and hold most of the bytes; rows are words. */
async function* compressed(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gzip = createGzip({ level: 3 });
  const feeding = feed(rows, gzip);
  for await (const chunk of gzip) yield chunk;
  await feeding;
}

async function feed(rows: AsyncIterable<Buffer>, gzip: ReturnType<typeof createGzip>): Promise<void> {
  try {
    for await (const chunk of rows) if (!gzip.write(chunk)) await new Promise((done) => gzip.once("drain", done));
    gzip.end();
  } catch (error) {
    gzip.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export function columnsOf({ table, columns }: Omit<TableStart, "kind" | "isBinary">): string {
  return `${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(", ")})`;
}

export function formatOf({ isBinary }: { isBinary: boolean }): string {
  return isBinary ? " (FORMAT binary)" : "";
}

type Sized = Omit<TableStart, "kind"> & { size: number };

/** Tables with their columns, those that are computed left out. Bytes go as they are, everything else as text. */
export async function listTables(client: Client): Promise<Sized[]> {
  const { rows } = await client.query<Sized>(
    `SELECT c.relname AS "table", pg_table_size(c.oid)::float8 AS size,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
         AS columns,
       bool_or(a.atttypid = 'bytea'::regtype) AS "isBinary"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
     GROUP BY c.oid, c.relname ORDER BY c.relname`,
  );
  return rows;
}

async function has(client: Client, table: string, column?: string): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND ($2::text IS NULL OR column_name = $2)`,
    [table, column ?? null],
  );
  return rows[0].n > 0;
}

type StoredObject = { key: string; mimeType: string; size: number; sha256: string };

/** Files whose bytes are in the bucket; versions before it had none. */
async function listObjects(client: Client): Promise<StoredObject[]> {
  if (!(await has(client, "Document", "objectKey"))) return [];
  const { rows } = await client.query<StoredObject>(
    `SELECT "objectKey" AS key, "mimeType", size, sha256 FROM "Document" WHERE "objectKey" IS NOT NULL ORDER BY 1`,
  );
  if (rows.length > 0 && !currentBucket())
    throw new BackupProblem(
      `${rows.length} berkas ada di penyimpanan S3, tetapi S3_URL belum diisi. Isi S3_URL seperti pada servernya, lalu ulangi.`,
    );
  return rows;
}

async function readFacts(client: Client, secret: string | null): Promise<Facts> {
  const { rows } = await client.query("SELECT current_setting('server_version') AS version");
  return {
    kind: "facts",
    postgres: String(rows[0].version),
    migrations: await listMigrations(client),
    sequences: await listSequences(client),
    secret,
    ...(await countOf(client)),
  };
}

export async function countOf(client: Client) {
  const count = async (table: string) =>
    (await has(client, table))
      ? Number((await client.query(`SELECT count(*) AS n FROM ${quoted(table)}`)).rows[0].n)
      : 0;
  return { offices: await count("Organisation"), users: await count("User"), meetings: await count("Meeting") };
}

export async function listMigrations(client: Client): Promise<string[]> {
  if (!(await has(client, "_prisma_migrations"))) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function listSequences(client: Client): Promise<Facts["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
  );
  const sequences: Facts["sequences"] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query(`SELECT last_value::text AS value, is_called FROM ${quoted(name)}`);
    sequences.push({ name, value: found[0].value, isCalled: found[0].is_called });
  }
  return sequences;
}
