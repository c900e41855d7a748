// Against a stand-in of the Cloud API on the loopback, which answers as its documents say.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { answerWhatsapp, longestReport } from "@/app/api/whatsapp/webhook";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { PageResponse } from "@/lib/http/page-response";
import { findMeeting } from "@/lib/meetings/reads";
import { findSendList } from "@/lib/messages/send-list";
import { answerDirectly } from "@/lib/web/answer-directly";
import { findWhatsappSending } from "@/lib/whatsapp/reads";
import { whatsappWords } from "@/lib/whatsapp/rules";
import { whatsappSettings } from "@/lib/whatsapp/settings";
import { queueWhatsapp } from "@/lib/whatsapp/writes";
import type { MeetingStatus } from "@/prisma/generated/client";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeRetriesDue, runJobs } from "@/tests/factories/jobs";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";
import { closeWhatsappServers, officialWhatsapp, whatsappServer } from "@/tests/setup/whatsapp-server";

afterEach(closeWhatsappServers);

async function office(status: MeetingStatus = "SCHEDULED") {
  const host = await makePuskesmas({ name: "Puskesmas Sragi" });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting(status, {
    host,
    sequence: 1,
    title: "Lokmin\tTriwulan\nIV",
    startsAt: new Date("2031-06-24T02:00:00Z"),
  });
  let number = 0;
  const invite = (more: object = {}) => {
    number += 1;
    return makeInvitation({
      meetingId: meeting.id,
      phone: `62840123400${10 + number}`,
      protocolOrder: number,
      ...more,
    });
  };
  const press = () => queueWhatsapp(actor, { meetingId: meeting.id, kind: "INVITATION" });
  const send = async () => {
    const outcome = await press();
    await runJobs();
    return outcome;
  };
  return { host, actor, meeting, invite, press, send };
}

const states = async () =>
  (await db.whatsappDelivery.findMany({ orderBy: { id: "asc" }, select: { state: true } })).map(({ state }) => state);

async function rowsOf(actor: Actor, meetingId: string) {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting) throw new Error("no meeting");
  return (await findSendList(actor, meeting, "INVITATION", new Date())).rows;
}

