// Before every test file of "integration": a database of this worker's own, copied from the template, and its
// address in the environment before lib/db.ts is read. Every test starts with it empty, areas excepted.
import pg from "pg";
import { afterAll, beforeEach, inject } from "vitest";
import { findAllRole } from "@/prisma/run/app-role.mjs";

const adminUrl = inject("adminUrl");
const name = `lokmin_worker_${process.env.VITEST_POOL_ID ?? 1}`;

await ensureCopy();
// The app's own role: a table that nobody granted it fails every test that needs it.
process.env.DATABASE_URL = addressOf(inject("appUrl"));
process.env.LOKMIN_OWNER_URL = addressOf(adminUrl);
// A disk that is not there: a test that looks at backups says where they go.
process.env.LOKMIN_BACKUP_DIR = "/tidak-ada/cadangan";
process.env.LOKMIN_ALL_ROLE = await findAllRole(process.env.DATABASE_URL);
const owner = new pg.Pool({ connectionString: process.env.LOKMIN_OWNER_URL, max: 1 });
const { pool } = await import("@/lib/db");
const { isInsideTransaction } = await import("@/lib/transaction-context");

// Ten writes that each want a second connection would wait for each other: every test would find such a read.
const connect = pool.connect.bind(pool);
Object.assign(pool, {
  connect: (...given: Parameters<typeof connect>) => {
    if (isInsideTransaction()) throw new Error("A read beside the transaction it stands in");
    return connect(...given);
  },
});

beforeEach(emptyDatabase);

afterAll(async () => {
  await pool.end();
  await owner.end();
});

function addressOf(server: string) {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function ensureCopy() {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Workers start together; PostgreSQL copies one database at a time.
    await admin.query("SELECT pg_advisory_lock(7101, 2)");
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await admin.query(`CREATE DATABASE ${name} TEMPLATE lokmin_template`);
  } finally {
    await admin.end();
  }
}

let emptying: string | undefined;

/** Removes every row but the areas and the record of migrations. For so few rows, deleting is faster than TRUNCATE. */
async function emptyDatabase() {
  emptying ??= await deletions();
  await owner.query(emptying);
}

async function deletions(): Promise<string> {
  const { rows } = await owner.query<{ statement: string }>(
    `SELECT format('DELETE FROM %I', tablename) AS statement FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('Area', '_prisma_migrations')`,
  );
  // Foreign keys are not asked meanwhile, so the order does not matter.
  return [
    "SET LOCAL session_replication_role = replica",
    ...rows.map(({ statement }) => statement),
    "DELETE FROM graphile_worker._private_jobs",
  ].join(";");
}
