import pg from "pg";
import { expect, inject, test } from "vitest";
import { pool } from "@/lib/db";
import { listMigrations } from "@/prisma/run/migrate.mjs";
import { diffSchemas, readSchema } from "@/prisma/run/schema-engine.mjs";

const shape = `
  SELECT 'column' AS what, table_name || '.' || column_name AS name,
    concat_ws(' ', udt_name, numeric_precision, numeric_scale, datetime_precision, is_nullable, column_default) AS is
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL
  SELECT 'choice', t.typname || '.' || e.enumlabel, '' FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
  UNION ALL
  -- Keys that name the tenant beside the id are written in migrations alone.
  SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'p') AND conname NOT LIKE '%\\_tenant'
    AND conrelid <> coalesce(to_regclass('_prisma_migrations')::oid, 0)
  UNION ALL
  -- Those of some rows only, or of an expression, are written in migrations alone: Prisma knows no such thing.
  SELECT 'unique', indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
  JOIN pg_class ON pg_class.oid = indexrelid AND relnamespace = 'public'::regnamespace
  WHERE indisunique AND indpred IS NULL AND indexprs IS NULL AND indrelid <> coalesce(to_regclass('_prisma_migrations')::oid, 0)
  ORDER BY 1, 2`;

test("the migrations make the tables that the schema describes", async () => {
  const migrated = await pool.query(shape);

  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  await admin.query("DROP DATABASE IF EXISTS lokmin_described");
  await admin.query("CREATE DATABASE lokmin_described");
  await admin.end();
  const url = new URL(inject("adminUrl"));
  url.pathname = "/lokmin_described";
  const described = new pg.Client({ connectionString: url.href });
  await described.connect();
  await described.query(await diffSchemas(inject("adminUrl"), null, await readSchema()));
  const wanted = await described.query(shape);
  await described.end();

  expect(migrated.rows).toEqual(wanted.rows);
});

test("every migration of the source was applied, in a table that Prisma's own command can take over", async () => {
  const { rows } = await pool.query(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL AND length(checksum) = 64 ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(await listMigrations());
});
