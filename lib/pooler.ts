// Behind PgBouncer in transaction mode (LOKMIN_POOLER=transaksi) the next transaction may get another session of the
// database: nothing of a session may be relied on, and what a client asks for at its start is ignored.
import type pg from "pg";

// Prisma's adapter writes instants without an offset: any other zone of the session would shift every one. A row that
// somebody holds, a statement that does not end and a transaction that was forgotten hold up their own request only.
const sessionSettings = {
  TimeZone: "UTC",
  lock_timeout: "4s",
  statement_timeout: "20s",
  idle_in_transaction_session_timeout: "30s",
};

export const isPooled = process.env.LOKMIN_POOLER === "transaksi";

const asOptions = Object.entries(sessionSettings)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(" ");

/** What a connection asks for when it begins; behind a pooler the role has these settings (`keepSessionSettings`). */
export const startOptions: { options?: string } = isPooled ? {} : { options: asOptions };

/** Makes a new connection fit for a pooler, which itself keeps the zone of each of its clients. */
export function fitForPooler(client: pg.ClientBase): void {
  if (!isPooled) return;
  client.query = new Proxy(client.query, {
    apply: (query, self, [first, ...others]) => Reflect.apply(query, self, [withoutName(first), ...others]),
  });
  client.query(`SET TimeZone TO '${sessionSettings.TimeZone}'`).catch((error) => client.emit("error", error));
}

/** A statement by name is known to one session of the database only. */
function withoutName(statement: unknown): unknown {
  if (typeof statement !== "object" || statement === null || !("name" in statement)) return statement;
  // A query with a way of its own to be sent, such as a stream of COPY, has none.
  return "submit" in statement ? statement : { ...statement, name: undefined };
}

/** The role's own settings in this database: a pooler passes none on, and opens sessions of its own. */
export async function keepSessionSettings(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ database: string; missing: string[] }>(
    `SELECT quote_ident(current_database()) AS database, ARRAY(SELECT wanted FROM unnest($1::text[]) AS wanted
       EXCEPT SELECT unnest(setconfig) FROM pg_db_role_setting WHERE setrole = current_user::regrole
         AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())) AS missing`,
    [Object.entries(sessionSettings).map(([name, value]) => `${name}=${value}`)],
  );
  const [{ database, missing } = { database: "", missing: [] }] = rows;
  for (const setting of missing) {
    const [name, value] = setting.split("=");
    await pool.query(`ALTER ROLE CURRENT_USER IN DATABASE ${database} SET ${name} TO '${value}'`);
  }
}