describe("sending", () => {
  test("one template a recipient, each with its own link on one line; what was taken marks the row as told", async () => {
    const { taken } = await whatsappServer();
    const { actor, meeting, invite, send } = await office();
    const first = await invite({ holderName: "Sulastri, S.Tr.Keb." });
    const second = await invite();
    await invite({ phone: null });
    await invite({ phone: "62274512345" });
    await makeAnswer({ invitationId: (await invite()).id });
    await invite({ handedOutAt: new Date(), toldSequence: 1 });
    expect(await send()).toEqual({ ok: true, queued: 2 });
    expect(taken.map(({ to, template }) => [to, template])).toEqual([
      [first.phone, "undangan_lokmin"],
      [second.phone, "undangan_lokmin"],
    ]);
    const [greeting, title, when, place, link] = taken[0]?.parameters ?? [];
    expect(greeting).toContain("Yth. Sulastri, S.Tr.Keb.");
    expect(title).toBe("Lokmin Triwulan IV");
    expect(when).toMatch(/24 Juni 2031, .*09\.00/);
    expect(place).toBe(meeting.place);
    expect(link).toBe(`http://lokmin.test/u/${first.token}`);
    expect(taken[1]?.parameters.at(-1)).toBe(`http://lokmin.test/u/${second.token}`);
    expect(await db.invitation.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({ toldSequence: 1 });
    const events = await db.event.findMany({ where: { subjectId: first.id } });
    expect(events).toMatchObject([{ action: "invitation.whatsapped", data: { kind: "INVITATION" } }]);
    expect(await findWhatsappSending(actor, meeting.id)).toMatchObject({
      ...{ state: "done", accepted: 2, total: 2, outcome: "2 diterima WhatsApp" },
    });
    const [row] = await rowsOf(actor, meeting.id);
    expect(row?.isDone).toBe(true);
    expect(row?.lastWhatsapp && whatsappWords(row.lastWhatsapp)).toContain("diterima WhatsApp");
    expect(await send()).toMatchObject({ ok: false, reason: expect.stringContaining("Tidak ada yang perlu") });
  });

  test("pressed several times at once, each gets one", async () => {
    const { taken } = await whatsappServer();
    const { invite, press } = await office();
    await invite();
    await invite();
    const outcomes = await allEnded([press(), press(), press()]);
    await runJobs();
    expect(outcomes.flatMap((outcome) => (outcome.ok ? outcome.queued : []))).toEqual([2]);
    expect(taken).toHaveLength(2);
  });

  test("a wrong token ends the batch, and is tried again by itself", async () => {
    const { taken } = await whatsappServer();
    process.env.LOKMIN_WHATSAPP_TOKEN = "kunci-lain";
    const { actor, meeting, invite, send } = await office();
    await invite();
    await invite();
    await send();
    expect(taken).toEqual([]);
    expect(await states()).toEqual(["WAITING", "WAITING"]);
    expect(await db.invitation.count({ where: { handedOutAt: { not: null } } })).toBe(0);
    expect(await findWhatsappSending(actor, meeting.id)).toMatchObject({
      ...{ state: "retrying", outcome: expect.stringContaining("LOKMIN_WHATSAPP_TOKEN") },
    });
    Object.assign(process.env, { LOKMIN_WHATSAPP_TOKEN: officialWhatsapp.LOKMIN_WHATSAPP_TOKEN });
    await makeRetriesDue();
    await runJobs();
    expect(taken).toHaveLength(2);
    expect(await states()).toEqual(["ACCEPTED", "ACCEPTED"]);
  });

  test("a number that cannot receive is said at its row and holds up nobody", async () => {
    const { taken } = await whatsappServer(({ to }) => (to.endsWith("11") ? { status: 400, code: 131026 } : "taken"));
    const { actor, meeting, invite, send } = await office();
    await invite();
    await invite();
    await send();
    expect(taken).toHaveLength(1);
    expect(await states()).toEqual(["FAILED", "ACCEPTED"]);
    const [wrong] = await rowsOf(actor, meeting.id);
    expect(wrong?.isDone).toBe(false);
    expect(wrong?.lastWhatsapp?.error).toContain("nomor ini tidak dapat menerima pesan WhatsApp (131026)");
  });

  test.each([130429, 131048, 80007])("a rate limit (%i) ends the batch until later", async (code) => {
    let isOver = false;
    const { taken, asked } = await whatsappServer(() => (isOver ? { status: 400, code } : "taken"));
    const { invite, send } = await office();
    for (const _ of [1, 2, 3]) await invite();
    isOver = true;
    await send();
    expect([taken.length, asked.length]).toEqual([0, 1]);
    expect(await states()).toEqual(["WAITING", "WAITING", "WAITING"]);
    isOver = false;
    await makeRetriesDue();
    await runJobs();
    expect(taken).toHaveLength(3);
  });

  test.each(["silence", "gateway"] as const)("what ends in %s is never sent twice by itself", async (said) => {
    let isAway = true;
    const { taken, asked } = await whatsappServer(() => (isAway ? said : "taken"));
    const { actor, meeting, invite, press, send } = await office();
    const first = await invite();
    const second = await invite();
    await send();
    expect(await states()).toEqual(["UNCERTAIN", "WAITING"]);
    isAway = false;
    await makeRetriesDue();
    await runJobs();
    expect(taken.map(({ to }) => to)).toEqual([second.phone]);
    expect(asked).toEqual([first.phone, second.phone]);
    expect(await press()).toMatchObject({ ok: false });
    const [row] = await rowsOf(actor, meeting.id);
    expect(row?.lastWhatsapp && whatsappWords(row.lastWhatsapp)).toContain("tidak pasti terkirim");
  });

  test("a server that is not there took nothing: given up at last, it can be asked for again", async () => {
    const { LOKMIN_WHATSAPP_URL } = await whatsappServer().then(() => process.env);
    await closeWhatsappServers();
    Object.assign(process.env, officialWhatsapp, { LOKMIN_WHATSAPP_URL });
    const { invite, send } = await office();
    await invite();
    await send();
    expect(await states()).toEqual(["WAITING"]);
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await makeRetriesDue();
      await runJobs();
    }
    expect(await states()).toEqual(["GIVEN_UP"]);
    const { taken } = await whatsappServer();
    await send();
    expect(taken).toHaveLength(1);
  });

  test("what was told another way in the meantime is not sent", async () => {
    const { taken } = await whatsappServer();
    const { invite, press } = await office();
    const one = await invite();
    await press();
    await db.invitation.update({ where: { id: one.id }, data: { handedOutAt: new Date(), toldSequence: 1 } });
    await runJobs();
    expect(taken).toEqual([]);
    expect(await states()).toEqual(["FAILED"]);
  });

  test("only writers of the organisers; from a draft nothing; without settings nothing", async () => {
    const { taken } = await whatsappServer();
    const { host, meeting, invite, press } = await office();
    await invite();
    const batch = { meetingId: meeting.id, kind: "INVITATION" } as const;
    for (const other of [
      await makeActor("PUSKESMAS_READER", { organisationId: host.id }),
      await makeActor("PUSKESMAS_ADMIN"),
    ])
      await expect(queueWhatsapp(other, batch)).rejects.toThrow(NotAllowed);
    const draft = await office("DRAFT");
    await draft.invite();
    expect(await draft.press()).toMatchObject({ ok: false, reason: expect.stringContaining("dari draf") });
    delete process.env.LOKMIN_WHATSAPP_VERIFY;
    expect(await press()).toMatchObject({ ok: false, reason: expect.stringContaining("belum disiapkan") });
    expect(taken).toEqual([]);
  });
});

