import { keepBackup } from "@/lib/backups/keep";
import { BackupProblem } from "@/lib/backups/problem";
import { findBackupSettings, findLastBackup } from "@/lib/backups/reads";
import { isBackupDue } from "@/lib/backups/rules";
import { formatSize } from "@/lib/documents/rules";
import { keepsInstallation } from "@/lib/installation/keeper";
import { type Attempt, Interrupted, type JobOutcome } from "@/lib/jobs/attempt";
import { log } from "@/lib/log";

function ownPlace() {
  const { DATABASE_URL = "", LOKMIN_OWNER_URL, LOKMIN_SECRET: secret = "", LOKMIN_BACKUP_PASSPHRASE } = process.env;
  return { url: LOKMIN_OWNER_URL ?? DATABASE_URL, secret, passphrase: LOKMIN_BACKUP_PASSPHRASE || undefined };
}

/** Asked every hour: a computer that is off at night makes it in the morning. */
export async function runDailyBackup(now: Date, signal?: AbortSignal): Promise<boolean> {
  const { folder, isDaily, kept } = await findBackupSettings();
  const last = await findLastBackup(now);
  if (!isDaily || !isBackupDue(last?.startedAt ?? null, now)) return false;
  try {
    await keepBackup({ kind: "daily", folder, kept, now, signal, ...ownPlace() });
    return true;
  } catch (error) {
    // Of itself: in an hour it is tried again, and the admin sees what is missing.
    if (!signal?.aborted) log.error({ err: error }, "cadangan harian gagal");
    return false;
  }
}

export const backupJob = {
  async run({ actor, signal, onProgress }: Attempt): Promise<JobOutcome> {
    const { folder } = await findBackupSettings();
    if (!(await keepsInstallation(actor)))
      return { ok: false, reason: "Hanya admin instansi teratas yang membuat cadangan." };
    try {
      const percents = inPercent(onProgress);
      const made = await keepBackup({
        ...{ kind: "asked", folder, kept: null, now: new Date(), signal, onProgress: percents.tell },
        ...ownPlace(),
      });
      await percents.told();
      return { ok: true, says: `${formatSize(made.bytes)}, sudah diperiksa: ${made.file}` };
    } catch (error) {
      if (signal.aborted) throw new Interrupted();
      if (error instanceof BackupProblem) return { ok: false, reason: error.message };
      throw error;
    }
  },
  async giveUp(): Promise<void> {},
};

/** Bytes are more than the columns of a job hold. */
function inPercent(onProgress: Attempt["onProgress"]) {
  let shown = -1;
  let telling: Promise<unknown> = Promise.resolve();
  return {
    tell(done: number, total: number): void {
      const percent = total > 0 ? Math.floor((done / total) * 100) : 100;
      if (percent === shown) return;
      shown = percent;
      telling = telling.then(() => onProgress(percent, 100)).catch(() => {});
    },
    told: () => telling,
  };
}
