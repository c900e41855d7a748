import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { inRequest, showNothingOutside } from "@/lib/database-scope";
import { clientAddress, tellProxy } from "@/lib/http/client-address";
import { answerFailed } from "@/lib/http/headers";
import { dropForeignForwarding } from "@/lib/http/origin";
import { keepPace, longestRequestMs } from "@/lib/http/pace";
import { PageResponse } from "@/lib/http/page-response";
import { forgetRequest } from "@/lib/http/unavailable-requests";
import { refuseUnreadable } from "@/lib/http/unreadable";
import { log, loggablePath } from "@/lib/log";
import { requestBegan, requestEnded } from "@/lib/metrics/registry";
import { endWaiting } from "@/lib/minutes/waiting";
import { answerDirectly, type RequestHandler } from "@/lib/web/answer-directly";
import { answerWithNext } from "@/lib/web/answer-with-next";
import { cleanWhenIdle } from "@/lib/web/idle-memory";

export type ServeOptions = {
  dir: string;
  /** Folder of the build to serve, from `dir`; null: development. */
  build: string | null;
  host: string;
  port: number;
  handlers: RequestHandler[];
};

/** By default the heap grows to four times its live size before it is cleaned. */
function keepHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=50");
}

/**
 * The one server: request id, log, security headers and the request handlers, then Next.
 * @throws the listen error (EADDRINUSE …)
 */
export async function serve({
  dir,
  build,
  host,
  port,
  handlers,
}: ServeOptions): Promise<{ close: () => Promise<void> }> {
  const dev = build === null;
  if (build !== null) takeBuiltConfig(dir, build);
  keepHeapSmall();
  showNothingOutside();
  const cleanLater = cleanWhenIdle();
  // A photo from a phone in a village takes minutes; headers have to come within Node's own minute all the same.
  const server = createServer({
    keepAliveTimeout: 65_000,
    requestTimeout: longestRequestMs,
    ServerResponse: PageResponse,
  });
  server.on("clientError", refuseUnreadable);
  const app = next({ dev, dir, hostname: host, port, httpServer: server, quiet: !dev });
  const handle = app.getRequestHandler();
  // The port is taken first, so that a busy one is known at once; early requests wait for Next.
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });

  // Only HTTP is spoken; Next would keep such a connection open for good.
  if (!dev) server.on("upgrade", (_, socket) => socket.destroy());
  server.on("request", (request, response) => {
    const id = newRequestId();
    const from = performance.now();
    requestBegan();
    request.headers["x-request-id"] = id;
    request.headers["x-client-address"] = clientAddress(request);
    tellProxy(request);
    dropForeignForwarding(request);
    if (request.method !== "GET" && request.method !== "HEAD") keepPace(request);
    response.on("close", () => {
      forgetRequest(id);
      const ms = performance.now() - from;
      logRequest(request, response, id, ms);
      requestEnded(request.url ?? "", request.method ?? "", response.statusCode, ms);
      cleanLater();
    });
    const path = request.url?.split("?", 1)[0] ?? "";
    const handler = handlers.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
    const answered = inRequest(path, () =>
      handler
        ? answerDirectly(handler, request, response)
        : opened.then(() =>
            answerWithNext(request, response, { dev, id, handle: (admitted) => handle(admitted, response) }),
          ),
    );
    answered.catch((error) => {
      log.error({ request: id, err: error }, "permintaan gagal");
      if (!response.headersSent) answerFailed(request, response, id, error);
      else response.end();
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
 * The configuration as the build wrote it down, handed over the way Next's own standalone server does: otherwise Next
 * loads its compiler, 25 MB, to read next.config.ts once more.
 */
function takeBuiltConfig(dir: string, build: string): void {
  const { config } = JSON.parse(readFileSync(join(dir, build, "required-server-files.json"), "utf8"));
  // It was built in one place and moved to its own.
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify({ ...config, distDir: build });
}

function newRequestId(): string {
  const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  let id = "";
  while (id.length < 10) id += letters[Math.floor(Math.random() * letters.length)];
  return id;
}

const requestLog = log.child({}, { redact: [] });

function logRequest(request: IncomingMessage, response: PageResponse, id: string, ms: number): void {
  const path = loggablePath(request.url ?? "");
  const level = path.startsWith("/_next/") ? "debug" : response.statusCode >= 500 ? "error" : "info";
  requestLog[level](
    {
      request: id,
      method: request.method,
      path,
      status: response.statusCode,
      ms: Math.round(ms),
    },
    "permintaan",
  );
}
