// Forms with files of those without an account, over real connections: nobody's slow phone shuts the door for others.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readAtPace } from "@/lib/http/pace";
import { readRequestForm } from "@/lib/http/request-form";
import { readUploadBody } from "@/lib/http/upload";

const megabyte = 1024 * 1024;
const limit = 25 * megabyte;
const patient = { firstMs: 60_000, everyMs: 30_000, bytes: 32 * 1024 };
const hasty = { firstMs: 200, everyMs: 200, bytes: 2000 };

let server: Server;
let port = 0;
let pace = patient;
/** Links whose form somebody began to read. */
const begun: string[] = [];
const senders: Socket[] = [];

beforeEach(async () => {
  pace = patient;
  server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const upload = () => {
      begun.push(path);
      return readAtPace(request, () => readUploadBody(request, limit), pace);
    };
    try {
      const address = String(headers["x-client-address"] ?? path);
      const plain = { method, path, headers, address, body: "", upload };
      const sent = await readRequestForm(plain, path, { field: "photo", limit });
      request.resume();
      response.end(typeof sent === "string" ? sent : `read ${sent.typed.note}`);
    } catch {
      response.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = address !== null && typeof address !== "string" ? address.port : 0;
});

afterEach(async () => {
  for (const socket of senders.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const head =
  '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nlaporan\r\n--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n';
const tail = "\r\n--x--\r\n";

/** Begins to send a form of so many bytes through a link; the rest of it is for the caller to send. */
function begin(link: string, bytes: number | "untold", network = link) {
  const socket = connect(port, "127.0.0.1");
  senders.push(socket);
  const length = bytes === "untold" ? "Transfer-Encoding: chunked" : `Content-Length: ${bytes}`;
  const beginning = bytes === "untold" ? `${head.length.toString(16)}\r\n${head}\r\n` : head;
  socket.write(
    `POST /${link} HTTP/1.1\r\nHost: lokmin\r\nX-Client-Address: ${network}\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\n${length}\r\n\r\n${beginning}`,
  );
  let text = "";
  socket.on("data", (piece) => {
    text += piece;
  });
  socket.on("error", () => {});
  const answer = new Promise<string>((done) => {
    socket.on("close", () => done(text.split("\r\n\r\n").pop() ?? ""));
  });
  const rest = () => {
    if (bytes === "untold") throw new Error("Nobody waits for its end");
    return Buffer.concat([Buffer.alloc(bytes - head.length - tail.length, "a"), Buffer.from(tail)]);
  };
  return { socket, answer, rest, finish: () => socket.write(rest()) };
}

/** A whole form at once, and what comes of it. */
function send(link: string, bytes: number, network = link): Promise<string> {
  const sent = begin(link, bytes, network);
  sent.finish();
  return sent.answer;
}

/** Six links that say how much they bring, and send next to nothing of it. */
async function sixSlow(bytes: number | "untold") {
  const links = Array.from({ length: 6 }, () => newLink());
  const slow = links.map((link) => begin(link, bytes));
  await vi.waitUntil(() => links.every((link) => begun.includes(`/${link}`)), { timeout: 5000 });
  return { links, slow };
}

let made = 0;
function newLink(): string {
  made += 1;
  return `tautan${made}`;
}

test("what is set aside for a form is what it says it is", async () => {
  await sixSlow(megabyte);
  expect(await send(newLink(), 3 * megabyte)).toBe("read laporan");
});

test.each([limit, 900 * megabyte, "untold" as const])("of %s, six fill the room, until one has gone", async (bytes) => {
  const { slow } = await sixSlow(bytes);
  expect(await begin(newLink(), limit).answer).toBe("crowded");
  // A report without photos waits for nobody.
  expect(await send(newLink(), 60 * 1024)).toBe("read laporan");
  slow[0]?.socket.destroy();
  await vi.waitFor(async () => expect(await send(newLink(), limit)).toBe("read laporan"), { timeout: 10_000 });
});

test("one network has four places for large forms, and leaves room for the others", async () => {
  const links = Array.from({ length: 4 }, () => newLink());
  const slow = links.map((link) => begin(link, 2 * megabyte, "192.0.2.1"));
  await vi.waitUntil(() => links.every((link) => begun.includes(`/${link}`)), { timeout: 5000 });
  expect(await begin(newLink(), 2 * megabyte, "192.0.2.1").answer).toBe("crowded");
  expect(await send(newLink(), 500 * 1024, "192.0.2.1")).toBe("read laporan");
  expect(await send(newLink(), 2 * megabyte, "192.0.2.2")).toBe("read laporan");
  for (const sent of slow) sent.finish();
  for (const sent of slow) expect(await sent.answer).toBe("read laporan");
  expect(await send(newLink(), 2 * megabyte, "192.0.2.1")).toBe("read laporan");
});

test("one link brings one form with files after the other", async () => {
  const link = newLink();
  const first = begin(link, megabyte);
  await vi.waitUntil(() => begun.includes(`/${link}`));
  expect(await send(link, megabyte)).toBe("under way");
  expect(await send(link, 2000)).toBe("read laporan");
  expect(await send(newLink(), megabyte)).toBe("read laporan");
  first.finish();
  expect(await first.answer).toBe("read laporan");
  expect(await send(link, megabyte)).toBe("read laporan");
});

test("a connection that is gone without a word is given up, and its link is free again", async () => {
  pace = hasty;
  const link = newLink();
  const gone = begin(link, megabyte);
  expect(await gone.answer).toBe("");
  expect(await send(link, megabyte)).toBe("read laporan");
});

test("a drop now and then keeps nothing open; slow and steady gets through", async () => {
  pace = hasty;
  const [dripping, steady] = [begin(newLink(), megabyte), begin(newLink(), 70_000)];
  const drops = setInterval(() => dripping.socket.write("a"), 50);
  const rest = steady.rest();
  let at = 0;
  const pieces = setInterval(() => {
    steady.socket.write(rest.subarray(at, at + 2500));
    at += 2500;
    if (at >= rest.length) clearInterval(pieces);
  }, 50);
  expect(await dripping.answer).toBe("");
  clearInterval(drops);
  expect(at).toBeLessThan(rest.length);
  expect(await steady.answer).toBe("read laporan");
});
