import { expect, test } from "vitest";
import { db, isUniqueViolation } from "@/lib/db";
import { findInvitation } from "@/lib/invitations/invitee";
import { hashToken, openToken } from "@/lib/secrets";
import { dateToDay, dayOf, formatDay, formatHours } from "@/lib/time";
import { verifySignIn } from "@/lib/users/sign-in";
import { fillDemo, isEmpty } from "@/prisma/demo/demo";

const password = "only-for-tests-and-long-enough";

/** Days on which calendars break: ends of years, quarters and months, weekends, the small hours. */
const moments = [
  "2026-11-21T14:20:00Z",
  "2026-12-26T03:00:00Z",
  "2027-01-01T00:30:00Z",
  "2027-03-01T01:10:00Z",
  "2027-03-26T09:00:00Z",
  "2028-02-29T16:59:00Z",
  "2026-10-01T23:30:00Z",
];

test.each(moments)("the demo filled at %s holds together", async (moment) => {
  expect(await isEmpty()).toBe(true);
  const now = new Date(moment);
  const demo = await fillDemo(password, now);
  expect(await isEmpty()).toBe(false);
  const meetings = await db.meeting.findMany({
    include: {
      invitations: { include: { answer: true } },
      attendances: true,
      actionItems: { include: { reports: true } },
    },
  });
  for (const meeting of meetings) {
    const { status, startsAt, timeZone, title } = meeting;
    const weekday = new Date(`${dayOf(startsAt, timeZone)}T00:00:00Z`).getUTCDay();
    const isAhead = startsAt > now;
    expect.soft([0, 6], `${title} on a weekend`).not.toContain(weekday);
    expect.soft(isAhead, `${title} is ${status}`).toBe(status !== "CLOSED" && status !== "IN_PROGRESS");
    const hasResults = meeting.attendances.length + meeting.actionItems.length > 0;
    if (isAhead) expect.soft(hasResults, `${title} has results before it began`).toBe(false);
    for (const { answer, handedOutAt, createdAt } of meeting.invitations) {
      expect.soft(createdAt < now && (!handedOutAt || handedOutAt < now), `${title}: invited ahead`).toBe(true);
      if (!answer) continue;
      expect.soft(handedOutAt !== null && answer.answeredAt > handedOutAt, `${title}: answered unasked`).toBe(true);
      expect.soft(answer.answeredAt < startsAt && answer.answeredAt < now, `${title}: answered late`).toBe(true);
    }
    for (const item of meeting.actionItems) {
      expect.soft(dateToDay(item.deadline) >= dayOf(startsAt, timeZone), `${item.activity}: deadline`).toBe(true);
      const reports = item.reports.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
      expect.soft(reports.at(-1)?.percent ?? 0, item.activity).toBe(item.percent);
      for (const report of reports) {
        expect.soft(report.createdAt > startsAt && report.createdAt < now, `${item.activity}: report`).toBe(true);
      }
    }
  }
  expect(await db.event.count({ where: { at: { gt: now } } })).toBe(0);
  expect(demo.accounts.length).toBeGreaterThan(3);
});

test("nobody in the demo can be dialled or written to", async () => {
  await fillDemo(password);
  const [holders, invitations, users] = await Promise.all([
    db.seatHolder.findMany({ select: { phone: true, email: true } }),
    db.invitation.findMany({ select: { phone: true } }),
    db.user.findMany({ select: { email: true } }),
  ]);
  const phones = holders.flatMap(({ phone }) => phone ?? []);
  for (const phone of [...phones, ...invitations.flatMap(({ phone }) => phone ?? [])]) {
    expect(phone).toMatch(/^62840\d{8}$/);
  }
  expect(new Set(phones).size).toBe(phones.length);
  for (const { email } of [...users, ...holders]) if (email) expect(email).toMatch(/\.example$/);
});

test("the accounts sign in and every link opens", async () => {
  const demo = await fillDemo(password);
  for (const { email } of demo.accounts.slice(0, 2)) expect(await verifySignIn(email, password)).not.toBeNull();
  expect(demo.links.length).toBeGreaterThan(0);
  for (const { path, invitee } of demo.links) {
    const view = await findInvitation(hashToken(path.slice("/u/".length)));
    expect(invitee.startsWith(view?.title ?? "nobody")).toBe(true);
  }
  for (const { tokenSealed, tokenHash, meeting } of await db.invitation.findMany({ include: { meeting: true } })) {
    expect(hashToken(openToken(tokenSealed))).toBe(tokenHash);
    const view = await findInvitation(tokenHash);
    expect(view?.meeting.title ?? null).toBe(meeting.status === "DRAFT" ? null : meeting.title);
  }
});

test("the originals stand on their days", async () => {
  await fillDemo(password);
  const originals = await db.meeting.findMany({
    where: { year: { lt: 2026 } },
    orderBy: { startsAt: "asc" },
    select: { startsAt: true, endsAt: true, timeZone: true },
  });
  expect(
    originals.map(
      ({ startsAt, endsAt, timeZone }) =>
        `${formatDay(dayOf(startsAt, timeZone))} ${formatHours(startsAt, endsAt, timeZone)}`,
    ),
  ).toEqual(["Rabu, 26 Februari 2025 09.00 WIB s.d. selesai"]);
});

test("a second filling is refused and changes nothing", async () => {
  await fillDemo(password);
  const before = await countRows();
  await expect(fillDemo(password)).rejects.toSatisfy(isUniqueViolation);
  expect(await countRows()).toEqual(before);
});

function countRows() {
  return Promise.all([db.organisation.count(), db.seat.count(), db.meeting.count(), db.event.count()]);
}
