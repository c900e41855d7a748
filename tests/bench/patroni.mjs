// A high-availability PostgreSQL as offices run it, on the loopback: three machines, each with etcd, Patroni and Debian's
// PostgreSQL, and HAProxy whose one address leads to the machine that leads.
import { chownSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serverOwner } from "../../prisma/run/postgres-places.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { end, makeMachine, run } from "./cluster-machine.mjs";
import { findPrograms } from "./cluster-programs.mjs";
import { password, proxySettings } from "./cluster-settings.mjs";
import { query } from "./query.mjs";

const names = ["satu", "dua", "tiga"];
const longestWait = 180_000;

/** @typedef {Awaited<ReturnType<typeof startCluster>>} Cluster */
/** @typedef {import("./cluster-machine.mjs").Machine} Machine */

/** @param {string} folder that PostgreSQL's user may enter */
export async function startCluster(folder) {
  const bin = await findPrograms();
  const owner = serverOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  /** @type {import("./cluster-settings.mjs").Place[]} */
  const places = [];
  for (const name of names) {
    const ports = {
      database: await freePort(),
      rest: await freePort(),
      etcd: await freePort(),
      peer: await freePort(),
    };
    places.push({ name, home: join(folder, name), ...ports });
  }
  const machines = places.map((place) => makeMachine(folder, place, places, bin));
  for (const machine of machines) machine.startEtcd();
  const port = await freePort();
  const settings = join(folder, "haproxy.cfg");
  writeFileSync(settings, proxySettings(places, port));
  const proxy = run(folder, "haproxy", ["-db", "-f", settings], "haproxy");
  const url = (/** @type {string} */ base) => `postgresql://postgres:${password}@127.0.0.1:${port}/${base}`;
  const cluster = {
    machines,
    url,
    leader: () => leaderOf(machines),
    /** Both others follow the leader, and one of them confirms each write. */
    isWhole: async () => (await followersOf(url("postgres"))).isWhole,
    /** @param {() => Promise<boolean>} isSo @param {string} what */
    until: (isSo, what) => until(isSo, what),
    /** Planned: the leader hands over. @param {Machine} from */
    switchOver: async (from) => {
      const { status, body } = await ask(from.rest, "/switchover", JSON.stringify({ leader: from.name }));
      if (status !== 200) throw new Error(`Patroni did not switch over: ${status} ${body}`);
    },
    async stop() {
      for (const machine of machines) await machine.stop();
      for (const machine of machines) await machine.stopEtcd();
      await end(proxy, "SIGTERM");
    },
  };
  try {
    for (const machine of machines) {
      machine.startPatroni();
      // The first makes the database, the others copy it.
      await until(async () => (await leaderOf(machines)) !== undefined, "a leader");
    }
    await until(cluster.isWhole, "two replicas");
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** @param {readonly Machine[]} machines @returns {Promise<Machine | undefined>} */
async function leaderOf(machines) {
  for (const machine of machines) if ((await ask(machine.rest, "/primary")).status === 200) return machine;
  return undefined;
}

/** @param {string} url */
async function followersOf(url) {
  // One that makes a new copy streams too, under another name.
  const sql = `SELECT sync_state FROM pg_stat_replication WHERE state = 'streaming' AND application_name = ANY($1)`;
  const { rows } = await query(url, sql, [names]).catch(() => ({ rows: [] }));
  return { isWhole: rows.length === names.length - 1 && rows.some(({ sync_state: state }) => state === "sync") };
}

/** @param {number} port @param {string} path @param {string} [sent] @returns {Promise<{ status: number, body: string }>} */
function ask(port, path, sent) {
  return new Promise((done) => {
    const method = sent === undefined ? "GET" : "POST";
    const timeout = sent === undefined ? 2000 : 60_000;
    const asked = request({ host: "127.0.0.1", port, path, method, agent: false, timeout }, (reply) => {
      let body = "";
      reply.setEncoding("utf8").on("data", (chunk) => {
        body += chunk;
      });
      reply.once("end", () => done({ status: reply.statusCode ?? 0, body }));
    });
    asked.once("timeout", () => asked.destroy());
    asked.once("error", () => done({ status: 0, body: "" }));
    asked.end(sent);
  });
}

/** @param {() => Promise<boolean>} isSo @param {string} what */
async function until(isSo, what) {
  for (const latest = Date.now() + longestWait; !(await isSo()); await pause(200))
    if (Date.now() > latest) throw new Error(`The cluster has not got ${what} within ${longestWait / 1000} s`);
}
