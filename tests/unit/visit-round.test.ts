// The proposal of a round of visits: whatever there is, its rules hold.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWeekend } from "@/lib/holidays/rules";
import { mondayOf, proposeRound, type Round, roundNotices } from "@/lib/programmes/proposal";
import { daysWords, readDays } from "@/lib/programmes/typed-days";
import { addDays } from "@/lib/time";

const from = "2025-09-01";
const dayArb = fc.integer({ min: 0, max: 70 }).map((count) => addDays(from, count));

const roundArb: fc.Arbitrary<Round> = fc
  .record({
    members: fc.integer({ min: 0, max: 20 }),
    areas: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 20, maxLength: 20 }),
    facilitators: fc.array(
      fc.record({ title: fc.constantFrom("anak", "kebidanan", "bidan"), busy: fc.array(dayArb, { maxLength: 15 }) }),
      { maxLength: 6 },
    ),
    holidays: fc.array(dayArb, { maxLength: 10 }),
    fixedDays: fc.array(dayArb, { maxLength: 4 }),
    length: fc.integer({ min: -3, max: 70 }),
    perWeek: fc.integer({ min: 1, max: 6 }),
    teamSize: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ members, areas, facilitators, holidays, fixedDays, length, perWeek, teamSize }) => ({
    visited: Array.from({ length: members }, (_, index) => ({
      id: `p${index}`,
      name: `Puskesmas ${index}`,
      areaCode: `17.06.${String(areas[index]).padStart(2, "0")}`,
    })),
    facilitators: facilitators.map(({ title, busy }, index) => ({ id: `f${index}`, title, busy: new Set(busy) })),
    fixed: fixedDays.map((day) => ({ day, team: facilitators.length > 0 ? ["f0"] : [] })),
    from,
    to: addDays(from, length),
    perWeek,
    teamSize,
    isFree: (day) => isWeekend(day) || holidays.includes(day),
  }));

describe("a proposed round", () => {
  test("has nobody twice on a day, no free day, no full week overrun, everybody once, and keeps what is fixed", () => {
    fc.assert(
      fc.property(roundArb, (round) => {
        const { visits, unplaced } = proposeRound(round);
        const all = [...visits, ...round.fixed];
        const booked = visits.flatMap(({ day, team }) => team.map((id) => `${id} ${day}`));
        const fixed = round.fixed.flatMap(({ day, team }) => team.map((id) => `${id} ${day}`));
        expect(new Set(booked).size).toBe(booked.length);
        expect(booked.filter((one) => fixed.includes(one))).toEqual([]);
        for (const { day, team } of visits) {
          expect(round.isFree(day)).toBe(false);
          expect(day >= round.from && day <= round.to).toBe(true);
          expect(team).toHaveLength(Math.min(round.teamSize, round.facilitators.length));
          for (const id of team) expect(round.facilitators.find((one) => one.id === id)?.busy.has(day)).toBe(false);
          const inWeek = all.filter((other) => mondayOf(other.day) === mondayOf(day)).length;
          expect(inWeek).toBeLessThanOrEqual(round.perWeek);
        }
        const placed = [...visits.map(({ visitedId }) => visitedId), ...unplaced].sort();
        expect(placed).toEqual(round.visited.map(({ id }) => id).sort());
        expect(proposeRound(round)).toEqual({ visits, unplaced });
      }),
      { numRuns: 300 },
    );
  });

  test("visits the 17 puskesmas of Mukomuko in six weeks, those of one kecamatan in one, each time both professions", () => {
    const codes = [1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14, 15];
    const visited = codes.map((code, index) => ({
      id: `p${index}`,
      name: `Puskesmas ${index}`,
      areaCode: `17.06.${String(code).padStart(2, "0")}`,
    }));
    const doctors = ["anak", "anak", "kebidanan", "kebidanan"].map((title, index) => ({
      id: `f${index}`,
      title,
      busy: new Set<string>(),
    }));
    const { visits, unplaced } = proposeRound({
      ...{ visited, facilitators: doctors, fixed: [], from, to: "2025-10-31", perWeek: 3, teamSize: 2 },
      isFree: (day) => isWeekend(day) || day === "2025-09-05",
    });
    expect(unplaced).toEqual([]);
    expect(visits.at(-1)?.day.slice(0, 7)).toBe("2025-10");
    const weekOf = (index: number) => mondayOf(visits.find(({ visitedId }) => visitedId === `p${index}`)?.day ?? "");
    expect(weekOf(4)).toBe(weekOf(5));
    expect(weekOf(10)).toBe(weekOf(11));
    for (const { team } of visits)
      expect(new Set(team.map((id) => doctors.find((one) => one.id === id)?.title)).size).toBe(2);
    const times = doctors.map(({ id }) => visits.filter(({ team }) => team.includes(id)).length);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
  });
});

test("clashes of a plan are named row by row", () => {
  const notices = roundNotices(
    [
      { key: "a", name: "Puskesmas A", day: "2025-09-01", team: ["f0"] },
      { key: "b", name: "Puskesmas B", day: "2025-09-01", team: ["f0"] },
      { key: "c", name: "Puskesmas C", day: "2025-12-01", team: [] },
    ],
    {
      facilitators: [{ id: "f0", name: "dr. Sari", daysOff: new Set(["2025-09-01"]) }],
      bookings: [{ facilitatorId: "f0", day: "2025-09-01", words: "Pembinaan gizi: Puskesmas D", key: null }],
      from,
      to: "2025-10-31",
      perWeek: 1,
      dayNotices: () => [],
    },
  );
  expect(notices.get("a")).toEqual([
    "dr. Sari berhalangan hari itu",
    "dr. Sari sehari juga ke Puskesmas B",
    "dr. Sari hari itu sudah di Pembinaan gizi: Puskesmas D",
    "2 kunjungan dalam seminggu, lebih dari 1",
  ]);
  expect(notices.get("c")).toEqual(["Di luar masa program", "Belum ada fasilitator"]);
});

test("days on which somebody cannot are read as people write them, and written back the same", () => {
  const typed = "15/9/2025 s.d. 17/9/2025\n2025-10-01; 5-11-2025";
  const { days, faults } = readDays(typed);
  expect(faults).toEqual([]);
  expect(days).toEqual(["2025-09-15", "2025-09-16", "2025-09-17", "2025-10-01", "2025-11-05"]);
  expect(readDays(daysWords(days)).days).toEqual(days);
  expect(readDays("minggu depan").faults).toHaveLength(1);
  expect(readDays("31/2/2025").faults).toHaveLength(1);
  expect(readDays("2/9/2025 s.d. 1/9/2025").faults).toHaveLength(1);
});
