// What people at work noticed of each time the leader went, in figures and words.
import { leaderTtl } from "./cluster-settings.mjs";

/** @typedef {import("./stream.mjs").Failure} Failure */
/** @typedef {ReturnType<typeof import("./stream.mjs").startStream>} Stream */
/** @typedef {{ what: string, at: number, back?: { how: string, seconds: number } }} Loss of the leader; back: when that machine followed again */
/** @typedef {{ what: string, gap: number, failed: Record<string, number>, back: Loss["back"] }} LossFigures gap in seconds */
/** @typedef {{ acknowledged: number, answers: number, marks: number, lines: number, lost: string[], losses: LossFigures[], outside: number, wordless: number }} ClusterFigures */

/** A request of the gap may be answered as late as its own time-out. */
const lateAnswer = 10_000;

/** @param {Stream} stream @param {readonly Loss[]} losses @param {string[]} lost @returns {ClusterFigures} */
export function figuresOf({ acknowledged, failures, times }, losses, lost) {
  const inOrder = times.toSorted((one, other) => one - other);
  const gaps = losses.map(({ at }, index) => gapOf(inOrder, at, losses[index + 1]?.at ?? Number.POSITIVE_INFINITY));
  const isOf = (/** @type {{ from: number, until: number } | undefined} */ gap, /** @type {Failure} */ { at }) =>
    gap !== undefined && at >= gap.from && at <= gap.until + lateAnswer;
  const lengths = (/** @type {Map<string, string[]>} */ many) =>
    [...many.values()].reduce((sum, one) => sum + one.length, 0);
  return {
    acknowledged: times.length,
    answers: lengths(acknowledged.answers),
    marks: acknowledged.guests.length,
    lines: lengths(acknowledged.lines),
    lost,
    losses: losses.map(({ what, back }, index) => ({
      what,
      back,
      gap: (gaps[index]?.milliseconds ?? 0) / 1000,
      failed: countOf(failures.filter((failure) => isOf(gaps[index], failure))),
    })),
    outside: failures.filter((failure) => !gaps.some((gap) => isOf(gap, failure))).length,
    wordless: failures.filter(({ status, words }) => status === 0 || words === "").length,
  };
}

/** The longest time without a write that was taken, of those that end after the loss. @param {number[]} times @param {number} at @param {number} next */
function gapOf(times, at, next) {
  let longest = { from: at, until: at, milliseconds: 0 };
  for (const [index, time] of times.entries()) {
    const before = times[index - 1] ?? time;
    if (time <= at || before >= next || time - before <= longest.milliseconds) continue;
    longest = { from: Math.min(at, before), until: time, milliseconds: time - before };
  }
  return longest;
}

/** @param {Failure[]} failures */
function countOf(failures) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { status, words } of failures) {
    const key = `${status} ${words.slice(0, 160)}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** @param {ClusterFigures} figures */
export function wordsOf({ acknowledged, answers, marks, lines, lost, losses, outside, wordless }) {
  return [
    `diterima ${acknowledged} (${answers} jawaban, ${marks} tamu, ${lines} tulisan notulen), hilang atau ganda ${lost.length}`,
    ...lost.slice(0, 20).map((one) => `  ${one}`),
    ...losses.flatMap(lossWords),
    `gagal di luar jeda ${outside}, tanpa kalimat ${wordless} (ttl Patroni ${leaderTtl} s)`,
  ].join("\n");
}

/** @param {LossFigures} loss */
function lossWords({ what, gap, failed, back }) {
  const all = Object.values(failed).reduce((sum, count) => sum + count, 0);
  const again = back ? `; mengikuti lagi ${back.seconds.toFixed(1)} s sesudah dinyalakan (${back.how})` : "";
  return [
    `${what}: jeda ${gap.toFixed(1)} s, gagal ${all}${again}`,
    ...Object.entries(failed).map(([words, count]) => `  ${count} × ${words}`),
  ];
}
