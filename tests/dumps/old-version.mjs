// A database as the version of 27 November 2026 left it: its tables as rows of JSON, areas only where they are used.
// Every table holds rows, and every verb of its events is there at least once.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { listMigrations, migrate } from "../../prisma/run/migrate.mjs";

const file = new URL("2026-11-27.json.gz", import.meta.url);
const newestMigration = "20261122045433_approved_plan";

/** @typedef {Record<string, Record<string, unknown>[]>} Tables */

/** @returns {Tables} */
export function readDump() {
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));
}

/** Fills an empty database with that version's tables and rows. @param {string} url @returns {Promise<Tables>} the rows */
export async function loadOldVersion(url) {
  const migrations = await listMigrations();
  await migrate(url, { names: migrations.slice(0, migrations.indexOf(newestMigration) + 1) });
  const tables = readDump();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    // Foreign keys are not asked meanwhile, so the order of the tables does not matter.
    await client.query("SET LOCAL session_replication_role = replica");
    for (const [table, rows] of Object.entries(tables))
      await client.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`, [
        JSON.stringify(rows),
      ]);
    await client.query(`SELECT setval(pg_get_serial_sequence('"Event"', 'id'), (SELECT max(id) FROM "Event"))`);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  return tables;
}
