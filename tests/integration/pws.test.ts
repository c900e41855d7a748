import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { proposeProblem } from "@/lib/pws/proposal-writes";
import { listOpenProblems, listProposalMeetings, listProposed, proposalSchema } from "@/lib/pws/proposals";
import { findPws, findReportedSpan, findVillageSheet, listPws } from "@/lib/pws/pws";
import { listMonthSums, yearLineOf } from "@/lib/pws/year-lines";
import type { Role } from "@/prisma/generated/enums";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem } from "../factories/action-items";
import { indicatorRow, makeDenominator, makeIndicator, makeTarget, makeValue } from "../factories/indicators";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeProblem } from "../factories/problems";
import { makeActor } from "../factories/users";

const kuala = "18.01.15.2001";
const margasari = "18.01.15.2010";
const november = new Date("2026-11-22T03:00:00Z");
const june = { year: 2026, month: 6 };

/** A puskesmas of two desa with IDL of scenario 19, everybody who might look, and a Lokmin that runs. */
async function world() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const elsewhere = await makeKabupaten({ parentId: (await makeProvinsi({ areaCode: "73" })).id, areaCode: "73.22" });
  const own = await makePuskesmas({ parentId: kabupaten.id, villageCodes: [kuala, margasari] });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  const idl = await makeIndicator({ organisationId: kabupaten.id, name: "IDL", topic: "Imunisasi" });
  const puskesmasId = own.id;
  const indicatorId = idl.id;
  await makeTarget({ indicatorId, puskesmasId, year: 2026, target: 90, monthly: [] });
  await makeDenominator({ puskesmasId, indicatorId, year: 2026, villageCode: kuala, value: 40 });
  await makeDenominator({ puskesmasId, indicatorId, year: 2026, villageCode: margasari, value: 80 });
  const month = (villageCode: string, number: number, value: number) =>
    makeValue({ puskesmasId, indicatorId, villageCode, year: 2026, month: number, value });
  for (const [index, value] of [5, 5, 5, 6, 4, 6].entries()) await month(kuala, index + 1, value);
  // April and May were not reported; July is not asked for.
  for (const [number, value] of [
    [1, 8],
    [2, 9],
    [3, 4],
    [6, 4],
    [7, 30],
  ] as const)
    await month(margasari, number, value);
  const meeting = await makeMeeting("IN_PROGRESS", { host: own });
  const places = { own, other, kabupaten, elsewhere, provinsi };
  return { idl, own, meeting, month, at: (place: keyof typeof places) => places[place].id };
}

type World = Awaited<ReturnType<typeof world>>;
type Place = Parameters<World["at"]>[0];

const wanted = ({ own }: World) => ({ ...june, puskesmasId: own.id });

test("PWS of a month: figures, ranks and the whole puskesmas (scenario 19)", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  const pws = await listPws(actor, wanted(here));
  expect(pws?.villages.map(({ name }) => name)).toEqual(["Kuala Sekampung", "Margasari"]);
  const [column] = pws?.columns ?? [];
  expect(column?.achievements).toMatchObject([
    {
      value: 6,
      total: 31,
      denominator: 40,
      figure: 77.5,
      target: 45,
      gap: 32.5,
      trend: "naik",
      status: "baik",
      rank: 1,
    },
    { value: 4, total: 25, figure: 31.25, gap: -13.75, trend: "belum ada", status: "jelek", rank: 2, missing: 2 },
  ]);
  expect(column?.total).toMatchObject({ total: 56, denominator: 120, figure: 46.67, isReached: true, counted: 2 });
});

