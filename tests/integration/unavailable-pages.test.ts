// Pages and actions that Next answers, over a real connection, while the database keeps them waiting.
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { onRequestError } from "@/instrumentation";
import { PageResponse } from "@/lib/http/page-response";
import { forgetRequest } from "@/lib/http/unavailable-requests";
import { transact } from "@/lib/transact";
import { answerWithNext } from "@/lib/web/answer-with-next";

const id = "ABCDEFGHJK";
const server = createServer({ ServerResponse: PageResponse });
let address = "";
/** What the page or the action does. */
let work = async (): Promise<unknown> => null;

/** As Next does: its hook hears of the error before the answer, which is 500 whatever it was. */
async function answerLikeNext(request: IncomingMessage, response: PageResponse) {
  const { url: path = "", method = "", headers } = request;
  response.setHeader("Content-Type", headers["next-action"] ? "text/x-component" : "text/html");
  try {
    await work();
    response.end("selesai");
  } catch (error) {
    const context = { routerKind: "App Router", routePath: path, routeType: "render" } as const;
    void onRequestError(error, { path, method, headers }, { ...context, revalidateReason: undefined });
    response.statusCode = 500;
    response.end(String(error instanceof Error && "digest" in error ? error.digest : ""));
  }
}

beforeEach(async () => {
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    request.headers["x-request-id"] = id;
    response.on("close", () => forgetRequest(id));
    void answerWithNext(request, response, {
      dev: false,
      id,
      handle: (admitted) => answerLikeNext(admitted, response),
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const place = server.address();
  address = `http://127.0.0.1:${typeof place === "object" ? place?.port : 0}/beranda`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** A statement that somebody else's lock keeps waiting for too long. */
async function waitTooLong() {
  await transact(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '20ms'`;
    await tx.$queryRaw`SELECT pg_sleep(30)::text`;
  });
}

const asPage = { headers: { accept: "text/html" } };
const asAction = { method: "POST", body: "0", headers: { "next-action": "a", accept: "text/x-component" } };

test("a page is 503 with a time to come back and words that say so", async () => {
  work = waitTooLong;
  const answer = await fetch(address, asPage);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("10");
  const html = await answer.text();
  expect(html).toContain("Lokmin sedang sibuk");
  expect(html).toContain("muat ulang halaman ini");
  expect(html).toContain(id);
});

test("a form sent without script is told that it can be sent again", async () => {
  work = waitTooLong;
  const answer = await fetch(address, { ...asPage, method: "POST", body: new URLSearchParams({ name: "x" }) });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("setujui pengiriman ulang");
});

test("an action sent by script is 503, and its digest says which error page to show", async () => {
  work = waitTooLong;
  const answer = await fetch(address, asAction);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/^SIBUK-[0-9a-f]{8}$/);
});

test("a device is told with 503 and words it can read, and keeps what it sent", async () => {
  const asDevice = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
  const device = new URL("/api/kehadiran/x", address);
  work = waitTooLong;
  const answer = await fetch(device, asDevice);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("10");
  expect(await answer.json()).toEqual({ reason: "Basis data sedang sibuk atau berhenti sebentar" });
  work = () => Promise.reject(new Error("fault"));
  const failed = await fetch(device, asDevice);
  expect(failed.status).toBe(500);
  expect(await failed.json()).toEqual({ reason: "Gangguan pada server" });
});

test("a navigation of Next's client is no success, so that it asks for the page with its words", async () => {
  // As Next does: its hook hears of the error some turns after the payload's end.
  const failInside = async (request: IncomingMessage) => {
    const { url: path = "", method = "", headers } = request;
    await waitTooLong().catch((error) => {
      const context = { routerKind: "App Router", routePath: path, routeType: "render" } as const;
      const tell = () =>
        void onRequestError(error, { path, method, headers }, { ...context, revalidateReason: undefined });
      setImmediate(() => setImmediate(tell));
    });
  };
  const page = createServer({ ServerResponse: PageResponse }, (request, response) => {
    request.headers["x-request-id"] = id;
    const handle = async (admitted: IncomingMessage) => {
      response.setHeader("Content-Type", "text/x-component");
      response.write('0:{"b":"x"}\n1f:E{"digest":"1234"}\n');
      await failInside(admitted);
      response.end();
    };
    void answerWithNext(request, response, { dev: false, id, handle });
  });
  page.listen(0, "127.0.0.1");
  await once(page, "listening");
  const place = page.address();
  const url = `http://127.0.0.1:${typeof place === "object" ? place?.port : 0}/kegiatan`;
  expect((await fetch(url, { headers: { rsc: "1" } })).status).toBe(503);
  forgetRequest(id);
  page.close();
});

test("what fails for another reason stays 500", async () => {
  work = () => Promise.reject(new Error("fault"));
  const answer = await fetch(address, asPage);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain("Maaf, halaman ini gagal dibuka");
});
