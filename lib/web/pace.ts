import type { IncomingMessage } from "node:http";

/** How much has to come how often, after a while in which a phone finds its network. */
type Pace = { firstMs: number; everyMs: number; bytes: number };

/** 1 KB a second: a photo over a poor 3G takes minutes and gets through, a connection that is gone does not. */
const usual: Pace = { firstMs: 60_000, everyMs: 30_000, bytes: 32 * 1024 };

/** The longest form there is, 25 MB, at 30 KB a second. */
export const longestRequestMs = 900_000;

/**
 * Hangs up on a sender of a body who all but stopped: meanwhile it takes the room of others.
 * @returns ends the watch, which also ends with the body
 */
export function keepPace(request: IncomingMessage, { firstMs, everyMs, bytes }: Pace = usual): () => void {
  const { socket } = request;
  let before = 0;
  let timer = setTimeout(watch, firstMs);
  const stop = () => clearTimeout(timer);
  function watch() {
    before = socket.bytesRead;
    timer = setTimeout(check, everyMs);
  }
  function check() {
    if (socket.bytesRead - before < bytes) request.destroy(new Error("The body came too slowly"));
    else watch();
  }
  request.once("end", stop);
  request.once("close", stop);
  return stop;
}

/** Reads a body at the pace that is asked of its sender. */
export async function readAtPace<T>(request: IncomingMessage, read: () => Promise<T>, pace?: Pace): Promise<T> {
  const stop = keepPace(request, pace);
  try {
    return await read();
  } finally {
    stop();
  }
}
