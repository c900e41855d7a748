import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { countCarriedItems, countUnreviewed, isCarriedItem, listCarriedItems } from "@/lib/follow-up/carry-over";
import { dayToDate } from "@/lib/time";
import type { Organisation } from "@/prisma/generated/client";
import { makeActionItem, makeProgressReport, makeReview } from "../factories/action-items";
import { type MeetingOptions, makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeOwnerLink } from "../factories/owner-links";
import { makeActor } from "../factories/users";

let kabupaten: Organisation;
let puskesmas: Organisation;
let staff: Actor;

beforeEach(async () => {
  kabupaten = await makeKabupaten();
  puskesmas = await makePuskesmas({ parentId: kabupaten.id });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
});

const at = (day: string) => new Date(`${day}T02:00:00Z`);

/** A meeting that was entered before it began. */
function meeting(day: string, options: Partial<MeetingOptions> = {}, status: "CLOSED" | "IN_PROGRESS" = "CLOSED") {
  const startsAt = at(day);
  return makeMeeting(status, { host: puskesmas, startsAt, createdAt: new Date(startsAt.getTime() - 1e9), ...options });
}

async function makeCarried(agreedIn: { id: string; startsAt: Date }, more: object = {}) {
  return makeActionItem({ meetingId: agreedIn.id, createdAt: new Date(agreedIn.startsAt.getTime() + 7e6), ...more });
}

const idsOf = async (meetingId: string, actor = staff) =>
  (await listCarriedItems(actor, meetingId)).map(({ item }) => item.id);

test("the open rows of earlier meetings of the same forum stand in the next one, in the order they were agreed", async () => {
  const first = await meeting("2026-02-12");
  const second = await meeting("2026-05-12");
  const third = await meeting("2026-08-12", {}, "IN_PROGRESS");
  const fourth = await meeting("2026-11-12", {}, "IN_PROGRESS");
  const [old, running, later, own] = [
    await makeCarried(first),
    await makeCarried(second, { status: "IN_PROGRESS", percent: 40 }),
    await makeCarried(fourth),
    await makeCarried(third),
  ];
  const done = await makeCarried(second);
  await makeProgressReport({ itemId: done.id, status: "DONE", percent: 100, createdAt: at("2026-06-01") });
  expect(await idsOf(third.id)).toEqual([old.id, running.id]);
  expect(await idsOf(fourth.id)).toEqual([old.id, running.id, own.id]);
  expect(await countUnreviewed(db, third.id)).toBe(2);
  expect(await countCarriedItems(staff, third.id)).toEqual({ all: 2, unreviewed: 2 });
  for (const itemId of [own.id, later.id, done.id])
    expect(await isCarriedItem(db, staff, third.id, itemId)).toBe(false);
});

