// Asks a server over a fixed number of kept-open connections for a while, each asking again as soon as it is
// answered. A process of its own, told by messages what to do.
import { Agent, request } from "node:http";

/**
 * @typedef {object} Job
 * @property {number} port
 * @property {"GET" | "POST"} method
 * @property {string[]} paths asked in turn
 * @property {Record<string, string>} headers
 * @property {number} expected status
 * @property {number} connections
 * @property {number} seconds
 */
/** @typedef {{ requests: number, perSecond: number, p50: number, p95: number, p99: number }} Measured times in ms */

/**
 * Runs on over all jobs of a server, so that no invitee comes up twice as often as another.
 * @type {Map<string, number>}
 */
const turns = new Map();

/** @param {Job} job */
function nextTurn({ port, method }) {
  const turn = turns.get(`${port} ${method}`) ?? 0;
  turns.set(`${port} ${method}`, turn + 1);
  return turn;
}

/** @param {Job} job @returns {Promise<Measured>} */
async function run(job) {
  const agent = new Agent({ keepAlive: true, maxSockets: job.connections });
  /** @type {number[]} */
  const times = [];
  const from = performance.now();
  const until = from + job.seconds * 1000;
  const visitor = async () => {
    while (performance.now() < until) {
      const asked = performance.now();
      await ask(job, agent, nextTurn(job));
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: job.connections }, visitor));
  const took = (performance.now() - from) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const share = (/** @type {number} */ part) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    requests: times.length,
    perSecond: times.length / took,
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
  };
}

/** @param {Job} job @param {Agent} agent @param {number} number @returns {Promise<void>} */
function ask({ port, method, paths, headers, expected }, agent, number) {
  const visitor = number % paths.length;
  const body = method === "POST" ? answer(number, Math.floor(number / paths.length)) : "";
  return new Promise((done, fail) => {
    const sent = request(
      {
        agent,
        port,
        method,
        host: "127.0.0.1",
        path: paths[visitor],
        headers: {
          ...headers,
          // Every invitee has an address of his own, as a proxy would tell it.
          "X-Forwarded-For": `10.${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}`,
          ...(body ? { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length } : {}),
        },
      },
      (response) => {
        response.resume();
        response.once("end", () =>
          response.statusCode === expected
            ? done()
            : fail(new Error(`${method} ${paths[visitor]} answered ${response.statusCode}, not ${expected}`)),
        );
      },
    );
    sent.once("error", fail);
    sent.end(body);
  });
}

/** Never the same answer twice from one invitee: each is a change to write. @param {number} number @param {number} lap */
function answer(number, lap) {
  const choice = (number + lap) % 3;
  if (choice === 0) return "choice=PRESENT";
  if (choice === 1)
    return `choice=REPRESENTED&delegateName=Wakil+Contoh+${number}&delegateTitle=Sekretaris+Desa&delegateInstitution=Desa+Ukur`;
  return `choice=ABSENT&reason=Dinas+luar+ke+kabupaten+${number}`;
}

process.on("message", (/** @type {Job} */ job) => {
  run(job).then(
    (measured) => process.send?.({ measured }),
    (error) => process.send?.({ error: error.message }),
  );
});
process.on("disconnect", () => process.exit(0));
