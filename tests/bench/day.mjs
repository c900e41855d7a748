// The day of a Lokmin: 500 people check in by code within a minute while 20 officers mark on their screens, and a
// device that was offline all morning sends 300 marks.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { databaseUrl, fetchRaw } from "./app.mjs";

const attendees = 500;
const officers = 20;
const marksPerOfficer = 10;
const offlineMarks = 300;
const batch = 40;
const seconds = 60;

/** @typedef {{ count: number, p50: number, p95: number, worst: number }} Times in ms */

/**
 * @param {number} port of the app
 * @param {string} folder its data folder
 * @param {import("./fixture").Fixture} fixture
 * @param {string} cookie of a signed-in officer
 */
export async function measureDay(port, folder, fixture, cookie) {
  const { rollMeetingId } = fixture;
  const database = new pg.Client({ connectionString: databaseUrl(folder) });
  await database.connect();
  try {
    const { rows } = await database.query(`SELECT id FROM "Invitation" WHERE "meetingId" = $1 ORDER BY title, id`, [
      rollMeetingId,
    ]);
    const invited = rows.map((row) => String(row.id));
    const byCode = invited.slice(0, attendees / 2);
    const byOfficer = invited.slice(attendees / 2, attendees / 2 + officers * marksPerOfficer);
    const offline = invited.slice(
      attendees / 2 + officers * marksPerOfficer,
      attendees / 2 + officers * marksPerOfficer + offlineMarks,
    );
    const rollCall = await fillRollCall(port, rollMeetingId, cookie, byCode, byOfficer);
    const sync = await syncMorning(port, rollMeetingId, cookie, offline);
    const { rows: counted } = await database.query(
      `SELECT count(*)::int AS rows, count(DISTINCT coalesce("invitationId", id))::int AS people FROM "Attendance" WHERE "meetingId" = $1`,
      [rollMeetingId],
    );
    const expected = attendees + byOfficer.length + offline.length;
    return { rollCall, sync, rows: Number(counted[0].rows), people: Number(counted[0].people), expected };
  } finally {
    await database.end();
  }
}

/** @param {number} port @param {string} rollMeetingId @param {string} cookie @param {string[]} byCode @param {string[]} byOfficer */
async function fillRollCall(port, rollMeetingId, cookie, byCode, byOfficer) {
  /** @type {Record<"page" | "checkIn" | "mark" | "roll", number[]>} */
  const times = { page: [], checkIn: [], mark: [], roll: [] };
  let code = await readCode(port, rollMeetingId, cookie);
  const turning = setInterval(() => void readCode(port, rollMeetingId, cookie).then((fresh) => (code = fresh)), 10_000);
  const attend = async (/** @type {number} */ number) => {
    await pause(Math.random() * seconds * 1000);
    const address = {
      "X-Forwarded-For": `10.77.${number >> 8}.${number & 255}`,
      Accept: "text/html",
      "Accept-Encoding": "identity",
    };
    const page = await timed(times.page, () => fetchRaw(port, `/h/${code}`, { headers: address }));
    const ticket = /name="ticket" value="([^"]+)"/.exec(page.body.toString("utf8"))?.[1];
    if (page.status !== 200 || !ticket) throw new Error(`/h answered ${page.status}`);
    const invitationId = byCode[number];
    /** @type {Record<string, string>} */
    const who = invitationId
      ? { who: "sendiri", invitationId }
      : { who: "tamu", name: `Tamu Ukur ${number}`, title: "Kader", institution: "Desa Ukur" };
    const headers = {
      ...address,
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
    };
    const body = new URLSearchParams({ ticket, ...who }).toString();
    const made = await timed(times.checkIn, () => fetchRaw(port, "/h", { method: "POST", headers, body }));
    if (made.status !== 201) throw new Error(`A check-in answered ${made.status}`);
  };
  const office = async (/** @type {number} */ number) => {
    for (const invitationId of byOfficer.slice(number * marksPerOfficer, (number + 1) * marksPerOfficer)) {
      await pause(((Math.random() + 0.5) * seconds * 1000) / marksPerOfficer / 1.5);
      await timed(times.mark, () => send(port, rollMeetingId, cookie, [markOf(invitationId)]));
      await timed(times.roll, () => fetchRaw(port, `/api/kehadiran/${rollMeetingId}`, { headers: { Cookie: cookie } }));
    }
  };
  try {
    await Promise.all([
      ...Array.from({ length: attendees }, (_, number) => attend(number)),
      ...Array.from({ length: officers }, (_, number) => office(number)),
    ]);
  } finally {
    clearInterval(turning);
  }
  return {
    page: summary(times.page),
    checkIn: summary(times.checkIn),
    mark: summary(times.mark),
    roll: summary(times.roll),
  };
}

/** @param {number} port @param {string} rollMeetingId @param {string} cookie @param {string[]} invitationIds */
async function syncMorning(port, rollMeetingId, cookie, invitationIds) {
  const from = performance.now();
  for (let at = 0; at < invitationIds.length; at += batch) {
    await send(port, rollMeetingId, cookie, invitationIds.slice(at, at + batch).map(markOf));
  }
  return { marks: invitationIds.length, seconds: (performance.now() - from) / 1000 };
}

/** @param {string} invitationId */
function markOf(invitationId) {
  const now = new Date().toISOString();
  const nobody = { delegateName: "", delegateTitle: "", delegateInstitution: "", note: "" };
  return {
    kind: "mark",
    nonce: randomUUID(),
    deviceAt: now,
    arrivedAt: now,
    seen: null,
    invitationId,
    status: "PRESENT",
    ...nobody,
  };
}

/** @param {number} port @param {string} rollMeetingId @param {string} cookie @param {object[]} operations */
async function send(port, rollMeetingId, cookie, operations) {
  const headers = { Cookie: cookie, "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" };
  const body = JSON.stringify({ operations });
  const reply = await fetchRaw(port, `/api/kehadiran/${rollMeetingId}`, { method: "POST", headers, body });
  const { results = [] } = JSON.parse(reply.body.toString("utf8"));
  const done = results.filter((/** @type {{ state: string }} */ { state }) => state === "done").length;
  if (done !== operations.length)
    throw new Error(`Of ${operations.length} marks ${done} were written (${reply.status})`);
}

/** @param {number} port @param {string} rollMeetingId @param {string} cookie @returns {Promise<string>} */
async function readCode(port, rollMeetingId, cookie) {
  const reply = await fetchRaw(port, `/api/kehadiran/${rollMeetingId}/kode`, { headers: { Cookie: cookie } });
  return JSON.parse(reply.body.toString("utf8")).code;
}

/** @template T @param {number[]} times @param {() => Promise<T>} work @returns {Promise<T>} */
async function timed(times, work) {
  const from = performance.now();
  const result = await work();
  times.push(performance.now() - from);
  return result;
}

/** @param {number[]} times @returns {Times} */
function summary(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? 0 };
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
