import type { Client } from "pg";
import { listMigrations, listTables } from "@/lib/backups/dump";
import type { Migration } from "@/lib/backups/enum-values";
import { BackupProblem } from "@/lib/backups/problem";

/**
 * Takes away all that is in the schema but what belongs to an extension, which a server's keeper put there (as
 * pg_stat_statements) and only he may remove. The schema itself stays, with the rights on it.
 */
export async function clearSchema(client: Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('DROP %s IF EXISTS %s CASCADE', kind, name) AS statement FROM (
       SELECT 1 AS step, 'pg_class'::regclass AS catalog, oid, oid::regclass::text AS name,
         CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
       UNION ALL SELECT 2, 'pg_proc'::regclass, oid, oid::regprocedure::text, 'ROUTINE'
       FROM pg_proc WHERE pronamespace = 'public'::regnamespace
       UNION ALL SELECT 3, 'pg_type'::regclass, oid, oid::regtype::text, 'TYPE'
       FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e') object
     WHERE NOT EXISTS (SELECT 1 FROM pg_depend d
       WHERE d.classid = object.catalog AND d.objid = object.oid AND d.deptype = 'e')
     ORDER BY step, name`,
  );
  for (const { statement } of rows) await client.query(statement);
}

/** Tables of another program are nobody's to delete here, said or not. */
export async function requireOurs(client: Client, migrations: readonly Migration[]): Promise<void> {
  const tables = await listTables(client);
  if (tables.length === 0) return;
  const applied = await listMigrations(client);
  if (applied.some((name) => migrations.some((one) => one.name === name))) return;
  const some = tables.slice(0, 3).map(({ table }) => table);
  throw new BackupProblem(
    `Basis data ini berisi tabel yang bukan milik Lokmin (${some.join(", ")}), jadi tidak ada yang diubah. Buat basis data yang kosong, lalu isi DATABASE_URL dengan alamatnya.`,
  );
}

export async function listObjectKeys(client: Client): Promise<string[]> {
  if (!(await hasObjects(client))) return [];
  const { rows } = await client.query<{ key: string }>('SELECT key FROM "BucketObject"');
  return rows.map(({ key }) => key);
}

/** Those that the backup does not name stay known, so that they are swept and nobody's files are left in the bucket. */
export async function keepForSweep(client: Client, keys: readonly string[]): Promise<void> {
  if (keys.length === 0 || !(await hasObjects(client))) return;
  await client.query('INSERT INTO "BucketObject" (key) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [keys]);
}

async function hasObjects(client: Client): Promise<boolean> {
  const { rows } = await client.query(`SELECT to_regclass('"BucketObject"') IS NOT NULL AS known`);
  return rows[0].known;
}