test("the sums of the database and the months one by one come to the same, also over the turn of the year", async () => {
  const here = await world();
  const { own, idl, month } = here;
  const weighed = await makeIndicator({ organisationId: own.id, isCumulative: false, spread: "FLAT", name: "D/S" });
  const rows = [
    { year: 2025, month: 12, value: 30.5, denominator: 60 },
    { year: 2026, month: 1, value: 40.25, denominator: null },
    { year: 2026, month: 2, value: 55, denominator: 0 },
  ];
  for (const row of rows) await makeValue({ ...row, puskesmasId: own.id, indicatorId: weighed.id, villageCode: kuala });
  await makeDenominator({ puskesmasId: own.id, indicatorId: weighed.id, year: 2026, villageCode: kuala, value: 70 });
  await month(margasari, 12, 1.75);
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
  for (const number of [1, 2, 3, 6, 12]) {
    const moment = { puskesmasId: own.id, year: 2026, month: number };
    const pws = await listPws(actor, moment);
    for (const indicatorId of [idl.id, weighed.id]) {
      const one = await findPws(actor, { ...moment, indicatorId, span: 12 });
      const column = pws?.columns.find(({ indicator }) => indicator.id === indicatorId);
      expect(one?.achievements).toEqual(column?.achievements);
      expect(one?.total).toEqual(column?.total);
    }
  }
  const january = await findPws(actor, { puskesmasId: own.id, year: 2026, month: 1, indicatorId: weighed.id, span: 3 });
  expect(january?.achievements[0]).toMatchObject({ figure: 57.5, trend: "naik" });
  expect(january?.lines[0]).toEqual([null, 50.83, 57.5]);
});

test("the small line of the whole puskesmas ends at its figure", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  const pws = await listPws(actor, wanted(here));
  const sums = await listMonthSums(actor, wanted(here));
  const [column] = pws?.columns ?? [];
  const line = column && yearLineOf(column, sums, june);
  expect(line?.points).toEqual([10.83, 22.5, 30, 35, 38.33, 46.67]);
  expect(line?.points.at(-1)).toBe(column?.total.figure);
  expect(line?.targets).toEqual([7.5, 15, 22.5, 30, 37.5, 45]);
  const stranger = await makeActor("PUSKESMAS_STAFF", { organisationId: here.at("other") });
  expect(await listMonthSums(stranger, wanted(here))).toEqual([]);
});

test("one desa over all indicators: place, line of months, and what is open there", async () => {
  const here = await world();
  const { own, meeting } = here;
  const problem = await makeProblem({ meetingId: meeting.id, puskesmasId: own.id, villageCodes: [margasari] });
  const done = await makeProblem({ meetingId: meeting.id, puskesmasId: own.id, villageCodes: [margasari] });
  await makeActionItem({ meetingId: meeting.id, problemId: done.id, status: "DONE", percent: 100 });
  await makeProblem({ meetingId: meeting.id, puskesmasId: own.id, villageCodes: [kuala] });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
  const sheet = await findVillageSheet(actor, { ...wanted(here), villageCode: margasari, span: 12 });
  expect(sheet?.village.name).toBe("Margasari");
  expect(sheet?.sheet).toMatchObject([{ indicator: { name: "IDL" }, achievement: { rank: 2, figure: 31.25 } }]);
  expect(sheet?.sheet[0]?.line).toEqual([10, 21.25, 26.25, null, null, 31.25]);
  expect((await listOpenProblems(actor, margasari, own.id)).map(({ id }) => id)).toEqual([problem.id]);
  expect(await findVillageSheet(actor, { ...wanted(here), villageCode: "18.01.15.2002", span: 12 })).toBeNull();
});

test("archived indicators leave the table, and are found by their address", async () => {
  const here = await world();
  await db.indicator.update({ where: { id: here.idl.id }, data: { archivedAt: new Date() } });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  expect((await listPws(actor, wanted(here)))?.columns).toEqual([]);
  expect(await findPws(actor, { ...wanted(here), indicatorId: here.idl.id, span: 12 })).not.toBeNull();
});

test("the last month reported is never one to come", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  const before = await findReportedSpan(actor, here.own.id, november);
  for (const [year, month] of [
    [2026, 12],
    [2044, 3],
  ] as const)
    await makeValue({
      puskesmasId: here.own.id,
      indicatorId: here.idl.id,
      villageCode: margasari,
      year,
      month,
      value: 1,
    });
  expect(await findReportedSpan(actor, here.own.id, november)).toEqual(before);
  expect((await findReportedSpan(actor, here.own.id, new Date("2026-11-30T17:00:00Z")))?.last).toEqual({
    year: 2026,
    month: 12,
  });
});

