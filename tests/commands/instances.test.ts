// Two servers on one PostgreSQL behind one address, one of them through PgBouncer: whatever answers, an office's work goes
// on, and one that is killed costs at most a request that is sent again.
import { randomUUID } from "node:crypto";
import pg from "pg";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { freePort, pause } from "@/prisma/run/processes.mjs";
import { findLost, startStream } from "@/tests/bench/stream.mjs";
import { ensurePrograms, installLimit } from "@/tests/setup/programs";
import { startBalancer } from "./balancer";
import { health, startLokmin } from "./lokmin";
import { findDay, startFilledDatabase } from "./outside";
import { startPgBouncer } from "./pgbouncer";
import { formWith, page, signIn } from "./visit";

beforeAll(() => ensurePrograms("pgbouncer"), installLimit);

type Office = Awaited<ReturnType<typeof startOffice>>;

async function startOffice() {
  const database = await startFilledDatabase();
  const pooler = await startPgBouncer(database.url);
  const day = await findDay(database.url, database.env.LOKMIN_SECRET);
  const ports = [await freePort(), await freePort()];
  const balancer = await startBalancer(ports);
  const direct = { ...database.env, APP_URL: balancer.url };
  const pooled = { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: database.url, LOKMIN_POOLER: "transaksi" };
  const [first, second] = await Promise.all([
    startLokmin({ data: database.data, port: ports[0], env: direct }),
    startLokmin({ data: database.data, port: ports[1], env: { ...direct, ...pooled } }),
  ]);
  await Promise.all([first.ready(), second.ready()]);
  const client = new pg.Client({ connectionString: database.url });
  client.on("error", () => {});
  await client.connect();
  return { ...day, database, first, second, url: balancer.url, port: balancer.port, client, close };

  async function close() {
    await client.end();
    await balancer.close();
    for (const server of [first, second]) expect(await server.stop("SIGTERM")).toMatchObject({ code: 0 });
    await pooler.stop();
    await database.postgres.stop();
  }
}

const sameOrigin = { "sec-fetch-site": "same-origin" };

function sendJson(url: string, cookie: string, body: object) {
  const headers = { cookie, "content-type": "application/json", ...sameOrigin };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
}

async function sendForm(url: string, cookie: string, body: FormData) {
  const headers = { accept: "text/html", cookie, ...sameOrigin };
  return fetch(url, { method: "POST", headers, body, redirect: "manual" });
}

/** A form that one server made is taken by the other, and what it saved is shown by both. */
async function expectFormsTaken({ url, meetingId }: Office, cookie: string) {
  const opened = await page(url, "/mitra/baru", cookie);
  const words = { title: "Ketua Karang Taruna", institution: "Karang Taruna Dua Server", sector: "OTHER" };
  const saved = await sendForm(`${url}/mitra/baru`, cookie, formWith(opened.body, words));
  expect(saved.status).toBe(303);
  expect(saved.headers.get("x-served-by")).not.toBe(opened.server);
  for (const _ of ["one", "other"])
    expect((await page(url, saved.headers.get("location") ?? "", cookie)).body).toContain(words.institution);

  const album = `/kegiatan/${meetingId}/foto`;
  const before = await page(url, album, cookie);
  const form = formWith(before.body, {}, 'type="file"');
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: "#3a7" } })
    .jpeg()
    .toBuffer();
  form.set("file", new File([new Uint8Array(photo)], "rapat.jpg", { type: "image/jpeg" }));
  const kept = await sendForm(`${url}${album}`, cookie, form);
  expect(await kept.text()).toContain("Foto tersimpan.");
  expect(kept.headers.get("x-served-by")).not.toBe(before.server);
  const shown = await page(url, album, cookie);
  const [file = ""] = shown.body.match(/\/berkas\/[0-9a-f-]{36}/) ?? [];
  for (const _ of ["one", "other"]) expect((await page(url, file, cookie)).status).toBe(200);
}

/** Two take the minutes at different servers: each is told at once what the other wrote. */
async function expectNotesShared({ first, second, meetingId, users }: Office, cookies: readonly string[]) {
  const [writer] = users;
  const asked = `/api/notulen/${meetingId}`;
  const now = await fetch(`${second.url}${asked}?segera=1`, { headers: { cookie: cookies[1] ?? "" } });
  expect(now.status).toBe(200);
  const { revision } = await now.json();
  const told = fetch(`${second.url}${asked}?sejak=${revision}`, { headers: { cookie: cookies[1] ?? "" } });
  const id = randomUUID();
  const line = { kind: "write", id, base: null, text: "Air bersih di dua desa", place: { section: "PROBLEMS" } };
  const written = await sendJson(`${first.url}${asked}`, cookies[0] ?? "", { as: writer?.userId, operations: [line] });
  expect(await written.json()).toMatchObject({ results: [{ id, state: "done" }] });
  expect(await (await told).json()).toMatchObject({ notes: [{ id }] });
}

/** A device sends its marks again, to the other server: they are there once. */
async function expectMarksOnce({ url, meetingId, client }: Office, cookie: string) {
  const id = randomUUID();
  const made = { nonce: randomUUID(), id, deviceAt: new Date().toISOString() };
  const guest = { kind: "guest", ...made, name: "Tamu Dua Server", title: "Kader", institution: "Desa Uji" };
  for (const _ of ["one", "other"]) {
    const sent = await sendJson(`${url}/api/kehadiran/${meetingId}`, cookie, { operations: [guest] });
    expect(await sent.json()).toMatchObject({ results: [{ nonce: guest.nonce, state: "done" }] });
  }
  const { rowCount } = await client.query(`SELECT 1 FROM "Attendance" WHERE name = $1`, [guest.name]);
  expect(rowCount).toBe(1);
}

async function expectSameCalendar({ first, second, invitations }: Office) {
  const read = async (url: string) => (await fetch(`${url}/u/${invitations[0]?.token}/acara.ics`)).text();
  const calendar = await read(first.url);
  expect(calendar).toContain("BEGIN:VEVENT");
  expect((await read(second.url)).replace(/^DTSTAMP.*$/m, "")).toBe(calendar.replace(/^DTSTAMP.*$/m, ""));
}

test("two servers, one through PgBouncer, do an office's work in turns; one killed loses nothing", async () => {
  const office = await startOffice();
  const { url, port, users, meetingId, invitations, client, first, database } = office;
  const emails = users.slice(0, 2).map(({ email }) => email);
  const cookies = await Promise.all(emails.map((email) => signIn(url, email, database.password)));
  const [cookie = ""] = cookies;
  for (const server of [office.first, office.second])
    expect((await page(server.url, "/beranda", cookie)).status).toBe(200);
  await expectFormsTaken(office, cookie);
  await expectNotesShared(office, cookies);
  await expectMarksOnce(office, cookie);
  await expectSameCalendar(office);

  const known = users.slice(0, 2).map(({ userId }, index) => ({ userId, cookie: cookies[index] ?? "" }));
  const stream = startStream({ port, invitations, meetingId, officers: known, takers: known, between: 60 });
  while (stream.count() < 40) await pause(20);
  process.kill(first.server(), "SIGKILL");
  while ((await health(first.url)) === 200) await pause(20);
  const whenKilled = stream.count();
  while (stream.count() < whenKilled + 40) await pause(20);
  while ((await health(first.url)) !== 200) await pause(50);
  await stream.stop();
  expect(await findLost(client, stream.acknowledged)).toEqual([]);
  // What was on its way to the killed one, and nothing since.
  expect(stream.failures.filter(({ status }) => status !== 502)).toEqual([]);
  await office.close();
});
