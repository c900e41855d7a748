// npm run bench -- klaster: a day of answers, marks and minutes on a PostgreSQL of three machines, whose leader is killed.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { migrate } from "../../prisma/run/migrate.mjs";
import { node } from "../../prisma/run/prepare.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { startApp } from "./app.mjs";
import { bundled } from "./fill.mjs";
import { leaderTtl, startCluster } from "./patroni.mjs";
import { signIn } from "./sign-in.mjs";
import { findLost, startStream } from "./stream.mjs";

const secret = "hanya-untuk-ukur-0123456789abcdef0123456789";
const base = "lokmin";
const calm = 20_000;
const answering = 60;
const officers = 3;

/** @typedef {import("./stream.mjs").Failure} Failure */
/** @typedef {{ acknowledged: number, answers: number, marks: number, lines: number, lost: string[], gap: number, inGap: Record<string, number>, outside: number, wordless: number }} ClusterFigures */

/** @param {string} folder @param {(words: string) => void} tell @returns {Promise<ClusterFigures>} */
export async function measureCluster(folder, tell) {
  const cluster = await startCluster(folder);
  try {
    await query(cluster.url("postgres"), `CREATE DATABASE ${base}`);
    const fixture = await fill(cluster.url(base), folder);
    const port = await freePort();
    const env = { DATABASE_URL: cluster.url(base), LOKMIN_SECRET: secret };
    const app = await startApp({ folder, port, log: join(folder, "app.log"), env });
    try {
      const { stream, killed } = await killLeader(cluster, await workOf(cluster.url(base), port, fixture));
      const lost = await lostIn(cluster.url(base), stream.acknowledged);
      const figures = figuresOf(stream, { killed, lost });
      tell(wordsOf(figures));
      return figures;
    } finally {
      await app.stop();
    }
  } finally {
    await cluster.stop();
  }
}

/** @param {Awaited<ReturnType<typeof startCluster>>} cluster @param {import("./stream.mjs").Work} work */
async function killLeader(cluster, work) {
  const stream = startStream(work);
  await pause(calm);
  const leader = await cluster.leader();
  const { rows } = await query(
    cluster.url(base),
    "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid",
  );
  // As a machine without power: Patroni and PostgreSQL together.
  const killed = Date.now();
  leader?.child.kill("SIGKILL");
  process.kill(Number(rows[0]?.pid), "SIGKILL");
  const before = stream.count();
  while (stream.count() < before + 20 && Date.now() < killed + 180_000) await pause(50);
  await pause(calm);
  await stream.stop();
  return { stream, killed };
}

/** @param {ReturnType<typeof startStream>} stream @param {{ killed: number, lost: string[] }} what @returns {ClusterFigures} */
function figuresOf({ acknowledged, failures, times }, { killed, lost }) {
  const inOrder = times.toSorted((one, other) => one - other);
  const until = inOrder.find((time, index) => time > killed && time - (inOrder[index - 1] ?? killed) > 1000) ?? killed;
  const from = inOrder.findLast((time) => time < until) ?? killed;
  // A request of the gap may be answered as late as its own time-out.
  const isOfGap = (/** @type {Failure} */ { at }) => at >= killed && at <= until + 10_000;
  /** @type {Record<string, number>} */
  const inGap = {};
  for (const { status, words } of failures.filter(isOfGap)) {
    const key = `${status} ${words.slice(0, 160)}`;
    inGap[key] = (inGap[key] ?? 0) + 1;
  }
  const lengths = (/** @type {Map<string, string[]>} */ many) =>
    [...many.values()].reduce((sum, one) => sum + one.length, 0);
  return {
    acknowledged: times.length,
    answers: lengths(acknowledged.answers),
    marks: acknowledged.guests.length,
    lines: lengths(acknowledged.lines),
    lost,
    gap: (until - from) / 1000,
    inGap,
    outside: failures.filter((failure) => !isOfGap(failure)).length,
    wordless: failures.filter(({ words }) => words === "").length,
  };
}

/** @param {ClusterFigures} figures */
function wordsOf({ acknowledged, answers, marks, lines, lost, gap, inGap, outside, wordless }) {
  const all = Object.values(inGap).reduce((sum, count) => sum + count, 0);
  return [
    `diterima ${acknowledged} (${answers} jawaban, ${marks} tamu, ${lines} tulisan notulen), hilang atau ganda ${lost.length}`,
    ...lost.slice(0, 20).map((one) => `  ${one}`),
    `jeda ${gap.toFixed(1)} s (ttl Patroni ${leaderTtl} s)`,
    `gagal dalam jeda ${all}, di luarnya ${outside}, tanpa kalimat ${wordless}`,
    ...Object.entries(inGap).map(([words, count]) => `  ${count} × ${words}`),
  ].join("\n");
}

/** @param {string} url @param {string} folder @returns {Promise<import("./fixture").Fixture>} */
async function fill(url, folder) {
  await migrate(url);
  const out = join(folder, "fixture.json");
  await node([await bundled("fixture"), out], { env: { DATABASE_URL: url, LOKMIN_SECRET: secret } });
  return JSON.parse(readFileSync(out, "utf8"));
}

/** @param {string} url @param {number} port @param {import("./fixture").Fixture} fixture */
async function workOf(url, port, { openTokens, rollMeetingId, email, colleagueEmail, password, userIds }) {
  const tokens = openTokens.slice(0, answering);
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest("base64url"));
  const { rows } = await query(url, `SELECT id, "tokenHash" FROM "Invitation" WHERE "tokenHash" = ANY($1)`, [hashes]);
  const ids = new Map(rows.map((row) => [String(row.tokenHash), String(row.id)]));
  const own = { cookie: await signIn(port, { email, password }), userId: userIds[0] };
  const colleague = { cookie: await signIn(port, { email: colleagueEmail, password }), userId: userIds[1] };
  return {
    port,
    invitations: tokens.map((token, index) => ({ token, id: ids.get(hashes[index] ?? "") ?? "" })),
    meetingId: rollMeetingId,
    officers: Array.from({ length: officers }, () => own),
    takers: [own, colleague],
    between: 400,
  };
}

/** @param {string} url @param {import("./stream.mjs").Acknowledged} acknowledged */
async function lostIn(url, acknowledged) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await findLost(client, acknowledged);
  } finally {
    await client.end();
  }
}

/** @param {string} url @param {string} sql @param {unknown[]} [values] @returns {Promise<{ rows: Record<string, unknown>[] }>} */
async function query(url, sql, values = []) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
