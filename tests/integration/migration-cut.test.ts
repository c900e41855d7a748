// A migration cut short leaves the database as it was before that file, and the next start goes on from there.
import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { listMigrations, migrate } from "@/prisma/run/migrate.mjs";
import { root } from "@/prisma/run/prepare.mjs";
import { loadOldVersion } from "@/tests/dumps/old-version.mjs";
import { type Cut, startRelay } from "@/tests/setup/postgres-proxy";

const admin = new pg.Client({ connectionString: inject("adminUrl") });

beforeAll(async () => {
  await admin.connect();
});

afterAll(async () => {
  for (const name of ["lokmin_cut", "lokmin_old"]) await drop(name);
  await admin.end();
});

const drop = (name: string) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

async function createDatabase(name: string, template = "template0"): Promise<string> {
  await drop(name);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

/** Tables, columns, indexes, checks and types, and the migrations said to be applied. */
async function stateOf(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT string_agg(line, E'\n' ORDER BY line) AS shape FROM (
       SELECT table_name || '.' || column_name || ' ' || udt_name || is_nullable AS line FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
       UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
       UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('_prisma_migrations')::oid, 0)
       UNION ALL SELECT typname || enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid) lines`,
  );
  const known = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
  const applied = known.rows[0].known
    ? await client.query(
        "SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY 1",
      )
    : { rows: [] };
  await client.end();
  return { shape: String(rows[0].shape), applied: applied.rows };
}

/** Three small migrations: what cuts are for does not depend on how much a file does. */
function smallMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), "lokmin-migrations-"));
  const files = [
    `CREATE TYPE "Mood" AS ENUM ('A', 'B'); CREATE TABLE "One" (id int PRIMARY KEY, mood "Mood" NOT NULL);
     INSERT INTO "One" SELECT n, 'A' FROM generate_series(1, 500) n; CREATE INDEX "One_mood" ON "One" (mood);`,
    `ALTER TABLE "One" ADD COLUMN words text; UPDATE "One" SET words = 'satu ' || id;
     ALTER TABLE "One" ALTER COLUMN words SET NOT NULL; CREATE TABLE "Two" (id int REFERENCES "One");`,
    `INSERT INTO "Two" SELECT id FROM "One"; ALTER TABLE "One" DROP COLUMN mood; DROP TYPE "Mood";`,
  ];
  for (const [index, sql] of files.entries()) {
    mkdirSync(join(folder, `2026010${index}_small`));
    writeFileSync(join(folder, `2026010${index}_small`, "migration.sql"), sql);
  }
  return folder;
}

type Run = {
  /** Makes the database that is to be migrated, as it is before. */
  prepare: () => Promise<string>;
  folder?: string;
  moments: number;
};

/** Cuts the connection at random moments, and compares what is there with the states between whole migrations. */
async function cutAtRandom({ prepare, folder, moments }: Run) {
  const names = await listMigrations(folder);
  const states = await statesOf(await prepare(), names, folder);
  const relay = await startRelay(await prepare());
  await migrate(relay.url, { folder });
  await relay.close();
  const counts = new Set<number>();
  for (let moment = 0; moment < moments; moment += 1) {
    const direction = moment % 3 === 0 ? ("to-client" as const) : ("to-server" as const);
    const cut = { direction, after: randomInt(relay.passed[direction]) };
    const url = await prepare();
    await cutRun(url, folder, cut);
    const { shape, applied } = await stateOf(url);
    expect(applied, JSON.stringify(cut)).toEqual(
      names.slice(0, applied.length).map((name) => ({ name, finished: true })),
    );
    expect(shape === states[applied.length], `half a migration after ${JSON.stringify(cut)}`).toBe(true);
    counts.add(applied.length);
    if (moment % 10 > 0) continue;
    await migrate(url, { folder });
    expect((await stateOf(url)).shape).toBe(states.at(-1));
  }
  return counts;
}

/** The state after each number of whole migrations. */
async function statesOf(url: string, names: string[], folder?: string): Promise<string[]> {
  const states = [];
  for (let count = (await stateOf(url)).applied.length; count <= names.length; count += 1) {
    await migrate(url, { names: names.slice(0, count), folder });
    states[count] = (await stateOf(url)).shape;
  }
  return states;
}

async function cutRun(url: string, folder: string | undefined, cut: Cut) {
  const relay = await startRelay(url, { cut });
  await migrate(relay.url, { folder }).catch(() => {});
  await relay.close();
  // The server may still be at it; it ends with the connection.
  await admin.query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1", [
    new URL(url).pathname.slice(1),
  ]);
}

test("cut at 44 random moments, a database has whole migrations only, and the next run goes on", async () => {
  const folder = smallMigrations();
  const url = await createDatabase("lokmin_cut");
  // Quicker than a new database each time.
  const prepare = async () => {
    const emptying = new pg.Client({ connectionString: url });
    await emptying.connect();
    await emptying.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    await emptying.end();
    return url;
  };
  const counts = await cutAtRandom({ prepare, folder, moments: 44 });
  expect([...counts].some((count) => count > 0 && count < 3)).toBe(true);
  rmSync(folder, { recursive: true });
});

test("so do the app's own, at three moments of a first start and three of an update", {
  timeout: 120_000,
}, async () => {
  await cutAtRandom({ prepare: () => createDatabase("lokmin_cut"), moments: 3 });
  await loadOldVersion(await createDatabase("lokmin_old"));
  await cutAtRandom({ prepare: () => createDatabase("lokmin_cut", "lokmin_old"), moments: 3 });
});

test("no migration ends the transaction it runs in", async () => {
  for (const name of await listMigrations()) {
    const sql = readFileSync(join(root, "prisma/migrations", name, "migration.sql"), "utf8");
    const ownCommands = sql.replaceAll(/\$\$[\s\S]*?\$\$/g, "''");
    expect(ownCommands, name).not.toMatch(/^\s*(BEGIN|COMMIT|ROLLBACK|START TRANSACTION)\b|\bCONCURRENTLY\b/im);
  }
});

test("a database of a newer version, and one left half-done by an older version, are refused in a sentence", async () => {
  const folder = smallMigrations();
  const url = await createDatabase("lokmin_cut");
  await migrate(url, { folder });
  const [first = ""] = await listMigrations(folder);
  await expect(migrate(url, { folder, names: [first] })).rejects.toThrow(/sudah dipakai versi Lokmin yang lebih baru/);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '20260102%'");
  await expect(migrate(url, { folder })).rejects.toThrow(
    /terputus di tengah migrasi 20260102_small.+Pulihkan cadangan/,
  );
  await client.end();
  rmSync(folder, { recursive: true });
});

test("what an older version left of an interrupted first start is begun anew, unless others' tables are there", async () => {
  const url = await createDatabase("lokmin_cut");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
    finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0);
    INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '20261121205142_first');
    CREATE TYPE "Role" AS ENUM ('X'); CREATE TABLE "Area" (code text); CREATE TABLE "Toko" (id int)`);
  await expect(migrate(url)).rejects.toThrow(/terputus di tengah migrasi 20261121205142_first/);
  await client.query('DROP TABLE "Toko"');
  await migrate(url);
  expect((await stateOf(url)).applied).toHaveLength((await listMigrations()).length);
  await client.end();
});

test("a migration that looks up ids among those of a nation's users reads them once, not for each row", async () => {
  const url = await createDatabase("lokmin_cut");
  const folder = mkdtempSync(join(tmpdir(), "lokmin-migrations-"));
  mkdirSync(join(folder, "20260100_users"));
  writeFileSync(
    join(folder, "20260100_users", "migration.sql"),
    `CREATE TABLE "One" AS SELECT md5(n::text)::uuid AS id FROM generate_series(1, 250000) n; ANALYZE "One";
     CREATE TABLE "Plan" (line text);
     DO $$ DECLARE told text; BEGIN
       FOR told IN EXPLAIN SELECT 1 FROM "One" WHERE id NOT IN (SELECT id FROM "One") LOOP INSERT INTO "Plan" VALUES (told); END LOOP;
     END $$`,
  );
  await migrate(url, { folder });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`SELECT string_agg(line, ' ') AS plan FROM "Plan"`);
  await client.end();
  rmSync(folder, { recursive: true, force: true });
  expect(rows[0].plan).toContain("hashed SubPlan");
});