describe("the settings", () => {
  test.each(Object.keys(officialWhatsapp))("without %s there are none", (name) => {
    Object.assign(process.env, officialWhatsapp);
    expect(whatsappSettings()).not.toBeNull();
    delete process.env[name];
    expect(whatsappSettings()).toBeNull();
  });

  test.each([
    ["https://graph.facebook.com/v23.0/1090", true],
    ["http://graph.facebook.com/v23.0/1090", false],
    ["http://127.0.0.1.example/v23.0/1090", false],
    ["http://[::1]:9/v23.0/1090", true],
    ["ftp://127.0.0.1/", false],
    ["bukan alamat", false],
  ])("the token goes over TLS, or to this computer: %s", (url, isTaken) => {
    Object.assign(process.env, officialWhatsapp, { LOKMIN_WHATSAPP_URL: url });
    expect(whatsappSettings() !== null).toBe(isTaken);
  });
});

type Reported = { id: string; status: string; errors?: { code: number }[]; biz_opaque_callback_data?: string };

const reportOf = (...statuses: Reported[]) =>
  JSON.stringify({
    object: "whatsapp_business_account",
    entry: [
      {
        id: "1314",
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: "62840", phone_number_id: "1090" },
              statuses: statuses.map((one) => ({ timestamp: "1750857384", recipient_id: "62840", ...one })),
            },
          },
        ],
      },
    ],
  });

const signed = (body: string, secret = officialWhatsapp.LOKMIN_WHATSAPP_SECRET) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

const ask = (method: string, path: string, { body = "", signature = "" } = {}) =>
  answerWhatsapp({
    ...{ method, path, body, address: "192.0.2.1" },
    headers: signature ? { "x-hub-signature-256": signature } : {},
  });

const report = async (...statuses: Reported[]) => {
  const body = reportOf(...statuses);
  return (await ask("POST", "/api/whatsapp", { body, signature: signed(body) })).status;
};

