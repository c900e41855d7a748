// What row-level security costs a page: the same server with the policies on and off, turn about, one request at a time.
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../../prisma/run/processes.mjs";
import { databaseUrl, fetchRaw, startApp } from "./app.mjs";
import { fillFolder } from "./fill.mjs";
import { signIn } from "./sign-in.mjs";
import { pagesOf } from "./speed.mjs";

const rounds = 24;
const msEach = 1200;
/** Each request is of somebody else, so that the rate limits stay in force. */
let asked = 0;

/** @typedef {{ page: string, off: number, on: number }} Cost milliseconds of a request */

/**
 * @param {string} folder an empty one
 * @param {string[]} [only] names of the pages
 * @returns {Promise<Cost[]>}
 */
export async function measurePolicies(folder, only = ["list", "meeting", "invitee", "answer", "followUp"]) {
  const data = join(folder, "data");
  const fixture = await fillFolder(data);
  const port = await freePort();
  const app = await startApp({ folder: data, port, log: join(folder, "app.log") });
  const owner = new pg.Client({ connectionString: databaseUrl(data) });
  await owner.connect();
  const { rows } = await owner.query(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity",
  );
  const turn = (/** @type {"ENABLE" | "DISABLE"} */ way) =>
    owner.query(rows.map(({ name }) => `ALTER TABLE ${name} ${way} ROW LEVEL SECURITY`).join(";"));
  try {
    const browser = { Accept: "text/html", "Accept-Encoding": "gzip" };
    const signedIn = { ...browser, Cookie: await signIn(port, fixture) };
    const planner = { ...browser, Cookie: await signIn(port, { ...fixture, email: fixture.planner.email }) };
    const pages = pagesOf(port, fixture, signedIn, planner).filter(({ name }) => only.includes(name));
    const costs = [];
    for (const page of pages) {
      await perRequest(port, page);
      /** @type {{ on: number[], off: number[] }} */
      const taken = { on: [], off: [] };
      for (let round = 0; round < rounds; round++) {
        const isOn = round % 2 === 0;
        await turn(isOn ? "ENABLE" : "DISABLE");
        taken[isOn ? "on" : "off"].push(await perRequest(port, page));
      }
      costs.push({ page: page.label, off: typical(taken.off), on: typical(taken.on) });
    }
    return costs;
  } finally {
    await turn("ENABLE");
    await owner.end();
    await app.stop();
  }
}

/** @param {number} port @param {import("./speed.mjs").Page} page @returns {Promise<number>} milliseconds */
async function perRequest(port, { paths, headers, method, expected }) {
  /** @type {number[]} */
  const times = [];
  for (const until = performance.now() + msEach; performance.now() < until; ) {
    const from = performance.now();
    const index = times.length % paths.length;
    const reply = await fetchRaw(port, paths[index] ?? "", {
      method,
      headers: {
        ...headers,
        "X-Forwarded-For": `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked++ & 255}`,
        ...(method === "POST" ? { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "14" } : {}),
      },
      ...(method === "POST" ? { body: "choice=PRESENT" } : {}),
    });
    if (reply.status !== expected) throw new Error(`${paths[index]} answered ${reply.status}`);
    times.push(performance.now() - from);
  }
  return typical(times);
}

/** The median of the faster half: what else the machine does only slows down. @param {number[]} times */
function typical(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? Number.NaN;
}
