import type { IncomingMessage, ServerResponse } from "node:http";
import { failurePage } from "@/lib/web/failure-page";

// Next reads a form whole before anybody has asked who sends it. So what it may read is little, but for the pages
// that take files, and of those only a few are read at once.

const megabyte = 1024 * 1024;

/** A photo of 12 MB with its form: as next.config.ts lets server actions take, which beyond it only fail. */
const longestWithFile = 13 * megabyte;

/** The pages whose forms bring a file: a scan of the signed list, photos of a meeting, a directory, a letter. */
const takesFile = /^\/(kegiatan\/[^/]+\/(kehadiran|foto)|impor|eskalasi)(\/|$)/;
/** Whoever is not signed in sends a password at most. */
const isPublic = /^\/(masuk|pasang|api\/auth)(\/|$)/;

/** Bytes of a body that Next may read for a path. */
export function longestBody(path: string): number {
  if (takesFile.test(path)) return longestWithFile;
  if (isPublic.test(path)) return 64 * 1024;
  return path.startsWith("/api/") ? 2 * megabyte : megabyte;
}

const mostAtOnce = 12;
let beingRead = 0;

/**
 * Whether a request may go on to Next; one that may not is answered here. What a body weighs has to be said
 * beforehand, as browsers do: in chunks it could be without end.
 */
export async function admitsBody(request: IncomingMessage, response: ServerResponse, id: string): Promise<boolean> {
  const { headers, url = "" } = request;
  if (headers["transfer-encoding"] !== undefined) {
    response.writeHead(411, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
    response.end("Panjang kiriman harus disebut (Content-Length).\n");
    return false;
  }
  const length = Number(headers["content-length"] ?? 0);
  if (length > longestBody(url.split("?", 1)[0] ?? "")) {
    if (await letGoBy(request)) answer(response, 413, id);
    return false;
  }
  if (length <= megabyte) return true;
  if (beingRead >= mostAtOnce) {
    response.setHeader("Retry-After", "30");
    if (await letGoBy(request)) answer(response, 503, id);
    return false;
  }
  beingRead += 1;
  response.once("close", () => {
    beingRead -= 1;
  });
  return true;
}

/** A browser still sending does not look at the answer. False when there was no end to it. */
async function letGoBy(request: IncomingMessage): Promise<boolean> {
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > 10 * longestWithFile) {
      request.destroy();
      return false;
    }
  }
  return true;
}

function answer(response: ServerResponse, status: number, id: string): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
  response.end(failurePage(status, id));
}

/** Whether a path can be read at all: Next fails over "/%ff" instead of finding nothing. */
export function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
