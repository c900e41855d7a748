import type { Actor } from "@/lib/actor";
import { ageWords, backupFolder, clocksDifferMs, defaultKept, isOldBackup } from "@/lib/backups/rules";
import { db } from "@/lib/db";
import { keepsInstallation, requireKeeper } from "@/lib/installation/keeper";

const shownAtMost = 10;

/** What counts now: the admin's choice, else every day. */
export async function findBackupSettings() {
  const chosen = await db.backupSettings.findUnique({ where: { id: 1 } });
  return { folder: backupFolder(), isDaily: chosen?.isDaily ?? true, kept: chosen?.kept ?? defaultKept };
}

/** One that says it is from later than now was made while the clock was wrong, and counts for nothing. */
export async function findLastBackup(now: Date) {
  return db.backup.findFirst({
    where: { finishedAt: { not: null }, startedAt: { lte: new Date(now.getTime() + clocksDifferMs) } },
    orderBy: { startedAt: "desc" },
  });
}

export type BackupState = {
  /** null: there is none. */
  lastAt: Date | null;
  /** A sentence where the last is too old, or there is none where there should be. */
  warning: string | null;
};

export async function findBackupState(now: Date): Promise<BackupState> {
  const [{ isDaily }, last, since] = await Promise.all([findBackupSettings(), findLastBackup(now), beganAt()]);
  const lastAt = last?.startedAt ?? null;
  const reference = lastAt ?? since;
  const isMissed = isDaily && reference !== null && isOldBackup(reference, now);
  return { lastAt, warning: isMissed ? wordsOfMissed(lastAt, now) : null };
}

function wordsOfMissed(lastAt: Date | null, now: Date): string {
  return lastAt ? `Cadangan terakhir sudah ${ageWords(lastAt, now)}` : "Belum ada cadangan";
}

async function beganAt(): Promise<Date | null> {
  const office = await db.organisation.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } });
  if (!office) return null;
  const installation = await db.installation.findUnique({ where: { id: 1 }, select: { recordedAt: true } });
  return installation?.recordedAt ?? null;
}

export async function findBackups(actor: Actor, now: Date) {
  await requireKeeper(actor, "see the installation's backups");
  const [settings, state, rows, asked] = await Promise.all([
    findBackupSettings(),
    findBackupState(now),
    db.backup.findMany({ orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: shownAtMost }),
    db.job.findFirst({
      where: { kind: "backup.make", finishedAt: null, failedAt: null },
      select: { done: true },
    }),
  ]);
  const backups = rows.map((row) => ({ ...row, bytes: Number(row.bytes ?? 0) }));
  const lastTried = backups.find(({ startedAt }) => startedAt.getTime() <= now.getTime() + clocksDifferMs);
  const isSealed = Boolean(process.env.LOKMIN_BACKUP_PASSPHRASE);
  return { ...settings, ...state, isSealed, asked, backups, failure: lastTried?.failure ?? null };
}

/** For who looks after the installation alone; null where all is well. */
export async function findBackupTask(actor: Actor, now: Date): Promise<string | null> {
  if (!(await keepsInstallation(actor))) return null;
  return (await findBackupState(now)).warning;
}
