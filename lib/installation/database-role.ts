import type pg from "pg";
import { pool } from "@/lib/db";

type Row = { name: string; isSuperuser: boolean; bypasses: boolean; owns: boolean; creates: boolean };

/** What the role the app works as may do that it should not, in words; null where it may only read and write rows. */
export async function databaseRoleWarning(asked: pg.ClientBase | pg.Pool = pool): Promise<string | null> {
  const { rows } = await asked.query<Row>(
    `SELECT session_user AS name, r.rolsuper AS "isSuperuser", r.rolbypassrls AS bypasses,
       EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND pg_has_role(session_user, c.relowner, 'USAGE')) AS owns,
       has_schema_privilege(session_user, 'public', 'CREATE') AS creates
     FROM pg_roles r WHERE r.rolname = session_user`,
  );
  return rows[0] ? warningOf(rows[0]) : null;
}

function warningOf({ name, isSuperuser, bypasses, owns, creates }: Row): string | null {
  const what = isSuperuser
    ? "berhak penuh atas server basis data (superuser)"
    : owns
      ? "memiliki tabel-tabelnya sendiri"
      : bypasses
        ? "melewati aturan baris (BYPASSRLS)"
        : creates
          ? "boleh membuat tabel"
          : null;
  if (!what) return null;
  return `Peran basis data "${name}" pada DATABASE_URL ${what}, jadi pemisahan data antarinstansi hanya dijaga oleh program. Buat peran lain tanpa hak itu untuk DATABASE_URL, dan isi LOKMIN_OWNER_URL dengan peran yang sekarang`;
}
