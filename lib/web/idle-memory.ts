import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const quietMs = 3000;
/** V8 gives the space of young objects back where little was allocated in the five seconds before a collection. */
const lookBackMs = 5500;
const afterRequests = 50;

/** The heap's pages are given back by the first, the space of young objects by the second. */
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
  const compacting = setTimeout(() => {
    if (ended < afterRequests) return;
    ended = 0;
    cleaning.compact();
    isCompact = true;
    collecting.refresh();
  }, quietMs).unref();
  const collecting = setTimeout(() => {
    if (isCompact) cleaning.collect();
    isCompact = false;
  }, lookBackMs).unref();
  return () => {
    ended += 1;
    compacting.refresh();
    if (isCompact) collecting.refresh();
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
