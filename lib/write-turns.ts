// Writes may wait for a row that somebody holds. Only so many wait in the database at once: reading always finds a
// connection.
const most = 10;
const longestWait = 6000;

/** Too many writes at once; lib/unavailable.ts knows it by its code. */
class TooManyWrites extends Error {
  readonly code = "53300";

  constructor() {
    super(`no turn to write within ${longestWait} ms`);
  }
}

type Turns = { running: number; waiting: (() => void)[] };

// Next bundles this module apart from the server around it: one count for all.
const shared = globalThis as { lokminWriteTurns?: Turns };
shared.lokminWriteTurns ??= { running: 0, waiting: [] };
const turns: Turns = shared.lokminWriteTurns;

/** Runs a write when it is its turn, in the order they came. @throws TooManyWrites when that takes too long */
export async function inTurn<T>(write: () => Promise<T>): Promise<T> {
  if (turns.running >= most) await waitForTurn();
  else turns.running += 1;
  try {
    return await write();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}

function waitForTurn(): Promise<void> {
  return new Promise((done, fail) => {
    const begin = () => {
      clearTimeout(late);
      done();
    };
    const late = setTimeout(() => {
      turns.waiting = turns.waiting.filter((one) => one !== begin);
      fail(new TooManyWrites());
    }, longestWait);
    turns.waiting.push(begin);
  });
}
