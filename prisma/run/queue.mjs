// The queue's tables: graphile-worker keeps them in a schema of its own and brings them up to date itself.
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { uninterrupted } from "./stopping.mjs";

/**
 * Two servers may start at once on one database: the second waits and finds nothing to do.
 * @param {string} url
 */
export async function prepareQueue(url) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(7101, 3)");
    await uninterrupted(() => migrateQueue(url));
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Over a pool of our own: the library's loses its error handlers before its connections are closed, so that a database
 * that stops meanwhile ends the process.
 * @param {string} url
 */
async function migrateQueue(url) {
  const pgPool = new pg.Pool({ connectionString: url, max: 2 });
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}
