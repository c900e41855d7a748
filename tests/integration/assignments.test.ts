// Special assignments: terms that never overlap, how they end and what follows, and the curve of their number.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { endedIn, readCurve } from "@/lib/assignments/curve";
import { countAssignments, findAssignment, listAssignments } from "@/lib/assignments/reads";
import { assignmentState, endOfYears, soonUntil } from "@/lib/assignments/rules";
import { assignmentEditSchema, assignmentEndSchema, assignmentSchema, newPerson } from "@/lib/assignments/schema";
import { editAssignment, endAssignment, startAssignment } from "@/lib/assignments/writes";
import { db } from "@/lib/db";
import { addDays, dateToDay, dayOf, dayToDate } from "@/lib/time";
import type { Organisation, PlacementEnd } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makePlacement, makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const now = new Date();
const today = dayOf(now, "Asia/Jakarta");
const at = (days: number) => addDays(today, days);

let ciruas: Organisation;
let kramatwatu: Organisation;
let admin: Actor;

beforeEach(async () => {
  const province = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: province.id });
  ciruas = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Ciruas", villageCodes: [] });
  kramatwatu = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Kramatwatu", villageCodes: [] });
  admin = await makeActor("DINKES_ADMIN", { organisationId: province.id });
});

const form = (overrides: Record<string, string> = {}) =>
  assignmentSchema.parse({
    ...{ id: randomUUID(), name: "Ns. Euis Sundari, S.Kep", profession: "NURSE", organisationId: ciruas.id },
    ...{ startsOn: at(-300), endsOn: at(100), ...overrides },
  });

const ending = (reason: PlacementEnd, overrides: Record<string, string> = {}) =>
  assignmentEndSchema.parse({ version: 0, endsOn: at(-1), reason, ...overrides });

