import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { startPostgres } from "@/prisma/run/postgres.mjs";
import { freePort, pause } from "@/prisma/run/processes.mjs";
import { emptyFolder } from "./folder";
import { endOf, expectSentence, health, startLokmin } from "./lokmin";
import { page, signIn } from "./visit";

const secret = "only-for-tests-0123456789abcdef0123456789";

async function count(url: string, table: "Organisation" | "Area" | "_prisma_migrations"): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM "${table}"`);
  await client.end();
  return rows[0].n;
}

test("DATABASE_URL without a secret, or to nowhere, is refused in one sentence", async () => {
  const data = join(emptyFolder(), "data");
  const url = `postgresql://lokmin:x@localhost:${await freePort()}/lokmin`;
  const unsecured = await endOf({ data, env: { DATABASE_URL: url } });
  expect(unsecured).toMatchObject({ code: 1 });
  expect(unsecured.stderr.trim()).toMatch(/^✗ Dengan DATABASE_URL, LOKMIN_SECRET wajib diisi: [^\n]+$/);
  const nowhere = await endOf({ data, env: { DATABASE_URL: url, LOKMIN_SECRET: secret } });
  expect(nowhere).toMatchObject({ code: 1 });
  expect(nowhere.stderr.trim()).toMatch(/^✗ Basis data pada DATABASE_URL tidak menjawab \(.+\)[^\n]+$/);
  const env = { DATABASE_URL: "postgresql://lokmin:ra#hasia@localhost/x", LOKMIN_SECRET: secret };
  const unreadable = await endOf({ data, env });
  expect(unreadable).toMatchObject({ code: 1 });
  expect(unreadable.stderr.trim()).toMatch(/^✗ DATABASE_URL tidak terbaca[^\n]+$/);
  expect(unreadable.stderr).not.toContain("hasia@");
  expectSentence(await endOf({ data, command: "worker" }), /npm run worker memerlukan DATABASE_URL/);
  expect(existsSync(data)).toBe(false);
});

/** Of a server without a worker's connection, which npm run worker brings. */
async function expectJobsOfWorkerAlone(data: string, env: { DATABASE_URL: string; LOKMIN_SECRET: string }) {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const rows = async (sql: string) => (await client.query(sql)).rowCount;
  const listening = () => rows(`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN%jobs:insert%'`);
  const finished = () => rows(`SELECT 1 FROM "Job" WHERE "finishedAt" IS NOT NULL`);
  try {
    expect(await listening()).toBe(0);
    await client.query("SELECT graphile_worker.add_job('housekeeping')");
    const worker = await startLokmin({ data, env, command: "worker" });
    await vi.waitFor(async () => expect([await listening(), await finished()]).toEqual([1, 1]), 60_000);
    expect(await worker.stop("SIGTERM")).toMatchObject({ code: 0, stderr: "" });
    await vi.waitFor(async () => expect(await listening()).toBe(0), 60_000);
  } finally {
    await client.end();
  }
}

test("another PostgreSQL is migrated but not filled; npm run demo fills it once, npm run worker does its work", async () => {
  const folder = emptyFolder();
  const data = join(folder, "data");
  const postgres = await startPostgres({ home: folder, password: "only-for-tests", fast: true });
  const env = { DATABASE_URL: postgres.url("postgres"), LOKMIN_SECRET: secret, LOKMIN_WORKER: "terpisah" };
  try {
    const server = await startLokmin({ data, env });
    expect(await server.ready()).not.toContain("kata sandi");
    expect(await count(env.DATABASE_URL, "_prisma_migrations")).toBeGreaterThan(0);
    expect(await count(env.DATABASE_URL, "Area")).toBeGreaterThan(90_000);
    expect(await count(env.DATABASE_URL, "Organisation")).toBe(0);

    const filled = await endOf({ data, env, command: "demo" });
    expect(filled).toMatchObject({ code: 0, stderr: "" });
    const { accounts, password } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
    expect(filled.stdout).toContain(password);
    for (const { email } of accounts) expect(filled.stdout).toContain(email);
    const organisations = await count(env.DATABASE_URL, "Organisation");
    expect(organisations).toBeGreaterThan(0);

    const again = await endOf({ data, env, command: "demo" });
    expect(again).toMatchObject({ code: 1 });
    expect(again.stderr).toMatch(/✗ Basis data ini sudah berisi instansi/);
    expect(await count(env.DATABASE_URL, "Organisation")).toBe(organisations);

    await expectJobsOfWorkerAlone(data, env);

    expect(await health(server.url)).toBe(200);
    process.kill(postgres.pid, "SIGINT");
    while ((await health(server.url)) === 200) await pause(20);
    expect(await health(server.url)).toBe(503);
    while ((await health(server.url)) !== 200) await pause(100);

    const { email } = accounts[0];
    const cookie = await signIn(server.url, email, password);
    expect((await page(server.url, "/beranda", cookie)).status).toBe(200);
    await postgres.stop();
    for (const path of ["/beranda", "/kegiatan", `/u/${"a".repeat(22)}`]) {
      const { status, body, id } = await page(server.url, path, cookie);
      const isGuest = path.startsWith("/u/");
      expect(status, path).toBe(503);
      expect(body, path).toContain(isGuest ? "halaman ini belum dapat dibuka" : "Lokmin sedang sibuk");
      expect(body.includes("/beranda"), path).toBe(!isGuest);
      expect(body, path).toContain(id);
      // The id that the person reads out is in the log, beside what went wrong.
      await vi.waitFor(() => expect(server.output.stdout, path).toMatch(new RegExp(`"request":"${id}".*"err`)), 60_000);
    }
    await expectWordsForDevices(server.url, cookie);
    expect(await server.stop("SIGTERM")).toMatchObject({ code: 0 });
  } finally {
    await postgres.stop();
  }
});

/** What a device is answered while the database is away. */
async function expectWordsForDevices(url: string, cookie: string) {
  const someId = "00000000-0000-4000-8000-000000000000";
  for (const path of [`/api/kehadiran/${someId}`, `/api/notulen/${someId}`, `/api/kehadiran/${someId}/kode`]) {
    const answer = await fetch(url + path, { headers: { cookie } });
    expect(answer.status, path).toBe(503);
    expect(await answer.json(), path).toEqual({ reason: expect.stringContaining("Basis data sedang sibuk") });
  }
}
