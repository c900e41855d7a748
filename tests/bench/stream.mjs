// Answers, marks and minutes as they come in on the day of a meeting, each sent again until it is acknowledged as a
// device would; and whether the database has every one of them, once.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { fetchRaw } from "./app.mjs";

/**
 * @typedef {object} Work
 * @property {number} port of the app, or of what is in front of several
 * @property {readonly { token: string, id: string }[]} invitations of a meeting ahead
 * @property {string} meetingId of one that runs
 * @property {readonly { cookie: string, userId: string }[]} officers who mark guests there
 * @property {readonly { cookie: string, userId: string }[]} takers of its minutes
 * @property {number} between milliseconds between two writes of one person
 */

/** @typedef {{ at: number, what: Kind, status: number, words: string }} Failure status 0: no answer at all */
/** @typedef {"answer" | "guest" | "line"} Kind */
/** @typedef {{ since: Date, answers: Map<string, string[]>, guests: string[], lines: Map<string, string[]> }} Acknowledged */
/** @typedef {{ status: number, isTaken: boolean, words: string, body: string }} Sent */
/** @typedef {{ query: (sql: string, values: unknown[]) => Promise<{ rows: Record<string, any>[] }> }} Database */

/** A device sends again by itself, a person presses the button again; milliseconds. */
const betweenTries = { answer: 4000, guest: 500, line: 500 };
const editsOfLine = 8;

/** Begins at once. @param {Work} work */
export function startStream({ port, invitations, meetingId, officers, takers, between }) {
  const own = { isOver: false };
  /** @type {Acknowledged} */
  const acknowledged = { since: new Date(), answers: new Map(), guests: [], lines: new Map() };
  /** @type {Failure[]} */
  const failures = [];
  /** When anything was acknowledged. @type {number[]} */
  const times = [];

  /** Until it is taken. @param {Kind} what @param {() => Promise<Sent>} send */
  const untilTaken = async (what, send) => {
    for (;;) {
      const sent = await send().catch((error) => ({ status: 0, isTaken: false, words: String(error), body: "" }));
      if (sent.isTaken) {
        times.push(Date.now());
        return sent;
      }
      failures.push({ at: Date.now(), what, status: sent.status, words: sent.words });
      await pause(betweenTries[what]);
    }
  };
  const turn = () => pause(between * (0.5 + Math.random()));

  const answer = async (/** @type {{ token: string, id: string }} */ { token, id }, /** @type {number} */ number) => {
    /** @type {string[]} */
    const reasons = [];
    acknowledged.answers.set(id, reasons);
    // A link takes 20 answers a minute.
    const rest = Math.max(between, 4000);
    for (await pause(Math.random() * rest); !own.isOver; await pause(rest)) {
      const reason = `Alasan ${number}-${reasons.length}`;
      await untilTaken("answer", () => sendAnswer(port, { token, number, reason }));
      reasons.push(reason);
    }
  };

  const mark = async (/** @type {{ cookie: string }} */ { cookie }, /** @type {number} */ number) => {
    for (await turn(); !own.isOver; await turn()) {
      const guest = guestOf(`Tamu ${number}-${acknowledged.guests.length}-${randomUUID().slice(0, 8)}`);
      await untilTaken("guest", () => sendTo(port, `/api/kehadiran/${meetingId}`, cookie, { operations: [guest] }));
      acknowledged.guests.push(guest.id);
    }
  };

  const take = async (/** @type {{ cookie: string, userId: string }} */ { cookie, userId }) => {
    for (await turn(); !own.isOver; ) {
      const id = randomUUID();
      /** @type {string[]} */
      const texts = [];
      acknowledged.lines.set(id, texts);
      for (let edit = 0; edit < editsOfLine && !own.isOver; edit += 1, await turn()) {
        const text = `Catatan ${id.slice(0, 8)} tulisan ${edit}`;
        const place = edit === 0 ? { place: { section: "PROBLEMS" } } : {};
        const base = edit === 0 ? null : edit - 1;
        const operations = [{ kind: "write", id, base, text, nonce: randomUUID(), ...place }];
        await untilTaken("line", () => sendTo(port, `/api/notulen/${meetingId}`, cookie, { as: userId, operations }));
        texts.push(text);
      }
    }
  };

  const all = Promise.all([...invitations.map(answer), ...officers.map(mark), ...takers.map(take)]);
  return {
    acknowledged,
    failures,
    times,
    count: () => times.length,
    /** No more is begun; what was is sent until it is taken. */
    async stop() {
      own.isOver = true;
      await all;
    },
  };
}

