// Who is told what, made of events by the worker, and what of it he may still read.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, findActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { answerEscalation } from "@/lib/escalations/answers";
import { forwardEscalation } from "@/lib/escalations/forwards";
import { escalationAnswerSchema, forwardSchema } from "@/lib/escalations/schema";
import { takeOver } from "@/lib/escalations/takeovers";
import { raiseEscalation, withdrawEscalation } from "@/lib/escalations/writes";
import { by, type NewEvent, recordEvent } from "@/lib/events/record";
import { answerInvitation } from "@/lib/invitations/invitee";
import { runHousekeeping } from "@/lib/jobs/housekeeping";
import { topics } from "@/lib/notifications/kinds";
import { makeNotifications } from "@/lib/notifications/make";
import { countUnread, findNewsPlace, listNews } from "@/lib/notifications/reads";
import { listWaiting } from "@/lib/notifications/waiting";
import { markAllRead, markRead, saveChoice } from "@/lib/notifications/writes";
import { hashToken } from "@/lib/secrets";
import { addDays, dayOf } from "@/lib/time";
import type { Meeting, Organisation } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem } from "../factories/action-items";
import { makeCluster } from "../factories/clusters";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

let province: Organisation;
let kabupaten: Organisation;
let puskesmas: Organisation;
let staff: Actor;
let head: Actor;
let admin: Actor;
let reviewer: Actor;
let above: Actor;
let meeting: Meeting;

beforeEach(async () => {
  province = await makeProvinsi();
  kabupaten = await makeKabupaten({ parentId: province.id, name: "Dinas Kesehatan Uji" });
  puskesmas = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas Uji" });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  head = await makeActor("PUSKESMAS_HEAD", { organisationId: puskesmas.id });
  admin = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
  reviewer = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id, name: "Bagas Uji" });
  above = await makeActor("DINKES_ADMIN", { organisationId: province.id });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
});

const now = () => new Date();
const run = () => makeNotifications(now());
const says = async (actor: Actor) => (await listNews(actor)).news.map((news) => news.says);
const told = async (actors: readonly Actor[]) => allEnded(actors.map((actor) => countUnread(actor)));

async function raise(item = { id: "" }) {
  const itemId = item.id || (await makeActionItem({ meetingId: meeting.id, activity: "Perbaikan jalan" })).id;
  const id = randomUUID();
  await raiseEscalation(staff, meeting.id, itemId, { id, reason: "Perlu anggaran kabupaten" });
  return id;
}

const answer = (id: string) =>
  answerEscalation(
    reviewer,
    id,
    escalationAnswerSchema.parse({
      ...{ id: randomUUID(), fileId: randomUUID(), outcome: "ACTED_ON", text: "Dianggarkan" },
      ...{ letterNumber: "440/1", letterDate: dayOf(now(), "Asia/Jakarta") },
    }),
  );

const forward = (id: string) =>
  forwardEscalation(
    admin,
    id,
    forwardSchema.parse({
      ...{ id: randomUUID(), to: "atas", asked: "Mohon dukungan" },
      answerBy: addDays(dayOf(now(), "Asia/Jakarta"), 7),
    }),
  );

/** An event without the change that it tells of. */
const record = (
  author: Actor,
  event: Omit<NewEvent, "organisationId" | "meetingId" | "subjectId"> & { subjectId?: string },
) =>
  db.$transaction((tx) =>
    recordEvent(tx, by(author), {
      ...{ subjectId: meeting.id, organisationId: puskesmas.id, meetingId: meeting.id, ...event },
    } as NewEvent),
  );