test("a month begins once half of the indicators have figures, also over the turn of the year", async () => {
  const { own } = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
  const others = [1, 2, 3, 4].map(() => indicatorRow({ organisationId: own.id }));
  await db.indicator.createMany({ data: others });
  const report = (count: number, year: number, month: number) =>
    db.indicatorValue.createMany({
      data: others.slice(0, count).map(({ id: indicatorId }) => ({
        ...{ puskesmasId: own.id, indicatorId, villageCode: kuala, year, month },
        value: 1,
      })),
    });
  const last = async (now: string) => (await findReportedSpan(actor, own.id, new Date(now)))?.last;
  await report(4, 2026, 10);
  await report(1, 2026, 11);
  expect(await last("2026-11-22T03:00:00Z")).toEqual({ year: 2026, month: 10 });
  await db.indicatorValue.deleteMany({ where: { month: 11 } });
  await report(2, 2026, 11);
  expect(await last("2026-11-22T03:00:00Z")).toEqual({ year: 2026, month: 11 });
  await report(1, 2027, 1);
  expect(await last("2027-01-02T03:00:00Z")).toEqual({ year: 2026, month: 11 });
  await report(4, 2027, 2);
  // In Kuala Sekampung it is February when it is still January in London.
  expect(await last("2027-01-31T16:59:00Z")).toEqual({ year: 2026, month: 11 });
  expect(await last("2027-01-31T17:00:00Z")).toEqual({ year: 2027, month: 2 });
});

test("addresses that are no ids find nothing", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  expect(await listPws(actor, { ...june, puskesmasId: "x" })).toBeNull();
  expect(await findPws(actor, { ...wanted(here), indicatorId: "1' OR true", span: 12 })).toBeNull();
  expect(await findVillageSheet(actor, { ...wanted(here), villageCode: "'", span: 12 })).toBeNull();
  expect(await findReportedSpan(actor, "x", november)).toBeNull();
  expect(await listProposed(actor, ["x"], "y")).toEqual([]);
});

/** Role, where it sits, whether it may look, whether it may propose. */
const table: [Role, Place, boolean, boolean][] = [
  ["PUSKESMAS_ADMIN", "own", true, true],
  ["PUSKESMAS_HEAD", "own", true, true],
  ["PUSKESMAS_STAFF", "own", true, true],
  ["PUSKESMAS_READER", "own", true, false],
  ["PUSKESMAS_ADMIN", "other", false, false],
  ["PUSKESMAS_HEAD", "other", false, false],
  ["PUSKESMAS_STAFF", "other", false, false],
  ["PUSKESMAS_READER", "other", false, false],
  ["DINKES_ADMIN", "kabupaten", true, false],
  ["DINKES_REVIEWER", "kabupaten", true, false],
  ["DINKES_ADMIN", "provinsi", true, false],
  ["DINKES_REVIEWER", "provinsi", true, false],
  ["DINKES_ADMIN", "elsewhere", false, false],
  ["DINKES_REVIEWER", "elsewhere", false, false],
];

const proposal = ({ meeting, idl }: World, changes: Record<string, unknown> = {}) =>
  proposalSchema.parse({
    id: randomUUID(),
    meetingId: meeting.id,
    indicatorId: idl.id,
    villages: [margasari],
    ...june,
    from: "desa",
    ...changes,
  });

test.each(table)("%s of %s: may look %s, may propose %s", async (role, place, mayLook, mayPropose) => {
  const here = await world();
  const actor: Actor = await makeActor(role, { organisationId: here.at(place) });
  const mine = { ...wanted(here), indicatorId: here.idl.id, villageCode: margasari, span: 12 };
  expect((await listPws(actor, mine)) !== null).toBe(mayLook);
  expect((await findPws(actor, mine)) !== null).toBe(mayLook);
  expect((await findVillageSheet(actor, mine)) !== null).toBe(mayLook);
  expect((await findReportedSpan(actor, here.own.id, november)) !== null).toBe(mayLook);
  expect((await listProposalMeetings(actor, new Date())).length > 0).toBe(mayPropose);
  if (mayPropose) {
    expect(await proposeProblem(actor, proposal(here))).toEqual({ ok: true, number: 1, isNew: true });
    expect(await db.event.count()).toBe(1);
  } else {
    await expect(proposeProblem(actor, proposal(here))).rejects.toThrow(NotAllowed);
    expect(await db.problem.count()).toBe(0);
  }
  await makeProblem({ meetingId: here.meeting.id, puskesmasId: here.own.id, villageCodes: [kuala] });
  expect((await listOpenProblems(actor, kuala, here.own.id)).length > 0).toBe(mayLook);
});