/** @param {number} port @param {{ token: string, number: number, reason: string }} answer @returns {Promise<Sent>} */
async function sendAnswer(port, { token, number, reason }) {
  const reply = await fetchRaw(port, `/u/${token}`, {
    method: "POST",
    headers: {
      Accept: "text/html",
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
      "X-Forwarded-For": `10.78.${number >> 8}.${number & 255}`,
    },
    body: new URLSearchParams({ choice: "ABSENT", reason }).toString(),
  });
  const body = reply.body.toString("utf8");
  return { status: reply.status, isTaken: reply.status === 303, words: sentenceOf(body), body };
}

/** @param {number} port @param {string} path @param {string} cookie @param {object} sent @returns {Promise<Sent>} */
async function sendTo(port, path, cookie, sent) {
  const reply = await fetchRaw(port, path, {
    method: "POST",
    headers: { Cookie: cookie, "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
    body: JSON.stringify(sent),
  });
  const body = reply.body.toString("utf8");
  const isTaken = reply.status === 200 && JSON.parse(body).results?.[0]?.state === "done";
  return { status: reply.status, isTaken, words: sentenceOf(body), body };
}

/** What a failed request says to a person: the reason of a data answer, or the page's words. @param {string} body */
function sentenceOf(body) {
  if (body.startsWith("{")) return String(JSON.parse(body).reason ?? body);
  const main = /<(?:main|body)[^>]*>([\s\S]*?)<\/(?:main|body)>/.exec(body)?.[1] ?? "";
  return main
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** @param {string} name */
function guestOf(name) {
  const made = { nonce: randomUUID(), id: randomUUID(), deviceAt: new Date().toISOString() };
  return { kind: "guest", ...made, name, title: "Kader", institution: "Desa Uji", isAnother: true };
}

/**
 * Every acknowledged write that is not there, or there twice, in words.
 * @param {Database} database @param {Acknowledged} acknowledged
 * @returns {Promise<string[]>}
 */
export async function findLost(database, { since, answers, guests, lines }) {
  const lost = [];
  const { rows: answered } = await database.query(
    `SELECT i.id, a.reason, (SELECT count(*)::int FROM "Event" e
       WHERE e.action = 'invitation.answered' AND e."subjectId" = i.id::text AND e."onBehalfOf" = 'tautan pribadi'
         AND e.at >= $2) AS events
     FROM "Invitation" i LEFT JOIN "Answer" a ON a."invitationId" = i.id WHERE i.id = ANY($1)`,
    [[...answers.keys()], since],
  );
  for (const { id, reason, events } of answered) {
    const reasons = answers.get(id) ?? [];
    if (reasons.length > 0 && reason !== reasons.at(-1)) lost.push(`answer ${id}: ${reason}, not ${reasons.at(-1)}`);
    if (events !== reasons.length) lost.push(`answer ${id}: ${events} events of ${reasons.length} answers`);
  }
  const { rows: came } = await database.query(
    `SELECT a.id, (SELECT count(*)::int FROM "Event" e WHERE e."subjectId" = a.id::text) AS events,
       (SELECT count(*)::int FROM "Attendance" other WHERE other.name = a.name) AS rows
     FROM "Attendance" a WHERE a.id = ANY($1)`,
    [guests],
  );
  const known = new Map(came.map((row) => [row.id, row]));
  for (const id of guests) {
    const row = known.get(id);
    if (row?.rows !== 1 || row.events !== 1)
      lost.push(`guest ${id}: ${row?.rows ?? 0} rows, ${row?.events ?? 0} events`);
  }
  const { rows: written } = await database.query(`SELECT id, text, version FROM "Note" WHERE id = ANY($1)`, [
    [...lines.keys()],
  ]);
  const notes = new Map(written.map((row) => [row.id, row]));
  for (const [id, texts] of lines) {
    const note = notes.get(id);
    if (texts.length > 0 && (note?.text !== texts.at(-1) || note?.version !== texts.length - 1))
      lost.push(`line ${id}: "${note?.text}" in version ${note?.version} after ${texts.length} writes`);
  }
  return lost;
}
