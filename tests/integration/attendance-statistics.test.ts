// Who comes and who came: every way an invitation can end, counted once and only where it may be seen.
import { describe, expect, test } from "vitest";
import { findTurnout, type TurnoutFilter } from "@/lib/attendance/statistics";
import {
  missedWords,
  missingFirst,
  noTurnout,
  quarterName,
  quarterNumber,
  quartersShown,
  type Turnout,
} from "@/lib/attendance/turnout";
import { db } from "@/lib/db";
import { findOffice } from "@/lib/matrix/office";
import { findMatrix } from "@/lib/matrix/reads";
import type { AnswerChoice, AttendanceSource, AttendanceStatus, MeetingStatus } from "@/prisma/generated/client";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeAttendance } from "@/tests/factories/attendance";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { type MeetingOptions, makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";

const now = new Date("2026-11-21T03:00:00Z");

async function office(parentId?: string) {
  const host = await makePuskesmas(parentId ? { parentId } : {});
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  return { host, actor };
}

/** A Lokmin of the third quarter of 2026, closed. */
const lokmin = (options: MeetingOptions, status: MeetingStatus = "CLOSED") =>
  makeMeeting(status, { startsAt: new Date("2026-08-12T02:00:00Z"), ...options });

type Case = {
  answer?: AnswerChoice;
  mark?: AttendanceStatus;
  source?: AttendanceSource;
  counts: Partial<Turnout>;
};

const cases: Case[] = [
  { counts: { silent: 1, missed: 1 } },
  { mark: "PRESENT", counts: { silent: 1, came: 1 } },
  { mark: "REPRESENTED", counts: { silent: 1, represented: 1 } },
  { mark: "UNEXCUSED", counts: { silent: 1, missed: 1 } },
  { answer: "PRESENT", counts: { accepted: 1, acceptedAbsent: 1, missed: 1 } },
  { answer: "PRESENT", mark: "PRESENT", counts: { accepted: 1, came: 1 } },
  { answer: "PRESENT", mark: "REPRESENTED", counts: { accepted: 1, represented: 1 } },
  { answer: "PRESENT", mark: "SICK", counts: { accepted: 1, acceptedAbsent: 1, missed: 1 } },
  { answer: "REPRESENTED", counts: { accepted: 1, acceptedAbsent: 1, missed: 1 } },
  { answer: "REPRESENTED", mark: "REPRESENTED", counts: { accepted: 1, represented: 1 } },
  { answer: "REPRESENTED", mark: "PRESENT", counts: { accepted: 1, came: 1 } },
  { answer: "ABSENT", counts: { declined: 1, missed: 1 } },
  { answer: "ABSENT", mark: "EXCUSED", counts: { declined: 1, missed: 1 } },
  { answer: "ABSENT", mark: "PRESENT", counts: { declined: 1, came: 1 } },
  // By code, and no officer has said yet that it was he.
  { answer: "PRESENT", mark: "PRESENT", source: "CODE", counts: { accepted: 1, acceptedAbsent: 1, missed: 1 } },
  { mark: "REPRESENTED", source: "CODE", counts: { silent: 1, missed: 1 } },
];

describe("one invitation", () => {
  for (const { answer, mark, source, counts } of cases) {
    test(`answered ${answer ?? "nothing"}, marked ${mark ?? "nothing"}${source ? ` by ${source}, unconfirmed` : ""}`, async () => {
      const { host, actor } = await office();
      const meeting = await lokmin({ host });
      const invitation = await makeInvitation({ meetingId: meeting.id, villageCode: "18.01.15.2001" });
      if (answer) await makeAnswer({ invitationId: invitation.id, choice: answer });
      if (mark)
        await makeAttendance({ meetingId: meeting.id, invitation, status: mark, ...(source ? { source } : {}) });
      const report = await findTurnout(actor, {}, now);
      const expected = { ...noTurnout, meetings: 1, invited: 1, ...counts };
      expect(report.total).toEqual(expected);
      for (const groups of [report.sectors, report.villages, report.seats])
        expect(groups.map(({ total }) => total)).toEqual([expected]);
      // The second to last of the eight quarters.
      expect(report.seats[0]?.quarters).toEqual([...Array(6).fill(null), expected, null]);
    });
  }
});

test("a row made by code counts once an officer has confirmed it", async () => {
  const { host, actor } = await office();
  const meeting = await lokmin({ host });
  const invitation = await makeInvitation({ meetingId: meeting.id });
  await makeAttendance({ meetingId: meeting.id, invitation, source: "CODE", confirmedAt: now });
  expect((await findTurnout(actor, {}, now)).total).toMatchObject({ came: 1, missed: 0 });
});

describe("which meetings count", () => {
  const statuses: [MeetingStatus, boolean, number][] = [
    ["DRAFT", false, 0],
    ["SCHEDULED", false, 0],
    ["POSTPONED", false, 0],
    ["CANCELLED", true, 0],
    ["IN_PROGRESS", false, 0],
    ["IN_PROGRESS", true, 1],
    ["CLOSED", false, 1],
    ["CLOSED", true, 1],
  ];
  for (const [status, hasRoll, meetings] of statuses) {
    test(`${status}, ${hasRoll ? "somebody marked" : "nobody marked"}: ${meetings}`, async () => {
      const { host, actor } = await office();
      const meeting = await lokmin({ host }, status);
      const invitation = await makeInvitation({ meetingId: meeting.id });
      if (hasRoll) await makeAttendance({ meetingId: meeting.id, invitation });
      expect((await findTurnout(actor, {}, now)).total.meetings).toBe(meetings);
    });
  }
});

test("the same seat over several Lokmin is one row, named as last invited; sectors tell from how many they were missing", async () => {
  const { host, actor } = await office();
  const seat = await makeSeat({ organisationId: host.id, sector: "EDUCATION", title: "Korwil Pendidikan" });
  const camat = await makeSeat({ organisationId: host.id, sector: "KECAMATAN", title: "Camat" });
  for (const [month, title, came] of [
    ["02", "UPTD Pendidikan", false],
    ["05", "Korwil Pendidikan", false],
    ["08", "Korwil Pendidikan", true],
  ] as const) {
    const meeting = await lokmin({ host, startsAt: new Date(`2026-${month}-10T02:00:00Z`) });
    const one = await makeInvitation({ meetingId: meeting.id, seat: { ...seat, title } });
    const other = await makeInvitation({ meetingId: meeting.id, seat: camat });
    if (came) await makeAttendance({ meetingId: meeting.id, invitation: one });
    await makeAttendance({ meetingId: meeting.id, invitation: other });
  }
  const report = await findTurnout(actor, {}, now);
  expect(report.seats.map(({ label, total }) => [label, total.invited, total.came])).toEqual([
    ["Camat", 3, 3],
    ["Korwil Pendidikan", 3, 1],
  ]);
  expect(report.total).toMatchObject({ meetings: 3, missed: 0, invited: 6, came: 4 });
  const missing = missingFirst(report.sectors);
  expect(missing.map(({ sector, total }) => [sector, missedWords(total, "Lokmin")])).toEqual([
    ["EDUCATION", "2 dari 3 Lokmin"],
  ]);
});

test("a Lokmin belongs to the quarter it was set for, in months too; filters narrow kind, year and sector", async () => {
  const { host, actor } = await office();
  const held = async (options: Omit<MeetingOptions, "host">, sector: "DESA" | "FAMILY_PLANNING") => {
    const meeting = await lokmin({ host, ...options });
    await makeInvitation({ meetingId: meeting.id, sector });
  };
  // The second quarter's Lokmin, held late in July.
  await held({ startsAt: new Date("2026-07-02T02:00:00Z"), period: 2 }, "DESA");
  await held({ kind: "MONTHLY_LOKMIN", startsAt: new Date("2026-06-09T02:00:00Z") }, "FAMILY_PLANNING");
  await held({ kind: "KALAKARYA", startsAt: new Date("2025-01-20T02:00:00Z") }, "FAMILY_PLANNING");
  await held({ startsAt: new Date("2024-11-20T02:00:00Z") }, "DESA");
  const found = async (filter: TurnoutFilter) => {
    const { quarters, total, seats } = await findTurnout(actor, filter, now);
    const filled = quarters.filter((_, index) => seats.some((group) => group.quarters[index] !== null));
    return [total.meetings, ...filled.map(quarterName)];
  };
  expect(await found({})).toEqual([3, "Triwulan I 2025", "Triwulan II 2026"]);
  expect(await found({ kind: "QUARTERLY_LOKMIN" })).toEqual([1, "Triwulan II 2026"]);
  expect(await found({ year: 2024 })).toEqual([1, "Triwulan IV 2024"]);
  expect(await found({ sector: "FAMILY_PLANNING" })).toEqual([2, "Triwulan I 2025", "Triwulan II 2026"]);
  expect(await found({ sector: "RELIGION" })).toEqual([0]);
});

test("nobody sees another puskesmas; a Dinkes sees its own, one by one and together, a joint Lokmin once", async () => {
  const provinsi = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: provinsi.id });
  const [one, other, stranger] = [await office(dinkes.id), await office(dinkes.id), await office()];
  const joint = await lokmin({ host: one.host, organisers: [other.host] });
  const own = await lokmin({ host: one.host, kind: "KALAKARYA" });
  const foreign = await lokmin({ host: stranger.host });
  for (const meeting of [joint, own, foreign]) await makeInvitation({ meetingId: meeting.id });

  const meetingsOf = async (actor: typeof one.actor, filter: TurnoutFilter = {}) =>
    (await findTurnout(actor, filter, now)).total.meetings;
  expect(await meetingsOf(one.actor)).toBe(2);
  expect(await meetingsOf(other.actor)).toBe(1);
  expect(await meetingsOf(stranger.actor)).toBe(1);
  // A name in the address opens nothing that is not one's own.
  expect(await meetingsOf(one.actor, { puskesmasId: stranger.host.id })).toBe(0);

  for (const organisationId of [dinkes.id, provinsi.id]) {
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId });
    const report = await findTurnout(reviewer, {}, now);
    expect(report.total).toMatchObject({ meetings: 2, invited: 2 });
    expect(Object.fromEntries(report.puskesmas.map(({ label, total }) => [label, total.meetings]))).toEqual({
      [one.host.name]: 2,
      [other.host.name]: 1,
    });
    // Seats only of one puskesmas at a time.
    expect(report.seats).toEqual([]);
    const single = await findTurnout(reviewer, { puskesmasId: one.host.id }, now);
    expect([single.seats.length, single.puskesmas.length, single.total.meetings]).toEqual([2, 0, 2]);
    expect(await meetingsOf(reviewer, { puskesmasId: stranger.host.id })).toBe(0);
  }
});

