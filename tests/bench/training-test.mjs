// npm run bench -- tes: 300 participants answer a test of 20 questions on their links and hand it in within two minutes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { openDatabase } from "../../prisma/run/data-folder.mjs";
import { migrate } from "../../prisma/run/migrate.mjs";
import { node } from "../../prisma/run/prepare.mjs";
import { freePort } from "../../prisma/run/processes.mjs";
import { databaseUrl, fetchRaw, startApp, textOf } from "./app.mjs";
import { bundled } from "./fill.mjs";

/** Each begins a little after the other, so that all are done in time. */
const window = 100_000;

/** @typedef {{ requests: number, p50: number, p95: number, seconds: number, handedIn: number, answers: number, lost: number, heaviest: number, heaviestPacked: number }} TestFigures */

/** @param {string} folder @param {(words: string) => void} tell @returns {Promise<TestFigures>} */
export async function measureTest(folder, tell) {
  const fixture = await fill(folder);
  const port = await freePort();
  const app = await startApp({ folder, port, log: join(folder, "app.log") });
  try {
    const seen = { times: /** @type {number[]} */ ([]), sent: 0, heaviest: 0, heaviestPacked: 0 };
    const from = performance.now();
    await Promise.all(
      fixture.tokens.map(async (/** @type {string} */ token, /** @type {number} */ index) => {
        await new Promise((done) => setTimeout(done, (index * window) / fixture.tokens.length));
        await take(port, token, index, seen);
      }),
    );
    const seconds = (performance.now() - from) / 1000;
    const kept = await count(databaseUrl(folder), fixture.testId);
    const times = seen.times.toSorted((a, b) => a - b);
    const share = (/** @type {number} */ part) => times[Math.floor((times.length - 1) * part)] ?? 0;
    const figures = {
      ...{ requests: times.length, p50: share(0.5), p95: share(0.95), seconds },
      ...{ handedIn: kept.handedIn, answers: kept.answers, lost: seen.sent - kept.answers },
      ...{ heaviest: seen.heaviest, heaviestPacked: seen.heaviestPacked },
    };
    tell(wordsOf(figures));
    return figures;
  } finally {
    await app.stop();
  }
}

/** @param {TestFigures} figures */
function wordsOf({ requests, p50, p95, seconds, handedIn, answers, lost, heaviest, heaviestPacked }) {
  return [
    `${handedIn} peserta mengumpulkan dalam ${seconds.toFixed(1)} s, ${answers} jawaban tersimpan, hilang ${lost}`,
    `${requests} permintaan: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    `halaman terberat ${heaviest} byte (${heaviestPacked} byte dipadatkan), paling banyak ${14 * 1024}`,
  ].join("\n");
}

/** @param {string} folder */
async function fill(folder) {
  const bundle = await bundled("test-fixture");
  const database = await openDatabase({ folder });
  try {
    await migrate(database.url);
    const out = join(folder, "test-fixture.json");
    await node([bundle, out], { env: { DATABASE_URL: database.url, LOKMIN_SECRET: database.secret } });
    return JSON.parse(readFileSync(out, "utf8"));
  } finally {
    await database.close();
  }
}

/**
 * One participant: begins, answers page by page as the form sends it, looks at what is open, hands in.
 * @param {number} port @param {string} token @param {number} index
 * @param {{ times: number[], sent: number, heaviest: number, heaviestPacked: number }} seen
 */
async function take(port, token, index, seen) {
  const path = `/u/${token}/tes/post`;
  const headers = { "X-Forwarded-For": `10.9.${index >> 8}.${index & 255}`, "Accept-Encoding": "gzip" };
  const ask = async (/** @type {string} */ to, /** @type {string | null} */ body = null) => {
    const asked = performance.now();
    const form = { ...headers, "Content-Type": "application/x-www-form-urlencoded" };
    const reply = await fetchRaw(port, to, body === null ? { headers } : { method: "POST", headers: form, body });
    seen.times.push(performance.now() - asked);
    if (reply.status !== (body === null ? 200 : 303)) throw new Error(`${to} answered ${reply.status}`);
    const text = textOf(reply);
    seen.heaviest = Math.max(seen.heaviest, Buffer.byteLength(text));
    seen.heaviestPacked = Math.max(seen.heaviestPacked, reply.body.length);
    return { text, to: String(reply.headers.location ?? "") };
  };
  await ask(path);
  let next = (await ask(path, "do=mulai")).to;
  while (!next.includes("periksa")) {
    const { text } = await ask(next);
    const on = /name="on" value="([\d,]+)"/.exec(text)?.[1] ?? "";
    const fields = new URLSearchParams({ on });
    for (const position of on.split(",")) {
      seen.sent += 1;
      if (text.includes(`name="q${position}.`)) fields.set(`q${position}.${index % 4}`, "1");
      else fields.set(`q${position}`, String(index % 2));
    }
    fields.set("do", text.includes('value="lanjut"') ? "lanjut" : "periksa");
    const action = /action="([^"]+)"/.exec(text)?.[1] ?? "";
    next = (await ask(action, fields.toString())).to;
  }
  await ask(next);
  await ask((await ask(path, "do=kumpulkan")).to);
}

/** @param {string} url @param {string} testId */
async function count(url, testId) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM "TestResult" WHERE "testId" = $1 AND "handedInAt" IS NOT NULL) AS "handedIn",
        (SELECT count(*)::int FROM "TestAnswer" WHERE "testId" = $1 AND "savedAt" IS NOT NULL AND cardinality(chosen) > 0) AS answers`,
      [testId],
    );
    return rows[0];
  } finally {
    await client.end();
  }
}
