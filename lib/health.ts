import { mkdtemp, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { pool } from "@/lib/db";
import { log } from "@/lib/log";
import { certificateReason } from "@/lib/unavailable";
import { version } from "@/package.json";

export type Health =
  | { ok: true; version: string; database: string; migrations: number }
  | { ok: false; version: string; reason: string };

const slowestAnswer = 3000;

/** Below it PostgreSQL soon cannot write: a segment of its log alone takes 16 MB. */
const leastFree = 48 * 1024 * 1024;

const keptFor = 1000;
let kept: { until: number; health: Promise<Health> } | undefined;

/** Version of the app and the database, and how many migrations it carries; never throws. */
export function findHealth(): Promise<Health> {
  if (!kept || kept.until < Date.now()) kept = { until: Date.now() + keptFor, health: askHealth() };
  return kept.health;
}

async function askHealth(): Promise<Health> {
  try {
    const { rows } = await Promise.race([
      // A word in the database's own log, on the disk before it answers: reading alone works on a full disk too.
      pool.query(
        `SELECT current_setting('server_version') AS database, count(*)::int AS migrations,
           current_setting('transaction_read_only')::bool AS "isReadOnly",
           pg_logical_emit_message(true, 'lokmin', 'sehat') IS NULL AS "isUnwritten"
         FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      ),
      lateAnswer(),
    ]);
    const [{ isReadOnly, database, migrations }] = rows;
    if (isReadOnly) return sick("Basis data hanya dapat dibaca");
    if (await isDiskFull()) return sick("Penyimpanan hampir penuh");
    return { ok: true, version, database, migrations };
  } catch (error) {
    log.error({ err: error }, "basis data tidak menjawab");
    if (await isReadOnlyFolder()) return sick(readOnlyWords);
    return sick(certificateReason(error) ?? "Basis data tidak menjawab");
  }
}

function sick(reason: string): Health {
  log.error({ reason }, "tidak sehat");
  return { ok: false, version, reason };
}

async function isDiskFull(): Promise<boolean> {
  const folder = process.env.LOKMIN_STORAGE;
  if (!folder) return false;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < leastFree;
}

const readOnlyWords = "Penyimpanan folder data hanya dapat dibaca: pasang ulang agar dapat ditulis";

/** Tried, since a disk that failed may still say that it can be written. */
async function isReadOnlyFolder(): Promise<boolean> {
  const folder = process.env.LOKMIN_STORAGE;
  if (!folder) return false;
  try {
    await rm(await mkdtemp(join(folder, ".coba-")), { recursive: true });
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EROFS";
  }
}

function lateAnswer(): Promise<never> {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error(`no answer within ${slowestAnswer} ms`)), slowestAnswer).unref();
  });
}
