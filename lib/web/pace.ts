import type { IncomingMessage } from "node:http";

/** How much has to come how often, after a while in which a phone finds its network. */
type Pace = { firstMs: number; everyMs: number; bytes: number };

/** 1 KB a second: a photo over a poor 3G takes minutes and gets through, a connection that is gone does not. */
const usual: Pace = { firstMs: 60_000, everyMs: 30_000, bytes: 32 * 1024 };

/** Reads a body, and hangs up on a sender who all but stopped: meanwhile it takes the room of others. */
export async function readAtPace<T>(
  request: IncomingMessage,
  read: () => Promise<T>,
  { firstMs, everyMs, bytes }: Pace = usual,
): Promise<T> {
  const { socket } = request;
  let before = 0;
  let timer = setTimeout(watch, firstMs);
  function watch() {
    before = socket.bytesRead;
    timer = setTimeout(check, everyMs);
  }
  function check() {
    if (socket.bytesRead - before < bytes) request.destroy(new Error("The body came too slowly"));
    else watch();
  }
  try {
    return await read();
  } finally {
    clearTimeout(timer);
  }
}
