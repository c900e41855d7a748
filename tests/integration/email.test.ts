// Against a real SMTP server on the loopback: what it receives is taken apart again.

import ICAL from "ical.js";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { encryptionWords, probeEncryption } from "@/lib/email/encryption";
import { findSending } from "@/lib/email/reads";
import { deliveryWords } from "@/lib/email/rules";
import { mailServerName, mailSettings } from "@/lib/email/settings";
import { queueEmails } from "@/lib/email/writes";
import { runJobAgain } from "@/lib/jobs/writes";
import { log } from "@/lib/log";
import { findMeeting } from "@/lib/meetings/reads";
import { findSendList } from "@/lib/messages/send-list";
import type { DeliveryState, MeetingStatus } from "@/prisma/generated/client";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeRetriesDue, runJobs } from "@/tests/factories/jobs";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";
import { closeMailServers, decoded, hangUp, mailServer, refuseWith } from "@/tests/setup/mail-server";

afterEach(closeMailServers);

function partsOf(raw: string) {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? "";
  return raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = "", ...body] = part.trimStart().split("\r\n\r\n");
      const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
      const text = body.join("\r\n\r\n").replace(/\r\n$/, "");
      return { head, text: decoded(text, encoding) };
    });
}

async function office(status: MeetingStatus = "SCHEDULED") {
  const host = await makePuskesmas({ name: "Puskesmas Sragi" });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting(status, {
    host,
    sequence: 1,
    title: "Lokmin “Triwulan” IV, é",
    startsAt: new Date("2031-06-24T02:00:00Z"),
  });
  const invite = (email: string | null, more: object = {}) => makeInvitation({ meetingId: meeting.id, email, ...more });
  return { host, actor, meeting, invite };
}

type Batch = Parameters<typeof queueEmails>[1];

/** Asks for messages and lets the queue do its work; what came of them. */
async function sendByEmail(actor: Actor, batch: Batch) {
  const asked = await queueEmails(actor, batch);
  if (!asked.ok) return asked;
  await runJobs();
  const { id } = await db.job.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  return { ok: true, ...(await statesOf(id)) };
}

