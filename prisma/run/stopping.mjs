// Ctrl-C and SIGTERM: what is being written is finished, then everything that was opened is closed.

/** Set once a signal asked us to stop: what breaks from then on is no news. */
export const ending = { begun: false };

/** What a stop closes, last opened first. @type {(() => Promise<void>)[]} */
const toClose = [];

/** @type {Promise<unknown>} */
let unfinished = Promise.resolve();

/** @param {() => Promise<void>} close */
export function closeAtEnd(close) {
  toClose.push(close);
}

/**
 * Work that a signal waits for.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function uninterrupted(work) {
  const done = work();
  unfinished = Promise.allSettled([unfinished, done]);
  return done;
}

/** Closes what was opened and ends the process. @param {number} code */
export async function endProcess(code) {
  if (ending.begun) return;
  ending.begun = true;
  await unfinished;
  for (const close of toClose.splice(0).reverse()) await close().catch((error) => console.error(error));
  process.exit(code);
}

/** From the first moment on: requests are answered, then PostgreSQL writes what it has and ends. */
export function stopOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void endProcess(0));
}
