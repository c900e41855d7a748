import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, moveMeeting } from "@/lib/meetings/writes";
import { listYear, listYears } from "@/lib/meetings/year";
import { findPlanContext, findUsualPlaces, listTakenPeriods } from "@/lib/meetings/year-plan-reads";
import { yearPlanSchema } from "@/lib/meetings/year-plan-schema";
import { planYear } from "@/lib/meetings/year-plan-writes";
import type { Role } from "@/prisma/generated/enums";
import { allEnded } from "@/tests/setup/all-ended";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const two = (number: number) => String(number).padStart(2, "0");

/** The form of 2027 as it is shown: every row with the id it was made with. */
function plan(changes: { include?: string[] } = {}) {
  const row = (kind: string, period: number, date: string) => ({
    id: randomUUID(),
    kind,
    period: String(period),
    date,
    startTime: "09:00",
    endTime: "",
    place: "Ruang rapat",
  });
  const rows = [
    ...months.map((month) => row("MONTHLY_LOKMIN", month, `2027-${two(month)}-04`)),
    ...[1, 2, 3, 4].map((quarter) => row("QUARTERLY_LOKMIN", quarter, `2027-${two(quarter * 3 - 1)}-10`)),
  ];
  const include = changes.include ?? rows.map((one) => `${one.kind}-${one.period}`);
  return yearPlanSchema.parse({ year: "2027", include, rows });
}

const staff = (organisationId?: string) => makeActor("PUSKESMAS_STAFF", organisationId ? { organisationId } : {});

describe("planning a year", () => {
  test("makes sixteen drafts with their types, lists and events; sent twice, also at once, they are sixteen", async () => {
    const actor = await staff();
    const input = plan();
    const outcomes = await allEnded([planYear(actor, input), planYear(actor, input)]);
    expect(outcomes).toEqual([1, 2].map(() => ({ ok: true, saved: 16, skipped: [] })));
    const meetings = await db.meeting.findMany({ orderBy: { startsAt: "asc" }, include: { expectations: true } });
    expect(meetings).toHaveLength(16);
    expect(new Set(meetings.map((meeting) => meeting.status))).toEqual(new Set(["DRAFT"]));
    const typesOf = (kind: string) => meetings.filter((meeting) => meeting.kind === kind).map((one) => one.typeKey);
    expect(typesOf("MONTHLY_LOKMIN")).toEqual(["bulanan-pertama", ...months.slice(1).map(() => "bulanan-rutin")]);
    expect(typesOf("QUARTERLY_LOKMIN")).toEqual(["triwulanan-pertama", ...[2, 3, 4].map(() => "triwulanan-rutin")]);
    expect(meetings.filter((meeting) => meeting.expectations.length === 0)).toEqual([]);
    expect(await db.event.count({ where: { action: "meeting.drafted" } })).toBe(16);
    expect((await listTakenPeriods(actor, 2027)).length).toBe(16);
  });

  test("skips and names what somebody took meanwhile; two plans that cross make each period once", async () => {
    const actor = await staff();
    const first = await draftMeeting(
      actor,
      meetingSchema.parse({
        id: randomUUID(),
        kind: "QUARTERLY_LOKMIN",
        date: "2027-05-20",
        startTime: "09:00",
        place: "Aula",
      }),
    );
    expect(first.ok).toBe(true);
    const [one, other] = await allEnded([planYear(actor, plan()), planYear(actor, plan())]);
    if (!one.ok || !other.ok) throw new Error("refused");
    expect(one.saved + other.saved).toBe(15);
    expect(one.skipped).toContain("QUARTERLY_LOKMIN-2");
    expect(other.skipped).toContain("QUARTERLY_LOKMIN-2");
    expect(await db.meeting.count()).toBe(16);
    expect(await db.meetingOrganiser.count()).toBe(16);
    expect(await db.meeting.count({ where: { organisers: { none: {} } } })).toBe(0);
  });

  test("a Lokmin moved to another month keeps its period; a cancelled one frees it", async () => {
    const actor = await staff();
    const input = plan({ include: ["QUARTERLY_LOKMIN-2"] });
    for (const row of input.rows) row.date = "2027-06-24";
    await planYear(actor, input);
    const [meeting] = await db.meeting.findMany();
    expect([meeting?.period, meeting?.title]).toEqual([2, "Lokakarya Mini Lintas Sektor Triwulan II 2027"]);
    await moveMeeting(actor, meeting?.id ?? "", "cancel", "uji");
    expect(await listTakenPeriods(actor, 2027)).toEqual([]);
    expect(await planYear(actor, plan({ include: ["QUARTERLY_LOKMIN-2"] }))).toMatchObject({ saved: 1, skipped: [] });
  });

  test("an id that is another puskesmas's makes nothing and changes nothing", async () => {
    const [actor, neighbour] = [await staff(), await staff()];
    const input = plan({ include: ["MONTHLY_LOKMIN-1"] });
    await planYear(neighbour, input);
    expect(await planYear(actor, input)).toEqual({ ok: true, saved: 0, skipped: ["MONTHLY_LOKMIN-1"] });
    expect(await db.meeting.count()).toBe(1);
    expect(await listTakenPeriods(actor, 2027)).toEqual([]);
  });

  const table: [Role, boolean][] = [
    ["PUSKESMAS_ADMIN", true],
    ["PUSKESMAS_HEAD", true],
    ["PUSKESMAS_STAFF", true],
    ["PUSKESMAS_READER", false],
    ["DINKES_ADMIN", false],
    ["DINKES_REVIEWER", false],
  ];
  test.each(table)("%s may: %s", async (role, may) => {
    const actor = await makeActor(role);
    if (may) expect(await planYear(actor, plan())).toMatchObject({ ok: true, saved: 16 });
    else await expect(planYear(actor, plan())).rejects.toThrow(NotAllowed);
  });
});

