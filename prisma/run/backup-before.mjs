// Before the tables of a filled installation are changed or its rows replaced: a backup, so that there is a way back.
import { backupFolderOf } from "./backup-folder.mjs";
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
 * @param {Program} program @param {Pick<OpenDatabase, "url" | "secret">} database
 * @param {{ kind: "before-upgrade" | "before-restore", kept: number | null, what: string }} which
 */
async function backUpHere(program, { url, secret }, { kind, kept, what }) {
  const request = {
    folder: backupFolderOf(dataFolder),
    url,
    secret,
    kept,
    now: new Date(),
    passphrase: passphraseOfEnvironment(),
  };
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

/** @param {Program} program @param {Pick<OpenDatabase, "url" | "secret">} database */
export async function backUpBeforeReplacing(program, database) {
  if (process.env.LOKMIN_SKIP_BACKUP === "1") return;
  // Trying one backup after the other must not lose what was there first: none of these is deleted by itself.
  await backUpHere(program, database, { kind: "before-restore", kept: null, what: "Mencadangkan yang akan diganti" });
}
