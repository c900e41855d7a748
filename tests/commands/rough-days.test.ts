// What an office's server lives through: killed at any moment while people write, its database away for a while, a
// certificate of the database that runs out.
import { chownSync, copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { serverOwner } from "@/prisma/run/postgres-places.mjs";
import { pause } from "@/prisma/run/processes.mjs";
import { databaseUrl } from "@/tests/bench/app.mjs";
import { findLost, startStream } from "@/tests/bench/stream.mjs";
import { makeAuthority } from "./certificates";
import { dataFolderCopy, emptyFolder } from "./folder";
import { endOf, expectSentence, health, postgresOf, startLokmin } from "./lokmin";
import { findDay, startFilledDatabase, startWay } from "./outside";
import { page, signIn } from "./visit";

/** A hundred take some ten minutes on a machine of one's own. */
const kills = Number(process.env.LOKMIN_KILLS ?? 3);

/** How long the database is away: until everybody was told so, or so many seconds. */
const secondsAway = Number(process.env.LOKMIN_AWAY_SECONDS ?? 0);

type Acknowledged = Parameters<typeof findLost>[1];

async function lostIn(url: string, acknowledged: Acknowledged): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await findLost(client, acknowledged);
  } finally {
    await client.end();
  }
}

/** People at work on the day of a meeting; each sends again what was not taken. */
async function startDay({ port, url, database, secret, password }: Record<string, string>) {
  const day = await findDay(database ?? "", secret ?? "");
  const users = day.users.slice(0, 2);
  const cookies = await Promise.all(users.map(({ email }) => signIn(url ?? "", email, password ?? "")));
  const people = users.map(({ userId }, index) => ({ userId, cookie: cookies[index] ?? "" }));
  const { invitations, meetingId } = day;
  const writers = { invitations, meetingId, officers: people, takers: people };
  return { ...day, cookie: cookies[0] ?? "", stream: startStream({ port: Number(port), ...writers, between: 60 }) };
}

test(`killed at ${kills} random moments under load, the server is back by itself and every write is there once`, {
  timeout: 180_000 + kills * 60_000,
}, async () => {
  const data = dataFolderCopy();
  const server = await startLokmin({ data, env: { TRUST_PROXY: "1" } });
  await server.ready();
  const { secret } = JSON.parse(readFileSync(join(data, "rahasia.json"), "utf8"));
  const { password } = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  const { url, port } = server;
  const { stream } = await startDay({ port: String(port), url, database: databaseUrl(data), secret, password });
  const secondsAfter: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const before = stream.count();
    while (stream.count() < before + 10) await pause(20);
    await pause(Math.random() * 1000);
    const killedAt = Date.now();
    process.kill(server.server(), "SIGKILL");
    const whenKilled = stream.count();
    while (stream.count() === whenKilled || (await health(url)) !== 200) await pause(20);
    secondsAfter.push((Date.now() - killedAt) / 1000);
  }
  await stream.stop();
  expect(await lostIn(databaseUrl(data), stream.acknowledged)).toEqual([]);
  await server.stop("SIGTERM");
  expect(postgresOf(data)).toBe(0);
  const sorted = secondsAfter.toSorted((one, other) => one - other);
  if (kills > 3)
    console.log(
      `${kills} kills, ${stream.count()} writes; back after ${sorted[kills >> 1]} s, at most ${sorted.at(-1)} s`,
    );
});

test("a database that is away is said in words, loses nothing that was typed, and is back by itself", async () => {
  const { data, url: direct, env, password, postgres } = await startFilledDatabase();
  const way = await startWay(direct);
  const server = await startLokmin({ data, env: { ...env, DATABASE_URL: way.url } });
  await server.ready();
  const { url, port } = server;
  const process = server.server();
  const office = { port: String(port), url, database: direct, secret: env.LOKMIN_SECRET, password };
  const { stream, cookie, invitations } = await startDay(office);
  while (stream.count() < 20) await pause(20);

  const cutAt = Date.now();
  way.cut();
  const told = (what: string) => stream.failures.filter((failure) => failure.what === what).length;
  while ([told("answer"), told("guest"), told("line")].some((count) => count < 3)) await pause(50);
  while (Date.now() - cutAt < secondsAway * 1000) await pause(50);
  const shown = await page(url, "/kegiatan", cookie);
  expect(shown.status).toBe(503);
  expect(shown.body).toContain("Lokmin sedang sibuk");
  const answer = await fetch(`${url}/u/${invitations[0]?.token}`, {
    method: "POST",
    headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ choice: "ABSENT", reason: "Rapat di kabupaten" }),
  });
  expect(answer.status).toBe(503);
  // The form comes back, to be sent again from there.
  expect(await answer.text()).toContain('value="Rapat di kabupaten"');

  await way.mend();
  const whenMended = stream.count();
  while (stream.count() < whenMended + 20) await pause(20);
  await stream.stop();
  expect(await lostIn(direct, stream.acknowledged)).toEqual([]);
  const other = stream.failures.filter(({ status, words }) => status !== 503 || words === "");
  expect(other, server.output.stdout.slice(-20_000)).toEqual([]);
  expect(server.server()).toBe(process);
  await server.stop("SIGTERM");
  way.cut();
  await postgres.stop();
});

test("a certificate of the database that ran out is named at the start, in the health and in the log", async () => {
  const certificates = makeAuthority(emptyFolder());
  const { data, url: plain, env, postgres } = await startFilledDatabase();
  const place = (from: string, name: string) => {
    const to = join(data, "postgres", name);
    copyFileSync(from, to);
    const owner = serverOwner();
    if (owner) chownSync(to, owner.uid, owner.gid);
  };
  const client = new pg.Client({ connectionString: plain });
  client.on("error", () => {});
  await client.connect();
  const use = async (days: number) => {
    place(certificates.issue(days), "server.crt");
    await client.query("SELECT pg_reload_conf()");
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
  };
  place(certificates.key, "server.key");
  place(certificates.issue(30), "server.crt");
  await client.query("ALTER SYSTEM SET ssl = on");
  await use(30);
  const secured = `${plain.replace("127.0.0.1", "localhost")}?sslmode=verify-full&sslrootcert=${certificates.authority}`;
  const server = await startLokmin({ data, env: { ...env, DATABASE_URL: secured } });
  await server.ready();
  expect(await health(server.url)).toBe(200);

  await use(-3);
  while ((await health(server.url)) === 200) await pause(100);
  const { reason } = await (await fetch(`${server.url}/api/sehat`)).json();
  expect(reason).toBe(
    "Sertifikat TLS server basis data sudah habis masa berlakunya. Perbarui di server PostgreSQL itu.",
  );
  expect((await page(server.url, "/masuk/tautan/AAAAAAAAAAAAAAAAAAAAAA", "")).status).toBe(503);
  while (!server.output.stdout.includes("sudah habis masa berlakunya")) await pause(50);
  expectSentence(
    await endOf({ data, env: { ...env, DATABASE_URL: secured } }),
    /Sertifikat TLS server basis data sudah habis masa berlakunya\. Perbarui sertifikat di server/,
  );

  await use(60);
  while ((await health(server.url)) !== 200) await pause(100);
  await server.stop("SIGTERM");
  await client.end();
  await postgres.stop();
});
