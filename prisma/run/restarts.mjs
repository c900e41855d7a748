// When a server that died is started again: at once, and later each time where it dies again soon.

const first = 250;
const longest = 30_000;
const soon = 60_000;

/**
 * @param {{ delay: number, lived: number }} last milliseconds: what was waited before, how long it lived since
 * @returns {number} milliseconds to wait now
 */
export function nextDelay({ delay, lived }) {
  if (lived > soon || delay === 0) return first;
  return Math.min(delay * 2, longest);
}
