// The files of a folder of backups: what they are called, and which of them may go.
import { readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";

const dayMs = 86_400_000;

const names = {
  daily: "lokmin-harian-",
  asked: "lokmin-",
  "before-upgrade": "lokmin-sebelum-pembaruan-",
  "before-restore": "lokmin-sebelum-dipulihkan-",
} as const;
export type KeptKind = keyof typeof names;

/** In the order of their names the oldest comes first. */
export function backupName(kind: KeptKind, at: Date): string {
  return `${names[kind]}${at.toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "")}.lokmin`;
}

/**
 * Removes all but the newest of a kind, and what a cut-off writer left a day ago. The one just made always stays: after a
 * clock that was ahead its name is not the last. One that cannot go now, as on Windows while somebody copies it, goes next
 * time.
 */
export async function removeOldBackups(folder: string, kind: KeptKind, kept: number, now: Date): Promise<void> {
  const files = (await readdir(folder)).sort();
  const made = backupName(kind, now);
  const others = files.filter((name) => name.startsWith(names[kind]) && name.endsWith(".lokmin") && name !== made);
  const remove = (name: string) => unlink(join(folder, name)).catch(() => {});
  for (const name of others.slice(0, Math.max(0, others.length - kept + 1))) await remove(name);
  for (const name of files.filter((one) => one.startsWith("lokmin-") && one.endsWith(".belum-selesai"))) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now.getTime() }));
    if (now.getTime() - mtimeMs > dayMs) await remove(name);
  }
}
