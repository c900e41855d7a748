import { statfs } from "node:fs/promises";
import { BackupProblem } from "@/lib/backups/problem";
import { sizeOfData } from "@/lib/backups/record";

/** PostgreSQL may write to the same disk: a backup that filled it would stop the office. */
const reserve = 256 * 1024 * 1024;

/** @throws BackupProblem where the disk could not take it */
export async function requireRoom(folder: string, url: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const wanted = (await sizeOfData(url)) + reserve;
  if (bavail * bsize >= wanted) return;
  throw new BackupProblem(
    `Ruang untuk cadangan di ${folder} tidak cukup: perlu sekitar ${Math.ceil(wanted / 1e6)} MB, tersisa ${Math.floor((bavail * bsize) / 1e6)} MB. Hapus cadangan lama, atau pilih tempat lain.`,
  );
}
