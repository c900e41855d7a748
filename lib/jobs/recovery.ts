import pg from "pg";
import { pool } from "@/lib/db";
import { giveUp } from "@/lib/jobs/handlers";
import { isJobKind } from "@/lib/jobs/kinds";
import { log } from "@/lib/log";

const lockClass = 7102;
const reconnectMs = 1000;

/**
 * Says that a pool of workers lives, by an advisory lock of a connection of its own: it ends with the process, however
 * that ends.
 */
export async function holdPresence(url: string, workerPool: string): Promise<{ release: () => Promise<void> }> {
  let client: pg.Client | undefined;
  let isReleased = false;
  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url });
    fresh.on("error", (error) => {
      if (isReleased) return;
      log.warn({ err: error }, "sambungan pekerja ke basis data terputus");
      setTimeout(() => connect().catch(() => {}), reconnectMs).unref();
    });
    await fresh.connect();
    await fresh.query("SELECT pg_advisory_lock($1, hashtext($2))", [lockClass, workerPool]);
    client = fresh;
  };
  await connect();
  return {
    async release() {
      isReleased = true;
      await client?.end();
    },
  };
}

const interrupted = "Lokmin berhenti di tengah pekerjaan ini, berulang kali.";

export async function recoverAbandoned(): Promise<number> {
  const jobs = await unlockAbandoned();
  for (const { id, kind, isLost } of jobs) if (isLost && isJobKind(kind)) await giveUp(kind, id, interrupted);
  return jobs.length;
}

const unqueued =
  "Pekerjaan ini belum selesai saat cadangan dibuat, jadi tidak diulang sendiri. Jalankan lagi bila masih perlu.";

/** After a restore: what waited then has no place in the queue, and may have been done since by who had that queue. */
export async function failUnqueued(): Promise<number> {
  const { rows } = await pool.query<{ id: string; kind: string }>(
    `UPDATE "Job" j SET "failedAt" = now(), "startedAt" = NULL, outcome = $1
     WHERE j."finishedAt" IS NULL AND j."failedAt" IS NULL
       AND NOT EXISTS (SELECT 1 FROM graphile_worker._private_jobs q WHERE q.payload->>'id' = j.id::text)
     RETURNING j.id, j.kind`,
    [unqueued],
  );
  for (const { id, kind } of rows) if (isJobKind(kind)) await giveUp(kind, id, unqueued);
  return rows.length;
}

async function unlockAbandoned() {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ workers: string[] }>(
      `SELECT array_agg(held.by) AS workers FROM (
         SELECT DISTINCT locked_by AS by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL) held
       WHERE pg_try_advisory_xact_lock($1, hashtext(held.by))`,
      [lockClass],
    );
    const workers = rows[0]?.workers ?? [];
    const put = await client.query<{ id: string; kind: string; isLost: boolean }>(
      `UPDATE "Job" j SET "startedAt" = NULL,
         "failedAt" = CASE WHEN q.attempts >= q.max_attempts THEN now() END,
         outcome = CASE WHEN q.attempts >= q.max_attempts THEN $2 ELSE outcome END
       FROM graphile_worker._private_jobs q
       WHERE q.locked_by = ANY($1) AND j.id::text = q.payload->>'id' AND j."finishedAt" IS NULL
       RETURNING j.id, j.kind, j."failedAt" IS NOT NULL AS "isLost"`,
      [workers, interrupted],
    );
    await client.query("SELECT graphile_worker.force_unlock_workers($1)", [workers]);
    await client.query("COMMIT");
    return put.rows;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
