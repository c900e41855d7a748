// What keeps a data folder from being opened, each with what to do about it.
import { Stop } from "./say.mjs";

/** Windows's exit code of a program that lacks a library. */
const missingLibrary = 0xc0000135;

/**
 * An error of the file system in words; any other error as it is.
 * @param {unknown} error @param {string} folder
 */
export function storageStop(error, folder) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words = wordsOf(code, folder);
  return words ? new Stop(words) : error;
}

/** @param {string} code @param {string} folder */
function wordsOf(code, folder) {
  if (code === "ENOSPC" || code === "EDQUOT") return full(folder);
  if (code === "EROFS")
    return `Folder data ${folder} ada di penyimpanan yang hanya dapat dibaca. Pasang ulang penyimpanan itu agar dapat ditulis, atau salin folder itu ke penyimpanan lain dan isi LOKMIN_DATA_DIR dengan salinannya.`;
  if (code === "EACCES" || code === "EPERM") return foreign(folder, process.platform);
  if (code === "EBUSY")
    return `Berkas di folder data ${folder} sedang ditahan program lain, misalnya antivirus atau program penyalin. Tunggu sebentar, lalu jalankan lagi; data yang ada tetap utuh.`;
  if (code === "ENOTDIR" || code === "EEXIST")
    return `Folder data ${folder} bukan folder. Isi LOKMIN_DATA_DIR dengan nama folder.`;
  return "";
}

/** @param {string} folder */
const full = (folder) =>
  `Penyimpanan penuh: tidak ada ruang lagi untuk folder data ${folder}. Kosongkan ruang di disk itu, lalu jalankan lagi; data yang ada tetap utuh.`;

/** @param {string} folder @param {NodeJS.Platform} platform */
export function foreign(folder, platform) {
  const whose = `Folder data ${folder} milik pengguna lain atau tidak boleh ditulis. Jalankan Lokmin sebagai pemiliknya, atau`;
  if (platform === "win32") return `${whose} isi LOKMIN_DATA_DIR dengan folder yang boleh Anda tulis.`;
  return `${whose} ubah pemiliknya: sudo chown -R $(id -un) ${folder}`;
}

/**
 * What keeps PostgreSQL's programs from running on Windows at all, before they read any data; empty where it is none of it.
 * @param {number | null} code of exit @param {string} output
 */
export function windowsWords(code, output) {
  if (code === missingLibrary)
    return "Windows ini belum punya Microsoft Visual C++ Redistributable (x64), yang diperlukan PostgreSQL. Pasang dari https://aka.ms/vs/17/release/vc_redist.x64.exe, lalu jalankan lagi Lokmin; tidak ada data yang diubah.";
  if (/administrative permissions/.test(output))
    return "Lokmin dijalankan sebagai administrator, dan PostgreSQL menolak itu. Tutup jendela ini, lalu klik dua kali Lokmin.cmd tanpa “Run as administrator”, sebagai pengguna biasa; data tidak diubah.";
  return "";
}

/**
 * PostgreSQL on Windows reads names in the letters of Western Europe only.
 * @param {string} folder @param {NodeJS.Platform} platform
 */
export function requireReadableName(folder, platform) {
  if (platform !== "win32" || /^[ -\u00ff]*$/.test(folder)) return;
  throw new Stop(
    `Nama folder ${folder} berisi huruf yang tidak dikenal PostgreSQL di Windows. Pindahkan Lokmin ke folder lain, misalnya C:\\Lokmin; untuk data saja isi LOKMIN_DATA_DIR.`,
  );
}

/**
 * Why PostgreSQL did not start, from what it wrote meanwhile.
 * @param {string} output @param {{ home: string, logFile: string, code?: number | null }} places code: of its exit
 */
export function postgresStop(output, { home, logFile, code = null }) {
  const details = ` Rinciannya di ${logFile}.`;
  if (/No space left on device|Disk quota exceeded/.test(output)) return new Stop(full(home));
  const onWindows = windowsWords(code, output);
  if (onWindows) return new Stop(onWindows);
  if (/has wrong ownership|Permission denied|has invalid permissions/.test(output))
    return new Stop(foreign(home, process.platform));
  if (/Read-only file system/.test(output)) return new Stop(wordsOf("EROFS", home));
  if (/Cannot allocate memory|could not map anonymous shared memory|could not fork/.test(output))
    return new Stop(`Memori mesin ini tidak cukup untuk PostgreSQL. Tutup program lain, lalu jalankan lagi.${details}`);
  if (/could not bind|could not create any TCP\/IP sockets/.test(output))
    return new Stop(`PostgreSQL tidak mendapat port di 127.0.0.1. Jalankan lagi npm start.${details}`);
  if (isDamage(output))
    return new Stop(
      `Basis data di folder data ${home} rusak (${lastComplaint(output)}). Simpan dulu salinan folder itu, lalu pulihkan dari cadangan.${details}`,
    );
  return new Stop(
    `PostgreSQL belum dapat dijalankan di folder data ${home} (${lastComplaint(output)}). Datanya tidak diubah; jalankan lagi npm start.${details}`,
  );
}

/** @param {string} output */
function isDamage(output) {
  return /PANIC:|pg_control|is not a valid data directory|invalid checksum|incorrect checksum|invalid page|could not (?:open|read|locate)[^\n]*(?:No such file|checkpoint record|read only \d+)|missing or erroneous/.test(
    output,
  );
}

/** @param {string} output */
export function lastComplaint(output) {
  const complaints = output.match(/(?:FATAL|PANIC|LOG|postgres): {1,2}(.+)/g);
  return complaints?.pop() ?? "tanpa keterangan";
}

/**
 * A cluster of another major version of PostgreSQL, which this one cannot read.
 * @param {string} home @param {string} found @param {string} wanted
 */
export function versionStop(home, found, wanted) {
  return new Stop(
    `Folder data ${home} dibuat dengan PostgreSQL ${found}, sedangkan Lokmin ini membawa PostgreSQL ${wanted}. Datanya utuh: jalankan dengan versi Lokmin yang membuatnya.`,
  );
}