test("a Lokmin counts nothing for a puskesmas that was named and never agreed", async () => {
  const dinkes = await makeKabupaten();
  const [host, named] = [await office(dinkes.id), await office(dinkes.id)];
  const { id: meetingId } = await lokmin({ host: host.host, organisers: [named.host] });
  await makeInvitation({ meetingId });
  await makeActionItem({ meetingId });
  const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: dinkes.id });
  const kabupaten = await findOffice(reviewer);
  if (!kabupaten) throw new Error("No office");
  const counted = async () => ({
    turnout: (await findTurnout(named.actor, {}, now)).total.meetings,
    compared: (await findTurnout(reviewer, {}, now)).puskesmas.map(({ label }) => label).includes(named.host.name),
    rows: (await findMatrix(reviewer, kabupaten, 2026, now)).rows.find(({ id }) => id === named.host.id)?.open,
  });
  expect(await counted()).toEqual({ turnout: 1, compared: true, rows: 1 });
  const key = { meetingId, puskesmasId: named.host.id };
  await db.meetingOrganiser.update({ where: { meetingId_puskesmasId: key }, data: { agreedAt: null } });
  expect(await counted()).toEqual({ turnout: 0, compared: false, rows: 0 });
});

test("the quarters shown are the last eight, or the four of a year", () => {
  expect(quartersShown(undefined, "2026-11-21").map(quarterName)).toEqual([
    "Triwulan I 2025",
    "Triwulan II 2025",
    "Triwulan III 2025",
    "Triwulan IV 2025",
    "Triwulan I 2026",
    "Triwulan II 2026",
    "Triwulan III 2026",
    "Triwulan IV 2026",
  ]);
  expect(quartersShown(2024, "2026-11-21")).toEqual([1, 2, 3, 4].map((quarter) => quarterNumber(2024, quarter)));
});
