// Every read of lib, by everybody who might ask: what it gives must not depend on what its reader may not see. It is asked
// twice, once with all there is of the host, and once with none of it.
import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/actor";
import { inScopeOf } from "@/lib/database-scope";
import { pool } from "@/lib/db";
import { type OneConnection, oneConnection } from "@/tests/access/connection";
import { makeReadWorld, now, type ReadRow, type ReadWorld, readerLetters } from "@/tests/access/read-world";
import { reads } from "@/tests/access/reads";
import { asOwner } from "@/tests/setup/owner";

// Some 3,000 reads, twice each: long on a machine that does much else.
const long = { timeout: 300_000 };

test("who reads what", long, async () => {
  const it = await makeReadWorld();
  // Answers that tell when they were given would always differ.
  vi.useFakeTimers({ toFake: ["Date"], now });
  const connection = await oneConnection();
  try {
    const full = await answersOf(it, connection);
    await withoutHost(it);
    const empty = await answersOf(it, connection);
    const found = Object.keys(reads).map((name) => {
      const differs = (index: number) => full.get(name)?.[index] !== empty.get(name)?.[index];
      return [name, readerLetters.map((_, index) => (differs(index) ? "+" : "-")).join("")];
    });
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(reads).map(([name, { grid }]) => [name, grid])),
    );
  } finally {
    vi.useRealTimers();
    await connection.end();
  }
});

async function answersOf(it: ReadWorld, connection: OneConnection): Promise<Map<string, string[]>> {
  const answers = new Map<string, string[]>();
  for (const [name, row] of Object.entries(reads)) {
    const line: string[] = [];
    for (const letter of readerLetters)
      line.push(
        await connection.undoing(() => inScopeOf(it.readers[letter], () => answerOf(it, row, it.readers[letter]))),
      );
    answers.set(name, line);
  }
  return answers;
}

async function answerOf(it: ReadWorld, { call }: ReadRow, actor: Actor): Promise<string> {
  try {
    return JSON.stringify(await gathered(await call(it, actor)), plain) ?? "";
  } catch (error) {
    return String(error);
  }
}

/** Rows that come one by one are read to their end. */
async function gathered(answer: unknown): Promise<unknown> {
  if (typeof answer !== "object" || answer === null || !(Symbol.asyncIterator in answer)) return answer;
  const rows: unknown[] = [];
  for await (const row of Object(answer)) rows.push(row);
  // Where a stream is cut is chance.
  return rows.every(Buffer.isBuffer) ? Buffer.concat(rows).toString("base64") : rows;
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

/** Say whose they are, and go whole with what they belong to. */
const emptied = ["SeatHolder", "ActionItem", "Attendance", "Note", "Answer", "Comment", "ProgressReport"];

/** Leaves organisations, users and what belongs to the offices above; the host is called otherwise. */
async function withoutHost({ host }: ReadWorld) {
  const { rows } = await pool.query<{ name: string; owner: string | null }>(
    `SELECT t.tablename AS name, (SELECT max(c.column_name::text) FROM information_schema.columns c
       WHERE c.table_name = t.tablename AND t.tablename <> ALL ($1) AND c.column_name IN ('organisationId', 'puskesmasId', 'hostId')) AS owner
     FROM pg_tables t WHERE t.schemaname = 'public' AND t.tablename NOT IN ('Area', 'Organisation', 'User', 'Person', 'Cluster',
       'ClusterMember', 'ClusterReviewer', 'StandIn', 'Session', '_prisma_migrations')`,
    [emptied],
  );
  const deletions = rows.map(({ name, owner }): [string, unknown[]?] =>
    owner ? [`DELETE FROM "${name}" WHERE "${owner}" = $1`, [host.id]] : [`DELETE FROM "${name}"`],
  );
  // Holders go with all persons. Beside the transaction of the case, which sees what was committed.
  await asOwner(
    ["SET session_replication_role = replica"],
    ...deletions,
    ["SET session_replication_role = origin"],
    [`DELETE FROM "Person" p WHERE NOT EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id)`],
    [`UPDATE "User" SET name = 'x' WHERE "organisationId" = $1`, [host.id]],
    [`UPDATE "Organisation" SET name = 'x' WHERE id = $1`, [host.id]],
  );
}
