import type { IncomingMessage } from "node:http";
import { answerEarly, commonHeaders, shutPolicy } from "@/lib/http/headers";
import { packPage } from "@/lib/http/packed-page";
import type { PageResponse } from "@/lib/http/page-response";
import type { PlainReply, PlainRequest } from "@/lib/http/plain-http";
import { isMultipart, readUploadBody } from "@/lib/http/upload";

/** Answers every address below its prefix before Next sees the request. */
export type RequestHandler = {
  prefix: string;
  answer: (request: PlainRequest) => Promise<PlainReply>;
  takesFiles?: boolean;
  /** Bytes of a body, where they are more than a form of ours has. */
  longestBody?: number;
};

export async function answerDirectly(
  handler: RequestHandler,
  request: IncomingMessage,
  response: PageResponse,
): Promise<void> {
  const id = String(request.headers["x-request-id"]);
  const hasFile =
    handler.takesFiles && request.method === "POST" && isMultipart(String(request.headers["content-type"] ?? ""));
  const body = request.method === "POST" && !hasFile ? await readBody(request, handler.longestBody) : "";
  if (body === null) {
    answerEarly(response, 413, id, { more: { Connection: "close" } });
    return;
  }
  const reply = await handler.answer({
    method: request.method ?? "GET",
    path: request.url ?? "/",
    headers: request.headers,
    address: String(request.headers["x-client-address"]),
    body,
    ...(hasFile ? { upload: (limit) => readUploadBody(request, limit) } : {}),
  });
  // An unread file has to be received, else its sender sees a broken connection.
  if (hasFile) request.resume();
  // All headers at once: set one by one they cost as much as the rest of the answer's way out.
  const headers: Record<string, string | number> = {
    "X-Request-Id": id,
    ...commonHeaders,
    "Content-Security-Policy": shutPolicy,
    ...reply.headers,
  };
  let payload: string | Uint8Array = reply.file ?? reply.body;
  if (!reply.file && reply.body.length > 900 && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))) {
    payload = packPage(reply.body);
    headers["Content-Encoding"] = "gzip";
    headers.Vary = "Accept-Encoding";
  }
  if (reply.status !== 304) headers["Content-Length"] = Buffer.byteLength(payload);
  response.writeHead(reply.status, headers);
  response.end(request.method === "HEAD" ? undefined : payload);
}

function readBody(request: IncomingMessage, limit = 16_384): Promise<string | null> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) done(null);
      else chunks.push(chunk);
    });
    request.once("end", () => done(Buffer.concat(chunks).toString("utf8")));
    request.once("error", fail);
  });
}
