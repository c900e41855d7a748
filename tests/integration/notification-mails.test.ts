// Against a real SMTP server on the loopback: digests and news, each once.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { raiseEscalation } from "@/lib/escalations/writes";
import { sendNotificationMails } from "@/lib/notifications/mail-send";
import { mailStateWords } from "@/lib/notifications/mail-words";
import { makeNotifications } from "@/lib/notifications/make";
import { findChoice, listNews } from "@/lib/notifications/reads";
import { runNotifications } from "@/lib/notifications/run";
import { type ChoiceInput, choiceSchema } from "@/lib/notifications/schema";
import { markAllRead, saveChoice } from "@/lib/notifications/writes";
import type { Meeting, NotificationMailState, Organisation } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { closeMailServers, mailServer, refuseWith, textOf } from "@/tests/setup/mail-server";
import { makeActionItem } from "../factories/action-items";
import { makeEscalation } from "../factories/escalations";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

let kabupaten: Organisation;
let staff: Actor;
let admin: Actor;
let meeting: Meeting;

beforeEach(async () => {
  process.env.APP_URL = "https://lokmin.example";
  kabupaten = await makeKabupaten({ name: "Dinas Kesehatan Uji" });
  const host = await makePuskesmas({ parentId: kabupaten.id });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id, name: "Ratna Uji" });
  admin = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id, name: "Sari Uji" });
  meeting = await makeMeeting("CLOSED", { host });
});

afterEach(async () => {
  delete process.env.APP_URL;
  await closeMailServers();
});

/** Of the office's zone, Asia/Jakarta, seven hours before UTC; a Monday. */
const monday = (clock: string) => new Date(`2026-11-30T${clock}:00+07:00`);

async function choose(changes: Partial<ChoiceInput>, chosenAt = new Date("2026-11-01T00:00:00Z")) {
  const input = choiceSchema.parse({ rhythm: "NONE", hour: "7", weekday: "1", topics: ["eskalasi", "rtl"] });
  await saveChoice(admin, { ...input, ...changes });
  await db.notificationChoice.update({ where: { userId: admin.userId }, data: { chosenAt } });
}

const waiting = async () =>
  makeEscalation({ itemId: (await makeActionItem({ meetingId: meeting.id })).id, dinkesId: kabupaten.id });

async function raise() {
  const item = await makeActionItem({ meetingId: meeting.id, activity: "Perbaikan jalan" });
  await raiseEscalation(staff, meeting.id, item.id, { id: randomUUID(), reason: "Perlu anggaran" });
}

const states = async () =>
  (await db.notificationMail.findMany({ orderBy: { createdAt: "asc" } })).map(({ state }) => state);

test("a daily digest goes out once a day from its hour on, with what waits and where", async () => {
  const received = await mailServer();
  await choose({ rhythm: "DAILY" });
  await waiting();
  await sendNotificationMails(monday("06:59"));
  expect(received).toHaveLength(0);
  await sendNotificationMails(monday("07:00"));
  await sendNotificationMails(monday("07:01"));
  await sendNotificationMails(monday("23:59"));
  expect(received).toHaveLength(1);
  const [mail] = received;
  expect(mail?.to).toEqual([admin.email]);
  expect(textOf(mail?.raw ?? "")).toContain(
    "Yth. Sari Uji,\r\n\r\nYang menunggu Anda, Senin, 30 November 2026:\r\n- Jawab eskalasi",
  );
  expect(textOf(mail?.raw ?? "")).toContain("https://lokmin.example/eskalasi?status=menunggu");
  await sendNotificationMails(new Date("2026-12-01T07:00:00+07:00"));
  expect(await states()).toEqual(["ACCEPTED", "ACCEPTED"]);
  expect((await findChoice(admin)).mails.map(({ kind, key }) => [kind, key])).toEqual([
    ["DIGEST", "2026-12-01"],
    ["DIGEST", "2026-11-30"],
  ]);
});

test("a weekly one on its day, in the office's zone; chosen after the hour, from the next on", async () => {
  const received = await mailServer();
  await waiting();
  await choose({ rhythm: "WEEKLY", weekday: 2 });
  await sendNotificationMails(monday("08:00"));
  expect(await states()).toEqual([]);
  await db.organisation.update({ where: { id: kabupaten.id }, data: { timeZone: "Asia/Jayapura" } });
  await sendNotificationMails(new Date("2026-12-01T06:00:00+09:00"));
  expect(await states()).toEqual([]);
  await sendNotificationMails(new Date("2026-12-01T07:00:00+09:00"));
  expect(received).toHaveLength(1);
  await db.notificationMail.deleteMany();
  await choose({ rhythm: "DAILY" }, new Date("2026-12-02T10:00:00+09:00"));
  await sendNotificationMails(new Date("2026-12-02T11:00:00+09:00"));
  expect(await states()).toEqual([]);
});

