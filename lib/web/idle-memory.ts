import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const quietMs = 3000;
/** V8 gives the space of young objects back where little was allocated in the five seconds before a collection. */
const lookBackMs = 5500;
const afterRequests = 50;

/** `compact` gives the heap's pages back, and the space of young objects where `countAnew` was called long enough before. */
export type Cleaning = { countAnew: () => void; compact: () => void };

/**
 * Cleans the heap once nobody asks for anything: left alone, V8 keeps what a busy hour used until it needs more, on a laptop
 * of 4 GB that others work on too. The first step takes some milliseconds; the second holds the process for about 0.2 s, so
 * only after some requests and a long pause.
 * @returns to be called when a request has ended
 */
export function cleanWhenIdle(cleaning: Cleaning = exposedCleaning()): () => void {
  let ended = 0;
  let isCounting = false;
  const counting = setTimeout(() => {
    if (ended < afterRequests) return;
    cleaning.countAnew();
    isCounting = true;
    compacting.refresh();
  }, quietMs).unref();
  const compacting = setTimeout(() => {
    if (!isCounting) return;
    cleaning.compact();
    ended = 0;
    isCounting = false;
  }, lookBackMs).unref();
  return () => {
    ended += 1;
    isCounting = false;
    counting.refresh();
  };
}

function exposedCleaning(): Cleaning {
  setFlagsFromString("--expose-gc");
  const collect: (options?: { type: "minor" }) => void = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return {
    countAnew: () => collect({ type: "minor" }),
    compact() {
      setFlagsFromString("--compact-on-every-full-gc");
      collect();
      setFlagsFromString("--no-compact-on-every-full-gc");
    },
  };
}
