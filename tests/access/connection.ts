// One connection for all cases, each rolled back to a savepoint: the world is made once, and nothing waits for a disk.
import type pg from "pg";
import { currentScope } from "@/lib/database-scope";
import { pool } from "@/lib/db";
import { isInsideTransaction } from "@/lib/transaction-context";

export type OneConnection = {
  /** Runs and takes back what was written. */
  undoing: <T>(run: () => Promise<T>) => Promise<T>;
  /** @returns what was given, and the statements that would have stayed */
  watching: <T>(run: () => Promise<T>) => Promise<{ result: T; written: string[] }>;
  end: () => Promise<void>;
};

const isWrite = /\b(INSERT INTO|DELETE FROM)\b|\bUPDATE "/;
const isNested = /^\s*WITH\b/;
/** A transaction of the application becomes a savepoint inside the one of the test. */
const instead = new Map([
  ["BEGIN", "SAVEPOINT app"],
  ["COMMIT", "RELEASE SAVEPOINT app"],
  ["ROLLBACK", "ROLLBACK TO SAVEPOINT app"],
]);

export async function oneConnection(): Promise<OneConnection> {
  const { connect, query } = pool;
  const client = await pool.connect();
  await client.query("BEGIN");
  let written: string[] = [];
  let pending: string[] | null = null;
  let depth = 0;
  let last: Promise<unknown> = Promise.resolve();

  const changedRows = async () => {
    const { rows } = await client.query<{ count: number }>(
      "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int AS count FROM pg_stat_xact_user_tables",
    );
    return rows[0]?.count ?? 0;
  };
  const note = (text: string, rowCount: number | null) => {
    if (text === "BEGIN") pending = [];
    if (text === "COMMIT") written.push(...(pending ?? []));
    if (text === "COMMIT" || text === "ROLLBACK") pending = null;
    if (rowCount && isWrite.test(text)) (pending ?? written).push(text);
  };
  let scope: string | null = null;
  /** As lib/scoped-pool.ts does it; going back to a savepoint takes the setting back as well. */
  const setScope = async (wanted: string) => {
    if (wanted === scope) return;
    await client.query("SELECT set_config('lokmin.scope', $1, false)", [wanted]);
    scope = wanted;
  };
  const send = async (statement: string | pg.QueryConfig, values?: unknown[]) => {
    const text = typeof statement === "string" ? statement : statement.text;
    const own = instead.get(text);
    const wanted = currentScope();
    // One statement after the other: a pool would have run them side by side.
    const sent = last.then(async () => {
      await setScope(wanted);
      // What a WITH returns says nothing of what it wrote.
      const before = isNested.test(text) ? await changedRows() : null;
      const result = own ? await client.query(own) : await client.query(statement, values);
      if (text === "ROLLBACK") scope = null;
      note(text, before === null ? result.rowCount : (await changedRows()) - before);
      return result;
    });
    last = sent.catch(() => {});
    return sent;
  };
  const lent = new Proxy(client, {
    get(target, key) {
      if (key === "query") return send;
      if (key === "release") return () => {};
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  Object.assign(pool, {
    query: send,
    connect: async () => {
      if (isInsideTransaction()) throw new Error("A read beside the transaction it stands in");
      return lent;
    },
  });

  return {
    async undoing(run) {
      const name = `undo_${++depth}`;
      await client.query(`SAVEPOINT ${name}`);
      try {
        return await run();
      } finally {
        await client.query(`ROLLBACK TO SAVEPOINT ${name}`);
        scope = null;
        depth--;
      }
    },
    async watching(run) {
      written = [];
      const result = await run();
      return { result, written };
    },
    async end() {
      Object.assign(pool, { connect, query });
      await client.query("ROLLBACK");
      client.release();
    },
  };
}
