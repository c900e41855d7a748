// When a server that died is started again: at once where it had served, and ever later while it does not get so far.

const first = 250;
const longest = 30_000;

/**
 * @param {{ delay: number, served: boolean }} last delay: milliseconds waited before; served: the one that died had
 * @returns {number} milliseconds to wait now
 */
export function nextDelay({ delay, served }) {
  return served || delay === 0 ? first : Math.min(delay * 2, longest);
}
