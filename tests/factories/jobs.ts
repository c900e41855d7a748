import { runOnce } from "graphile-worker";
import { pool } from "@/lib/db";
import { logger, openQueuePool, tasks } from "@/lib/jobs/worker";

/** Runs what is due now, as the server's worker would, until nothing is left. */
export async function runJobs(): Promise<void> {
  const pgPool = openQueuePool(process.env.DATABASE_URL ?? "");
  await runOnce({ pgPool, taskList: tasks, logger, noHandleSignals: true });
  // It does not wait until the failure of its last job is written.
  while ((await pool.query("SELECT 1 FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL")).rowCount);
  await pgPool.end();
}

/** What waits for its next attempt is due now. */
export async function makeRetriesDue(): Promise<void> {
  await pool.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
}
