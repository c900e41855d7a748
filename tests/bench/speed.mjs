// Requests per second and waiting times of app and bare server, turn about, in one run.
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../prisma/run/prepare.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { databaseUrl, fetchRaw, textOf } from "./app.mjs";

const secondsEach = 1.5;
const secondsWarm = 1.5;
const rounds = 4;
export const connectionCounts = [1, 16];

/** @typedef {import("./load.mjs").Measured} Measured */
/** @typedef {{ page: string, connections: number, app: Measured, bare: Measured, ratio: number }} Comparison */
/** @typedef {{ name: "invitee" | "answer" | "list" | "meeting" | "pws" | "indicator" | "followUp", label: string, method: "GET" | "POST", paths: string[], headers: Record<string, string>, expected: number, shows?: string }} Page shows: words without which the page is not the one meant */

/**
 * @param {number} port of the app
 * @param {import("./fixture").Fixture} fixture
 * @param {Record<string, string>} signedIn headers of a signed-in browser
 * @param {Record<string, string>} planner headers of the one who reads 5,000 rows of action plans
 * @returns {Page[]}
 */
export function pagesOf(port, fixture, signedIn, planner) {
  const browser = { Accept: "text/html", "Accept-Encoding": "gzip" };
  const sameOrigin = { Origin: `http://127.0.0.1:${port}`, "Sec-Fetch-Site": "same-origin" };
  const links = fixture.tokens.map((token) => `/u/${token}`);
  const openLinks = fixture.openTokens.map((token) => `/u/${token}`);
  const meeting = `/kegiatan/${fixture.meetingId}`;
  return [
    { name: "invitee", label: "GET /u/<token>", method: "GET", paths: links, headers: browser, expected: 200 },
    {
      name: "answer",
      label: "POST /u/<token>",
      method: "POST",
      paths: openLinks,
      headers: { ...browser, ...sameOrigin },
      expected: 303,
    },
    {
      name: "list",
      label: "GET /kegiatan",
      method: "GET",
      paths: ["/kegiatan"],
      headers: signedIn,
      expected: 200,
      shows: "16 dari 20 akan hadir",
    },
    {
      name: "meeting",
      label: "GET /kegiatan/<id>",
      method: "GET",
      paths: [meeting],
      headers: signedIn,
      expected: 200,
      shows: "Kesepakatan peran setiap sektor",
    },
    { name: "pws", label: "GET /capaian", method: "GET", paths: ["/capaian"], headers: signedIn, expected: 200 },
    {
      name: "indicator",
      label: "GET /capaian/<id>, 36 months",
      method: "GET",
      paths: [`/capaian/${fixture.indicatorId}?garis=36`],
      headers: signedIn,
      expected: 200,
    },
    {
      name: "followUp",
      label: "GET /tindak-lanjut, 5,000 RTL",
      method: "GET",
      paths: ["/tindak-lanjut"],
      headers: planner,
      expected: 200,
      shows: "Kunjungan rumah dan penyuluhan",
    },
  ];
}

/** A page that shows something else is quick for another reason. @param {number} port @param {Page} page */
export async function requireWords(port, { paths, headers, label, shows }) {
  if (shows === undefined) return;
  const text = textOf(await fetchRaw(port, paths[0] ?? "", { headers }));
  if (!text.includes(shows)) throw new Error(`${label} does not show "${shows}"`);
}

/**
 * The two servers are asked for the same page one after the other, the order turned in every round; of the rounds the
 * best counts, since whatever else the machine does only ever slows one down.
 * @param {number} port of the app
 * @param {string} folder its data folder
 * @param {Page[]} pages
 * @returns {Promise<Comparison[]>}
 */
export async function compare(port, folder, pages) {
  const bare = await startBare(port, folder, pages);
  const load = fork(join(root, "tests/bench/load.mjs"));
  try {
    const servers = { app: port, bare: bare.port };
    for (const page of pages) {
      for (const at of Object.values(servers))
        await measure(load, { ...page, port: at, connections: 16, seconds: secondsWarm });
    }
    /** @type {Comparison[]} */
    const results = [];
    for (const page of pages) {
      for (const connections of connectionCounts) {
        const best = await bestOfRounds(load, page, connections, servers);
        results.push({ page: page.label, connections, ...best, ratio: best.app.perSecond / best.bare.perSecond });
      }
    }
    return results;
  } finally {
    load.disconnect();
    bare.stop();
  }
}

/**
 * @param {import("node:child_process").ChildProcess} load
 * @param {Page} page
 * @param {number} connections
 * @param {{ app: number, bare: number }} servers
 */
async function bestOfRounds(load, page, connections, servers) {
  /** @type {Partial<Record<"app" | "bare", Measured>>} */
  const best = {};
  for (let round = 0; round < rounds; round++) {
    /** @type {("app" | "bare")[]} */
    const order = round % 2 === 0 ? ["app", "bare"] : ["bare", "app"];
    for (const server of order) {
      const measured = await measure(load, { ...page, port: servers[server], connections, seconds: secondsEach });
      if (measured.perSecond > (best[server]?.perSecond ?? 0)) best[server] = measured;
    }
  }
  const { app, bare } = best;
  if (!app || !bare) throw new Error(`Nothing was answered for ${page.label}`);
  return { app, bare };
}

/**
 * @param {import("node:child_process").ChildProcess} load
 * @param {import("./load.mjs").Job} job
 * @returns {Promise<Measured>}
 */
export function measure(load, job) {
  return new Promise((done, fail) => {
    load.once("message", (/** @type {{ measured: Measured, error?: string }} */ { measured, error }) =>
      error ? fail(new Error(error)) : done(measured),
    );
    load.send(job);
  });
}

/** The bare server on the app's database, with one answer of the app per page to give. @param {number} appPort @param {string} folder @param {Page[]} pages */
async function startBare(appPort, folder, pages) {
  const port = await freePort();
  const captured = {};
  for (const page of pages) Object.assign(captured, { [page.name]: await capture(appPort, page) });
  const file = join(folder, "captured.json");
  writeFileSync(file, JSON.stringify(captured));
  const child = fork(join(root, "tests/bench/bare.mjs"), {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), DATABASE_URL: databaseUrl(folder), PAGES: file },
  });
  await new Promise((done, fail) =>
    child.once("message", done).once("exit", () => fail(new Error("bare server fell"))),
  );
  return { port, stop: () => child.disconnect() };
}

/** @param {number} port @param {Page} page */
async function capture(port, page) {
  await requireWords(port, page);
  const { method, paths, headers, expected, label } = page;
  const path = paths.at(-1) ?? "";
  const body = method === "POST" ? "choice=PRESENT" : undefined;
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  const reply = await fetchRaw(port, path, { method, headers: body ? { ...headers, ...form } : headers, body });
  if (reply.status !== expected) throw new Error(`${label} answered ${reply.status}, not ${expected}`);
  const own = ["date", "connection", "keep-alive", "transfer-encoding"];
  const kept = Object.entries(reply.headers).filter(([name]) => !own.includes(name));
  return {
    status: reply.status,
    headers: { ...Object.fromEntries(kept), "content-length": String(reply.body.length) },
    body: reply.body.toString("base64"),
  };
}