describe("a new assignment", () => {
  test("makes the record, says where he works, and is made once", async () => {
    const input = form({ nip: "19900101 201501 2 001" });
    expect(await startAssignment(admin, input)).toEqual({ ok: true, id: input.id });
    expect(await startAssignment(admin, input)).toEqual({ ok: true, id: input.id });
    const [member] = await db.staffMember.findMany({ include: { placements: true } });
    expect(member).toMatchObject({ nip: "199001012015012001", organisationId: ciruas.id });
    expect(member?.placements).toMatchObject([
      { status: "SPECIAL_ASSIGNMENT", assignedById: admin.organisation.id, endReason: null },
    ]);
    expect(await listSentences({ action: "assignment.started" })).toMatchObject([
      { says: "mencatat penugasan khusus: Ns. Euis Sundari, S.Kep, Puskesmas Ciruas" },
    ]);
  });

  test("that overlaps another term of the person is refused, naming it; two at once leave one", async () => {
    const nip = "199001012015012001";
    await startAssignment(admin, form({ nip }));
    const other = await startAssignment(
      admin,
      form({ nip, organisationId: kramatwatu.id, startsOn: at(100), endsOn: at(900) }),
    );
    expect(other).toMatchObject({ ok: false, field: "startsOn", reason: expect.stringContaining("Puskesmas Ciruas") });
    expect(await startAssignment(admin, form({ nip, startsOn: at(101), endsOn: at(900) }))).toMatchObject({ ok: true });
    const person = await makeStaff({
      organisationId: ciruas.id,
      nip: "199001012015012002",
      name: "Bidan Tuti",
      profession: "MIDWIFE",
      placement: { endsOn: dayToDate(at(-500)), endReason: "RESIGNED" },
    });
    const outcomes = await allEnded(
      [ciruas, kramatwatu].map(({ id }) =>
        startAssignment(
          admin,
          form({ nip: person.nip ?? "", name: person.name, profession: "MIDWIFE", organisationId: id }),
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a name that is known is proposed as the same person, never taken as it silently", async () => {
    const known = await makeStaff({
      ...{ organisationId: ciruas.id, name: "Euis Sundari" },
      placement: { endsOn: dayToDate(at(-400)), endReason: "TERM_FINISHED" },
    });
    const asked = form();
    const refusal = await startAssignment(admin, asked);
    expect(refusal).toMatchObject({ ok: false, field: "person", choices: [{ id: known.id, line: "Euis Sundari" }] });
    expect(await db.staffMember.count()).toBe(1);
    expect(await startAssignment(admin, { ...asked, person: known.id })).toMatchObject({ ok: true });
    expect(await db.staffMember.count()).toBe(1);
    expect(await startAssignment(admin, form({ person: newPerson }))).toMatchObject({ ok: true });
    expect(await db.staffMember.count()).toBe(2);
  });

  test("one NIP on two persons is refused, naming the other", async () => {
    await makeStaff({ organisationId: kramatwatu.id, name: "Dedi Kusnadi", nip: "199001012015012001" });
    expect(await startAssignment(admin, form({ nip: "199001012015012001" }))).toMatchObject({
      ok: false,
      field: "nip",
      reason: expect.stringContaining("Dedi Kusnadi"),
    });
  });

  test.each([
    [{ endsOn: at(-301) }, "endsOn"],
    [{ nip: "123" }, "nip"],
    [{ profession: "ASTRONAUT" }, "profession"],
    [{ startsOn: "2025-02-30" }, "startsOn"],
  ])("bad input %o is refused at its field", (overrides, field) => {
    const { error } = assignmentSchema.safeParse({ ...form(), person: "", ...overrides });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});

describe("the end", () => {
  const begin = async () => {
    const input = form();
    await startAssignment(admin, input);
    return input.id;
  };

  test("as PPPK goes on in the same office the day after, in the same step", async () => {
    const id = await begin();
    expect(await endAssignment(admin, id, ending("BECAME_PPPK", { nextDecree: "800/12" }))).toEqual({ ok: true });
    const terms = await db.staffPlacement.findMany({ orderBy: { startsOn: "asc" } });
    expect(terms.map(({ status, endReason, organisationId }) => [status, endReason, organisationId])).toEqual([
      ["SPECIAL_ASSIGNMENT", "BECAME_PPPK", ciruas.id],
      ["PPPK", null, ciruas.id],
    ]);
    expect(terms[1]).toMatchObject({ startsOn: dayToDate(today), decreeNumber: "800/12", endsOn: null });
    expect(await db.staffMember.findFirst()).toMatchObject({ organisationId: ciruas.id });
    expect((await findAssignment(admin, id, now))?.following).toMatchObject({ status: "PPPK" });
    expect(await endAssignment(admin, id, ending("MOVED", { version: "1" }))).toMatchObject({ ok: false });
  });

  test("otherwise he works nowhere; a day to come, one before the start and an old version are refused", async () => {
    const id = await begin();
    expect(await endAssignment(admin, id, ending("RESIGNED", { endsOn: at(1) }))).toMatchObject({ field: "endsOn" });
    expect(await endAssignment(admin, id, ending("RESIGNED", { endsOn: at(-301) }))).toMatchObject({ field: "endsOn" });
    expect(await endAssignment(admin, id, ending("RESIGNED", { version: "3" }))).toMatchObject({ ok: false });
    expect(await endAssignment(admin, id, ending("RESIGNED"))).toEqual({ ok: true });
    expect(await db.staffMember.findFirst()).toMatchObject({ organisationId: null });
    expect(assignmentEndSchema.safeParse({ version: 0, endsOn: today, reason: "OTHER" }).success).toBe(false);
  });

  test("a status that begins before the term's end, or over another term, rolls everything back", async () => {
    const id = await begin();
    expect(await endAssignment(admin, id, ending("BECAME_PPPK", { nextStartsOn: at(-5) }))).toMatchObject({
      field: "nextStartsOn",
    });
    const { staffId } = await db.staffPlacement.findUniqueOrThrow({ where: { id } });
    await makePlacement({ staffId, organisationId: kramatwatu.id, startsOn: dayToDate(at(200)) });
    expect(await endAssignment(admin, id, ending("BECAME_PNS"))).toMatchObject({ field: "nextStartsOn" });
    expect(await db.staffPlacement.findUnique({ where: { id } })).toMatchObject({ endReason: null, version: 0 });
  });

  test("may be put off by an edit, unless another term is there", async () => {
    const id = await begin();
    const edit = (endsOn: string) => assignmentEditSchema.parse({ version: 0, startsOn: at(-300), endsOn });
    expect(await editAssignment(admin, id, edit(at(800)))).toEqual({ ok: true });
    expect(await editAssignment(admin, id, edit(at(900)))).toMatchObject({ ok: false });
    expect((await findAssignment(admin, id, now))?.state).toBe("RUNNING");
  });
});

test("the list tells what runs, what ends within twelve months, and what is over without a reason", async () => {
  const placed = (startsOn: number, endsOn: number, endReason: PlacementEnd | null = null) =>
    makeStaff({
      organisationId: ciruas.id,
      placement: {
        ...{ status: "SPECIAL_ASSIGNMENT", endReason },
        ...{ startsOn: dayToDate(at(startsOn)), endsOn: dayToDate(at(endsOn)) },
      },
    });
  const ends = dayToDate(soonUntil(today));
  await placed(-10, 900);
  await placed(-10, 0);
  await makeStaff({ organisationId: ciruas.id, placement: { status: "SPECIAL_ASSIGNMENT", endsOn: ends } });
  await placed(-500, -1);
  await placed(10, 900);
  await placed(-500, -2, "MOVED");
  await makeStaff({ organisationId: ciruas.id });
  expect(await countAssignments(admin, {}, now)).toEqual({ RUNNING: 3, ENDING: 2, OVERDUE: 1, COMING: 1, ENDED: 1 });
  for (const keadaan of ["bertugas", "segera-berakhir", "lewat-masa", "akan-mulai", "berakhir"]) {
    const { assignments, state } = await listAssignments(admin, { keadaan }, now);
    for (const one of assignments)
      expect(assignmentState(one, today), one.endsOn ?? "").toBe(
        state === "RUNNING" && one.endsOn && one.endsOn <= soonUntil(today) ? "ENDING" : state,
      );
  }
  expect((await listAssignments(admin, { profesi: "DOCTOR" }, now)).assignments).toEqual([]);
});

test("the curve: each year is the one before, more who started, fewer who ended", async () => {
  const year = Number(today.slice(0, 4));
  const term = (startsOn: string, endsOn: string | null, endReason: PlacementEnd | null = null) =>
    makeStaff({
      organisationId: ciruas.id,
      placement: {
        ...{ status: "SPECIAL_ASSIGNMENT", endReason },
        ...{ startsOn: new Date(startsOn), endsOn: endsOn ? new Date(endsOn) : null },
      },
    });
  await term("2018-01-01", "2018-12-31", "TERM_FINISHED");
  await term("2018-03-01", "2020-06-30", "BECAME_PPPK");
  await term("2018-05-01", "2019-02-28");
  await term("2018-12-31", "2022-12-30", "BECAME_PPPK");
  await term("2021-01-01", null);
  await term("2021-01-01", today);
  await term(at(1), at(500));
  const curve = await readCurve(admin, {}, now);
  expect(curve.map(({ year }) => year)).toEqual(Array.from({ length: year - 2017 }, (_, place) => 2018 + place));
  const of = (wanted: number) => curve.find(({ year }) => year === wanted);
  expect(of(2018)).toEqual({ year: 2018, inService: 3, started: 4, ended: { TERM_FINISHED: 1 } });
  expect(of(2019)).toMatchObject({ inService: 2, started: 0, ended: { NONE: 1 } });
  expect(of(2020)).toMatchObject({ inService: 1, ended: { BECAME_PPPK: 1 } });
  expect(of(2021)).toMatchObject({ inService: 3, started: 2, ended: {} });
  expect(of(year)).toMatchObject({ inService: 2 });
  for (const [place, one] of curve.entries())
    expect(one.inService).toBe((curve[place - 1]?.inService ?? 0) + one.started - endedIn(one));
  expect(await readCurve(admin, { profession: "DOCTOR" }, now)).toEqual([]);
});

test("days of terms: five years end the day before, also from 29 February", () => {
  expect(endOfYears("2018-03-01", 5)).toBe("2023-02-28");
  expect(endOfYears("2020-02-29", 5)).toBe("2025-02-28");
  expect(soonUntil("2024-02-29")).toBe("2025-02-28");
  expect(dateToDay(dayToDate(endOfYears("2019-01-01", 5)))).toBe("2023-12-31");
});
