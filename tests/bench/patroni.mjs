// A high-availability PostgreSQL as offices run it, on the loopback: three nodes of Debian's PostgreSQL under Patroni,
// etcd that says which of them leads, HAProxy whose one address leads to it.
import { spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serverOwner } from "../../prisma/run/postgres-places.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { Stop } from "../../prisma/run/say.mjs";
import { installFromDebian } from "../run/debian.mjs";

const nodeNames = ["satu", "dua", "tiga"];
const password = "hanya-untuk-ukur";
const longestStart = 180_000;

/** Seconds after which a leader that says nothing is replaced: Patroni's own default is 30, 20 its least. */
export const leaderTtl = 20;

/** @typedef {{ name: string, database: number, rest: number, child: import("node:child_process").ChildProcess }} ClusterNode */

/** @param {string} folder that PostgreSQL's user may enter */
export async function startCluster(folder) {
  const bin = await findPrograms();
  const owner = serverOwner();
  const ports = { etcd: await freePort(), peer: await freePort(), proxy: await freePort() };
  /** @type {import("node:child_process").ChildProcess[]} */
  const others = [];
  /** @param {string} program @param {string[]} args @param {string} log */
  const run = (program, args, log) => {
    const output = openSync(join(folder, `${log}.log`), "a", 0o666);
    const child = spawn(program, args, { stdio: ["ignore", output, output], cwd: folder, ...owner });
    closeSync(output);
    return child;
  };
  if (owner) chownSync(folder, owner.uid, owner.gid);
  others.push(run("etcd", etcdArguments(folder, ports), "etcd"));
  /** @type {ClusterNode[]} */
  const nodes = [];
  for (const name of nodeNames) {
    const node = { name, database: await freePort(), rest: await freePort() };
    const home = join(folder, name);
    mkdirSync(home, { mode: 0o700 });
    const file = join(home, "patroni.yml");
    writeFileSync(file, JSON.stringify(patroniSettings({ ...node, home, bin, etcd: ports.etcd }), null, 2));
    if (owner) for (const path of [home, file]) chownSync(path, owner.uid, owner.gid);
    nodes.push({ ...node, child: run("patroni", [file], name) });
    // The first makes the database, the others copy it.
    if (nodes.length === 1) await until(async () => (await leaderOf(nodes)) !== undefined, "a leader");
  }
  const settings = join(folder, "haproxy.cfg");
  writeFileSync(settings, proxySettings(nodes, ports.proxy));
  others.push(run("haproxy", ["-db", "-f", settings], "haproxy"));
  await until(async () => (await synchronous(nodes)) && (await streaming(nodes)) === 2, "two replicas");
  return {
    nodes,
    url: (/** @type {string} */ base) => `postgresql://postgres:${password}@127.0.0.1:${ports.proxy}/${base}`,
    leader: () => leaderOf(nodes),
    async stop() {
      for (const { child } of nodes) await end(child, "SIGTERM");
      for (const child of others) await end(child, "SIGTERM");
    },
  };
}

/** @param {import("node:child_process").ChildProcess} child @param {NodeJS.Signals} signal */
async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await Promise.race([ended, pause(30_000, undefined, { ref: false })]);
}

/** @returns {Promise<string>} folder of PostgreSQL's programs */
async function findPrograms() {
  const isThere = (/** @type {string} */ program) =>
    [...(process.env.PATH ?? "").split(":"), "/usr/sbin"].some((place) => existsSync(join(place, program)));
  const missing = () =>
    Object.entries({ patroni: "patroni", etcd: "etcd-server", haproxy: "haproxy" })
      .filter(([program]) => !isThere(program))
      .map(([, name]) => name)
      .concat(serverFolders().length > 0 ? [] : ["postgresql"]);
  if (missing().length > 0) await installFromDebian(missing());
  if (missing().length > 0)
    throw new Stop(`Ukuran ini memerlukan paket Debian ${missing().join(", ")}. Pasang, lalu jalankan lagi.`);
  return serverFolders().at(-1) ?? "";
}

function serverFolders() {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  return versions
    .filter((version) => Number(version) >= 15)
    .sort((one, other) => Number(one) - Number(other))
    .map((version) => join("/usr/lib/postgresql", version, "bin"))
    .filter((bin) => existsSync(join(bin, "initdb")));
}

