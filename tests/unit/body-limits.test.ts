// What is sent to the server before anybody knows who sends it, over real connections.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, request as send } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { admitBody } from "@/lib/http/body-limits";
import { refuseForeignOrigin } from "@/lib/http/origin";
import { longestRequestMs } from "@/lib/http/pace";
import { PageResponse } from "@/lib/http/page-response";
import { makeSlots } from "@/lib/http/slots";

const kilobyte = 1024;
let server: Server<typeof IncomingMessage, typeof PageResponse>;
let port = 0;
let address = "192.0.2.1";
/** Bytes of the bodies that were handed on. */
let handedOn: { bytes: number; length: string | undefined }[] = [];
/** Handed on and not yet answered. */
let held: (() => void)[] = [];
let holds = false;

beforeEach(async () => {
  [handedOn, held, holds] = [[], [], false];
  server = createServer({ ServerResponse: PageResponse }, async (request, response) => {
    request.headers["x-client-address"] = address;
    const isSignedIn = async ({ headers }: IncomingMessage) => headers.cookie === "lokmin.sesi=ya";
    const admitted = await admitBody(request, response, { id: "X", isSignedIn });
    if (!admitted) return;
    if (holds) await new Promise<void>((done) => held.push(done));
    let bytes = 0;
    for await (const part of admitted) bytes += part.length;
    handedOn.push({ bytes, length: admitted.headers["content-length"] });
    response.end("diterima");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  port = bound !== null && typeof bound !== "string" ? bound.port : 0;
});

afterEach(async () => {
  for (const done of held) done();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

type Sent = { path: string; bytes: number; chunked?: boolean; cookie?: string };

async function post({ path, bytes, chunked = false, cookie = "" }: Sent) {
  const headers: Record<string, string> = { Cookie: cookie, ...(chunked ? {} : { "Content-Length": String(bytes) }) };
  const sent = send({ port, host: "127.0.0.1", method: "POST", path, headers, agent: false });
  sent.on("error", () => {});
  for (let left = bytes; left > 0; left -= 16 * kilobyte) sent.write(Buffer.alloc(Math.min(left, 16 * kilobyte), 97));
  sent.end();
  const [response] = await once(sent, "response");
  response.resume();
  await once(response, "end");
  return response;
}

const officer = "lokmin.sesi=ya";

test.each([
  ["a stranger's short form", { path: "/masuk/x", bytes: 2000 }, 200],
  ["a stranger's short form in chunks", { path: "/masuk/x", bytes: 2000, chunked: true }, 200],
  ["more than 64 KB of a stranger", { path: "/kegiatan/baru", bytes: 65 * kilobyte }, 401],
  ["a file of a stranger", { path: "/impor/mitra/unggah", bytes: 2048 * kilobyte }, 401],
  [
    "more than 64 KB of a stranger in chunks",
    { path: "/impor/mitra/unggah", bytes: 90 * kilobyte, chunked: true },
    401,
  ],
  ["too much for signing in, in chunks", { path: "/api/auth/signout", bytes: 90 * kilobyte, chunked: true }, 413],
  ["a file of an officer", { path: "/impor/mitra/unggah", bytes: 2048 * kilobyte, cookie: officer }, 200],
  ["the same in chunks", { path: "/impor/mitra/unggah", bytes: 2048 * kilobyte, chunked: true, cookie: officer }, 200],
  ["too much for its page", { path: "/kegiatan/baru", bytes: 1100 * kilobyte, cookie: officer }, 413],
  ["too much in chunks", { path: "/kegiatan/baru", bytes: 1100 * kilobyte, chunked: true, cookie: officer }, 413],
] satisfies [string, Sent, number][])("%s", async (_, sent, status) => {
  const response = await post(sent);
  expect(response.statusCode).toBe(status);
  expect(handedOn).toEqual(status === 200 ? [{ bytes: sent.bytes, length: String(sent.bytes) }] : []);
  if (status === 200) return;
  for (const name of ["content-security-policy", "x-content-type-options", "x-frame-options", "x-request-id"])
    expect(response.headers[name], name).toBeTruthy();
  expect(response.headers["cache-control"]).toBe("no-store");
});

test("twelve without an account who announce 2 MB take nobody's place", async () => {
  const strangers = Array.from({ length: 12 }, () => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write("POST /impor/mitra/unggah HTTP/1.1\r\nHost: lokmin\r\nContent-Length: 2097152\r\n\r\na");
    return socket;
  });
  const response = await post({ path: "/impor/mitra/unggah", bytes: 2048 * kilobyte, cookie: officer });
  expect(response.statusCode).toBe(200);
  for (const socket of strangers) socket.destroy();
});

test("one network takes a few places and leaves the others", async () => {
  holds = true;
  const file = { path: "/impor/mitra/unggah", bytes: 1100 * kilobyte, cookie: officer };
  const own = Array.from({ length: 4 }, () => post(file));
  while (held.length < 4) await new Promise((done) => setImmediate(done));
  const fifth = await post(file);
  expect(fifth.statusCode).toBe(503);
  expect(fifth.headers["retry-after"]).toBe("30");
  address = "192.0.2.2";
  const other = post(file);
  while (held.length < 5) await new Promise((done) => setImmediate(done));
  for (const done of held) done();
  for (const response of await Promise.all([...own, other])) expect(response.statusCode).toBe(200);
  address = "192.0.2.1";
});

test("a place is given back once", () => {
  const slots = makeSlots({ total: 2, perNetwork: 1 });
  const back = slots.take("a");
  expect(slots.take("a")).toBeNull();
  back?.();
  back?.();
  expect(slots.take("a")).not.toBeNull();
  expect(slots.take("b")).not.toBeNull();
  expect(slots.take("c")).toBeNull();
});

test("a slow but honest phone has the time for 12 MB at 30 KB a second", () => {
  expect(longestRequestMs).toBeGreaterThan((13 * 1024 * 1000) / 30);
});

test.each([
  [{ origin: "http://lokmin.uji", host: "lokmin.uji" }, null],
  [{ host: "lokmin.uji" }, null],
  [{ origin: "http://jahat.uji", host: "lokmin.uji" }, /situs lain/],
  [{ origin: "tidak jelas", host: "lokmin.uji" }, /situs lain/],
  [{ origin: "ORIGIN", host: "127.0.0.1:9" }, /mengganti Host.*TRUST_PROXY=1/],
  [{ origin: "ORIGIN", host: "x", "x-forwarded-host": "dalam.uji" }, /X-Forwarded-Host "dalam.uji".*betulkan/],
] satisfies [Record<string, string>, RegExp | null][])(
  "a form's Origin: %j",
  (headers: Record<string, string>, words) => {
    const origin = headers.origin === "ORIGIN" ? process.env.APP_URL : headers.origin;
    const request = Object.assign(Object.create({}), { method: "POST", headers: { ...headers, origin } });
    const refused = refuseForeignOrigin(request);
    if (words === null) expect(refused).toBeNull();
    else expect(refused).toMatch(words);
  },
);

test("a page is sent in one piece, a failed one replaced, a stream as it is written", async () => {
  const pages = createServer({ ServerResponse: PageResponse }, (request, response) => {
    response.gather({
      gzip: false,
      failure: (status) => ({ type: "text/html", body: `gagal ${status}` }),
      isUnavailable: () => false,
    });
    const [type = "", status = ""] = (request.url ?? "").slice(1).split("/");
    response.statusCode = Number(status);
    response.setHeader("Content-Type", decodeURIComponent(type));
    response.flushHeaders();
    for (let part = 0; part < 40; part++) response.write(`bagian ${part}\n`);
    response.end();
  });
  pages.listen(0, "127.0.0.1");
  await once(pages, "listening");
  const bound = pages.address();
  const at = bound !== null && typeof bound !== "string" ? bound.port : 0;
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${at}/${path}`);
    return { status: response.status, length: response.headers.get("content-length"), text: await response.text() };
  };
  const whole = await ask("text%2Fhtml/200");
  expect(whole.text.split("\n")).toHaveLength(41);
  expect(whole.length).toBe(String(Buffer.byteLength(whole.text)));
  expect(await ask("text%2Fhtml/404")).toEqual({ status: 404, length: "9", text: "gagal 404" });
  expect(await ask("application%2Foctet-stream/200")).toMatchObject({ length: null });
  await new Promise((done) => pages.close(done));
});
