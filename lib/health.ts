import { pool } from "@/lib/db";
import { log } from "@/lib/log";
import { version } from "@/package.json";

export type Health =
  | { ok: true; version: string; database: string; migrations: number }
  | { ok: false; version: string; reason: string };

const slowestAnswer = 3000;

/** Version of the app and the database, and how many migrations it carries; never throws. */
export async function findHealth(): Promise<Health> {
  try {
    const { rows } = await Promise.race([
      pool.query(
        `SELECT current_setting('server_version') AS database, count(*)::int AS migrations
         FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      ),
      lateAnswer(),
    ]);
    return { ok: true, version, database: rows[0].database, migrations: rows[0].migrations };
  } catch (error) {
    log.error({ err: error }, "basis data tidak menjawab");
    return { ok: false, version, reason: "Basis data tidak menjawab" };
  }
}

/** A database that hangs is as good as one that is gone. */
function lateAnswer(): Promise<never> {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error(`no answer within ${slowestAnswer} ms`)), slowestAnswer).unref();
  });
}
