import { expect, test, vi } from "vitest";
import { db, isUniqueViolation } from "@/lib/db";
import { tellEvent } from "@/lib/events/tell";
import { missingOf } from "@/lib/evidence/judge";
import { checklistsOf } from "@/lib/evidence/reads";
import { countUnreviewed } from "@/lib/follow-up/carry-over";
import { findInvitation } from "@/lib/invitations/invitee";
import { findOwnerPage } from "@/lib/owner-links/owner";
import { rankProblems } from "@/lib/problems/rules";
import { hashToken, openToken } from "@/lib/secrets";
import { templateContentSchema } from "@/lib/templates/schema";
import { dateToDay, dayOf, formatDay, formatHours } from "@/lib/time";
import { verifySignIn } from "@/lib/users/sign-in";
import { type DemoFile, fillDemo, isEmpty } from "@/prisma/demo/demo";
import { allEnded } from "@/tests/setup/all-ended";

// Filling takes a moment, and longer beside other work.
vi.setConfig({ testTimeout: 60_000 });

const password = "only-for-tests-and-long-enough";

/** Days on which calendars break: ends of a year, a quarter, a month, a Monday just begun, the small hours. */
const moments = ["2026-12-26T03:00:00Z", "2027-01-01T00:30:00Z", "2027-03-01T01:10:00Z", "2028-02-29T16:59:00Z"];

