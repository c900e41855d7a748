// The role the app works as: it reads and writes rows, owns nothing, changes no table and is bound by the policies.
import { hkdfSync } from "node:crypto";
import pg from "pg";
import { Stop } from "./say.mjs";

const name = "lokmin_app";
// What the app becomes where it shows every office's rows: asking the policies took a third of a personal link's time.
const allName = "lokmin_all";

/** Address of the app's own role in the embedded database. @param {string} ownerUrl @param {string} ownerPassword */
export function appUrlOf(ownerUrl, ownerPassword) {
  const url = new URL(ownerUrl);
  url.username = name;
  url.password = Buffer.from(hkdfSync("sha256", ownerPassword, "lokmin", "peran aplikasi", 24)).toString("base64url");
  return url.href;
}

/**
 * Gives the role of `appUrl` what the app needs in this database, also in tables of later migrations. Asked at every
 * start, after the migrations; two servers may start at once.
 * @param {string} ownerUrl
 * @param {string} appUrl
 * @param {{ create?: boolean }} [options] create: the role is ours to make, as in the embedded database
 */
export async function prepareAppRole(ownerUrl, appUrl, { create = false } = {}) {
  if (ownerUrl === appUrl) return;
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    // Roles are shared by all databases of a cluster, and so is this lock's purpose: one database at a time is enough.
    await client.query("SELECT pg_advisory_xact_lock(7101, 4)");
    if (create) await makeRoles(client, new URL(appUrl).password);
    await grantAll(client, create ? name : await roleOf(appUrl));
    if (await exists(client, allName)) {
      await grantAll(client, allName);
      await letThrough(client);
    }
    await client.query("COMMIT");
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {pg.Client} client @param {string} password */
async function makeRoles(client, password) {
  for (const role of [name, allName]) if (!(await exists(client, role))) await client.query(`CREATE ROLE ${role}`);
  const bound = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
  await client.query(`
    ALTER ROLE ${name} LOGIN ${bound} PASSWORD ${client.escapeLiteral(password)};
    ALTER ROLE ${allName} NOLOGIN ${bound};
    GRANT ${allName} TO ${name} WITH INHERIT FALSE`);
}

/** @param {pg.Client} client @param {string} role */
async function exists(client, role) {
  return (await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role])).rowCount === 1;
}

/** Each table with a policy gets one that says yes to this role, also those of later migrations. @param {pg.Client} client */
async function letThrough(client) {
  const { rows } = await client.query(
    `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
     AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = $1)`,
    [allName],
  );
  for (const { name: table } of rows)
    await client.query(`CREATE POLICY ${allName} ON ${table} TO ${allName} USING (true)`);
}

/**
 * The role to become for every office's rows, where the app's role may become it and does not have its rights before:
 * else the app's own rows would be every office's.
 * @param {string} appUrl
 * @returns {Promise<string | undefined>}
 */
export async function findAllRole(appUrl) {
  const client = new pg.Client({ connectionString: appUrl });
  client.on("error", () => {});
  try {
    await client.connect();
    // Roles are shared by all databases of a cluster: in this one its owner may not have granted it anything.
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_roles r WHERE rolname = $1 AND pg_has_role(oid, 'MEMBER') AND NOT pg_has_role(oid, 'USAGE')
         AND NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
           AND has_table_privilege(c.oid, 'UPDATE') AND NOT has_table_privilege(r.oid, c.oid, 'UPDATE'))`,
      [allName],
    );
    return rowCount === 1 ? allName : undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} appUrl @returns {Promise<string>} */
async function roleOf(appUrl) {
  const client = new pg.Client({ connectionString: appUrl });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query("SELECT current_user AS name")).rows[0].name;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {pg.Client} client @param {string} roleName */
async function grantAll(client, roleName) {
  const role = client.escapeIdentifier(roleName);
  const rows = "SELECT, INSERT, UPDATE, DELETE";
  try {
    await client.query(`
      GRANT USAGE ON SCHEMA public, graphile_worker TO ${role};
      GRANT ${rows} ON ALL TABLES IN SCHEMA public, graphile_worker TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${role};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ${rows} ON TABLES TO ${role};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${role};
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role};
      REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM ${role};
      REVOKE DELETE ON "Event", "Installation" FROM ${role}`);
    // The queue's own tables admit nobody but their owner.
    const { rows: closed } = await client.query(
      `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relrowsecurity
       AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = $1)`,
      [`lokmin ${roleName}`],
    );
    for (const { name: table } of closed)
      await client.query(
        `CREATE POLICY ${client.escapeIdentifier(`lokmin ${roleName}`)} ON ${table} TO ${role} USING (true)`,
      );
  } catch (error) {
    throw new Stop(
      `Peran ${roleName} pada DATABASE_URL belum dapat diberi hak yang diperlukan (${error instanceof Error ? error.message : error}). LOKMIN_OWNER_URL harus masuk sebagai pemilik tabel basis data itu.`,
    );
  }
}
