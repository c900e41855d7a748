// Earlier versions, run as root below a folder closed to others, kept the cluster elsewhere and only its place in the
// data folder: a copy of such a folder holds no data. The cluster moves back into its data folder.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { Stop, step } from "./say.mjs";

/**
 * Moves a cluster that is outside into its data folder.
 * @param {{ home: string, cluster: string, endOrphan: (cluster: string) => Promise<void> }} what
 */
export async function bringInside({ home, cluster, endOrphan }) {
  const pointer = join(home, "lokasi-postgres");
  if (!existsSync(pointer)) return;
  const outside = readFileSync(pointer, "utf8").trim();
  if (!existsSync(cluster)) {
    requireOwn(home, outside);
    await endOrphan(outside);
    await step("Memindahkan basis data ke dalam folder data", async () => move(outside, cluster));
  }
  rmSync(pointer);
}

/** A copied pointer leads to the original's data, or to nothing. @param {string} home @param {string} outside */
function requireOwn(home, outside) {
  if (!existsSync(outside))
    throw new Stop(
      `Folder data ${home} tidak berisi basis datanya: menurut berkas lokasi-postgres isinya di ${outside}, tetapi folder itu tidak ada di mesin ini. Salin ${outside} dari mesin asalnya menjadi ${join(home, "postgres")}, hapus berkas lokasi-postgres, lalu jalankan lagi.`,
    );
  const key = createHash("sha256").update(resolve(home)).digest("hex").slice(0, 12);
  if (basename(outside).startsWith(`data-${key}-`)) return;
  throw new Stop(
    `Folder data ${home} adalah salinan: basis datanya di ${outside} milik folder data lain. Bila folder ini dipindahkan dan aslinya tidak dipakai lagi, pindahkan ${outside} menjadi ${join(home, "postgres")} dan hapus berkas lokasi-postgres; bila ini cadangan, salin keduanya.`,
  );
}

/** @param {string} outside @param {string} cluster */
function move(outside, cluster) {
  try {
    return renameSync(outside, cluster);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
  }
  // Another file system: whole first, then in its place; owners and modes stay.
  const draft = `${cluster}.dipindah`;
  rmSync(draft, { recursive: true, force: true });
  execFileSync("cp", ["-a", outside, draft]);
  execFileSync("sync", ["-f", draft]);
  renameSync(draft, cluster);
  rmSync(outside, { recursive: true, force: true });
}