describe("what takes a day", () => {
  test("own meetings; a Lokmin triwulanan of the same kecamatan, of which only the puskesmas is told", async () => {
    const kabupaten = await makeKabupaten();
    const own = await makePuskesmas({ parentId: kabupaten.id });
    const sameDistrict = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas Sebelah" });
    const farAway = await makePuskesmas({ parentId: kabupaten.id, areaCode: "18.01.08" });
    const actor = await staff(own.id);
    const at = (day: string) => ({ startsAt: new Date(`${day}T02:00:00Z`) });
    await makeMeeting("SCHEDULED", { host: own, kind: "KALAKARYA", title: "Kalakarya", ...at("2027-05-10") });
    await makeMeeting("SCHEDULED", { host: sameDistrict, title: "Rahasia", ...at("2027-05-11") });
    await makeMeeting("DRAFT", { host: sameDistrict, ...at("2027-08-11") });
    await makeMeeting("DRAFT", { host: sameDistrict, kind: "MONTHLY_LOKMIN", ...at("2027-05-12") });
    await makeMeeting("SCHEDULED", { host: farAway, ...at("2027-05-13") });
    await makeMeeting("CANCELLED", { host: sameDistrict, ...at("2027-05-14") });
    const { bookings, today } = await findPlanContext(actor, 2027, new Date("2026-11-22T18:00:00Z"));
    expect(today).toBe("2026-11-23");
    expect(bookings.map((booking) => [booking.day, booking.words])).toEqual([
      ["2027-05-10", "Hari yang sama: Kalakarya"],
      ["2027-05-11", "Puskesmas Sebelah mengadakan Lokmin Triwulanan di kecamatan yang sama hari itu"],
    ]);
    expect(await findUsualPlaces(actor)).toEqual({});
  });
});

describe("the year of a puskesmas", () => {
  const now = new Date("2026-11-22T03:00:00Z");
  const states = async (actor: Actor) =>
    new Map((await listYear(actor, 2026, now)).map((cell) => [`${cell.kind} ${cell.period}`, cell.state]));

  test("says of each period how far it is; of several Lokmin the furthest counts", async () => {
    const host = await makePuskesmas();
    const actor = await staff(host.id);
    const monthly = (month: number) => ({
      host,
      kind: "MONTHLY_LOKMIN" as const,
      startsAt: new Date(`2026-${two(month)}-05T02:00:00Z`),
    });
    await makeMeeting("CLOSED", monthly(1));
    const approved = await makeMeeting("CLOSED", monthly(2));
    const reported = await makeMeeting("CLOSED", monthly(3));
    const reopened = await makeMeeting("CLOSED", monthly(4));
    const stale = await makeMeeting("CLOSED", monthly(5));
    await makeMeeting("SCHEDULED", monthly(6));
    await makeMeeting("DRAFT", { ...monthly(7), secondReason: "uji" });
    await makeMeeting("CLOSED", monthly(7));
    await makeMeeting("IN_PROGRESS", monthly(11));
    await makeMeeting("DRAFT", monthly(12));
    await makeMeeting("CANCELLED", { host, startsAt: new Date("2026-11-05T02:00:00Z") });
    const approve = (meetingId: string, approvedAt: string, number = 1) =>
      db.approval.create({
        data: {
          id: randomUUID(),
          meetingId,
          number,
          approver: "dr. Uji",
          checklist: [],
          approvedAt: new Date(approvedAt),
        },
      });
    const submit = (meetingId: string, submittedAt: string) =>
      db.submission.create({
        data: { id: randomUUID(), meetingId, number: 1, submitter: "Uji", submittedAt: new Date(submittedAt) },
      });
    await approve(approved.id, "2026-02-06");
    await approve(reported.id, "2026-03-06");
    await submit(reported.id, "2026-03-07");
    const first = await approve(reopened.id, "2026-04-06");
    await db.reopening.create({ data: { approvalId: first.id, reason: "uji", reopener: "dr. Uji" } });
    await approve(stale.id, "2026-05-09");
    await submit(stale.id, "2026-05-07");
    const found = await states(actor);
    expect(months.map((month) => found.get(`MONTHLY_LOKMIN ${month}`))).toEqual([
      "held",
      "approved",
      "reported",
      "held",
      "approved",
      "missed",
      "held",
      "missed",
      "missed",
      "missed",
      "running",
      "planned",
    ]);
    expect([1, 2, 3, 4].map((quarter) => found.get(`QUARTERLY_LOKMIN ${quarter}`))).toEqual([
      "missed",
      "missed",
      "missed",
      "unplanned",
    ]);
  });

  test("is told to its Dinkes without drafts, and not mixed with another's", async () => {
    const kabupaten = await makeKabupaten();
    const one = await makePuskesmas({ parentId: kabupaten.id });
    const other = await makePuskesmas({ parentId: kabupaten.id });
    const december = new Date("2026-12-03T02:00:00Z");
    await makeMeeting("DRAFT", { host: one, kind: "MONTHLY_LOKMIN", startsAt: december });
    await makeMeeting("SCHEDULED", { host: other, kind: "MONTHLY_LOKMIN", startsAt: december });
    const dinkes = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
    const years = await listYears(dinkes, [one.id, other.id], 2026, now);
    expect(years.get(one.id)?.[11]?.state).toBe("unplanned");
    expect(years.get(other.id)?.[11]?.state).toBe("planned");
    expect((await states(await staff(one.id))).get("MONTHLY_LOKMIN 12")).toBe("planned");
    expect((await listYears(dinkes, [], 2026, now)).size).toBe(0);
  });
});
