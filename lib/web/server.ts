import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import next from "next";
import { log, loggablePath } from "@/lib/log";
import { endWaiting } from "@/lib/minutes/waiting";
import { admitsBody, isReadable } from "@/lib/web/body-limits";
import { networkOf } from "@/lib/web/client-network";
import { failurePage } from "@/lib/web/failure-page";
import { readAtPace } from "@/lib/web/pace";
import { PageResponse } from "@/lib/web/page-response";
import type { PlainReply, PlainRequest } from "@/lib/web/plain-http";
import { isMultipart, readUploadBody } from "@/lib/web/upload";

/** Answers every address below its prefix before Next sees the request. */
export type RequestHandler = {
  prefix: string;
  answer: (request: PlainRequest) => Promise<PlainReply>;
  /** Whether a form may bring a file: the handler reads it once it knows who sends it. */
  takesFiles?: boolean;
};

export type ServeOptions = { dev: boolean; dir: string; host: string; port: number; handlers: RequestHandler[] };

/**
 * The one server: request id, log, security headers and the request handlers, then Next.
 * @throws the listen error (EADDRINUSE …)
 */
export async function serve({ dev, dir, host, port, handlers }: ServeOptions): Promise<{ close: () => Promise<void> }> {
  if (!dev) takeBuiltConfig(dir);
  // A photo from a phone in a village takes minutes; headers have to come within Node's own minute all the same.
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 300_000, ServerResponse: PageResponse });
  const app = next({ dev, dir, hostname: host, port, httpServer: server, quiet: !dev });
  const handle = app.getRequestHandler();
  // The port is taken first, so that a busy one is known at once; whoever comes before Next is ready waits.
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });

  // Nobody here speaks anything but HTTP; Next would keep such a connection open for good.
  if (!dev) server.on("upgrade", (_, socket) => socket.destroy());
  server.on("request", (request, response) => {
    const id = newRequestId();
    const from = performance.now();
    request.headers["x-request-id"] = id;
    request.headers["x-client-address"] = clientAddress(request);
    response.on("close", () => logRequest(request, response, id, from));
    const path = request.url?.split("?", 1)[0] ?? "";
    const handler = handlers.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
    const answered = handler
      ? answerDirectly(handler, request, response)
      : opened.then(() => answerWithNext(request, response, { dev, id, handle: () => handle(request, response) }));
    answered.catch((error) => {
      log.error({ request: id, err: error }, "permintaan gagal");
      if (!response.headersSent) response.writeHead(500, { ...htmlHeaders, "X-Request-Id": id });
      response.end(failurePage(500, id));
    });
  });

  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, done);
  });
  await app.prepare();
  open();
  return {
    async close() {
      // Who waits for notes is answered now, and the connection closed once the answer is out.
      endWaiting();
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const late = setTimeout(() => server.closeAllConnections(), 5000);
      await new Promise((done) => server.close(done));
      clearInterval(idle);
      clearTimeout(late);
      await app.close();
    },
  };
}

/**
 * The configuration as the build wrote it down, handed over the way Next's own standalone server does: otherwise
 * Next loads its compiler, 25 MB, to read next.config.ts once more.
 */
