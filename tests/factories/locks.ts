// Two at once, in an order that is known.
import { db } from "@/lib/db";

/** Waits until somebody waits for a row that another transaction holds. */
export async function untilSomebodyWaits(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    const [row] = await db.$queryRaw<{ waiting: bigint }[]>`
      SELECT count(*) AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row && row.waiting > 0n) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error("Nobody waits");
}
