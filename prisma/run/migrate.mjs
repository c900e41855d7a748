// Brings a database up to the source's migrations. As a program (`node prisma/run/migrate.mjs`) it does the
// work in a process of its own, so that the engine's memory is gone afterwards.
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { node } from "./prepare.mjs";
import { run, step } from "./say.mjs";
import { applyMigrations, listMigrations } from "./schema-engine.mjs";

const thisFile = fileURLToPath(import.meta.url);

/**
 * Two servers may start at once on one database: an advisory lock lets the second wait and find nothing to do.
 * @param {string} url
 */
export async function migrate(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(7101, 1)");
    const pending = (await listMigrations()).length - (await countApplied(client));
    if (pending > 0)
      await step(`Menyiapkan tabel basis data (${pending} migrasi)`, () =>
        node([thisFile], { env: { DATABASE_URL: url } }),
      );
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client */
async function countApplied(client) {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
  if (!rows[0].known) return 0;
  const applied = await client.query("SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL");
  return applied.rows[0].n;
}

if (process.argv[1] && realpathSync(process.argv[1]) === thisFile) {
  await run(async () => {
    await applyMigrations(process.env.DATABASE_URL ?? "");
    process.exit(0);
  });
}
