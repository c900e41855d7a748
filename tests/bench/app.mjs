// The app as an office runs it: the production build, started by npm start's own program on a data folder.
import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "../../prisma/run/prepare.mjs";
import { commandOf } from "../../prisma/run/processes.mjs";

/**
 * @typedef {object} Reply
 * @property {number} status
 * @property {import("node:http").IncomingHttpHeaders} headers
 * @property {Buffer} body as it came over the wire
 */

/**
 * @param {number} port
 * @param {string} path
 * @param {{ method?: string, headers?: Record<string, string>, body?: string | Buffer }} [options]
 * @returns {Promise<Reply>}
 */
export function fetchRaw(port, path, { method = "GET", headers = {}, body } = {}) {
  return new Promise((done, fail) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      // Cut in the middle, it has no end.
      response.once("error", fail);
      response.once("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.once("error", fail);
    sent.end(body);
  });
}

/** @param {Reply} reply */
export function textOf({ headers, body }) {
  return (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("utf8");
}

/**
 * Starts the app and waits for its first page.
 * @param {{ folder: string, port: number, log: string, env?: Record<string, string> }} options
 */
export async function startApp({ folder, port, log, env = {} }) {
  const from = performance.now();
  const output = openSync(log, "a");
  const child = spawn(process.execPath, [join(root, "prisma/run/start.mjs")], {
    cwd: root,
    stdio: ["ignore", output, output],
    env: {
      ...process.env,
      LOKMIN_DATA_DIR: folder,
      PORT: String(port),
      HOST: "127.0.0.1",
      // Each invitee of the measurements comes with an address of his own, so that the rate limits stay in force.
      TRUST_PROXY: "1",
      ...env,
    },
  });
  closeSync(output);
  const end = new Promise((done) => child.once("exit", done));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The app did not start:\n${readFileSync(log, "utf8")}`);
    const reply = await fetchRaw(port, "/masuk", { headers: { accept: "text/html" } }).catch(() => null);
    if (reply?.status === 200) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  return {
    pid: serverOf(/** @type {number} */ (child.pid)),
    secondsToFirstPage: (performance.now() - from) / 1000,
    async stop() {
      child.kill("SIGTERM");
      await end;
    },
  };
}

/** The server that npm start keeps running; a version without that keeper is its own. @param {number} started */
function serverOf(started) {
  if (process.platform !== "linux") return started;
  return childrenOf(started).find((child) => commandOf(child).includes("server.mjs")) ?? started;
}

/** Address of the database that an app running on this folder has opened. @param {string} folder */
export function databaseUrl(folder) {
  const port = readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  const { databasePassword } = JSON.parse(readFileSync(join(folder, "rahasia.json"), "utf8"));
  return `postgresql://lokmin:${databasePassword}@127.0.0.1:${port}/lokmin`;
}

/**
 * @typedef {object} Memory MB
 * @property {number} node resident size of the app's process
 * @property {number} postgresRss resident sizes of PostgreSQL's processes added up: shared pages count in each
 * @property {number} postgresPss the same with every shared page divided among those that share it
 * @property {number} total node's resident size and PostgreSQL's proportional one. Node's is taken whole, so that
 *   other Node programs on the machine do not make us look lighter
 * @property {number} processes of PostgreSQL
 */

/** Memory of the app and its database now; null where there is no /proc. @param {number} pid @returns {Memory | null} */
export function readMemory(pid) {
  if (process.platform !== "linux") return null;
  const postgres = childrenOf(pid).flatMap((main) => [main, ...childrenOf(main)]);
  const node = rollup(pid);
  const sizes = postgres.map(rollup);
  const sum = (/** @type {"rss" | "pss"} */ kind) => sizes.reduce((all, size) => all + size[kind], 0);
  return {
    node: node.rss,
    postgresRss: sum("rss"),
    postgresPss: sum("pss"),
    total: node.rss + sum("pss"),
    processes: postgres.length,
  };
}

/** @param {number} parent */
function childrenOf(parent) {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => parentOf(pid) === parent).map(Number);
}

/** @param {string} pid */
function parentOf(pid) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/.*\) \S /s, "")
        .split(" ")[0],
    );
  } catch {
    return 0;
  }
}

/** @param {number} pid */
function rollup(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const megabytes = (/** @type {string} */ name) =>
    Number(text.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1] ?? 0) / 1024;
  return { rss: megabytes("Rss"), pss: megabytes("Pss") };
}
