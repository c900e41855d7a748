// Two note-takers typing at once: how long until each has the other's words, through the app's own HTTP. What the
// browser adds before it sends, a pause of 0.8 s after the last key, is not in it.
import { randomUUID } from "node:crypto";
import { fetchRaw } from "./app.mjs";

const changes = 60;
/** A line of the minutes grows by a few words every one to two seconds. */
const pauseFrom = 1000;
const pauseUpTo = 2000;

/** @typedef {{ id: string, version: number, text: string }} Row */

/**
 * @param {number} port of the app
 * @param {{ rollMeetingId: string, userIds: readonly [string, string] }} meeting one that runs
 * @param {readonly [string, string]} cookies of the two
 */
export async function measureNotes(port, { rollMeetingId, userIds }, cookies) {
  /** When each text was sent, and by whom. @type {Map<string, { at: number, by: number }>} */
  const sent = new Map();
  /** @type {number[]} */
  const seenAfter = [];
  /** @type {number[]} */
  const savedAfter = [];
  let isOver = false;

  const listen = async (/** @type {0 | 1} */ me) => {
    let since = 0;
    while (!isOver || seenAfter.length < changes) {
      const reply = await fetchRaw(port, `/api/notulen/${rollMeetingId}?sejak=${since}`, {
        headers: { Cookie: cookies[me] },
      });
      if (reply.status !== 200) throw new Error(`The notes answered ${reply.status}`);
      /** @type {{ revision: number, notes: Row[] }} */
      const { revision, notes } = JSON.parse(reply.body.toString("utf8"));
      since = revision;
      for (const { text } of notes) {
        const word = sent.get(text);
        if (!word || word.by === me) continue;
        seenAfter.push(performance.now() - word.at);
        sent.delete(text);
      }
    }
  };

  const type = async (/** @type {0 | 1} */ me) => {
    /** @type {Row | null} */
    let line = null;
    for (let turn = 0; turn < changes / 2; turn += 1) {
      await pause(pauseFrom + Math.random() * (pauseUpTo - pauseFrom));
      // Every fifth change begins a new line.
      const isNew = line === null || turn % 5 === 0;
      const id = isNew ? randomUUID() : /** @type {Row} */ (line).id;
      const text = `${isNew ? "" : `${line?.text}, `}catatan ${me} ke-${turn}`;
      const operation = {
        kind: "write",
        id,
        base: isNew ? null : line?.version,
        text,
        ...(isNew ? { place: { section: me ? "OBSTACLES" : "PROBLEMS" } } : {}),
      };
      const at = performance.now();
      sent.set(text, { at, by: me });
      const reply = await fetchRaw(port, `/api/notulen/${rollMeetingId}`, {
        method: "POST",
        headers: { Cookie: cookies[me], "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
        body: JSON.stringify({ as: userIds[me], operations: [operation] }),
      });
      savedAfter.push(performance.now() - at);
      const [result] = JSON.parse(reply.body.toString("utf8")).results ?? [];
      if (result?.state !== "done") throw new Error(`A line was not written: ${reply.status} ${reply.body}`);
      line = result.note;
    }
  };

  const listening = Promise.all([listen(0), listen(1)]);
  await Promise.all([type(0), type(1)]);
  isOver = true;
  await listening;
  return { seen: summary(seenAfter), saved: summary(savedAfter) };
}

/** @param {number[]} times */
function summary(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? 0 };
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
