// The pages of a Dinkes over a generated country: what a kabupaten waits for, whatever is in the database beside it, and
// what its province and the ministry wait for.
import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { openDatabase } from "../../prisma/run/data-folder.mjs";
import { migrate } from "../../prisma/run/migrate.mjs";
import { node, root } from "../../prisma/run/prepare.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { databaseUrl, fetchRaw, startApp } from "./app.mjs";
import { fillCountry, password, visitors } from "./country-fill.mjs";
import { bundled } from "./fill.mjs";
import { measureRows, sizeWords } from "./row-sizes.mjs";
import { signIn } from "./sign-in.mjs";
import { connectionCounts, measure } from "./speed.mjs";

const secondsEach = 4;
const pages = ["/beranda", "/matriks", "/tindak-lanjut", "/tinjauan", "/eskalasi", "/kegiatan"];

/**
 * @typedef {object} Waited times in ms
 * @property {string} visitor
 * @property {string} page
 * @property {number} connections
 * @property {number} p50
 * @property {number} p95
 * @property {number} perSecond
 */
/** @typedef {{ puskesmas: number, rows: Record<string, number>, tables: import("./row-sizes.mjs").TableSize[], secondsToFill: number, reads: Waited[], waits: Waited[] }} Size */

/** @param {number} most how many puskesmas the largest country has */
export function sizesOf(most) {
  return [20, 200, 2000, 10_400].filter((size) => size < most).concat(most);
}

/** @param {string} folder @param {number[]} sizes @param {(words: string) => void} tell @returns {Promise<Size[]>} */
export async function measureCountry(folder, sizes, tell) {
  await prepare(folder);
  const port = await freePort();
  const app = await startApp({ folder, port, log: join(folder, "app.log") });
  const load = fork(join(root, "tests/bench/load.mjs"));
  try {
    /** @type {Size[]} */
    const found = [];
    for (const puskesmas of sizes) {
      const from = performance.now();
      await empty(databaseUrl(folder));
      const rows = await fillCountry(databaseUrl(folder), puskesmas, tell);
      const secondsToFill = (performance.now() - from) / 1000;
      const tables = await measureRows(databaseUrl(folder));
      tell(sizeWords(tables));
      tell(`${puskesmas.toLocaleString("id")} puskesmas: ${Math.round(secondsToFill)} s`);
      const reads = await readsOf(folder);
      found.push({ puskesmas, rows, tables, secondsToFill, reads, waits: await waitsOf(load, port, tell) });
    }
    return found;
  } finally {
    load.disconnect();
    await app.stop();
  }
}

/** Migrated, with areas and one puskesmas, which keep the app from filling in its demo. @param {string} folder */
async function prepare(folder) {
  if (existsSync(join(folder, "postgres"))) return;
  const database = await openDatabase({ folder });
  try {
    await migrate(database.url);
    const env = { DATABASE_URL: database.url, LOKMIN_SECRET: database.secret };
    await node([await bundled("country-areas")], { env });
    await fillCountry(database.url, 1, () => {});
  } finally {
    await database.close();
  }
}

/** @param {string} url */
async function empty(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT string_agg(format('%I', tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('Area', '_prisma_migrations', 'Installation')`,
  );
  await client.query(`TRUNCATE ${rows[0].tables}`);
  await client.end();
}

/** What the pages read, without the pages. @param {string} folder @returns {Promise<Waited[]>} */
async function readsOf(folder) {
  const out = join(folder, "reads.json");
  const env = { DATABASE_URL: databaseUrl(folder), LOKMIN_SECRET: "x".repeat(32), LOG_LEVEL: "silent" };
  await node([await bundled("country-reads"), out], { env });
  return JSON.parse(readFileSync(out, "utf8"));
}

/** @param {import("node:child_process").ChildProcess} load @param {number} port @param {(words: string) => void} tell */
async function waitsOf(load, port, tell) {
  /** @type {Waited[]} */
  const waits = [];
  for (const [visitor, { email }] of Object.entries(visitors)) {
    const cookie = await signIn(port, { email, password });
    const headers = { Accept: "text/html", "Accept-Encoding": "gzip", Cookie: cookie };
    for (const page of pages) {
      const first = await fetchRaw(port, page, { headers });
      if (first.status === 404) continue;
      for (const connections of connectionCounts) {
        const job = { port, method: /** @type {const} */ ("GET"), paths: [page], headers, expected: 200 };
        const { p50, p95, perSecond } = await measure(load, { ...job, connections, seconds: secondsEach });
        waits.push({ visitor, page, connections, p50, p95, perSecond });
        tell(`${visitor} ${page} ×${connections}: p50 ${Math.round(p50)} ms, p95 ${Math.round(p95)} ms`);
      }
    }
  }
  return waits;
}
