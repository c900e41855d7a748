import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const quietMs = 4000;
const afterRequests = 300;

/** The heap's pages are given back by the first, the space of young objects by the second: V8 keeps it for seconds. */
export type Cleaning = { compact: () => void; collect: () => void };

/**
 * Cleans the heap once nobody asks for anything: left alone, V8 keeps what a busy hour used until it needs more, on a laptop
 * of 4 GB that others work on too. Each of both steps holds the process for about 0.2 s, so only after many requests and a
 * pause, and the second after another one.
 * @returns to be called when a request has ended
 */
export function cleanWhenIdle(cleaning: Cleaning = exposedCleaning()): () => void {
  let ended = 0;
  let isCompact = false;
  const timer = setTimeout(() => {
    if (isCompact) cleaning.collect();
    else if (ended >= afterRequests) {
      cleaning.compact();
      ended = 0;
      isCompact = true;
      timer.refresh();
      return;
    }
    isCompact = false;
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
