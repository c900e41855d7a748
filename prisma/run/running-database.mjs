// The database of an installation for a command beside it: that of DATABASE_URL, the one that runs in the data folder
// now, or the one there, started for as long as the command takes.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, openDatabase, readSecrets } from "./data-folder.mjs";
import { pidOn } from "./folder-lock.mjs";
import { clusterFolder } from "./postgres-places.mjs";
import { isAlive } from "./processes.mjs";
import { Stop } from "./say.mjs";

/** @typedef {{ url: string, secret: string, embedded: boolean, close: () => Promise<void> }} FoundDatabase */

/** @returns {Promise<FoundDatabase>} */
export async function findDatabase() {
  if (process.env.DATABASE_URL) return openDatabase();
  requireData();
  if (pidOn(dataFolder) === 0) return openDatabase();
  const port = runningPort();
  if (port === 0)
    throw new Stop(
      `Lokmin di folder data ${dataFolder} sedang dimulai atau dihentikan. Ulangi perintah ini sebentar lagi.`,
    );
  const { databasePassword, secret } = readSecrets(dataFolder);
  const url = `postgresql://lokmin:${databasePassword}@127.0.0.1:${port}/lokmin`;
  return { url, secret, embedded: true, close: async () => {} };
}

/** A command that only reads makes no installation. */
function requireData() {
  if (existsSync(clusterFolder(dataFolder)) || existsSync(join(dataFolder, "lokasi-postgres"))) return;
  throw new Stop(
    `Tidak ada basis data Lokmin di ${dataFolder}. Isi LOKMIN_DATA_DIR dengan folder datanya, atau DATABASE_URL dengan alamat basis datanya.`,
  );
}

/** Of the PostgreSQL that answers on the data folder, 0 where there is none. */
function runningPort() {
  const file = join(clusterFolder(dataFolder), "postmaster.pid");
  if (!existsSync(file)) return 0;
  // Number, folder, moment, port, socket, address, memory, state.
  const lines = readFileSync(file, "utf8").split("\n");
  return isAlive(Number(lines[0])) && lines[7]?.trim() === "ready" ? Number(lines[3]) : 0;
}