test("two workers at once send it once; with nothing waiting none is sent, and the day is done", async () => {
  const received = await mailServer();
  await choose({ rhythm: "DAILY" });
  await sendNotificationMails(monday("07:00"));
  await waiting();
  await sendNotificationMails(monday("07:05"));
  expect([received.length, await states()]).toEqual([0, ["NOTHING"]]);
  await allEnded([
    sendNotificationMails(new Date("2026-12-01T07:00:00+07:00")),
    sendNotificationMails(new Date("2026-12-01T07:00:00+07:00")),
  ]);
  expect(received).toHaveLength(1);
});

test("news come together in one message, once, and not what was read meanwhile", async () => {
  const received = await mailServer();
  await choose({ newsByEmail: true });
  await raise();
  await raise();
  await runNotifications(new Date());
  await runNotifications(new Date());
  expect(received.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1])).toEqual(["Lokmin: 2 kabar baru"]);
  expect(textOf(received[0]?.raw ?? "")).toMatch(/- Ratna Uji \(.*\) mengeskalasi ke Dinkes: .*Perbaikan jalan/);
  await raise();
  await makeNotifications(new Date());
  await markAllRead(admin, (await listNews(admin)).news[0]?.eventId ?? 0n);
  await sendNotificationMails(new Date(Date.now() + 20 * 60_000));
  expect(received).toHaveLength(1);
});

test("what came while another message was just sent waits for the pause to end", async () => {
  const received = await mailServer();
  await choose({ newsByEmail: true });
  await raise();
  await runNotifications(new Date());
  await raise();
  await runNotifications(new Date());
  expect(received).toHaveLength(1);
  await sendNotificationMails(new Date(Date.now() + 16 * 60_000));
  expect(received).toHaveLength(2);
  expect(await states()).toEqual(["ACCEPTED", "ACCEPTED"]);
});

test("what was going out when a process ended is told to be uncertain, and not sent again", async () => {
  const received = await mailServer();
  await choose({ rhythm: "DAILY" });
  await waiting();
  const at = monday("07:00");
  await db.notificationMail.create({
    data: { userId: admin.userId, kind: "DIGEST", key: "2026-11-30", state: "SENDING", at, createdAt: at },
  });
  await sendNotificationMails(monday("07:05"));
  expect([received.length, await states()]).toEqual([0, ["UNCERTAIN"]]);
  expect(mailStateWords("UNCERTAIN", null)).toContain("tidak pasti terkirim");
});

test("a server that takes nothing for now is asked again later; an address that it refuses is not", async () => {
  const received = await mailServer({ onRcptTo: refuseWith(451, "greylisted") });
  await choose({ rhythm: "DAILY" });
  await waiting();
  await sendNotificationMails(monday("07:00"));
  expect(await states()).toEqual(["WAITING"]);
  expect((await findChoice(admin)).mails[0]?.error).toContain("menunda pesan ini");
  await closeMailServers();
  await mailServer({ onRcptTo: refuseWith(550, "no such user") });
  await db.notificationMail.updateMany({ data: { at: monday("07:01") } });
  await sendNotificationMails(monday("07:02"));
  expect([received.length, await states()]).toEqual([0, ["FAILED"]]);
  await sendNotificationMails(monday("07:30"));
  expect(await states()).toEqual(["FAILED"]);
});

test("a digest that could not be sent on its day is not sent on the next", async () => {
  await choose({ rhythm: "DAILY" });
  await waiting();
  const createdAt = new Date("2026-11-29T07:00:00+07:00");
  await db.notificationMail.create({
    data: { userId: admin.userId, kind: "DIGEST", key: "2026-11-29", at: createdAt, createdAt },
  });
  const received = await mailServer();
  await sendNotificationMails(monday("07:00"));
  expect([received.length, await states()]).toEqual([1, ["FAILED", "ACCEPTED"] satisfies NotificationMailState[]]);
});

test("without a mail server, or for a deactivated user, nothing is made", async () => {
  await choose({ rhythm: "DAILY", newsByEmail: true });
  await raise();
  await runNotifications(monday("07:00"));
  expect(await states()).toEqual([]);
  await mailServer();
  await db.user.update({ where: { id: admin.userId }, data: { deactivatedAt: new Date() } });
  await runNotifications(monday("07:01"));
  expect(await states()).toEqual([]);
});

test.each([
  [{ rhythm: "HOURLY" }, "rhythm"],
  [{ hour: "24" }, "hour"],
  [{ weekday: "0" }, "weekday"],
  [{ topics: ["lain"] }, "topics"],
])("a choice of %o is refused", (changes, field) => {
  const parsed = choiceSchema.safeParse({ rhythm: "NONE", hour: "7", weekday: "1", ...changes });
  expect(parsed.success ? null : parsed.error.issues[0]?.path[0]).toBe(field);
});
