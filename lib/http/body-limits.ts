import { IncomingMessage, type ServerResponse } from "node:http";
import { answerEarly } from "@/lib/http/headers";
import { makeSlots } from "@/lib/http/slots";

// Next reads a form whole before anybody has asked who sends it. So what it may read is little, but for the pages
// that take files, and of those only a few are read at once.

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** A photo of 12 MB with its form: as next.config.ts lets server actions take, which beyond it only fail. */
const longestWithFile = 13 * megabyte;

const longestOfStrangers = 64 * kilobyte;

const takesFile = /^\/(kegiatan\/[^/]+\/(kehadiran|foto)|impor|eskalasi|surat|matriks\/peta)(\/|$)/;
const isPublic = /^\/(masuk|pasang|api\/auth)(\/|$)/;

export function longestBody(path: string): number {
  if (takesFile.test(path)) return longestWithFile;
  if (isPublic.test(path)) return longestOfStrangers;
  return path.startsWith("/api/") ? 2 * megabyte : megabyte;
}

const slots = makeSlots({ total: 12, perNetwork: 4 });

export type Admission = { id: string; isSignedIn: (request: IncomingMessage) => Promise<boolean> };

/** The request to hand on to Next; null where it is answered here. */
export async function admitBody(
  request: IncomingMessage,
  response: ServerResponse,
  { id, isSignedIn }: Admission,
): Promise<IncomingMessage | null> {
  const { headers, url = "" } = request;
  const path = url.split("?", 1)[0] ?? "";
  const isData = path.startsWith("/api/");
  const limit = longestBody(path);
  const isChunked = headers["transfer-encoding"] !== undefined;
  const length = isChunked ? Number.POSITIVE_INFINITY : Number(headers["content-length"] ?? 0);
  const refuse = async (status: number, help?: string, more?: Record<string, string>) => {
    if (await letGoBy(request)) answerEarly(response, status, id, { isData, help, more });
    return null;
  };
  if (!isChunked && length > limit) return refuse(413, tooLong);
  const parts: Buffer[] = [];
  if (isChunked && (await readUpTo(request, longestOfStrangers, parts))) return withBody(request, parts);
  if (length <= longestOfStrangers) return request;
  if (isChunked && limit <= longestOfStrangers) return refuse(413, tooLong);
  if (!(await isSignedIn(request))) return refuse(401, "Sesi Anda sudah berakhir. Masuk lagi, lalu kirim lagi.");
  if (length > megabyte) {
    const giveBack = slots.take(String(headers["x-client-address"] ?? ""));
    if (!giveBack) return refuse(503, undefined, { "Retry-After": "30" });
    response.once("close", giveBack);
  }
  if (!isChunked) return request;
  return (await readUpTo(request, limit, parts)) ? withBody(request, parts) : refuse(413, tooLong);
}

const tooLong = "Kiriman terlalu besar";

/** Adds to what was read until there is more than a limit. @returns whether the body ended within it */
async function readUpTo(request: IncomingMessage, limit: number, parts: Buffer[]): Promise<boolean> {
  let length = parts.reduce((all, part) => all + part.length, 0);
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    parts.push(part);
    length += part.length;
    if (length > limit) return false;
  }
  return true;
}

export function withBody(request: IncomingMessage, parts: Buffer[]): IncomingMessage {
  const body = Buffer.concat(parts);
  const { "transfer-encoding": _, ...headers } = request.headers;
  const again = new IncomingMessage(request.socket);
  again.method = request.method;
  again.url = request.url;
  again.httpVersion = request.httpVersion;
  again.httpVersionMajor = request.httpVersionMajor;
  again.httpVersionMinor = request.httpVersionMinor;
  again.headers = { ...headers, "content-length": String(body.length) };
  again.complete = true;
  again.push(body);
  again.push(null);
  return again;
}

async function letGoBy(request: IncomingMessage): Promise<boolean> {
  let length = 0;
  try {
    for await (const chunk of request) {
      length += chunk.length;
      if (length > 4 * longestWithFile) break;
    }
  } catch {
    return false;
  }
  return !request.destroyed || request.complete;
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
