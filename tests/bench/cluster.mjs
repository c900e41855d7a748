// npm run bench -- klaster: a day of answers, marks and minutes on a PostgreSQL of three machines. Its leader is killed
// and comes back, the next leader falls silent and comes back with an empty disk, the third hands over as planned.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { migrate } from "../../prisma/run/migrate.mjs";
import { node } from "../../prisma/run/prepare.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { startApp } from "./app.mjs";
import { figuresOf, wordsOf } from "./cluster-figures.mjs";
import { bundled } from "./fill.mjs";
import { startCluster } from "./patroni.mjs";
import { query } from "./query.mjs";
import { signIn } from "./sign-in.mjs";
import { findLost, startStream } from "./stream.mjs";

const secret = "hanya-untuk-ukur-0123456789abcdef0123456789";
const base = "lokmin";
const calm = 15_000;
const answering = 60;
const officers = 3;
/** Writes that count as going on again. */
const enough = 20;

/** @typedef {import("./cluster-figures.mjs").ClusterFigures} ClusterFigures */
/** @typedef {import("./cluster-figures.mjs").Loss} Loss */
/** @typedef {import("./cluster-figures.mjs").Stream} Stream */
/** @typedef {import("./patroni.mjs").Cluster} Cluster */

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
      const stream = startStream(await workOf(cluster.url(base), port, fixture));
      const losses = await loseLeaders(cluster, stream);
      await stream.stop();
      const figures = figuresOf(stream, losses, await lostIn(cluster.url(base), stream.acknowledged));
      tell(wordsOf(figures));
      return figures;
    } finally {
      await app.stop();
    }
  } finally {
    await cluster.stop();
  }
}

/** @param {Cluster} cluster @param {Stream} stream */
async function loseLeaders(cluster, stream) {
  await pause(calm);
  const killed = await loseMachine(cluster, stream, { isSilent: false });
  const silent = await loseMachine(cluster, stream, { isSilent: true });
  const leader = await leaderOf(cluster);
  const handed = { what: `${leader.name} menyerahkan (terencana)`, at: Date.now() };
  await cluster.switchOver(leader);
  await goneOn(stream);
  await cluster.until(cluster.isWhole, "two replicas after the switchover");
  await pause(calm);
  return [killed, silent, handed];
}

/** @param {Cluster} cluster @param {Stream} stream @param {{ isSilent: boolean }} how @returns {Promise<Loss>} */
async function loseMachine(cluster, stream, { isSilent }) {
  const machine = await leaderOf(cluster);
  const at = Date.now();
  if (isSilent) machine.fallSilent();
  else machine.kill();
  await goneOn(stream);
  machine.kill();
  await pause(calm);
  const started = Date.now();
  machine.startAgain({ isEmptied: isSilent });
  await cluster.until(cluster.isWhole, `${machine.name} back as a replica`);
  const back = { how: machine.wayBack(), seconds: (Date.now() - started) / 1000 };
  await pause(calm);
  return { what: `${machine.name} ${isSilent ? "diam lalu mati, kembali tanpa data" : "mati (-9)"}`, at, back };
}

/** @param {Cluster} cluster */
async function leaderOf(cluster) {
  const leader = await cluster.leader();
  if (!leader) throw new Error("The cluster has no leader");
  return leader;
}

/** Until writes are taken again. @param {Stream} stream */
async function goneOn(stream) {
  const before = stream.count();
  for (const latest = Date.now() + 180_000; stream.count() < before + enough; await pause(50))
    if (Date.now() > latest) throw new Error("Nothing was written for three minutes");
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