test("a proposal carries the figures as they stand", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  await proposeProblem(actor, proposal(here));
  const problem = await db.problem.findFirstOrThrow({ include: { villages: true } });
  expect(problem.statement).toBe("IDL di bawah target di Desa Margasari");
  expect(problem.evidence?.replaceAll("\u00a0", " ")).toBe(
    "IDL s.d. Juni 2026: puskesmas 46,7 %, target 45 %. Margasari 31,3 % (−13,8).",
  );
  expect(problem).toMatchObject({ indicatorId: here.idl.id, villages: [{ villageCode: margasari }] });
});

test("the same proposal twice, another of the same indicator, and two at once make one problem", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  const other = await makeActor("PUSKESMAS_HEAD", { organisationId: here.own.id });
  const input = proposal(here);
  const outcomes = await allEnded([
    proposeProblem(actor, input),
    proposeProblem(actor, input),
    proposeProblem(other, proposal(here, { villages: [kuala, margasari] })),
  ]);
  for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true, number: 1 });
  expect(await db.problem.count()).toBe(1);
  expect(await db.problemVillage.count()).toBe(2);
  expect(await proposeProblem(actor, proposal(here))).toEqual({ ok: true, number: 1, isNew: false });
  const [problem] = await db.problem.findMany();
  await db.problem.update({ where: { id: problem?.id ?? "" }, data: { indicatorId: null } });
  expect(await proposeProblem(actor, proposal(here))).toEqual({ ok: true, number: 2, isNew: true });
});

test("a desa proposed later joins the problem there is, with its figure, and who edits it meanwhile is told", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  await proposeProblem(actor, proposal(here));
  const later = proposal(here, { villages: [kuala] });
  expect(await proposeProblem(actor, later)).toEqual({ ok: true, number: 1, isNew: false });
  expect(await proposeProblem(actor, later)).toEqual({ ok: true, number: 1, isNew: false });
  const [problem, ...others] = await listProposed(actor, [here.meeting.id], here.idl.id);
  expect([problem?.villageCodes.toSorted(), others]).toEqual([[kuala, margasari], []]);
  const stored = await db.problem.findFirstOrThrow();
  expect(stored.statement).toBe("IDL di bawah target di 2 desa: Kuala Sekampung dan Margasari");
  expect(stored.evidence?.replaceAll("\u00a0", " ")).toBe(
    "IDL s.d. Juni 2026: puskesmas 46,7 %, target 45 %. Margasari 31,3 % (−13,8), Kuala Sekampung 77,5 % (+32,5).",
  );
  expect(stored.version).toBe(1);
  const events = await db.event.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["problem.added", "problem.changed"]);
  expect(events[1]?.data).toMatchObject({ before: { villages: [margasari] }, after: { villages: [kuala, margasari] } });
});

test("what somebody wrote instead of the proposal's words stays when a desa joins", async () => {
  const here = await world();
  const { own, meeting, idl } = here;
  const typed = { statement: "Bidan desa kosong sejak April", evidence: "Laporan bidan koordinator." };
  await makeProblem({ ...typed, meetingId: meeting.id, puskesmasId: own.id, indicatorId: idl.id, number: 7 });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
  await proposeProblem(actor, proposal(here));
  const stored = await db.problem.findFirstOrThrow({ include: { villages: true } });
  expect(stored).toMatchObject({ statement: typed.statement, villages: [{ villageCode: margasari }] });
  expect(stored.evidence).toMatch(/^Laporan bidan koordinator\. IDL s\.d\. Juni 2026: puskesmas .*Margasari/);
});

test("no desa joins once the problems are locked; what is named already stays named", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  await proposeProblem(actor, proposal(here));
  await db.meeting.update({ where: { id: here.meeting.id }, data: { status: "CANCELLED" } });
  expect(await proposeProblem(actor, proposal(here, { villages: [kuala] }))).toMatchObject({ ok: false });
  expect(await proposeProblem(actor, proposal(here))).toMatchObject({ ok: true, number: 1 });
  expect(await db.problemVillage.count()).toBe(1);
});