/** @param {string} folder @param {{ etcd: number, peer: number }} ports */
function etcdArguments(folder, { etcd, peer }) {
  const own = `http://127.0.0.1:${peer}`;
  const client = `http://127.0.0.1:${etcd}`;
  return [
    ...["--name", "ukur", "--data-dir", join(folder, "etcd"), "--logger", "zap"],
    ...["--listen-client-urls", client, "--advertise-client-urls", client],
    ...["--listen-peer-urls", own, "--initial-advertise-peer-urls", own, "--initial-cluster", `ukur=${own}`],
  ];
}

/** @param {{ name: string, database: number, rest: number, home: string, bin: string, etcd: number }} node */
function patroniSettings({ name, database, rest, home, bin, etcd }) {
  return {
    scope: "lokmin",
    name,
    etcd3: { host: `127.0.0.1:${etcd}` },
    restapi: { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` },
    bootstrap: {
      dcs: {
        ttl: leaderTtl,
        loop_wait: 5,
        retry_timeout: 5,
        // An answer that was acknowledged is on two machines.
        synchronous_mode: true,
        maximum_lag_on_failover: 0,
        primary_start_timeout: 0,
        postgresql: { use_pg_rewind: true, parameters: { max_connections: 100, shared_buffers: "64MB" } },
      },
      initdb: [{ encoding: "UTF8" }, { locale: "C.UTF-8" }, "data-checksums"],
    },
    postgresql: {
      listen: `127.0.0.1:${database}`,
      connect_address: `127.0.0.1:${database}`,
      data_dir: join(home, "data"),
      bin_dir: bin,
      pgpass: join(home, "pgpass"),
      authentication: {
        superuser: { username: "postgres", password },
        replication: { username: "replikasi", password },
        rewind: { username: "gulung", password },
      },
      pg_hba: ["host all all 127.0.0.1/32 scram-sha-256", "host replication replikasi 127.0.0.1/32 scram-sha-256"],
      parameters: { unix_socket_directories: home, password_encryption: "scram-sha-256" },
    },
  };
}

/** @param {readonly ClusterNode[]} nodes @param {number} port */
function proxySettings(nodes, port) {
  return `defaults
  mode tcp
  timeout connect 2s
  timeout client 30m
  timeout server 30m
listen pemimpin
  bind 127.0.0.1:${port}
  option httpchk GET /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, database, rest }) => `  server ${name} 127.0.0.1:${database} check port ${rest}`).join("\n")}
`;
}

/** @param {readonly ClusterNode[]} nodes @returns {Promise<ClusterNode | undefined>} */
async function leaderOf(nodes) {
  for (const node of nodes) if ((await ask(node.rest, "/primary")).status === 200) return node;
  return undefined;
}

/** @param {readonly ClusterNode[]} nodes @returns {Promise<number>} replicas that follow */
async function streaming(nodes) {
  const answers = await Promise.all(nodes.map(({ rest }) => ask(rest, "/replica")));
  return answers.filter(({ status }) => status === 200).length;
}

/** @param {readonly ClusterNode[]} nodes @returns {Promise<boolean>} whether a replica confirms each write */
async function synchronous(nodes) {
  const answers = await Promise.all(nodes.map(({ rest }) => ask(rest, "/sync")));
  return answers.some(({ status }) => status === 200);
}

/** @param {number} port @param {string} path @returns {Promise<{ status: number }>} */
function ask(port, path) {
  return new Promise((done) => {
    const sent = request({ host: "127.0.0.1", port, path, agent: false, timeout: 2000 }, (reply) => {
      reply.resume();
      done({ status: reply.statusCode ?? 0 });
    });
    sent.once("timeout", () => sent.destroy());
    sent.once("error", () => done({ status: 0 }));
    sent.end();
  });
}

/** @param {() => Promise<boolean>} isSo @param {string} what */
async function until(isSo, what) {
  for (const latest = Date.now() + longestStart; !(await isSo()); await pause(200))
    if (Date.now() > latest) throw new Error(`The cluster has not got ${what} within ${longestStart / 1000} s`);
}
