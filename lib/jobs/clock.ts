// A clock that was set: the queue's plan must not wait for hours that the clock showed before.
import { pool } from "@/lib/db";

const setMs = 120_000;

/**
 * Whether the clock was set since this was last asked, or the computer slept: then the time of day and the time that
 * passed differ.
 */
export function watchClock(wall = Date.now, passed = () => performance.now()): () => boolean {
  let before = wall() - passed();
  return () => {
    const now = wall() - passed();
    const isSet = Math.abs(now - before) > setMs;
    before = now;
    return isSet;
  };
}

/** Work that was planned while the clock was ahead is due as if it had been planned now. */
export async function settleClock(): Promise<void> {
  await pool.query(
    `UPDATE graphile_worker._private_known_crontabs SET last_execution = now()
     WHERE last_execution > now() + interval '2 minutes'`,
  );
  await pool.query(
    `UPDATE graphile_worker._private_jobs
     SET run_at = now() + greatest(run_at - greatest(created_at, updated_at), interval '0'),
       created_at = least(created_at, now()), updated_at = now()
     WHERE locked_at IS NULL AND greatest(created_at, updated_at) > now() + interval '2 minutes'`,
  );
}