test("a problem of the indicator that somebody typed is shown instead of doubled", async () => {
  const here = await world();
  const { own, meeting, idl } = here;
  await makeProblem({ meetingId: meeting.id, puskesmasId: own.id, indicatorId: idl.id, number: 7 });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
  expect(await proposeProblem(actor, proposal(here))).toEqual({ ok: true, number: 7, isNew: false });
});

test("refused: an indicator the puskesmas does not use, a desa elsewhere, a cancelled Lokmin", async () => {
  const here = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: here.own.id });
  const foreign = await makeIndicator({ organisationId: here.at("elsewhere") });
  expect(await proposeProblem(actor, proposal(here, { indicatorId: foreign.id }))).toMatchObject({ ok: false });
  expect(await proposeProblem(actor, proposal(here, { villages: ["73.22.01.2001"] }))).toMatchObject({ ok: false });
  await db.meeting.update({ where: { id: here.meeting.id }, data: { status: "CANCELLED" } });
  expect(await proposeProblem(actor, proposal(here))).toMatchObject({ ok: false });
  expect(await listProposalMeetings(actor, new Date())).toEqual([]);
});

test("the meeting that runs comes first, then the next one set", async () => {
  const { own, meeting } = await world();
  const day = 86_400_000;
  const next = await makeMeeting("SCHEDULED", {
    host: own,
    secondReason: "uji",
    startsAt: new Date(Date.now() + 3 * day),
  });
  const later = await makeMeeting("DRAFT", {
    host: own,
    secondReason: "uji",
    startsAt: new Date(Date.now() + 30 * day),
  });
  await makeMeeting("CLOSED", { host: own, secondReason: "uji", startsAt: new Date(Date.now() - 200 * day) });
  await makeMeeting("SCHEDULED", { host: own, kind: "KALAKARYA" });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
  const meetings = await listProposalMeetings(actor, new Date());
  expect(meetings.map(({ id }) => id)).toEqual([meeting.id, next.id, later.id]);
});

test("twenty desa, thirty indicators, three years: few statements, soon there", async () => {
  const kabupaten = await makeKabupaten();
  const areas = await db.area.findMany({
    where: { parent: { parentCode: "18.01" } },
    take: 20,
    orderBy: { code: "asc" },
  });
  const villageCodes = areas.map(({ code }) => code);
  const { id: puskesmasId } = await makePuskesmas({ parentId: kabupaten.id, villageCodes });
  const indicators = Array.from({ length: 30 }, () => indicatorRow({ organisationId: kabupaten.id }));
  await db.indicator.createMany({ data: indicators });
  await db.$executeRaw`
    INSERT INTO "IndicatorDenominator" ("puskesmasId", "indicatorId", "villageCode", year, value)
    SELECT ${puskesmasId}::uuid, i, v, y, 60
    FROM unnest(${indicators.map(({ id }) => id)}::uuid[]) i, unnest(${villageCodes}::text[]) v, generate_series(2024, 2026) y`;
  await db.$executeRaw`
    INSERT INTO "IndicatorValue" ("puskesmasId", "indicatorId", "villageCode", year, month, value)
    SELECT ${puskesmasId}::uuid, i, v, y, m, 1 + (y + m) % 7
    FROM unnest(${indicators.map(({ id }) => id)}::uuid[]) i, unnest(${villageCodes}::text[]) v,
      generate_series(2024, 2026) y, generate_series(1, 12) m`;
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmasId });
  const moment = { puskesmasId, year: 2026, month: 12 };
  await listPws(actor, moment);
  const from = performance.now();
  const pws = await listPws(actor, moment);
  expect(performance.now() - from).toBeLessThan(1000);
  expect(pws?.columns).toHaveLength(30);
  const one = await findPws(actor, { ...moment, indicatorId: indicators[0]?.id ?? "", span: 36 });
  expect(one?.lines).toHaveLength(20);
  expect(one?.lines.every((line) => line.length === 36 && !line.includes(null))).toBe(true);
});
