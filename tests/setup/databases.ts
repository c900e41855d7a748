// Databases of a test's own in the cluster of the run, and what tells whether two hold the same.
import pg from "pg";
import { inject } from "vitest";

export async function createDatabase(name: string, owner?: string): Promise<string> {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    if (owner) {
      await admin.query(`DROP ROLE IF EXISTS ${owner}`);
      await admin.query(`CREATE ROLE ${owner} LOGIN PASSWORD '${owner}'`);
    }
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0${owner ? ` OWNER ${owner}` : ""}`);
  } finally {
    await admin.end();
  }
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  if (owner) [url.username, url.password] = [owner, owner];
  return url.href;
}

export async function dropDatabase(name: string, owner?: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  if (owner) await admin.query(`DROP ROLE IF EXISTS ${owner}`);
  await admin.end();
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Each table's number of rows and their hash, and each sequence's place. */
export function contentOf(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const content: Record<string, string> = {};
    const { rows: tables } = await client.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
    for (const { name } of tables) {
      const { rows } = await client.query(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS hash
         FROM "${name}" t`,
      );
      content[name] = rows[0].hash;
    }
    const { rows: sequences } = await client.query(
      "SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public'",
    );
    for (const { name } of sequences)
      content[name] = JSON.stringify((await client.query(`SELECT last_value, is_called FROM "${name}"`)).rows[0]);
    return content;
  });
}

/** Tables, columns, indexes, constraints, triggers, policies and types. */
export function shapeOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT string_agg(line, E'\n' ORDER BY line) AS shape FROM (
         SELECT table_name || '.' || column_name || ' ' || udt_name || is_nullable AS line
           FROM information_schema.columns WHERE table_schema = 'public'
         UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
         UNION ALL SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint
           WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
         UNION ALL SELECT tgrelid::regclass || tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
         UNION ALL SELECT tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies
           WHERE schemaname = 'public'
         UNION ALL SELECT typname || string_agg(enumlabel, ' ' ORDER BY enumsortorder)
           FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY typname) lines`,
    );
    return String(rows[0].shape);
  });
}