test("raised, it is news to the Dinkes; taken and answered, to the puskesmas; and never to who did it", async () => {
  const id = await raise();
  expect(await told([admin])).toEqual([0]);
  expect(await run()).toBe(1);
  expect(await told([staff, head, admin, reviewer, above])).toEqual([0, 0, 1, 1, 0]);
  expect(await says(admin)).toEqual([expect.stringMatching(/^Ratna Uji \(Puskesmas Uji\) mengeskalasi ke Dinkes: /)]);
  await takeOver(reviewer, id, { id: randomUUID(), replaces: null });
  await answer(id);
  await run();
  expect(await told([staff, head, admin, reviewer])).toEqual([1, 1, 1, 1]);
  const [first] = (await listNews(head)).news;
  expect(first).toMatchObject({ says: expect.stringContaining("menjawab eskalasi"), href: `/eskalasi/${id}` });
});

test("handed up, the province is told; withdrawn, each has the withdrawal in place of what it tells of", async () => {
  const id = await raise();
  await forward(id);
  await run();
  expect(await told([above, head, reviewer])).toEqual([1, 1, 1]);
  await withdrawEscalation(staff, id);
  await run();
  expect(await says(above)).toEqual([expect.stringContaining("menarik eskalasi")]);
  expect(await says(reviewer)).toEqual([expect.stringContaining("menarik eskalasi")]);
});

test("nothing twice: two runs at once, an event given back, and what was read stays read", async () => {
  await raise();
  await allEnded([run(), run()]);
  expect(await db.notification.count()).toBe(2);
  const [news] = (await listNews(reviewer)).news;
  await markRead(reviewer, news?.about ?? "", news?.eventId ?? 0n);
  await db.event.updateMany({ data: { isNews: true } });
  await run();
  expect(await db.notification.count()).toBe(2);
  expect(await told([reviewer, admin])).toEqual([0, 1]);
});

test("all are read up to what was shown: what came meanwhile is still new", async () => {
  await raise();
  await run();
  const [shown] = (await listNews(admin)).news;
  await raise();
  await run();
  await markAllRead(admin, shown?.eventId ?? 0n);
  expect(await countUnread(admin)).toBe(1);
  expect((await listNews(admin, { before: shown?.eventId })).news).toEqual([]);
});

describe("scope", () => {
  test("a reviewer of other clusters is not told, and one moved out reads nothing any more", async () => {
    const other = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
    const cluster = await makeCluster({
      ...{ organisationId: kabupaten.id, members: [puskesmas.id], reviewers: [reviewer.userId] },
    });
    const id = await raise();
    await run();
    const again = async (actor: Actor) => (await findActor(actor.userId)) ?? actor;
    expect(await told([await again(reviewer), await again(other)])).toEqual([1, 0]);
    expect(await db.notification.count({ where: { userId: other.userId } })).toBe(0);
    await db.clusterReviewer.deleteMany({ where: { clusterId: cluster.id } });
    const moved = await again(reviewer);
    expect(await countUnread(moved)).toBe(0);
    expect(await says(moved)).toEqual([]);
    expect(await findNewsPlace(moved, `eskalasi:${id}`)).toBeNull();
    expect(await told([admin])).toEqual([1]);
  });

  test("somebody else's are neither read nor marked", async () => {
    const id = await raise();
    await run();
    await markRead(admin, `eskalasi:${id}`, 1_000_000n);
    await markAllRead(head, 1_000_000n);
    expect(await told([admin, reviewer])).toEqual([0, 1]);
    expect(await findNewsPlace(staff, `eskalasi:${id}`)).toBeNull();
  });

  test("a deactivated user and a reader of the puskesmas are not told", async () => {
    await db.user.update({ where: { id: reviewer.userId }, data: { deactivatedAt: now() } });
    await makeActor("PUSKESMAS_READER", { organisationId: puskesmas.id });
    const id = await raise();
    await takeOver(admin, id, { id: randomUUID(), replaces: null });
    await run();
    expect(await db.notification.findMany({ select: { userId: true } })).toEqual(
      expect.arrayContaining([{ userId: admin.userId }, { userId: staff.userId }, { userId: head.userId }]),
    );
    expect(await db.notification.count()).toBe(3);
  });
});

