// Before the tables of a filled installation are changed or its rows replaced: a backup, so that there is a way back.
import { join, resolve } from "node:path";
import { dataFolder } from "./data-folder.mjs";
import { pendingUpgrade } from "./migrate.mjs";
import { passphraseOfEnvironment } from "./passphrase.mjs";
import { percentOf } from "./percent.mjs";
import { Stop, step } from "./say.mjs";

const kept = 3;

/** @typedef {typeof import("./backup-main")} Program */
/** @typedef {import("./data-folder.mjs").OpenDatabase} OpenDatabase */

/** @param {Program} program @param {OpenDatabase} database */
export async function backUpBeforeMigrating(program, database) {
  if (process.env.LOKMIN_SKIP_BACKUP === "1") return;
  if ((await pendingUpgrade(database.url)).length === 0) return;
  const { offices } = await program.countHeld(database.url);
  if (offices > 0)
    await backUpHere(program, database, { kind: "before-upgrade", kept, what: "Mencadangkan sebelum pembaruan" });
}

/**
 * A backup in the installation's own folder.
 * @param {Program} program @param {Pick<OpenDatabase, "url" | "secret" | "embedded">} database
 * @param {{ kind: "before-upgrade" | "before-restore", kept: number | null, what: string }} which
 */
async function backUpHere(program, { url, secret, embedded }, { kind, kept, what }) {
  const folder = ownBackupFolder(embedded);
  if (!folder) {
    console.log("• Tanpa cadangan otomatis: isi LOKMIN_BACKUP_DIR agar Lokmin membuatnya sebelum pembaruan.");
    return;
  }
  const request = { folder, url, secret, kept, now: new Date(), passphrase: passphraseOfEnvironment() };
  try {
    const { file } = await step(what, () =>
      program.keepBackup({ ...request, kind, onProgress: percentOf("Mencadangkan") }),
    );
    console.log(`  Cadangan: ${file}`);
  } catch (error) {
    if (!(error instanceof program.BackupProblem)) throw error;
    throw new Stop(
      `${error.message} Data belum diubah. Untuk melanjutkan tanpa cadangan, ulangi dengan LOKMIN_SKIP_BACKUP=1.`,
    );
  }
}

/**
 * What is replaced is backed up before: where there is no place for that, somebody has to say that it may be lost.
 * @param {Program} program @param {Pick<OpenDatabase, "url" | "secret" | "embedded">} database
 */
export async function backUpBeforeReplacing(program, database) {
  if (process.env.LOKMIN_SKIP_BACKUP === "1") return;
  if (!ownBackupFolder(database.embedded))
    throw new Stop(
      "Tidak ada tempat untuk mencadangkan yang akan diganti, jadi belum ada yang diubah. Isi LOKMIN_BACKUP_DIR dengan foldernya; atau, bila isi pemasangan ini boleh hilang, ulangi dengan LOKMIN_SKIP_BACKUP=1.",
    );
  // Trying one backup after the other must not lose what was there first: none of these is deleted by itself.
  await backUpHere(program, database, { kind: "before-restore", kept: null, what: "Mencadangkan yang akan diganti" });
}

/** Where backups that nobody asked for go, null where there is no such place. @param {boolean} embedded */
function ownBackupFolder(embedded) {
  const { LOKMIN_BACKUP_DIR } = process.env;
  if (LOKMIN_BACKUP_DIR) return resolve(LOKMIN_BACKUP_DIR);
  return embedded ? join(dataFolder, "cadangan") : null;
}
