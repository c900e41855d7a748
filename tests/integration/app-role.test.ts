// The role the app works as owns nothing and changes no table; what it may do reaches tables of later migrations.
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { acrossOffices, inRequest } from "@/lib/database-scope";
import { pool } from "@/lib/db";
import { databaseRoleWarning } from "@/lib/installation/database-role";
import { prepareAppRole } from "@/prisma/run/app-role.mjs";
import { requireSameDatabase } from "@/prisma/run/database-url.mjs";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makePerson } from "@/tests/factories/persons";
import { allEnded } from "@/tests/setup/all-ended";

const owner = new pg.Client({ connectionString: process.env.LOKMIN_OWNER_URL });

beforeAll(() => owner.connect());
afterAll(() => owner.end());

test("it neither owns nor bypasses nor changes anything", async () => {
  const { rows } = await pool.query(
    `SELECT rolname AS name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
       ARRAY(SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = r.oid) AS memberships
     FROM pg_roles r WHERE rolname IN (session_user, current_user) ORDER BY 1`,
  );
  const bound = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 };
  expect(rows).toEqual([
    { ...bound, name: "lokmin_all", memberships: [] },
    { ...bound, name: "lokmin_app", memberships: ["lokmin_all"] },
  ]);
  for (const statement of [
    `CREATE TABLE of_the_app (id int)`,
    `ALTER TABLE "User" ADD COLUMN more int`,
    `ALTER TABLE "User" DISABLE TRIGGER ALL`,
    `DROP TABLE "Event"`,
    `TRUNCATE "Event"`,
    `DELETE FROM "Event"`,
    `DELETE FROM _prisma_migrations`,
    `SET session_replication_role = replica`,
    `CREATE ROLE another`,
  ])
    await expect(pool.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
  expect(await databaseRoleWarning()).toBeNull();
});

test("what shows every office's rows is another role, whose rights the app's own role has only there", async () => {
  const policies = `SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relrowsecurity
    AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polroles = ARRAY['lokmin_all'::regrole::oid])`;
  expect((await owner.query(policies)).rows).toEqual([]);
  await makePerson({ organisationId: (await makePuskesmas()).id });
  const asked = `SELECT current_user::text AS role, (SELECT count(*)::int FROM "Person") AS persons`;
  expect((await acrossOffices(() => pool.query(asked))).rows).toEqual([{ role: "lokmin_all", persons: 1 }]);
  const inNobodysRequest = await inRequest("/beranda", async () => await pool.query(asked));
  expect(inNobodysRequest.rows).toEqual([{ role: "lokmin_app", persons: 0 }]);
});

test("a table that a later migration makes is granted to it by itself", async () => {
  await owner.query(`CREATE TABLE made_later (id serial PRIMARY KEY)`);
  try {
    await pool.query("INSERT INTO made_later DEFAULT VALUES");
    expect((await pool.query("SELECT 1 FROM made_later")).rowCount).toBe(1);
  } finally {
    await owner.query("DROP TABLE made_later");
  }
});

test("granting again changes nothing, and two servers may do it at once", async () => {
  const { LOKMIN_OWNER_URL: ownerUrl = "", DATABASE_URL: appUrl = "" } = process.env;
  await allEnded([1, 2, 3].map(() => prepareAppRole(ownerUrl, appUrl, { create: true })));
  await prepareAppRole(ownerUrl, appUrl);
  expect(await databaseRoleWarning()).toBeNull();
});

test("an owner's address that leads to another database is refused", async () => {
  const { LOKMIN_OWNER_URL: ownerUrl = "", DATABASE_URL: appUrl = "" } = process.env;
  await requireSameDatabase({ DATABASE_URL: appUrl, LOKMIN_OWNER_URL: ownerUrl });
  await expect(requireSameDatabase({ DATABASE_URL: appUrl, LOKMIN_OWNER_URL: inject("adminUrl") })).rejects.toThrow(
    /menunjuk basis data yang berbeda/,
  );
});

test("a server whose only role is the owner says so", async () => {
  expect(await databaseRoleWarning(owner)).toMatch(/berhak penuh.+LOKMIN_OWNER_URL/);
});
