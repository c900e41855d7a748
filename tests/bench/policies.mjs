// What row-level security costs a page: the same server with the policies on and off, turn about, one request at a time.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../../prisma/run/processes.mjs";
import { databaseUrl, fetchRaw, startApp } from "./app.mjs";
import { cpuOf } from "./cpu.mjs";
import { fillFolder } from "./fill.mjs";
import { signIn } from "./sign-in.mjs";
import { pagesOf } from "./speed.mjs";

const rounds = 24;
const msEach = 1200;
/** Whatever is prepared is planned five times on each connection before its plan is kept. */
const msWarm = 2000;
/** An invitee's link takes so many answers only, and is asked by no policy. */
const msWarmAnswer = 400;
/** Each request is of somebody else, so that the rate limits stay in force. */
let asked = 0;

/** @typedef {{ time: number, cpu: number }} Taken milliseconds of a request: until its answer, and of the processors in server and database */
/** @typedef {{ page: string, off: Taken, on: Taken }} Cost */

/**
 * @param {string} folder an empty one
 * @param {(cost: Cost) => void} told of each page as soon as it is measured
 * @param {string[]} [only] names of the pages
 */
export async function measurePolicies(folder, told, only = ["list", "meeting", "invitee", "answer", "followUp"]) {
  const data = join(folder, "data");
  const fixture = await fillFolder(data);
  const port = await freePort();
  const app = await startApp({ folder: data, port, log: join(folder, "app.log") });
  const owner = new pg.Client({ connectionString: databaseUrl(data) });
  await owner.connect();
  const { rows } = await owner.query(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity",
  );
  const turn = async (/** @type {"ENABLE" | "DISABLE"} */ way) => {
    await owner.query(rows.map(({ name }) => `ALTER TABLE ${name} ${way} ROW LEVEL SECURITY`).join(";"));
    // PostgreSQL chooses between plans by what they cost on a connection before, the other way among it.
    await owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() AND state = 'idle' AND query NOT LIKE 'LISTEN%'",
    );
    // Until the server has noticed.
    await new Promise((done) => setTimeout(done, 500));
  };
  const { rows: places } = await owner.query("SELECT current_setting('data_directory') AS folder");
  const postmaster = Number(readFileSync(join(places[0].folder, "postmaster.pid"), "utf8").split("\n")[0]);
  const cpu = () => cpuOf([app.pid, postmaster]);
  try {
    const browser = { Accept: "text/html", "Accept-Encoding": "gzip" };
    const signedIn = { ...browser, Cookie: await signIn(port, fixture) };
    const planner = { ...browser, Cookie: await signIn(port, { ...fixture, email: fixture.planner.email }) };
    const pages = pagesOf(port, fixture, signedIn, planner).filter(({ name }) => only.includes(name));
    for (const page of pages) {
      /** @type {{ on: Taken[], off: Taken[] }} */
      const taken = { on: [], off: [] };
      for (let round = 0; round < rounds; round++) {
        const isOn = round % 2 === 0;
        await turn(isOn ? "ENABLE" : "DISABLE");
        await perRequest(port, page, cpu, page.name === "answer" ? msWarmAnswer : msWarm);
        taken[isOn ? "on" : "off"].push(await perRequest(port, page, cpu));
      }
      told({ page: page.label, off: middleOf(taken.off), on: middleOf(taken.on) });
    }
  } finally {
    await turn("ENABLE");
    await owner.end();
    await app.stop();
  }
}

/** @param {Taken[]} rounds @returns {Taken} the median of each */
function middleOf(rounds) {
  const middle = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  return { time: middle(rounds.map(({ time }) => time)), cpu: middle(rounds.map(({ cpu }) => cpu)) };
}

/**
 * @param {number} port
 * @param {import("./speed.mjs").Page} page
 * @param {() => number} cpu
 * @param {number} [ms] how long
 * @returns {Promise<Taken>}
 */
async function perRequest(port, { paths, headers, method, expected }, cpu, ms = msEach) {
  const before = cpu();
  /** @type {number[]} */
  const times = [];
  for (const until = performance.now() + ms; performance.now() < until; ) {
    const from = performance.now();
    // Going on from round to round: a link that answered often is refused for a while.
    const index = asked % paths.length;
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
  const used = (cpu() - before) / times.length;
  return { time: typical(times), cpu: used };
}

/** The median of the faster half: what else the machine does only slows down. @param {number[]} times */
function typical(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? Number.NaN;
}
