import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const quietMs = 3000;
const afterRequests = 300;
/** V8 gives the space of young objects back once it has been quiet for a while, which it looks at only as it collects. */
const collections = 2;

/** The heap's pages are given back by the first, the space of young objects by the second. */
export type Cleaning = { compact: () => void; collect: () => void };

/**
 * Cleans the heap once nobody asks for anything: left alone, V8 keeps what a busy hour used until it needs more, on a laptop
 * of 4 GB that others work on too. Each step holds the process for 0.1 to 0.2 s, so only after many requests and a pause,
 * and each further one after another pause.
 * @returns to be called when a request has ended
 */
export function cleanWhenIdle(cleaning: Cleaning = exposedCleaning()): () => void {
  let ended = 0;
  let left = 0;
  const timer = setTimeout(() => {
    if (left > 0) {
      cleaning.collect();
      left -= 1;
    } else if (ended >= afterRequests) {
      cleaning.compact();
      ended = 0;
      left = collections;
    }
    if (left > 0) timer.refresh();
  }, quietMs);
  timer.unref();
  return () => {
    ended += 1;
    timer.refresh();
  };
}

function exposedCleaning(): Cleaning {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return {
    collect,
    compact() {
      setFlagsFromString("--compact-on-every-full-gc");
      collect();
      setFlagsFromString("--no-compact-on-every-full-gc");
    },
  };
}
