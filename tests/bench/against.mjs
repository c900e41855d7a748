// This tree's app beside that of another built tree, an older commit as a rule, turn about in one run.
import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../prisma/run/prepare.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { Stop } from "../../prisma/run/say.mjs";
import { readMemory } from "./app.mjs";
import { signIn } from "./sign-in.mjs";
import { measure, pagesOf, requireWords } from "./speed.mjs";

const rounds = 4;
const connections = 16;
const secondsEach = 1.5;
const secondsIdle = 10;

/** @typedef {"this" | "other"} Side */
/** @typedef {{ port: number, pid: number, stop: () => Promise<void>, load: import("node:child_process").ChildProcess, pages: import("./speed.mjs").Page[] }} Running */
/** @typedef {{ perSecond: number, p50: number, requests: number, cpu: number }} Figures cpu: ms of the app's process in all */
/** @typedef {{ page: string, this: Figures, other: Figures, ratio: number, cpuRatio: number }} Compared */

/**
 * @param {string} folder an empty one for the data of both
 * @param {string} other folder of a tree that `npm start` has built
 * @param {string[]} only names of pages
 */
export async function measureAgainst(folder, other, only) {
  const tree = resolve(other);
  if (![".next/lokmin-main.mjs", ".builds"].some((name) => existsSync(join(tree, name))))
    throw new Stop(`Belum dibangun: ${other}. Jalankan npm start di sana sekali.`);
  const running = { this: await start(root, join(folder, "this")), other: await start(tree, join(folder, "other")) };
  try {
    /** @type {Compared[]} */
    const pages = [];
    for (const { name } of running.this.pages.filter((page) => only.includes(page.name)))
      pages.push(await comparePage(running, name));
    await new Promise((done) => setTimeout(done, secondsIdle * 1000));
    return { pages, memory: { this: readMemory(running.this.pid), other: readMemory(running.other.pid) } };
  } finally {
    for (const { load, stop } of Object.values(running)) {
      load.disconnect();
      await stop();
    }
  }
}

/** By its own programs: its tables, its fixture, its start, its answers. @param {string} tree @param {string} data @returns {Promise<Running>} */
async function start(tree, data) {
  /** @param {string} file */
  const own = (file) => import(pathToFileURL(join(tree, "tests/bench", file)).href);
  const fixture = await (await own("fill.mjs")).fillFolder(data);
  const port = await freePort();
  const app = await (await own("app.mjs")).startApp({ folder: data, port, log: `${data}.log` });
  const browser = { Accept: "text/html", "Accept-Encoding": "gzip" };
  const officer = { ...browser, Cookie: await signIn(port, fixture) };
  const planner = { ...browser, Cookie: await signIn(port, { ...fixture, email: fixture.planner.email }) };
  const load = fork(join(tree, "tests/bench/load.mjs"));
  const pages = pagesOf(port, fixture, officer, planner);
  for (const page of pages) await requireWords(port, page);
  return { port, pid: app.pid, stop: app.stop, load, pages };
}

/**
 * The best of the rounds counts, since whatever else the machine does only ever slows one down; the processor's time a
 * request is of all rounds, and does not depend on it.
 * @param {Record<Side, Running>} running
 * @param {string} name
 * @returns {Promise<Compared>}
 */
async function comparePage(running, name) {
  /** @param {Side} side @param {number} seconds */
  const ask = (side, seconds) => {
    const page = running[side].pages.find((one) => one.name === name);
    if (!page) throw new Error(`No page ${name}`);
    return measure(running[side].load, { ...page, port: running[side].port, connections, seconds });
  };
  /** @type {Side[]} */
  const sides = ["this", "other"];
  /** @type {Record<Side, Figures>} */
  const figures = { this: none(), other: none() };
  for (const side of sides) await ask(side, secondsEach * 2);
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const before = processorTime(running[side].pid);
      const measured = await ask(side, secondsEach);
      const sum = figures[side];
      sum.cpu += processorTime(running[side].pid) - before;
      sum.requests += measured.requests;
      if (measured.perSecond > sum.perSecond) Object.assign(sum, { perSecond: measured.perSecond, p50: measured.p50 });
    }
  }
  const { this: own, other } = figures;
  const label = running.this.pages.find((page) => page.name === name)?.label ?? name;
  const cpuRatio = other.cpu / other.requests / (own.cpu / own.requests);
  return { page: label, this: own, other, ratio: own.perSecond / other.perSecond, cpuRatio };
}

/** @returns {Figures} */
function none() {
  return { perSecond: 0, p50: 0, requests: 0, cpu: 0 };
}

/** Milliseconds a process has used; 0 where there is no /proc. @param {number} pid */
function processorTime(pid) {
  if (process.platform !== "linux") return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/.*\) \S /s, "")
    .split(" ");
  return (Number(fields[10]) + Number(fields[11])) * 10;
}