test("another kind, another type of pra-lokmin, a cancelled meeting and other organisers are other forums", async () => {
  const neighbour = await makePuskesmas({ parentId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  await makeCarried(await meeting("2026-02-10", { kind: "MONTHLY_LOKMIN" }));
  await makeCarried(await meeting("2026-02-11", { host: other }));
  const cancelled = await meeting("2026-02-12", { secondReason: "kedua" });
  await makeCarried(cancelled);
  await db.meeting.update({ where: { id: cancelled.id }, data: { status: "CANCELLED" } });
  const joint = await makeCarried(await meeting("2026-05-12", { host: neighbour, organisers: [puskesmas] }));
  const next = await meeting("2026-08-12", {}, "IN_PROGRESS");
  expect(await idsOf(next.id)).toEqual([joint.id]);

  const pra = { kind: "PRE_LOKMIN" } as const;
  await makeCarried(await meeting("2026-03-02", { ...pra, typeKey: "pra-klaster-3", secondReason: "klaster lain" }));
  const same = await makeCarried(await meeting("2026-03-03", { ...pra, typeKey: "pra-klaster-2" }));
  const now = await meeting("2026-04-03", { ...pra, typeKey: "pra-klaster-2" }, "IN_PROGRESS");
  expect(await idsOf(now.id)).toEqual([same.id]);

  const training = await makeCarried(await meeting("2026-03-20", { kind: "KALAKARYA" }));
  expect(await idsOf((await meeting("2026-06-20", { kind: "KALAKARYA" }, "IN_PROGRESS")).id)).toEqual([training.id]);
});

test("what a meeting owes is decided by its day: what happens to a row afterwards changes nothing", async () => {
  const first = await meeting("2026-02-12");
  const [open, doneBefore, doneAfter] = [await makeCarried(first), await makeCarried(first), await makeCarried(first)];
  await makeProgressReport({ itemId: doneBefore.id, status: "DONE", percent: 100, createdAt: at("2026-05-01") });
  const second = await meeting("2026-05-12");
  const owed = [open.id, doneAfter.id];
  expect(await idsOf(second.id)).toEqual(owed);

  await makeProgressReport({ itemId: doneAfter.id, status: "DONE", percent: 100, createdAt: at("2026-06-01") });
  expect(await idsOf(second.id)).toEqual(owed);
  // Taken up again, and written down in an old meeting, long after this one was closed.
  await makeProgressReport({ itemId: doneBefore.id, status: "IN_PROGRESS", percent: 80, createdAt: at("2026-06-02") });
  await makeCarried(first, { createdAt: at("2026-07-01") });
  expect(await idsOf(second.id)).toEqual(owed);
  expect(await countUnreviewed(db, second.id)).toBe(2);
});

test("a meeting entered afterwards owes what was open when it was entered, one that lies ahead what is open now", async () => {
  const first = await meeting("2026-02-12");
  const [open, done] = [await makeCarried(first), await makeCarried(first)];
  await makeProgressReport({ itemId: done.id, status: "DONE", percent: 100, createdAt: at("2026-06-01") });
  const entered = await meeting("2026-05-12", { createdAt: at("2026-07-01") }, "IN_PROGRESS");
  expect(await idsOf(entered.id)).toEqual([open.id]);

  const ahead = await makeMeeting("SCHEDULED", { host: puskesmas, startsAt: new Date(Date.now() + 1e9) });
  expect(await idsOf(ahead.id)).toEqual([open.id]);
  await makeProgressReport({ itemId: open.id, status: "DONE", percent: 100 });
  expect(await idsOf(ahead.id)).toEqual([]);
});

test("what an owner claims through the link is open until a staff member accepted it before the meeting began", async () => {
  const first = await meeting("2026-02-12");
  const [waiting, acceptedBefore, acceptedAfter] = [
    await makeCarried(first),
    await makeCarried(first),
    await makeCarried(first),
  ];
  const personId = waiting.responsiblePersonId ?? "";
  const link = await makeOwnerLink({ organisationId: puskesmas.id, personId });
  const done = { status: "DONE", percent: 100, ownerLinkId: link.id, createdAt: at("2026-04-01") } as const;
  const accept = (reportId: string, day: string) =>
    db.reportCheck.create({ data: { reportId, isAccepted: true, checker: "Petugas", checkedAt: at(day) } });
  await makeProgressReport({ itemId: waiting.id, ...done });
  await accept((await makeProgressReport({ itemId: acceptedBefore.id, ...done })).id, "2026-04-02");
  await accept((await makeProgressReport({ itemId: acceptedAfter.id, ...done })).id, "2026-06-02");
  const second = await meeting("2026-05-12", {}, "IN_PROGRESS");
  expect(await idsOf(second.id)).toEqual([waiting.id, acceptedAfter.id]);
  expect(await countUnreviewed(db, second.id)).toBe(2);
  expect((await listCarriedItems(staff, second.id))[0]?.item).toMatchObject({ status: "DONE", lastCheck: "WAITING" });

  const ahead = await makeMeeting("SCHEDULED", { host: puskesmas, startsAt: new Date(Date.now() + 1e9) });
  expect(await idsOf(ahead.id)).toEqual([waiting.id]);
});

test("a row with a status in this meeting stays, with the deadline it was found with and its postponements until then", async () => {
  const first = await meeting("2026-02-12");
  const item = await makeCarried(first, { deadline: dayToDate("2026-12-01") });
  const second = await meeting("2026-05-12");
  const third = await meeting("2026-08-12", {}, "IN_PROGRESS");
  await makeReview({
    itemId: item.id,
    meetingId: second.id,
    previousDeadline: "2026-04-30",
    newDeadline: "2026-07-31",
  });
  await makeReview({ itemId: item.id, meetingId: third.id, previousDeadline: "2026-07-31", newDeadline: "2026-12-01" });
  const [inSecond] = await listCarriedItems(staff, second.id);
  const [inThird] = await listCarriedItems(staff, third.id);
  expect(inSecond).toMatchObject({ deadline: "2026-04-30", postponements: 1, review: { newDeadline: "2026-07-31" } });
  expect(inThird).toMatchObject({ deadline: "2026-07-31", postponements: 2, review: { outcome: "CONTINUED" } });
  expect(await countUnreviewed(db, third.id)).toBe(0);
  expect(await listCarriedItems(staff, third.id, { onlyUnreviewed: true })).toEqual([]);
});

test("only who sees the meeting sees its carried-over rows", async () => {
  const item = await makeCarried(await meeting("2026-02-12"));
  const next = await meeting("2026-05-12");
  const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
  expect(await idsOf(next.id, reviewer)).toEqual([item.id]);
  for (const stranger of [await makeActor("PUSKESMAS_ADMIN"), await makeActor("DINKES_ADMIN")]) {
    expect(await idsOf(next.id, stranger)).toEqual([]);
    expect(await countCarriedItems(stranger, next.id)).toEqual({ all: 0, unreviewed: 0 });
  }
  expect(await listCarriedItems(staff, "bukan-id")).toEqual([]);
});
