import { acrossOffices } from "@/lib/database-scope";
import { pool } from "@/lib/db";

export type WorkState = {
  jobs: { waiting: number; running: number; failed: number };
  oldestWaitingSeconds: number;
  backupAgeSeconds: number | null;
};

/** Jobs and backups of the whole installation, as numbers without names. @throws where the database does not answer */
export async function readWorkState(): Promise<WorkState> {
  const { rows } = await acrossOffices(() =>
    pool.query<{
      waiting: number;
      running: number;
      failed: number;
      oldest: number;
      backup: number | null;
    }>(
      `SELECT count(*) FILTER (WHERE "finishedAt" IS NULL AND "failedAt" IS NULL AND "startedAt" IS NULL)::int AS waiting,
       count(*) FILTER (WHERE "finishedAt" IS NULL AND "failedAt" IS NULL AND "startedAt" IS NOT NULL)::int AS running,
       count(*) FILTER (WHERE "failedAt" > now() - interval '1 day')::int AS failed,
       coalesce(extract(epoch FROM now() - min("createdAt") FILTER
         (WHERE "finishedAt" IS NULL AND "failedAt" IS NULL AND "startedAt" IS NULL)), 0)::float AS oldest,
       (SELECT extract(epoch FROM now() - max("startedAt"))::float FROM "Backup"
         WHERE "finishedAt" IS NOT NULL AND "startedAt" <= now() + interval '5 minutes') AS backup
     FROM "Job" WHERE "finishedAt" IS NULL AND ("failedAt" IS NULL OR "failedAt" > now() - interval '1 day')`,
    ),
  );
  const [row] = rows;
  if (!row) throw new Error("no answer");
  const { waiting, running, failed, oldest, backup } = row;
  return { jobs: { waiting, running, failed }, oldestWaitingSeconds: oldest, backupAgeSeconds: backup };
}
