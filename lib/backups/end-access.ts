// What was ended after a backup was made is open in it: a restore ends it, since the backup cannot know.

import type pg from "pg";
import type { listTables } from "@/lib/backups/dump";

type Step = { table: string; needs: string[]; sql: string };

const always: Step[] = [
  { table: "PendingSignIn", needs: [], sql: `DELETE FROM "PendingSignIn"` },
  { table: "PasskeyChallenge", needs: [], sql: `DELETE FROM "PasskeyChallenge"` },
  {
    table: "SignInLink",
    needs: ["usedAt", "expiresAt"],
    sql: `UPDATE "SignInLink" SET "expiresAt" = now() WHERE "usedAt" IS NULL AND "expiresAt" > now()`,
  },
];

const unlessKept: Step[] = [
  { table: "Session", needs: ["endedAt"], sql: `UPDATE "Session" SET "endedAt" = now() WHERE "endedAt" IS NULL` },
  {
    table: "ApiToken",
    needs: ["revokedAt"],
    sql: `UPDATE "ApiToken" SET "revokedAt" = now() WHERE "revokedAt" IS NULL`,
  },
];

/** "whole": nothing was done since the backup, which only carries a data folder over. */
export type Access = "ended" | "sessions" | "whole";

const stepsOf: Record<Access, Step[]> = { ended: [...always, ...unlessKept], sessions: always, whole: [] };

/**
 * Ends sign-ins that wait and sign-in links that are not used yet, and unless they are to stay also sessions and API
 * tokens. Links that were handed out to people without an account are left as they are.
 */
export async function endAccess(
  client: pg.Client,
  tables: Awaited<ReturnType<typeof listTables>>,
  access: Access,
): Promise<void> {
  // A backup of an earlier version may have none of these.
  const has = ({ table, needs }: Step) => {
    const columns = tables.find((one) => one.table === table)?.columns.map(({ name }) => name.replaceAll('"', ""));
    return columns && needs.every((name) => columns.includes(name));
  };
  for (const step of stepsOf[access]) if (has(step)) await client.query(step.sql);
}
