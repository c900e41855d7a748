// Two at once, in an order that is known.
import pg from "pg";

/** Waits until somebody waits for a row that another transaction holds; the tables' owner sees it of every role. */
export async function untilSomebodyWaits(): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.LOKMIN_OWNER_URL });
  await owner.connect();
  try {
    for (let turn = 0; turn < 200; turn++) {
      const { rowCount } = await owner.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      if (rowCount) return;
      await new Promise((done) => setTimeout(done, 25));
    }
  } finally {
    await owner.end();
  }
  throw new Error("Nobody waits");
}
