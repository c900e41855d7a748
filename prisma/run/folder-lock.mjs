// One process per data folder. The lock is a folder with exactly one file, whose name says who holds it; a holder is
// replaced by renaming that file, which succeeds for one process alone.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeFile, removeFolder } from "./held-files.mjs";
import { commandOf, isAlive, startOf } from "./processes.mjs";
import { Stop } from "./say.mjs";

const nobody = "bebas";

/** Attempts to take a lock that nobody holds. */
const mostTries = 500;

/** @param {string} folder */
const lockOf = (folder) => join(folder, "kunci");

/**
 * Who holds the lock, as its file is named. The lock folder's own number belongs to it: what was copied together with
 * a data folder holds nothing.
 * @param {number} pid @param {string} start when it began, empty where the system does not say @param {number} place of the lock folder
 */
export function holderName(pid, start, place) {
  const identity = createHash("sha256").update(`${place} ${start}`).digest("hex");
  return `${pid}-${identity.slice(0, 16)}`;
}

/**
 * Whether a name is that of a living process. One whose start the system does not tell is taken for the holder: to
 * refuse a start is better than two on one folder.
 * @param {string | undefined} holder @param {number} pid @param {string} start @param {number} place
 */
export function isNamedAfter(holder, pid, start, place) {
  return start === "" || [start, ""].some((known) => holder === holderName(pid, known, place));
}

/** @param {string} lock @param {number} pid */
const nameOf = (lock, pid) => holderName(pid, startOf(pid), statSync(lock).ino);

/** @param {string} lock @returns {string | undefined} */
function holderOf(lock) {
  return existsSync(lock) ? readdirSync(lock)[0] : undefined;
}

/**
 * The process that a holder's name represents and that holds a data folder now, 0 for none.
 * @param {string} folder @param {string | undefined} holder
 */
function holdingPid(folder, holder) {
  const lock = lockOf(folder);
  const pid = Number(holder?.split("-")[0] ?? 0);
  // A number may be another program's by now; the moment it began tells.
  if (pid > 0 && isAlive(pid)) {
    const start = startOf(pid);
    // Of one that ended meanwhile nothing is told either.
    if (isAlive(pid) && isNamedAfter(holder, pid, start, statSync(lock).ino)) return pid;
  }
  return oldHolder(folder);
}

/** Versions before this one kept a file with their number. @param {string} folder */
function oldHolder(folder) {
  const file = join(folder, "sedang-jalan");
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return pid > 0 && pid !== process.pid && isAlive(pid) && /prisma[\\/]run[\\/]/.test(commandOf(pid)) ? pid : 0;
}

/** The process that holds a data folder now, 0 for none. @param {string} folder */
export const pidOn = (folder) => holdingPid(folder, holderOf(lockOf(folder)));

/**
 * Refuses where another process holds the data folder.
 * @param {string} folder
 */
export function requireFreeFolder(folder, holder = holderOf(lockOf(folder))) {
  const pid = holdingPid(folder, holder);
  if (pid === 0) return;
  throw new Stop(
    `Lokmin sudah berjalan di folder data ${folder} (proses ${pid}). Hentikan dulu yang itu, atau pakai LOKMIN_DATA_DIR lain.`,
  );
}

/**
 * Takes the data folder for this process.
 * @param {string} folder
 * @returns {() => void} gives it free
 */
export function lockFolder(folder) {
  const lock = lockOf(folder);
  makeLock(folder, lock);
  const own = join(lock, nameOf(lock, process.pid));
  for (let tries = 1; ; tries += 1) {
    // The one that is asked about is the one that is replaced: another may have taken its place meanwhile.
    const holder = holderOf(lock);
    requireFreeFolder(folder, holder);
    if (holder && rename(join(lock, holder), own)) break;
    if (tries >= mostTries) throw new Stop(heldWords(lock));
    if (tries > 10) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  removeFile(join(folder, "sedang-jalan"));
  const release = () => void rename(own, join(lock, nobody));
  process.on("exit", release);
  return release;
}

/** @param {string} lock */
const heldWords = (lock) =>
  `Folder ${lock} ditahan program lain, misalnya antivirus, atau tidak boleh ditulis. Tunggu sebentar, lalu jalankan lagi.`;

/** Made beside its place with its one file in it: of two that make it, one finds it there. @param {string} folder @param {string} lock */
function makeLock(folder, lock) {
  if (existsSync(lock)) return;
  const draft = mkdtempSync(join(folder, "kunci-"));
  writeFileSync(join(draft, nobody), "");
  if (!rename(draft, lock)) removeFolder(draft);
}

/** @param {string} from @param {string} to @returns {boolean} whether this process was the one to do it */
function rename(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    // Gone or there already: another process was first. (Windows says EPERM or EACCES for a folder that is there.)
    if (["ENOENT", "ENOTEMPTY", "EEXIST"].includes(String(code))) return false;
    if (process.platform === "win32" && ["EPERM", "EACCES"].includes(String(code))) return false;
    throw error;
  }
}
