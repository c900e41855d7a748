// npm start -- kantor: an installation for an office, on the embedded database, instead of the demo.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ask } from "./ask.mjs";
import { dataFolder } from "./data-folder.mjs";
import { removeFile } from "./held-files.mjs";
import { Stop, step } from "./say.mjs";

const markFile = join(dataFolder, "kantor.json");
export const demoFile = join(dataFolder, "demo.json");

const leaveWord = "--tinggalkan-contoh";

/**
 * What was asked for behind `npm start --`.
 * @param {readonly string[]} words
 * @returns {{ isOffice: boolean, leavesDemo: boolean }}
 */
export function readWords(words) {
  const [mode, ...more] = words;
  const unknown = [
    mode !== undefined && mode !== "kantor" ? mode : [],
    more.filter((word) => word !== leaveWord),
  ].flat();
  if (unknown.length > 0)
    throw new Stop(
      `npm start tidak mengenal "${unknown[0]}". Tanpa kata lain: data contoh. Untuk kantor Anda sendiri: npm start -- kantor`,
    );
  if (mode === "kantor" && process.env.DATABASE_URL)
    throw new Stop(
      "npm start -- kantor memakai basis data bawaan. Dengan DATABASE_URL jalankan npm start: basis data itu tidak pernah diisi data contoh.",
    );
  return { isOffice: mode === "kantor", leavesDemo: more.includes(leaveWord) };
}

/** Whether this data folder is an office's: it is never filled with demo data again. */
export function isOfficeFolder() {
  return existsSync(markFile);
}

/**
 * Makes the data folder an office's, and leaves the demo behind where there is one and that was confirmed.
 * @param {{ url: string, leavesDemo: boolean, isEmpty: () => Promise<boolean> }} options url: of the owner
 */
export async function becomeOffice({ url, leavesDemo, isEmpty }) {
  // A backup restored into what began as the demo is an office's: nothing of it is ever deleted here.
  const isDemo = !isOfficeFolder() && existsSync(demoFile) && !(await isEmpty());
  if (isDemo) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    try {
      await confirmLeaving(await countsOf(client), leavesDemo);
      await step("Menghapus data contoh", () => removeAll(client));
    } finally {
      await client.end();
    }
  }
  // In this order: cut in between, the next start finds nothing of the demo that is still said to be there.
  if (!existsSync(markFile)) writeFileSync(markFile, JSON.stringify({ sejak: new Date().toISOString() }, null, 2));
  removeFile(demoFile);
}

/** @param {string} counted @param {boolean} leavesDemo */
async function confirmLeaving(counted, leavesDemo) {
  if (leavesDemo) return;
  const words = `Folder data ini berisi data contoh. Yang akan dihapus, termasuk yang Anda tambahkan sendiri: ${counted}. Yang tetap: daftar wilayah dan program ini.`;
  const backup = "Bila masih perlu, cadangkan dulu dengan npm run cadangan -- contoh.lokmin";
  if (!process.stdin.isTTY) throw new Stop(`${words} ${backup}, lalu jalankan: npm start -- kantor ${leaveWord}`);
  console.log(`\n${words}\n${backup}\n`);
  const answer = await ask("Ketik HAPUS untuk meninggalkan data contoh: ");
  if (answer.trim() !== "HAPUS")
    throw new Stop("Tidak ada yang dihapus. Data contoh tetap dapat dibuka dengan npm start");
}

const counted = [
  ["instansi", `"Organisation"`],
  ["pengguna", `"User"`],
  ["jabatan mitra", `"Seat"`],
  ["kegiatan", `"Meeting"`],
  ["RTL", `"ActionItem"`],
  ["berkas", `"Document"`],
];

/** @param {pg.Client} client */
async function countsOf(client) {
  const columns = counted.map(([, table], index) => `(SELECT count(*)::int FROM ${table}) AS n${index}`);
  const { rows } = await client.query(`SELECT ${columns.join(", ")}`);
  return counted.map(([word], index) => `${rows[0][`n${index}`].toLocaleString("id-ID")} ${word}`).join(", ");
}

/** All or nothing, and the jobs that wait too. @param {pg.Client} client */
async function removeAll(client) {
  const { rows } = await client.query(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables FROM pg_tables
     WHERE (schemaname = 'public' AND tablename NOT IN ('Area', '_prisma_migrations', 'Installation'))
        OR (schemaname = 'graphile_worker' AND tablename IN ('_private_jobs', '_private_job_queues'))`,
  );
  await client.query(`TRUNCATE ${rows[0].tables} RESTART IDENTITY`);
}
