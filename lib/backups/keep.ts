// A backup into the installation's own folder, written down whatever came of it.
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Progress } from "@/lib/backups/dump";
import { backupName, type KeptKind, removeOldBackups } from "@/lib/backups/files";
import { type MadeBackup, makeBackup } from "@/lib/backups/make";
import { BackupProblem, wordsOfStorage } from "@/lib/backups/problem";
import { recordBackup } from "@/lib/backups/record";
import { requireRoom } from "@/lib/backups/room";

export type KeptBackupRequest = {
  kind: KeptKind;
  folder: string;
  url: string;
  passphrase: string | undefined;
  secret: string;
  /** How many of its kind stay; null: all. */
  kept: number | null;
  now: Date;
  signal?: AbortSignal | undefined;
  onProgress?: Progress;
};

/** @throws BackupProblem after it was written down */
export async function keepBackup(request: KeptBackupRequest): Promise<MadeBackup & { file: string }> {
  const { kind, folder, url, passphrase, kept, now } = request;
  const file = join(folder, backupName(kind, now));
  const facts = { kind, startedAt: now, file, isEncrypted: passphrase !== undefined };
  try {
    const made = await makeIn(request, file);
    await recordBackup(url, { ...facts, finishedAt: new Date(), bytes: made.bytes, failure: null });
    if (kept !== null) await removeOldBackups(folder, kind, kept, now);
    return { ...made, file };
  } catch (error) {
    if (error instanceof BackupProblem)
      await recordBackup(url, { ...facts, finishedAt: null, bytes: null, failure: error.message }).catch(() => {});
    throw error;
  }
}

/** Alone, not what it is in: of a disk that is not mounted the place would be made on another. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (!(await stat(folder).catch(() => null))?.isDirectory()) throw error;
  }
}

async function makeIn(request: KeptBackupRequest, file: string): Promise<MadeBackup> {
  const { folder, url, passphrase, secret, signal, onProgress = () => {} } = request;
  try {
    await makeFolder(folder);
    await requireRoom(folder, url);
  } catch (error) {
    throw wordsOfStorage(error, file);
  }
  return makeBackup({ url, file, passphrase, secret: passphrase ? secret : null, signal, onProgress });
}
