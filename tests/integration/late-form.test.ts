// A form that a browser without script sends after its session has ended.
import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerWaitingForm } from "@/app/masuk/isian/waiting-form";
import { db } from "@/lib/db";
import { parseForm } from "@/lib/documents/upload";
import { PageResponse } from "@/lib/http/page-response";
import { findWaitingForm, keepWaitingForm } from "@/lib/http/waiting-forms";
import { endSession } from "@/lib/sessions/lifetime";
import { hadSession } from "@/lib/sessions/reads";
import { answerWithNext } from "@/lib/web/answer-with-next";
import { makeSession } from "@/tests/factories/sessions";
import { makeUser } from "@/tests/factories/users";

const server = createServer({ ServerResponse: PageResponse });
let address = "";
/** What Next was handed. */
const handed: FormData[] = [];

beforeEach(async () => {
  handed.length = 0;
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    void answerWithNext(request, response, {
      dev: false,
      id: "ABCDEFGHJK",
      async handle(admitted) {
        const parts: Buffer[] = [];
        for await (const part of admitted) parts.push(part);
        const form = await parseForm(String(admitted.headers["content-type"]), Buffer.concat(parts));
        if (form) handed.push(form);
        response.setHeader("Content-Type", "text/html");
        response.end("diterima");
      },
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const place = server.address();
  address = `http://127.0.0.1:${typeof place === "object" ? place?.port : 0}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const send = (form: FormData, session = "", headers: Record<string, string> = {}) =>
  fetch(`${address}/mitra/baru`, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { accept: "text/html", cookie: session && `lokmin.sesi=${session}`, ...headers },
  });

const open = (cookies: string) =>
  answerWaitingForm({ method: "GET", path: "/masuk/isian", headers: { cookie: cookies }, address: "", body: "" });

/** The hidden fields of the page that shows it again. */
function sentAgain(html: string): FormData {
  const plain = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return formOf(fields.map(([, name = "", value = ""]) => [plain(name), plain(value)]));
}

test("it waits for its sender to sign in, is shown to him alone, and is sent by him as it was", async () => {
  const user = await makeUser("PUSKESMAS_STAFF");
  const other = await makeUser("PUSKESMAS_STAFF");
  const fields: [string, string][] = [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", '{"id":"a<b"}'],
    ["$pengguna", user.id],
    ["title", 'Ketua "Karang Taruna"'],
    ["seatIds[]", "satu"],
    ["seatIds[]", "dua"],
  ];
  const late = await send(formOf(fields));
  expect(late.status).toBe(303);
  expect(late.headers.get("location")).toBe("/masuk?lanjut=/masuk/isian");
  expect(handed).toEqual([]);
  const cookie = late.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/Path=\/; Max-Age=900; HttpOnly; SameSite=Strict/);
  const waiting = cookie.split(";")[0] ?? "";

  expect(await open(waiting)).toMatchObject({ status: 303, headers: { Location: "/masuk?lanjut=/masuk/isian" } });
  const others = await open(`${waiting}; lokmin.sesi=${await makeSession(other)}`);
  expect(others).toMatchObject({ status: 303, headers: { Location: "/beranda" }, body: "" });

  const session = await makeSession(user);
  const shown = await open(`${waiting}; lokmin.sesi=${session}`);
  expect(shown.status).toBe(200);
  expect(shown.body).toContain("<li>Ketua &quot;Karang Taruna&quot;</li>");
  expect(shown.body).not.toContain(`<li>${user.id}</li>`);
  expect(shown.body).toContain('<form method="post" action="/mitra/baru"');
  expect(shown.body).toContain('<button type="submit" name="$periksa" value="1">');
  expect(handed).toEqual([]);
  expect((await send(sentAgain(shown.body), session)).status).toBe(200);
  expect(handed.map((form) => [...form])).toEqual([fields]);
});

test("a form with a password is not kept, nor one that does not say whose it is: Next answers as before", async () => {
  const user = await makeUser("PUSKESMAS_STAFF");
  const secret = formOf([
    ["$pengguna", user.id],
    ["newPassword", "rahasia sekali"],
  ]);
  for (const form of [secret, formOf([["title", "Ketua"]])]) {
    const answer = await send(form);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
  expect(handed).toHaveLength(2);
});

test("what another site sends in a user's name is not kept for him to send", async () => {
  const user = await makeUser("PUSKESMAS_ADMIN");
  const form = formOf([
    ["$pengguna", user.id],
    ["role", "PUSKESMAS_ADMIN"],
  ]);
  const foreign: Record<string, string>[] = [
    { origin: "null" },
    { origin: "null", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) {
    const answer = await send(form, "", headers);
    expect(answer.status, JSON.stringify(headers)).toBe(200);
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
  expect((await send(form, "", { origin: address, "sec-fetch-site": "same-origin" })).status).toBe(303);
});

const form = (value = "x") => ({
  userId: "a",
  path: "/mitra/baru",
  fields: [["title", value]] as [string, string][],
  hadFile: false,
});
const from = (network: string, isKnown = true) => ({ network, isKnown });

async function keepAll(count: number, keep: (number: number) => Promise<string>): Promise<string[]> {
  const tokens: string[] = [];
  while (tokens.length < count) tokens.push(await keep(tokens.length));
  return tokens;
}

async function countKept(tokens: readonly string[]): Promise<number> {
  let count = 0;
  for (const token of tokens) if (await findWaitingForm(token, "a")) count += 1;
  return count;
}

test("it is gone after a quarter of an hour, and who fills the place pushes out only his own", async () => {
  const first = await keepWaitingForm(form(), from("192.0.2.1"));
  expect(await findWaitingForm(first, "a")).toMatchObject(form());
  expect(await findWaitingForm(first, "b")).toBeNull();
  expect(await findWaitingForm(first, "a", Date.now() + 15 * 60_000)).toBeNull();
  const others = await keepAll(20, () => keepWaitingForm(form(), from("192.0.2.2")));
  expect(await findWaitingForm(first, "a")).not.toBeNull();
  expect(await countKept(others)).toBe(16);
  expect(JSON.stringify(await db.waitingForm.findMany({ select: { sealed: true, network: true } }))).not.toMatch(
    /mitra|192\.0/,
  );
});

test("strangers of any number of networks push out strangers alone", async () => {
  const known = await keepWaitingForm(form(), from("192.0.2.3"));
  const strangers = await keepAll(60, (number) =>
    keepWaitingForm(form("x".repeat(30_000)), from(`198.51.100.${number}`, false)),
  );
  expect(await findWaitingForm(known, "a")).not.toBeNull();
  expect(await countKept(strangers)).toBe(17);
});

test("the cookie of an ended session says whose form it is; of another user or none it does not", async () => {
  const user = await makeUser("PUSKESMAS_STAFF");
  const session = await makeSession(user);
  expect(await hadSession(session, user.id)).toBe(true);
  await endSession(session);
  expect(await hadSession(session, user.id)).toBe(true);
  expect(await hadSession(session, (await makeUser("PUSKESMAS_STAFF")).id)).toBe(false);
  expect(await hadSession(undefined, user.id)).toBe(false);
  await db.user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } });
  expect(await hadSession(session, user.id)).toBe(false);
});

test("a code for one time is not kept: where it was asked for it is asked for again", async () => {
  const user = await makeUser("PUSKESMAS_ADMIN");
  const form = formOf([
    ["$pengguna", user.id],
    ["code", "7KQ2-MXVA-93TD"],
  ]);
  for (const path of ["/akun/konfirmasi?lanjut=%2Fakun", "/akun/keamanan/aplikasi"]) {
    const answer = await fetch(`${address}${path}`, {
      ...{ method: "POST", body: form, redirect: "manual", headers: { accept: "text/html" } },
    });
    expect(await answer.text(), path).toBe("diterima");
  }
  expect(await db.waitingForm.count()).toBe(0);
});