function takeBuiltConfig(dir: string): void {
  const { config } = JSON.parse(readFileSync(join(dir, ".next/required-server-files.json"), "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

async function answerDirectly(
  handler: RequestHandler,
  request: IncomingMessage,
  response: PageResponse,
): Promise<void> {
  const id = String(request.headers["x-request-id"]);
  const hasFile =
    handler.takesFiles && request.method === "POST" && isMultipart(String(request.headers["content-type"] ?? ""));
  const body = request.method === "POST" && !hasFile ? await readBody(request) : "";
  if (body === null) {
    response.writeHead(413, { ...htmlHeaders, "X-Request-Id": id, Connection: "close" });
    response.end(failurePage(413, id));
    return;
  }
  const reply = await handler.answer({
    method: request.method ?? "GET",
    path: request.url ?? "/",
    headers: request.headers,
    address: String(request.headers["x-client-address"]),
    body,
    ...(hasFile ? { upload: (limit) => readAtPace(request, () => readUploadBody(request, limit)) } : {}),
  });
  // A file nobody wanted to read still has to go by, else its sender sees a broken connection.
  if (hasFile) request.resume();
  // All headers at once: set one by one they cost as much as the rest of the answer's way out.
  const headers: Record<string, string | number> = { "X-Request-Id": id, ...commonHeaders, ...reply.headers };
  let payload: string | Buffer = reply.body;
  if (reply.body.length > 900 && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))) {
    payload = gzipSync(reply.body, { level: 5 });
    headers["Content-Encoding"] = "gzip";
    headers.Vary = "Accept-Encoding";
  }
  if (reply.status !== 304) headers["Content-Length"] = Buffer.byteLength(payload);
  response.writeHead(reply.status, headers);
  response.end(request.method === "HEAD" ? undefined : payload);
}

/** A form of a few fields; more is nobody's answer. null when it is too long. */
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

const htmlHeaders = { "Content-Type": "text/html; charset=utf-8" };

const commonHeaders = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
  ...(process.env.APP_URL?.startsWith("https:") ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
};

/** What Next knows; it fails over the others. */
const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

type NextTurn = { dev: boolean; id: string; handle: () => Promise<void> };

async function answerWithNext(
  request: IncomingMessage,
  response: PageResponse,
  { dev, id, handle }: NextTurn,
): Promise<void> {
  response.setHeader("X-Request-Id", id);
  if (!methods.has(request.method ?? "")) {
    response.writeHead(405, { Allow: [...methods].join(", ") });
    response.end();
    return;
  }
  if (!isReadable(request.url?.split("?", 1)[0] ?? "")) {
    response.writeHead(404, htmlHeaders);
    response.end(failurePage(404, id));
    return;
  }
  if (!(await admitsBody(request, response, id))) return;
  const nonce = randomBytes(16).toString("base64");
  // Next reads the nonce from this header of the request and puts it on every script it writes.
  const policy = contentSecurityPolicy(nonce, dev);
  request.headers["content-security-policy"] = policy;
  request.headers["x-address"] = request.url;
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  response.setHeader("Referrer-Policy", "same-origin");
  // Next keeps what is set here over what a route says, and people's files bring a stricter one of their own.
  const bringsPolicy = /^\/(_next\/static|berkas)\//.test(request.url ?? "");
  if (!bringsPolicy) response.setHeader("Content-Security-Policy", policy);
  gatherPage(request, response, id);
  await handle();
}

function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'none'",
    // Development only: React rebuilds server stacks with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Next answers a missing or failed page with an empty document that only its script fills. A browser without script
 * would show nothing, so the whole body is replaced by a page of ours with the request's id.
 */
function gatherPage(request: IncomingMessage, response: PageResponse, id: string): void {
  const isWhole = isDocument(request);
  if (request.method === "HEAD" || !(isWhole || request.headers.rsc || request.headers["next-action"])) return;
  const gzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  // Compressed here, once.
  delete request.headers["accept-encoding"];
  response.gather({ gzip, failure: isWhole ? (status) => failurePage(status, id) : null });
}

/** A page asked for by a browser's address bar, a link without script or a form, not by Next's own client. */
function isDocument(request: IncomingMessage): boolean {
  return (
    !request.headers.rsc &&
    !request.headers["next-action"] &&
    !request.url?.startsWith("/_next/") &&
    !request.url?.startsWith("/api/") &&
    /text\/html/.test(request.headers.accept ?? "")
  );
}

/** TRUST_PROXY=1: the last entry a proxy of ours added; otherwise whoever holds the connection. */
function clientAddress(request: IncomingMessage): string {
  const forwarded = process.env.TRUST_PROXY === "1" ? String(request.headers["x-forwarded-for"] ?? "") : "";
  return networkOf(forwarded.split(",").pop()?.trim() || request.socket.remoteAddress || "");
}

/** Ten letters without 0, O, 1 and I, to be read out over the telephone. */
function newRequestId(): string {
  const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  let id = "";
  while (id.length < 10) id += letters[Math.floor(Math.random() * letters.length)];
  return id;
}

// Every field of its lines is of our own making: looking each through for secrets would cost as much as the line.
const requestLog = log.child({}, { redact: [] });

function logRequest(request: IncomingMessage, response: PageResponse, id: string, from: number): void {
  const path = loggablePath(request.url ?? "");
  const level = path.startsWith("/_next/") ? "debug" : response.statusCode >= 500 ? "error" : "info";
  requestLog[level](
    {
      request: id,
      method: request.method,
      path,
      status: response.statusCode,
      ms: Math.round(performance.now() - from),
    },
    "permintaan",
  );
}
