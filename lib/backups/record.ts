// What is written down about backups by programs that have no Prisma client, on databases of any version.
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import pg from "pg";
import { countOf } from "@/lib/backups/dump";
import type { BackupKind } from "@/lib/backups/rules";
import { mostAttempts } from "@/lib/jobs/most-attempts";
import { fingerprintOf } from "@/lib/secrets";

export type BackupRecord = {
  kind: BackupKind;
  startedAt: Date;
  finishedAt: Date | null;
  file: string;
  bytes: number | null;
  isEncrypted: boolean;
  failure: string | null;
};

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, options: "-c TimeZone=UTC" });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function has(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS known", [`"${table}"`]);
  return rows[0].known;
}

/** @returns whether there was a place for it: earlier versions had none */
export function recordBackup(url: string, record: BackupRecord): Promise<boolean> {
  const { kind, startedAt, finishedAt, file, bytes, isEncrypted, failure } = record;
  const place = `${hostname()}: ${file}`;
  return connected(url, async (client) => {
    if (!(await has(client, "Backup"))) return false;
    await client.query(
      `INSERT INTO "Backup" (id, kind, "startedAt", "finishedAt", place, bytes, "isEncrypted", failure)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [randomUUID(), kind, startedAt, finishedAt, place, bytes, isEncrypted, failure],
    );
    return true;
  });
}

/** Of these secrets the one that a database was used with; undefined where none is, or where it does not say. */
export function findOwnSecret(url: string, secrets: readonly string[]): Promise<string | undefined> {
  return connected(url, async (client) => {
    const kept = await keptFingerprint(client);
    return secrets.find((secret) => fingerprintOf(secret) === kept);
  });
}

async function keptFingerprint(client: pg.Client): Promise<string | undefined> {
  if (!(await has(client, "Installation"))) return undefined;
  const { rows } = await client.query(`SELECT "secretFingerprint" AS kept FROM "Installation" WHERE id = 1`);
  return rows[0]?.kept;
}

/** Takes a secret for the database's own: of a restore into an installation that has another one. */
export function rememberFingerprint(url: string, secret: string): Promise<void> {
  return connected(url, async (client) => {
    await client.query(
      `INSERT INTO "Installation" (id, "secretFingerprint") VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET "secretFingerprint" = $1, "recordedAt" = now()`,
      [fingerprintOf(secret)],
    );
  });
}

export function countHeld(url: string) {
  return connected(url, countOf);
}

/** Nearly what a backup takes at most: rows are compressed, files are not. */
export function sizeOfData(url: string): Promise<number> {
  return connected(url, async (client) => {
    const { rows } = await client.query("SELECT pg_database_size(current_database())::float8 AS bytes");
    const inBucket = (await has(client, "BucketObject"))
      ? await client.query(
          `SELECT coalesce(sum(size), 0)::float8 AS bytes FROM "Document" WHERE "objectKey" IS NOT NULL`,
        )
      : { rows: [{ bytes: 0 }] };
    return rows[0].bytes + inBucket.rows[0].bytes;
  });
}

/** After the data went to another cluster of the same installation: what waits takes its place in the queue again. */
export function requeueJobs(url: string): Promise<void> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ id: string; kind: string }>(
      `SELECT id, kind FROM "Job" WHERE "finishedAt" IS NULL AND "failedAt" IS NULL ORDER BY "createdAt"`,
    );
    for (const { id, kind } of rows)
      await client.query(
        `SELECT graphile_worker.add_job($1::text, payload := json_build_object('id', $2::text), max_attempts := $3::int,
           job_key := $2::text)`,
        [kind, id, mostAttempts(kind)],
      );
  });
}
