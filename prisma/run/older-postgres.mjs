// A data folder of an earlier major of PostgreSQL, which this one cannot read: its own PostgreSQL is fetched once and
// backs it up, the backup is loaded into a new cluster beside the old one, and two renames put it in its place. Cut
// short before them the old cluster is as it was and everything begins anew; between them the next start makes the second.
import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { backupFolderOf } from "./backup-folder.mjs";
import { ensureDatabase } from "./ensure-database.mjs";
import { move, removeFolder } from "./held-files.mjs";
import { migrationsTable, readMigrations } from "./migrate.mjs";
import { hasOlderBinaries, olderBinaries } from "./older-binaries.mjs";
import { endOrphan } from "./orphan.mjs";
import { bringInside } from "./outside-cluster.mjs";
import { passphraseOfEnvironment } from "./passphrase.mjs";
import { percentOf } from "./percent.mjs";
import { major, startPostgres, versionOf } from "./postgres.mjs";
import { clusterFolder } from "./postgres-places.mjs";
import { Stop, step } from "./say.mjs";
import { uninterrupted } from "./stopping.mjs";

/** @typedef {typeof import("./backup-main")} Program */
/** @typedef {{ home: string, secrets: { databasePassword: string, secret: string }, fast: boolean, backups: Program | undefined }} Folder */

const kept = 3;

/** A home with the new cluster in it: while it is filled, and when it is whole. */
const draftPrefix = "naik-";
const wholeName = "naik-siap";

/**
 * Brings a data folder to this PostgreSQL, or goes on with what was cut short.
 * @param {Folder} folder
 * @returns {Promise<boolean>} whether its queue is still to be made anew: forgetWhole says that it was
 */
export async function settleCarriedOver(folder) {
  const { home, backups } = folder;
  const cluster = clusterFolder(home);
  const whole = join(home, wholeName);
  for (const name of readdirSync(home))
    if (name.startsWith(draftPrefix) && name !== wholeName) removeFolder(join(home, name));
  if (!existsSync(cluster) && existsSync(clusterFolder(whole))) move(clusterFolder(whole), cluster);
  await bringInside({ home, cluster, endOrphan });
  const found = versionOf(cluster);
  if (found === major || found === "") return existsSync(whole);
  // Of an upgrade that did not get as far as the first rename; the old cluster may have been written to since.
  removeFolder(whole);
  if (!backups || !hasOlderBinaries(found)) return false;
  await step(`Memindahkan data dari PostgreSQL ${found} ke ${major}`, () => carryOver(folder, backups, found));
  return true;
}

/** @param {string} home */
export function forgetWhole(home) {
  removeFolder(join(home, wholeName));
}

/** @param {Folder} folder @param {Program} backups @param {string} found */
async function carryOver({ home, secrets, fast }, backups, found) {
  const native = await olderBinaries(found);
  const draft = join(home, `${draftPrefix}${process.pid}`);
  try {
    const file = await backUpOld({ home, secrets, fast }, backups, { major: found, native });
    await fillNew(draft, { secrets, fast, backups, file });
  } catch (error) {
    removeFolder(draft);
    throw error instanceof backups.BackupProblem ? new Stop(`${error.message} Data lama tidak diubah.`) : error;
  }
  await uninterrupted(async () => {
    const cluster = clusterFolder(home);
    const old = `${cluster}-${found}-lama`;
    removeFolder(old);
    move(draft, join(home, wholeName));
    move(cluster, old);
    move(clusterFolder(join(home, wholeName)), cluster);
    console.log(`  Data lama disimpan di ${old}. Hapus bila semuanya sudah Anda periksa.`);
  });
}

/** @param {Omit<Folder, "backups">} folder @param {Program} backups @param {{ major: string, native: string }} older @returns {Promise<string>} */
async function backUpOld({ home, secrets, fast }, backups, older) {
  const postgres = await startPostgres({ home, password: secrets.databasePassword, fast, older });
  try {
    await ensureDatabase(postgres.url("postgres"), "lokmin");
    const passphrase = passphraseOfEnvironment();
    const { file } = await backups.keepBackup({
      ...{ kind: "before-upgrade", folder: backupFolderOf(home), url: postgres.url("lokmin") },
      ...{ passphrase, secret: secrets.secret, kept, now: new Date(), onProgress: percentOf("Mencadangkan") },
    });
    return file;
  } finally {
    await postgres.stop();
  }
}

/** @param {string} draft @param {Omit<Folder, "home"> & { file: string, backups: Program }} what */
async function fillNew(draft, { secrets, fast, backups, file }) {
  mkdirSync(draft, { mode: 0o711 });
  chmodSync(draft, 0o711);
  const postgres = await startPostgres({ home: draft, password: secrets.databasePassword, fast });
  try {
    await ensureDatabase(postgres.url("postgres"), "lokmin");
    await backups.restoreBackup({
      ...{
        url: postgres.url("lokmin"),
        file,
        passphrase: passphraseOfEnvironment(),
        overwrite: false,
        access: "whole",
      },
      ...{ migrations: await readMigrations(), migrationTable: migrationsTable, onProgress: percentOf("Memuat") },
    });
  } finally {
    await postgres.stop();
  }
}