/** How many messages of a job are in which state. */
async function statesOf(jobId: string): Promise<Partial<Record<DeliveryState, number>>> {
  const groups = await db.emailDelivery.groupBy({ by: ["state"], where: { jobId }, _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

async function listOf(actor: Actor, meetingId: string) {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting) throw new Error("no meeting");
  return findSendList(actor, meeting, "INVITATION", new Date());
}

describe("one message", () => {
  test("is plain UTF-8 text with the link last and the calendar file of this link, and marks the row", async () => {
    const received = await mailServer();
    const { actor, meeting, invite } = await office();
    const one = await invite("camat@sragi.example", { holderName: "Sulastri, S.Tr.Keb." });
    const batch = { meetingId: meeting.id, kind: "INVITATION", invitationId: one.id } as const;
    expect(await sendByEmail(actor, batch)).toEqual({ ok: true, ACCEPTED: 1 });
    const [mail] = received;
    expect(mail?.to).toEqual(["camat@sragi.example"]);
    expect(mail?.raw).toMatch(/^From: Puskesmas Sragi <undangan@sragi\.example>/m);
    const [text, calendar] = partsOf(mail?.raw ?? "");
    expect(text?.head).toMatch(/text\/plain; charset=utf-8/i);
    const link = `http://lokmin.test/u/${one.token}`;
    expect(text?.text).toContain("Yth. Sulastri, S.Tr.Keb.");
    expect(text?.text).toContain("Lokmin “Triwulan” IV, é");
    expect(text?.text.trimEnd().split(/\r?\n/).at(-1)).toBe(link);
    expect(calendar?.head).toMatch(/text\/calendar; charset=utf-8; method=PUBLISH/i);
    expect(calendar?.head).toContain("undangan.ics");
    const component = new ICAL.Component(ICAL.parse(calendar?.text ?? ""));
    expect(component.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(component.getFirstSubcomponent("vevent")?.getFirstPropertyValue("url")).toBe(link);
    expect(await db.invitation.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({ toldSequence: 1 });
    expect(await db.emailDelivery.findMany()).toMatchObject([
      { invitationId: one.id, kind: "INVITATION", state: "ACCEPTED", error: null },
    ]);
    const events = await db.event.findMany();
    expect(events).toMatchObject([{ action: "invitation.emailed", subjectId: one.id, data: { kind: "INVITATION" } }]);
    expect(JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      "@",
    );
    const { rows, done } = await listOf(actor, meeting.id);
    expect([done, rows[0]?.lastEmail?.error]).toEqual([1, null]);
  });

  test("pressed twice at once, it goes once", async () => {
    const received = await mailServer();
    const { actor, meeting, invite } = await office();
    const one = await invite("camat@sragi.example");
    const press = () => sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION", invitationId: one.id });
    await allEnded([press(), press(), press()]);
    await press();
    expect(received).toHaveLength(1);
  });

  test("a header cannot be smuggled in by a name or a title", async () => {
    const received = await mailServer();
    const { actor, meeting, invite } = await office();
    await db.meeting.update({ where: { id: meeting.id }, data: { title: "Rapat\r\nBcc: jahat@luar.example" } });
    const one = await invite("camat@sragi.example", { holderName: 'Siti" <jahat@luar.example>,' });
    await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION", invitationId: one.id });
    expect(received.map((mail) => mail.to)).toEqual([["camat@sragi.example"]]);
    expect(received[0]?.raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im);
  });
});

describe("a mail server", () => {
  const settings = () => mailSettings() ?? { url: "", from: "" };

  test("without TLS is said once for a batch in the log, and on the settings page", async () => {
    const warn = vi.spyOn(log, "warn");
    await mailServer();
    const { actor, meeting, invite } = await office();
    await invite("satu@sragi.example");
    await invite("dua@sragi.example");
    await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION" });
    const said = warn.mock.calls.filter((call) => call.some((part) => String(part).includes("tanpa enkripsi")));
    warn.mockRestore();
    expect(said).toHaveLength(1);
    expect(encryptionWords[await probeEncryption(settings())]).toContain("tanpa enkripsi");
  });

  test("that offers TLS is spoken to in it; one whose certificate nobody trusts, or that is away, is unknown", async () => {
    await mailServer({ disabledCommands: [] });
    expect(await probeEncryption(settings())).toBe("unknown");
    process.env.SMTP_URL = `${process.env.SMTP_URL}/?tls.rejectUnauthorized=false`;
    expect(await probeEncryption(settings())).toBe("tls");
    process.env.SMTP_URL = "smtp://127.0.0.1:9";
    expect(await probeEncryption(settings())).toBe("unknown");
  });
});

describe("everybody who has an address", () => {
  test("gets one, except who has answered or was told already; and nobody twice", async () => {
    const received = await mailServer();
    const { actor, meeting, invite } = await office();
    for (let number = 0; number < 12; number += 1) await invite(`desa${number}@sragi.example`);
    await invite(null);
    const answered = await invite("sudah@sragi.example");
    await makeAnswer({ invitationId: answered.id });
    await invite("tahu@sragi.example", { handedOutAt: new Date(), toldSequence: 1 });
    const press = () => queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" });
    const outcomes = await allEnded([press(), press()]);
    expect(outcomes.flatMap((outcome) => (outcome.ok ? outcome.queued : []))).toEqual([12]);
    expect(await findSending(actor, meeting.id)).toMatchObject({
      state: "waiting",
      accepted: 0,
      waiting: 12,
      total: 12,
    });
    await runJobs();
    expect(await findSending(actor, meeting.id)).toMatchObject({
      ...{ state: "done", accepted: 12, waiting: 0, total: 12 },
      outcome: "12 diterima server email",
    });
    expect(received.map((mail) => mail.to[0]).sort()).toEqual(
      Array.from({ length: 12 }, (_, number) => `desa${number}@sragi.example`).sort(),
    );
    expect(await press()).toMatchObject({ ok: false, reason: expect.stringContaining("Tidak ada yang perlu") });
  });

  test("each carries its own link and no other's", async () => {
    const received = await mailServer();
    const { actor, meeting, invite } = await office();
    const invitations = [await invite("satu@sragi.example"), await invite("dua@sragi.example")];
    await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION" });
    for (const { email, token } of invitations) {
      const mail = received.find((one) => one.to[0] === email);
      const text = partsOf(mail?.raw ?? "")
        .map((part) => part.text.replace(/\r\n /g, ""))
        .join("\n");
      expect(text).toContain(token);
      for (const other of invitations) if (other.token !== token) expect(text).not.toContain(other.token);
    }
  });

  test.each([
    ["the sender", { onMailFrom: refuseWith(550, "Sender address rejected") }, "SMTP_FROM"],
    ["passing on", { onRcptTo: refuseWith(554, "Relay access denied") }, "tidak mau meneruskan"],
  ] satisfies [string, SMTPServerOptions, string][])(
    "a server that refuses %s is its own fault: the batch ends",
    async (_, options, words) => {
      const received = await mailServer(options);
      const { actor, meeting, invite } = await office();
      for (const name of ["satu", "dua", "tiga", "empat", "lima"]) await invite(`${name}@sragi.example`);
      await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION" });
      expect(received).toEqual([]);
      const { rows } = await listOf(actor, meeting.id);
      const errors = rows.flatMap(({ lastEmail }) => lastEmail?.error ?? []);
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.length).toBeLessThan(5);
      for (const error of errors) expect(error).toContain(words);
    },
  );

  test("one refused address is said at its row and holds up nobody", async () => {
    const received = await mailServer({
      onRcptTo(address, _, done) {
        done(
          address.address.startsWith("salah") ? Object.assign(new Error("no such user"), { responseCode: 550 }) : null,
        );
      },
    });
    const { actor, meeting, invite } = await office();
    const wrong = await invite("salah@sragi.example", { protocolOrder: 1 });
    await invite("benar@sragi.example", { protocolOrder: 2 });
    expect(await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION" })).toMatchObject({
      ACCEPTED: 1,
      FAILED: 1,
    });
    expect(received).toHaveLength(1);
    const { rows } = await listOf(actor, meeting.id);
    const row = rows.find(({ invitation }) => invitation.id === wrong.id);
    expect(row?.lastEmail?.error).toContain("menolak alamat ini (550)");
    expect(row?.isDone).toBe(false);
  });
});

describe("a mail server that does not help", () => {
  test("refuses the password: said once, the rest is left", async () => {
    await mailServer(
      { authOptional: false, onAuth: (_, __, done) => done(new Error("wrong password")), allowInsecureAuth: true },
      "nama:salah@",
    );
    const { actor, meeting, invite } = await office();
    for (let number = 0; number < 8; number += 1) await invite(`desa${number}@sragi.example`);
    const outcome = await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION" });
    expect(outcome).toMatchObject({ ok: true, WAITING: 8 });
    const errors = (await db.emailDelivery.findMany()).flatMap((delivery) => delivery.error ?? []);
    expect(errors.length).toBeLessThanOrEqual(3);
    expect(errors[0]).toContain("menolak nama pengguna atau kata sandinya");
    expect(await findSending(actor, meeting.id)).toMatchObject({ state: "retrying", accepted: 0, outcome: errors[0] });
    expect(await db.invitation.count({ where: { handedOutAt: { not: null } } })).toBe(0);
  });

  test("is not there: said in words, nothing marked, and it is tried again by itself", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:9";
    process.env.SMTP_FROM = "undangan@sragi.example";
    const { actor, meeting, invite } = await office();
    const one = await invite("camat@sragi.example");
    const batch = { meetingId: meeting.id, kind: "INVITATION", invitationId: one.id } as const;
    expect(await sendByEmail(actor, batch)).toEqual({ ok: true, WAITING: 1 });
    expect((await db.emailDelivery.findMany())[0]?.error).toContain("Server email tidak menjawab");
    expect(await queueEmails(actor, batch)).toMatchObject({ ok: false });
    const received = await mailServer();
    await makeRetriesDue();
    await runJobs();
    expect(received).toHaveLength(1);
    expect(await findSending(actor, meeting.id)).toMatchObject({ state: "done", accepted: 1 });
  });

  test("given up at last, it is run again by the office's admin; what went another way since is not sent", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:9";
    process.env.SMTP_FROM = "undangan@sragi.example";
    const { host, actor, meeting, invite } = await office();
    const first = await invite("camat@sragi.example");
    await invite("kades@sragi.example");
    await queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" });
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await makeRetriesDue();
      await runJobs();
    }
    const job = await db.job.findFirstOrThrow();
    expect(await statesOf(job.id)).toEqual({ GIVEN_UP: 2 });
    expect(await findSending(actor, meeting.id)).toMatchObject({ state: "failed" });
    const received = await mailServer();
    expect(await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION", invitationId: first.id })).toEqual({
      ok: true,
      ACCEPTED: 1,
    });
    const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    expect(await runJobAgain(admin, job.id)).toEqual({ ok: true });
    await runJobs();
    expect(received.map(({ to }) => to[0]).sort()).toEqual(["camat@sragi.example", "kades@sragi.example"]);
  });

  test("takes a message and says nothing: it is not sent a second time by itself, and the row says so", async () => {
    let taken = 0;
    await mailServer({
      onData(stream, session) {
        stream.resume();
        stream.on("end", () => {
          taken += 1;
          hangUp(session.id);
        });
      },
    });
    const { actor, meeting, invite } = await office();
    await invite("camat@sragi.example");
    expect(await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION" })).toMatchObject({ UNCERTAIN: 1 });
    await makeRetriesDue();
    await runJobs();
    expect(taken).toBe(1);
    expect(await queueEmails(actor, { meetingId: meeting.id, kind: "INVITATION" })).toMatchObject({ ok: false });
    const { rows } = await listOf(actor, meeting.id);
    expect(rows[0]?.lastEmail && deliveryWords(rows[0].lastEmail)).toContain("tidak pasti terkirim");
  });

  test.each(["", "bukan alamat", "http://server.example", "smtp://"])("an address like %j is none", async (url) => {
    process.env.SMTP_URL = url;
    process.env.SMTP_FROM = "undangan@sragi.example";
    expect(mailSettings()).toBeNull();
    const { actor, meeting, invite } = await office();
    await invite("camat@sragi.example");
    expect(await sendByEmail(actor, { meetingId: meeting.id, kind: "INVITATION" })).toMatchObject({ ok: false });
  });

  test("its name is shown without the password", () => {
    const settings = { url: "smtps://nama:rahasia@smtp.sragi.example:465", from: "x@y" };
    expect(mailServerName(settings)).toBe("smtp.sragi.example:465");
  });
});

describe("who may", () => {
  test("only writers of the organisers; from a draft nothing", async () => {
    const received = await mailServer();
    const { host, meeting, invite } = await office();
    await invite("camat@sragi.example");
    const batch = { meetingId: meeting.id, kind: "INVITATION" } as const;
    const others = [
      await makeActor("PUSKESMAS_READER", { organisationId: host.id }),
      await makeActor("PUSKESMAS_ADMIN"),
      await makeActor("DINKES_ADMIN", { organisationId: host.parentId ?? "" }),
    ];
    for (const other of others) await expect(sendByEmail(other, batch)).rejects.toThrow(NotAllowed);
    const draft = await office("DRAFT");
    await draft.invite("camat@sragi.example");
    expect(await sendByEmail(draft.actor, { meetingId: draft.meeting.id, kind: "INVITATION" })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("dari draf tidak ada yang dikirim"),
    });
    expect(received).toEqual([]);
  });
});