test.each(moments)("the demo filled at %s is dated from that day", async (moment) => {
  const now = new Date(moment);
  await fillDemo(password, now);
  const meetings = await db.meeting.findMany({
    include: {
      invitations: { include: { answer: true } },
      attendances: true,
      actionItems: { include: { reports: { orderBy: { createdAt: "asc" } } } },
    },
  });
  const wrong: string[] = [];
  for (const { title, startsAt, timeZone, status, ...meeting } of meetings) {
    const day = dayOf(startsAt, timeZone);
    const expectThat = (isRight: boolean, what: string) => isRight || wrong.push(`${title}, ${day}: ${what}`);
    expectThat(![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()), "on a weekend");
    const isHeld = status === "CLOSED" || status === "IN_PROGRESS";
    expectThat(isHeld === startsAt <= now, `${status} at this hour`);
    expectThat(isHeld || meeting.attendances.length + meeting.actionItems.length === 0, "results before it began");
    for (const { answer, handedOutAt, createdAt } of meeting.invitations) {
      expectThat(createdAt < now && (handedOutAt ?? createdAt) < now, "invited in the future");
      if (!answer) continue;
      expectThat(handedOutAt !== null && handedOutAt < answer.answeredAt, "answered before it was asked");
      expectThat(answer.answeredAt < startsAt && answer.answeredAt < now, "answered after the start");
    }
    for (const { activity, deadline, reports, percent } of meeting.actionItems) {
      expectThat(dateToDay(deadline) >= day, `${activity}: due before it was agreed`);
      expectThat((reports.at(-1)?.percent ?? 0) === percent, `${activity}: not what the newest report says`);
      for (const { createdAt } of reports) expectThat(createdAt > startsAt && createdAt < now, `${activity}: report`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await db.event.count({ where: { at: { gt: now } } })).toBe(0);
  // Words are only in events that were carried over, and each kind's data is what its sentence is made of.
  expect(await db.event.count({ where: { OR: [{ action: null }, { verb: { not: null } }] } })).toBe(0);
  for (const event of await db.event.findMany()) expect(tellEvent(event).subject).not.toBe("");
  await expectFiguresUpToLastMonth(now);
  await expectPromisesLookedAt(now);
  for (const areaCode of ["18.01.15", "73.22.01", "35.08.12"])
    expect(await db.meeting.count({ where: { host: { areaCode }, status: "SCHEDULED" } }), areaCode).toBe(1);
});

test("the demo of today: originals on their days, nobody to dial, every account and link opens", async () => {
  const demo = await fillDemo(password);
  expect(await isEmpty()).toBe(false);
  await expectOriginalsOnTheirDays();
  await expectNobodyToDial();
  await expectProblemsInOrder();
  await expectRecordInOrder();
  await expectTemplateWithoutPersons();
  await expectMinutes();
  await expectLinksOpen(demo);
  await expectApprovedComplete();
  for (const { email } of demo.accounts.slice(0, 3)) expect(await verifySignIn(email, password)).not.toBeNull();
});

test("a second filling is refused and changes nothing", async () => {
  expect(await isEmpty()).toBe(true);
  await fillDemo(password);
  const before = await countRows();
  await expect(fillDemo(password)).rejects.toSatisfy(isUniqueViolation);
  expect(await countRows()).toEqual(before);
});

/** Figures end with last month; some desa left a month out, one has nobody to reach, one reached more than it has. */
async function expectFiguresUpToLastMonth(now: Date) {
  const [year, month] = dayOf(now, "Asia/Jakarta").split("-").map(Number);
  const later = { OR: [{ year: { gt: year ?? 0 } }, { year: year ?? 0, month: { gte: month ?? 0 } }] };
  expect(await db.indicatorValue.count({ where: later })).toBe(0);
  expect(await db.indicatorValue.count({ where: { year: (year ?? 0) - 1, indicator: { topic: "Gizi" } } })).toBe(216);
  expect(await db.indicatorDenominator.count({ where: { value: 0 } })).toBe(4);
  const idl = await db.indicator.findFirstOrThrow({ where: { name: { contains: "IDL" } } });
  const reached = await db.indicatorValue.groupBy({
    by: ["villageCode"],
    where: { indicatorId: idl.id, year: (year ?? 0) - 1 },
    _sum: { value: true },
    orderBy: { villageCode: "asc" },
  });
  const sasaran = await db.indicatorDenominator.findMany({
    where: { indicatorId: idl.id, year: (year ?? 0) - 1 },
    orderBy: { villageCode: "asc" },
  });
  const above = reached.filter(({ _sum }, place) => Number(_sum.value) > (sasaran[place]?.value ?? 0));
  expect(above).toHaveLength(1);
}

async function expectOriginalsOnTheirDays() {
  const originals = await db.meeting.findMany({
    where: { year: { lt: 2026 } },
    orderBy: { startsAt: "asc" },
    select: { startsAt: true, endsAt: true, timeZone: true },
  });
  const days = originals.map(
    ({ startsAt, endsAt, timeZone }) =>
      `${formatDay(dayOf(startsAt, timeZone))} ${formatHours(startsAt, endsAt, timeZone)}`,
  );
  expect(days).toEqual([
    "Kamis, 24 Juni 2021 09.00 WITA s.d. selesai",
    "Rabu, 26 Februari 2025 09.00 WIB s.d. selesai",
    "Kamis, 20 November 2025 09.00 WIB s.d. selesai",
  ]);
}

/** Whatever is approved left no carried-over row without a status; what was escalated is in the past. */
async function expectPromisesLookedAt(now: Date) {
  const approved = await db.meeting.findMany({
    where: { approvals: { some: { reopening: null } } },
    select: { id: true },
  });
  for (const { id } of approved) expect(await countUnreviewed(db, id)).toBe(0);
  expect(await db.itemReview.count({ where: { reviewedAt: { gt: now } } })).toBe(0);
  expect(await db.escalation.count({ where: { raisedAt: { gt: now } } })).toBe(0);
  expect(await db.escalation.count({ where: { closedAt: null } })).toBeGreaterThan(0);
  expect(await db.escalationAnswer.count({ where: { outcome: "ACTED_ON", answeredAt: { lt: now } } })).toBe(2);
}

/** Problems of the running and the next Lokmin: a tie that was decided and answered, and one that was not. */
async function expectProblemsInOrder() {
  const rows = await db.problem.findMany({
    where: { meeting: { kind: { not: "COACHING_VISIT" } } },
    orderBy: { number: "asc" },
    include: { scores: true, causes: true, actionItems: true, meeting: { select: { status: true } } },
  });
  const of = (status: string) => rankProblems(rows.filter(({ meeting }) => meeting.status === status));
  const ranks = (status: string) => of(status).map(({ number, rank, isDecided }) => [number, rank, isDecided]);
  expect(ranks("IN_PROGRESS").slice(0, 2)).toEqual([
    [2, 1, true],
    [1, 1, true],
  ]);
  expect(of("IN_PROGRESS")[0]?.actionItems).toHaveLength(1);
  expect(ranks("SCHEDULED")).toEqual([
    [1, 1, false],
    [2, 2, false],
    [3, 2, false],
    [4, 4, false],
  ]);
  expect(rows.filter(({ causes }) => causes.length === 0)).toEqual([]);
}

/** The record is read by its numbers: they follow the clock. */
async function expectRecordInOrder() {
  const events = await db.event.findMany({ orderBy: { id: "asc" }, select: { at: true } });
  const times = events.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
}

/** Minutes were written from the start on, up to the meeting's revision; three have questions and lines tied to rows. */
async function expectMinutes() {
  const meetings = await db.meeting.findMany({
    where: { notes: { some: {} } },
    select: { startsAt: true, notesRevision: true, notes: true },
  });
  for (const { startsAt, notesRevision, notes } of meetings) {
    expect(Math.max(...notes.map(({ revision }) => revision))).toBe(notesRevision);
    expect(notes.every(({ createdAt }) => createdAt > startsAt && createdAt <= new Date())).toBe(true);
  }
  const full = meetings.filter(({ notes }) => notes.some(({ asker, answer }) => asker && answer));
  expect(full.filter(({ notes }) => notes.some(({ actionItemId }) => actionItemId))).toHaveLength(3);
}

/** Every meeting but a visit has its type and its lists; Sragi's template names nobody, and a neighbour's Lokmin runs from it. */
async function expectTemplateWithoutPersons() {
  const kind = { not: "COACHING_VISIT" as const };
  expect(await db.meeting.count({ where: { kind, OR: [{ typeKey: null }, { expectations: { none: {} } }] } })).toBe(0);
  expect(await db.meetingExpectation.count({ where: { metAt: { gt: new Date() } } })).toBe(0);
  const template = await db.meetingTemplate.findFirstOrThrow({ include: { meetings: true } });
  expect(template.meetings.map((meeting) => meeting.status)).toEqual(["IN_PROGRESS"]);
  const holders = await db.seatHolder.findMany({ select: { name: true } });
  const content = JSON.stringify(template.content);
  expect(holders.filter(({ name }) => content.includes(name.split(",", 1)[0] ?? name))).toEqual([]);
  expect(content).not.toMatch(/Sragi|Kuala Sekampung|Margasari/);
  expect(templateContentSchema.parse(template.content).items).toHaveLength(5);
}

/** The prefix 0840 belongs to no operator, and .example to no mail server. */
async function expectNobodyToDial() {
  const [holders, invitations, users] = await allEnded([
    db.seatHolder.findMany({ select: { phone: true, email: true } }),
    db.invitation.findMany({ select: { phone: true } }),
    db.user.findMany({ select: { email: true } }),
  ]);
  const phones = holders.flatMap(({ phone }) => phone ?? []);
  const all = [...phones, ...invitations.flatMap(({ phone }) => phone ?? [])];
  expect(all.filter((phone) => !/^62840\d{8}$/.test(phone))).toEqual([]);
  expect(new Set(phones).size).toBe(phones.length);
  const emails = [...users, ...holders].flatMap(({ email }) => email ?? []);
  expect(emails.filter((email) => !email.endsWith(".example"))).toEqual([]);
}

async function expectLinksOpen(demo: DemoFile) {
  expect(demo.links.length).toBeGreaterThan(9);
  for (const { path, invitee } of demo.links) {
    const tokenHash = hashToken(path.slice("/u/".length));
    const view = path.startsWith("/t/") ? await findOwnerPage(tokenHash, new Date()) : await findInvitation(tokenHash);
    expect(invitee.startsWith(view?.title ?? "nobody")).toBe(true);
  }
  const invitations = await db.invitation.findMany({ select: { tokenSealed: true, tokenHash: true } });
  expect(invitations.filter(({ tokenSealed, tokenHash }) => hashToken(openToken(tokenSealed)) !== tokenHash)).toEqual(
    [],
  );
  for (const { tokenHash } of invitations.slice(0, 20)) expect(await findInvitation(tokenHash)).not.toBeNull();
}

/** What the demo calls approved would be approved; of Sragi's newest one lacks evidence and one waits for its head. */
async function expectApprovedComplete() {
  const held = await db.meeting.findMany({
    where: { status: "CLOSED", host: { areaCode: "18.01.15" } },
    orderBy: { startsAt: "desc" },
    select: { id: true, closedAt: true, approvals: { where: { reopening: null } }, submissions: true },
  });
  const checklists = await checklistsOf(
    db,
    held.map(({ id }) => id),
  );
  const missing = held.map(({ id }) => missingOf(checklists.get(id) ?? []).map(({ key }) => key));
  expect(missing[0]).toContain("foto");
  expect(missing.slice(1)).toEqual(held.slice(1).map(() => []));
  expect(held.map(({ approvals }) => approvals.length)).toEqual([0, 0, ...held.slice(2).map(() => 1)]);
  for (const { closedAt, approvals, submissions } of held.slice(3)) {
    const approvedAt = approvals[0]?.approvedAt ?? new Date(0);
    expect(closedAt && closedAt < approvedAt).toBe(true);
    expect(submissions.some(({ submittedAt }) => submittedAt > approvedAt)).toBe(true);
  }
  expect(await db.reopening.count()).toBe(1);
}

function countRows() {
  return allEnded([db.organisation.count(), db.seat.count(), db.meeting.count(), db.event.count()]);
}
