// npm run bench -- dua: one server and two on one PostgreSQL, turn about, at as many connections together; and what
// counting a guess in the database costs.
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "../../prisma/run/postgres.mjs";
import { node, root } from "../../prisma/run/prepare.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { startApp } from "./app.mjs";
import { bundled, fillFolder } from "./fill.mjs";
import { signIn } from "./sign-in.mjs";
import { measure, pagesOf } from "./speed.mjs";

const connections = 16;
const secondsEach = 4;
const rounds = 3;
const measured = ["list", "meeting", "invitee", "answer"];

/** @typedef {{ page: string, one: number, two: number }} Speed requests per second */
/** @typedef {{ speeds: Speed[], limits: { memory: number, database: number } }} InstancesFigures limits: ms for one guess */

/** @param {string} folder @param {(words: string) => void} tell @returns {Promise<InstancesFigures>} */
export async function measureInstances(folder, tell) {
  const data = join(folder, "data");
  const fixture = await fillFolder(data);
  const { databasePassword, secret } = JSON.parse(readFileSync(join(data, "rahasia.json"), "utf8"));
  const postgres = await startPostgres({ home: data, password: databasePassword });
  const env = { DATABASE_URL: postgres.url("lokmin"), LOKMIN_SECRET: String(secret), LOG_LEVEL: "warn" };
  const apps = [];
  const servers = [await freePort(), await freePort()].map((port) => ({
    port,
    load: fork(join(root, "tests/bench/load.mjs")),
  }));
  try {
    for (const { port } of servers)
      apps.push(await startApp({ folder: data, port, log: join(folder, "app.log"), env }));
    const first = servers[0]?.port ?? 0;
    const browser = { Accept: "text/html", "Accept-Encoding": "gzip", Cookie: await signIn(first, fixture) };
    const pages = pagesOf(first, fixture, browser, browser).filter(({ name }) => measured.includes(name));
    /** @type {Speed[]} */
    const speeds = [];
    for (const { label: page, method, paths, headers: all, expected } of pages) {
      // Of another port than the one that was asked, an origin would be another site's.
      const { Origin, ...headers } = all;
      const sums = { one: 0, two: 0 };
      for (let round = 0; round < rounds; round += 1)
        for (const count of /** @type {const} */ ([1, 2])) {
          const asked = servers.slice(0, count).map(({ port, load }) => {
            const share = { connections: connections / count, seconds: secondsEach };
            return measure(load, { port, method, paths, headers, expected, ...share });
          });
          const found = await Promise.all(asked);
          sums[count === 1 ? "one" : "two"] += found.reduce((sum, { perSecond }) => sum + perSecond, 0) / rounds;
        }
      speeds.push({ page, ...sums });
      tell(`${page}: satu ${sums.one.toFixed(0)}, dua ${sums.two.toFixed(0)} permintaan per detik`);
    }
    const out = join(folder, "limits.json");
    await node([await bundled("limit-costs"), out], { env });
    const limits = JSON.parse(readFileSync(out, "utf8"));
    tell(
      `satu tebakan dihitung: ${limits.memory.toFixed(3)} ms di memori, ${limits.database.toFixed(3)} ms di basis data`,
    );
    return { speeds, limits };
  } finally {
    for (const { load } of servers) load.disconnect();
    for (const app of apps) await app.stop();
    await postgres.stop();
  }
}