describe("/api/whatsapp", () => {
  test("is not there without settings; with them, it answers the question whose it is", async () => {
    const path = (token: string, challenge = "1158201444") =>
      `/api/whatsapp?hub.mode=subscribe&hub.challenge=${challenge}&hub.verify_token=${token}`;
    const { LOKMIN_WHATSAPP_VERIFY: token } = officialWhatsapp;
    expect((await ask("GET", path(token))).status).toBe(404);
    Object.assign(process.env, officialWhatsapp);
    const { status, headers, body } = await ask("GET", path(token));
    expect([status, body, headers["Content-Type"]]).toEqual([200, "1158201444", "text/plain; charset=utf-8"]);
    expect((await ask("GET", path("lain"))).status).toBe(403);
    expect((await ask("GET", path(token, "%3Cscript%3E"))).status).toBe(403);
    expect((await ask("GET", "/api/whatsapp")).status).toBe(403);
    expect((await ask("GET", path(token).replace("whatsapp", "whatsapp/lain"))).status).toBe(404);
    expect((await ask("PUT", "/api/whatsapp")).status).toBe(405);
  });

  test("states move forward only, however reports come; what it does not know is left", async () => {
    const { taken } = await whatsappServer();
    const { invite, send } = await office();
    await invite();
    await invite();
    await send();
    const [first = { id: "" }, second = { id: "", deliveryId: "" }] = taken;
    expect(JSON.stringify(await db.whatsappDelivery.findMany())).not.toContain("wamid");
    expect(await report({ id: first.id, status: "sent" }, { id: "wamid.lain", status: "read" })).toBe(200);
    expect(await states()).toEqual(["ACCEPTED", "ACCEPTED"]);
    await report({ id: first.id, status: "read" });
    await report({ id: first.id, status: "delivered" });
    await report({ id: first.id, status: "sent" });
    await report({ id: first.id, status: "failed", errors: [{ code: 131026 }] });
    expect(await report({ id: second.id, status: "deleted" }, { id: second.id, status: "constructor" })).toBe(200);
    expect(await states()).toEqual(["READ", "ACCEPTED"]);
    await report({ id: second.id, status: "failed", errors: [{ code: 131026 }] });
    await report({ id: second.id, status: "delivered" });
    expect(await states()).toEqual(["READ", "FAILED"]);
    const failed = await db.whatsappDelivery.findUniqueOrThrow({ where: { id: second.deliveryId } });
    expect(whatsappWords(failed)).toContain("gagal: nomor ini tidak dapat menerima");
  });

  test("a report is believed only with the app's signature over its very bytes", async () => {
    const { taken } = await whatsappServer();
    const { invite, send } = await office();
    await invite();
    await send();
    const body = reportOf({ id: taken[0]?.id ?? "", status: "read" });
    for (const signature of ["", "sha256=", signed(body, "lain"), signed(`${body} `), signed(body).slice(7)])
      expect((await ask("POST", "/api/whatsapp", { body, signature })).status).toBe(401);
    expect(await states()).toEqual(["ACCEPTED"]);
    for (const odd of ["", "[]", "bukan json", '{"entry":[{"changes":[{"value":{"messages":[]}}]}]}'])
      expect((await ask("POST", "/api/whatsapp", { body: odd, signature: signed(odd) })).status).toBe(200);
    expect((await ask("POST", "/api/whatsapp", { body, signature: signed(body) })).status).toBe(200);
    expect(await states()).toEqual(["READ"]);
  });

  test("a report of some hundred messages is read, and no more than that", async () => {
    const { taken } = await whatsappServer();
    const { invite, send } = await office();
    await invite();
    await send();
    const handler = { prefix: "/api/whatsapp", answer: answerWhatsapp, longestBody: longestReport };
    const server = createServer({ ServerResponse: PageResponse }, (request, response) =>
      answerDirectly(handler, request, response),
    );
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const post = async (count: number) => {
      const others = Array.from({ length: count }, (_, at) => ({ id: `wamid.${at}-é`, status: "sent" }));
      const body = reportOf(...others, { id: taken[0]?.id ?? "", status: "read" });
      const headers = { "X-Hub-Signature-256": signed(body) };
      return (await fetch(`http://127.0.0.1:${port}/api/whatsapp`, { method: "POST", headers, body })).status;
    };
    expect(await post(5000)).toBe(413);
    expect(await states()).toEqual(["ACCEPTED"]);
    expect(await post(300)).toBe(200);
    expect(await states()).toEqual(["READ"]);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  test("one whose answer was lost is found by our own id, and no other message's is taken for it", async () => {
    await whatsappServer(() => "silence");
    const { invite, send } = await office();
    await invite();
    await send();
    const [{ id = "" } = {}] = await db.whatsappDelivery.findMany();
    await report({ id: "wamid.x", status: "delivered", biz_opaque_callback_data: "bukan id" });
    expect(await states()).toEqual(["UNCERTAIN"]);
    await report({ id: "wamid.x", status: "delivered", biz_opaque_callback_data: id });
    expect(await states()).toEqual(["DELIVERED"]);
  });
});
