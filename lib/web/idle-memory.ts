import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const quietMs = 4000;
const afterRequests = 300;

/**
 * Cleans the heap once nobody asks for anything: left alone, V8 keeps what a busy hour used until it needs more, on a laptop
 * of 4 GB that others work on too. It holds the process for about 0.2 s, so only after many requests and a pause.
 * @returns to be called when a request has ended
 */
export function cleanWhenIdle(clean: () => void = exposedClean()): () => void {
  let ended = 0;
  const timer = setTimeout(() => {
    if (ended < afterRequests) return;
    ended = 0;
    clean();
  }, quietMs);
  timer.unref();
  return () => {
    ended += 1;
    timer.refresh();
  };
}

function exposedClean(): () => void {
  setFlagsFromString("--expose-gc");
  const clean: () => void = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return clean;
}