test("each kind goes to whom the table names", async () => {
  const item = await makeActionItem({ meetingId: meeting.id, responsibleUserId: head.userId });
  const row = { number: item.number, activity: item.activity };
  const titled = { title: meeting.title, number: 1 };
  const cases: [Actor, Parameters<typeof record>[1], Actor[]][] = [
    [head, { action: "submission.sent", data: { ...titled, note: null } }, [admin, reviewer]],
    [reviewer, { action: "review.accepted", data: { ...titled, notes: null } }, [staff, head]],
    [reviewer, { action: "review.returned", data: { ...titled, reason: "Foto?" } }, [staff, head]],
    [head, { action: "approval.given", data: { ...titled, position: null } }, [staff]],
    [staff, { action: "approval.reopened", data: { ...titled, reason: "Salah" } }, [head]],
    [reviewer, { action: "item.commented", subjectId: item.id, data: row }, [staff, head]],
    [staff, { action: "item.commented", subjectId: item.id, data: row }, [head]],
    [
      staff,
      {
        ...{ action: "item.added", subjectId: item.id },
        data: {
          ...{ ...row, responsibleInstitution: "Desa", responsibleTitle: null, responsibleName: null },
          deadline: "2030-01-01",
        },
      },
      [head],
    ],
  ];
  const everybody = [staff, head, admin, reviewer, above];
  for (const [author, event, whom] of cases) {
    await db.notification.deleteMany();
    await record(author, event);
    await run();
    const counts = await told(everybody);
    expect([event.action, everybody.filter((_, index) => counts[index] === 1)]).toEqual([event.action, whom]);
  }
});

test("answers to invitations are one line a meeting, and a failed job is told to who asked for it", async () => {
  const planned = await makeMeeting("SCHEDULED", {
    host: puskesmas,
    secondReason: "Uji",
    startsAt: new Date(Date.now() + 7 * 86_400_000),
  });
  for (const _ of [1, 2]) {
    const { token } = await makeInvitation({ meetingId: planned.id });
    expect(await answerInvitation(hashToken(token), { choice: "PRESENT" })).toBe(true);
  }
  await run();
  expect(await told([staff, head, admin])).toEqual([1, 1, 0]);
  const data = { kind: "email.send", subject: "Lokmin", reason: "Server mati", requesterId: staff.userId };
  const job = { action: "job.failed", subjectId: randomUUID(), organisationId: puskesmas.id, data } as const;
  await db.$transaction((tx) => recordEvent(tx, { actor: "Lokmin", onBehalfOf: null }, job));
  await run();
  expect(await told([staff, head])).toEqual([2, 1]);
});

test("a topic that was left out is not told", async () => {
  const told = topics.filter((topic) => topic !== "eskalasi");
  await saveChoice(admin, { topics: told, newsByEmail: false, rhythm: "NONE", hour: 7, weekday: 1 });
  await raise();
  await run();
  expect(await countUnread(admin)).toBe(0);
  expect(await countUnread(reviewer)).toBe(1);
});

test("events of long ago are told to nobody, and housekeeping takes what is old", async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  await raise();
  await db.event.updateMany({ data: { at: ago(31) } });
  expect(await run()).toBe(1);
  expect(await db.notification.count()).toBe(0);
  await raise();
  await raise();
  await run();
  const [one] = (await listNews(admin)).news;
  await db.notification.updateMany({ data: { at: ago(61) } });
  await markRead(admin, one?.about ?? "", one?.eventId ?? 0n);
  await runHousekeeping(now());
  expect(await db.notification.count({ where: { userId: admin.userId } })).toBe(1);
  expect(await db.notification.count()).toBe(3);
});

test("what waits is asked of the data: done, it is gone", async () => {
  const id = await raise();
  expect(await listWaiting(admin, now())).toMatchObject([{ title: "Jawab eskalasi (1)" }]);
  await answer(id);
  expect(await listWaiting(admin, now())).toEqual([]);
  expect((await listWaiting(staff, now())).map(({ title }) => title)).toContain("Jawaban Dinkes: Perbaikan jalan");
});
