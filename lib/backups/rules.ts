export const backupKinds = ["daily", "asked", "command", "before-upgrade", "before-restore"] as const;
export type BackupKind = (typeof backupKinds)[number];

const kindNames: Record<BackupKind, string> = {
  daily: "harian",
  asked: "diminta dari halaman ini",
  command: "npm run cadangan",
  "before-upgrade": "sebelum pembaruan",
  "before-restore": "sebelum dipulihkan dari cadangan lain",
};

export function backupKindName(kind: string): string {
  const found = backupKinds.find((one) => one === kind);
  return found ? kindNames[found] : kind;
}

export const defaultKept = 7;

const hourMs = 3_600_000;

/** Two days: a computer that is off on Sunday is no reason to warn. */
const oldMs = 48 * hourMs;
/** Hourly it is asked whether a day has passed: a little less, so that the hour does not wander. */
const dueMs = 23.5 * hourMs;

/** Of several servers, before one of them says something else than the others. */
export const clocksDifferMs = 5 * 60_000;

export function isOldBackup(lastAt: Date, now: Date): boolean {
  return now.getTime() - lastAt.getTime() > oldMs;
}

export function isBackupDue(lastAt: Date | null, now: Date): boolean {
  return !lastAt || now.getTime() - lastAt.getTime() > dueMs;
}

/**
 * Where this machine keeps its backups: chosen by who runs it, never on a page, since a page that may write anywhere
 * could put the whole database where others read.
 */
export function backupFolder(): string {
  const { LOKMIN_BACKUP_DIR } = process.env;
  if (!LOKMIN_BACKUP_DIR) throw new Error("LOKMIN_BACKUP_DIR is missing");
  return LOKMIN_BACKUP_DIR;
}

/** "3 jam", "2 hari": as long ago as it is told. */
export function ageWords(since: Date, now: Date): string {
  const hours = Math.floor(Math.max(0, now.getTime() - since.getTime()) / hourMs);
  if (hours < 1) return "kurang dari satu jam";
  return hours < 48 ? `${hours} jam` : `${Math.floor(hours / 24)} hari`;
}
