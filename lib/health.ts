import { pool } from "@/lib/db";
import { log } from "@/lib/log";
import { version } from "@/package.json";

export type Health =
  | { ok: true; version: string; database: string; migrations: number }
  | { ok: false; version: string; reason: string };

/** Version of the app and the database, and how many migrations it carries; never throws. */
export async function findHealth(): Promise<Health> {
  try {
    const { rows } = await pool.query(
      `SELECT current_setting('server_version') AS database, count(*)::int AS migrations
       FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    return { ok: true, version, database: rows[0].database, migrations: rows[0].migrations };
  } catch (error) {
    log.error({ err: error }, "basis data tidak menjawab");
    return { ok: false, version, reason: "Basis data tidak menjawab" };
  }
}
