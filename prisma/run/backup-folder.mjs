import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where backups that nobody asked for go; a disk that somebody chose is never made. @param {string} dataFolder */
export function backupFolderOf(dataFolder) {
  const { LOKMIN_BACKUP_DIR } = process.env;
  if (LOKMIN_BACKUP_DIR) return resolve(LOKMIN_BACKUP_DIR);
  try {
    // With DATABASE_URL nothing else may have made it.
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch {
    // The backup itself says what is wrong.
  }
  return join(dataFolder, "cadangan");
}
