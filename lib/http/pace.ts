import type { IncomingMessage } from "node:http";

type Pace = { firstMs: number; everyMs: number; bytes: number };

const usual: Pace = { firstMs: 60_000, everyMs: 30_000, bytes: 32 * 1024 };

export const longestRequestMs = 900_000;

/** @returns ends the watch, which also ends with the body */
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

export async function readAtPace<T>(request: IncomingMessage, read: () => Promise<T>, pace?: Pace): Promise<T> {
  const stop = keepPace(request, pace);
  try {
    return await read();
  } finally {
    stop();
  }
}
