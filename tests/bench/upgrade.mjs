// npm run bench -- naik: how long npm start takes to bring a large installation of the version of 27 November up to now.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../prisma/run/data-folder.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { databaseUrl, startApp } from "./app.mjs";
import { query } from "./query.mjs";
import { fillOldVersion } from "./upgrade-rows.mjs";

const shown = 10;

/** @typedef {{ name: string, seconds: number }} Migration */
/** @typedef {{ rows: number, tables: { table: string, rows: number }[], megabytes: number, megabytesAfter: number, secondsToFill: number, secondsDown: number, migrations: Migration[] }} UpgradeFigures */

/** @param {string} folder @param {number} copies @param {(words: string) => void} tell @returns {Promise<UpgradeFigures>} */
export async function measureUpgrade(folder, copies, tell) {
  const filled = await fillFolder(folder, copies);
  const rows = filled.tables.reduce((sum, table) => sum + table.rows, 0);
  const largest = filled.tables.slice(0, 6).map((one) => `${one.table} ${one.rows.toLocaleString("id")}`);
  tell(
    `${rows.toLocaleString("id")} baris, ${filled.megabytes} MB, diisi dalam ${Math.round(filled.secondsToFill)} s: ${largest.join(", ")}`,
  );
  const log = join(folder, "app.log");
  // The dump came without its secret.
  const app = await startApp({ folder, port: await freePort(), log, env: { LOKMIN_NEW_SECRET: "1" } });
  try {
    const migrations = await migrationsOf(databaseUrl(folder));
    const megabytesAfter = await megabytesOf(databaseUrl(folder));
    tell(stepsIn(readFileSync(log, "utf8")));
    tell(`npm start sampai halaman pertama: ${app.secondsToFirstPage.toFixed(1)} s; sesudahnya ${megabytesAfter} MB`);
    for (const { name, seconds } of migrations.slice(0, shown)) tell(`  ${seconds.toFixed(1)} s  ${name}`);
    return { ...filled, rows, megabytesAfter, secondsDown: app.secondsToFirstPage, migrations };
  } finally {
    await app.stop();
  }
}

/** @param {string} folder @param {number} copies */
async function fillFolder(folder, copies) {
  const from = performance.now();
  const database = await openDatabase({ folder });
  try {
    const tables = await fillOldVersion(database.url, copies);
    const megabytes = await megabytesOf(database.url);
    return { tables, megabytes, secondsToFill: (performance.now() - from) / 1000 };
  } finally {
    await database.close();
  }
}

/** @param {string} url */
async function megabytesOf(url) {
  const { rows } = await query(url, "SELECT pg_database_size(current_database()) / 1024 / 1024 AS size");
  return Number(rows[0]?.size);
}

/** Each is one transaction, which keeps its locks until its end. The longest first. @param {string} url @returns {Promise<Migration[]>} */
async function migrationsOf(url) {
  const { rows } = await query(
    url,
    `SELECT migration_name AS name, extract(epoch FROM finished_at - started_at)::float8 AS seconds
     FROM _prisma_migrations ORDER BY seconds DESC`,
  );
  return rows.map(({ name, seconds }) => ({ name: String(name), seconds: Number(seconds) }));
}

/** What npm start says of its steps and their seconds. @param {string} log */
function stepsIn(log) {
  return log
    .split("\n")
    .filter((line) => line.includes(": selesai ("))
    .join("\n");
}
