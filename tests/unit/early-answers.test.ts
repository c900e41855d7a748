// What is answered before anybody looked at the request, over real connections; and whom a proxy represents.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerFeed } from "@/app/kalender/[berkas]/feed";
import { PageResponse } from "@/lib/http/page-response";
import { refuseUnreadable } from "@/lib/http/unreadable";
import { filterCookie } from "@/lib/kept-filter";
import { answerDirectly, type RequestHandler } from "@/lib/web/answer-directly";
import { answerWithNext } from "@/lib/web/answer-with-next";

let server: Server<typeof IncomingMessage, typeof PageResponse>;
let port = 0;
const calendars: RequestHandler = { prefix: "/kalender", answer: answerFeed };

beforeEach(async () => {
  const handle = () => Promise.reject(new Error("Next was asked"));
  server = createServer({ ServerResponse: PageResponse }, (request, response) =>
    request.url?.startsWith("/kalender/")
      ? answerDirectly(calendars, request, response)
      : answerWithNext(request, response, { dev: false, id: "UJI", handle }),
  );
  server.on("clientError", refuseUnreadable);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  port = bound !== null && typeof bound !== "string" ? bound.port : 0;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** Everything the server says to some bytes, until it hangs up. */
async function say(bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (piece) => {
    text += piece;
  });
  socket.on("error", () => {});
  socket.write(bytes);
  await once(socket, "close");
  return text.toLowerCase();
}

test.each([
  ["no HTTP at all", "halo\r\n\r\n", "400 bad request"],
  ["a header of control characters", "GET / HTTP/1.1\r\nHost: x\r\nX-A\u0001: b\r\n\r\n", "400 bad request"],
  ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na", "400 bad request"],
  ["headers of 20 KB", `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`, "431 request header"],
  [
    "a calendar that cannot be one",
    "GET /kalender/../../x HTTP/1.1\r\nHost: x\r\nX-Client-Address: y\r\nConnection: close\r\n\r\n",
    "404 not found",
  ],
  [
    "a calendar with a wrong method",
    "DELETE /kalender/x.ics HTTP/1.1\r\nHost: x\r\nX-Client-Address: y\r\nConnection: close\r\n\r\n",
    "405 method not allowed",
  ],
  ["a method nobody uses", "PURGE /beranda HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "405 method not allowed"],
  [
    "an echo of the request",
    "TRACE /beranda HTTP/1.1\r\nHost: x\r\nCookie: a=b\r\nConnection: close\r\n\r\n",
    "405 method not allowed",
  ],
  ["an address that cannot be read", "GET /%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "404 not found"],
  [
    "a form from another site",
    "POST /masuk HTTP/1.1\r\nHost: x\r\nOrigin: https://lain.uji\r\nContent-Length: 1\r\nConnection: close\r\n\r\na",
    "403 forbidden",
  ],
  [
    "a form of a stranger that is too long",
    `POST /masuk HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\nConnection: close\r\n\r\n${"a".repeat(70_000)}`,
    "413 payload too large",
  ],
])("%s is answered with every header of ours", async (_, bytes, status) => {
  const answer = await say(bytes);
  expect(answer).toContain(`http/1.1 ${status}`);
  expect(answer).toContain("content-security-policy: default-src 'none'");
  expect(answer).toContain("x-content-type-options: nosniff");
  expect(answer).toContain("x-frame-options: deny");
  expect(answer).toContain("cache-control: no-store");
});

test("with HTTPS outside, such answers carry HSTS as well, and each cookie a name nobody else can set", async () => {
  vi.stubEnv("APP_URL", "https://lokmin.uji");
  vi.resetModules();
  const { earlyHeaders } = await import("@/lib/http/headers");
  const { sessionCookie, pendingCookie, typedEmailCookie, hostCookieOptions } = await import(
    "@/lib/web/session-cookie"
  );
  expect(earlyHeaders["Strict-Transport-Security"]).toContain("max-age=");
  const { noticeCookie } = await import("@/lib/web/notice");
  const { waitingCookie } = await import("@/lib/web/late-form");
  const names = () => [sessionCookie(), pendingCookie(), typedEmailCookie(), noticeCookie(), waitingCookie()];
  expect(sessionCookie()).toBe("__Host-lokmin.sesi");
  for (const name of [...names(), filterCookie("/mitra", true)]) expect(name).toMatch(/^__Host-[a-z.]+$/);
  expect(hostCookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
  vi.stubEnv("APP_URL", "http://lokmin.uji");
  for (const name of [...names(), filterCookie("/mitra", false)]) expect(name).not.toContain("__Host-");
});

test("a proxy without TRUST_PROXY is told of once, and counts as one address; with it, whom it stands for", async () => {
  vi.resetModules();
  const { clientAddress, tellProxy } = await import("@/lib/http/client-address");
  const { log: ownLog } = await import("@/lib/log");
  const warn = vi.spyOn(ownLog, "warn").mockImplementation(() => {});
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const request = { headers: { "x-forwarded-for": "203.0.113.7, 198.51.100.9" }, socket };
  tellProxy({ headers: {} });
  expect(warn).not.toHaveBeenCalled();
  tellProxy(request);
  tellProxy(request);
  expect(warn.mock.calls).toEqual([[expect.stringContaining("tanpa TRUST_PROXY")]]);
  expect(clientAddress(request)).toBe("127.0.0.1");
  vi.stubEnv("TRUST_PROXY", "1");
  expect(clientAddress(request)).toBe("198.51.100.9");
  socket.destroy();
});
