import { describe, expect, test } from "vitest";
import { computedHolidays } from "@/lib/holidays/computed";
import { isWeekend, mergeHolidays } from "@/lib/holidays/rules";
import { timingNotice } from "@/lib/meetings/rules";
import { parseRowKey, proposeYear, rowKey, rowNotices } from "@/lib/meetings/year-plan";
import { yearPlanSchema } from "@/lib/meetings/year-plan-schema";
import { periodState } from "@/lib/meetings/year-rules";

const holidaysOf = (year: number) => mergeHolidays(computedHolidays(year), []);
const anyDay = { weekday: null, withStunting: false };

describe("a year's proposal", () => {
  test.each([2024, 2025, 2026, 2027, 2030])("of %i is twelve bulanan and four triwulanan on working days", (year) => {
    const holidays = holidaysOf(year);
    const rows = proposeYear(year, anyDay, holidays);
    expect(rows.filter((row) => row.kind === "MONTHLY_LOKMIN").map((row) => Number(row.day.slice(5, 7)))).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    expect(rows.filter((row) => row.kind === "QUARTERLY_LOKMIN").map((row) => row.day.slice(5, 7))).toEqual([
      "02",
      "05",
      "08",
      "11",
    ]);
    expect(new Set(rows.map((row) => row.day)).size).toBe(16);
    const free = new Set(holidays.map((holiday) => holiday.day));
    expect(rows.filter((row) => isWeekend(row.day) || free.has(row.day))).toEqual([]);
  });

  test("keeps to the wished weekday, and brings the minilok stunting along where wished", () => {
    const rows = proposeYear(2027, { weekday: 3, withStunting: true }, holidaysOf(2027));
    expect(rows).toHaveLength(28);
    expect(rows.filter((row) => new Date(`${row.day}T00:00:00Z`).getUTCDay() !== 3)).toEqual([]);
  });
});

describe("what is said about a day", () => {
  const context = {
    year: 2026,
    today: "2026-01-05",
    holidays: holidaysOf(2026),
    bookings: [
      {
        day: "2026-06-24",
        words: "Hari yang sama: Kalakarya",
        kinds: ["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN"] as const,
      },
      { day: "2026-06-24", words: "Puskesmas lain", kinds: ["QUARTERLY_LOKMIN"] as const },
    ],
  };
  const noticesOf = (row: Parameters<typeof rowNotices>[0][number]) => rowNotices([row], context).get(rowKey(row));

  test("a triwulan that is moved keeps its name", () => {
    expect(noticesOf({ kind: "QUARTERLY_LOKMIN", period: 2, day: "2026-06-24" })).toEqual([
      "Hari yang sama: Kalakarya",
      "Puskesmas lain",
      "Juknis ILP menganjurkan Mei; tetap tercatat sebagai Triwulan II.",
    ]);
    expect(noticesOf({ kind: "QUARTERLY_LOKMIN", period: 2, day: "2026-07-01" })).toEqual([
      "Di luar triwulannya (Juknis ILP menganjurkan Mei); tetap tercatat sebagai Triwulan II.",
    ]);
    expect(noticesOf({ kind: "QUARTERLY_LOKMIN", period: 2, day: "2026-05-19" })).toEqual([]);
  });

  test("a holiday, a day that is past, a month that is not its own, and two of one form on a day", () => {
    expect(noticesOf({ kind: "MONTHLY_LOKMIN", period: 8, day: "2026-08-17" })).toEqual(["Libur: Hari Kemerdekaan RI"]);
    expect(noticesOf({ kind: "MONTHLY_LOKMIN", period: 2, day: "2026-01-02" })).toEqual([
      "Diadakan di luar bulannya; tetap tercatat sebagai Februari 2026.",
      "Tanggalnya sudah lewat",
    ]);
    const rows = [
      { kind: "MONTHLY_LOKMIN", period: 2, day: "2026-02-10" } as const,
      { kind: "QUARTERLY_LOKMIN", period: 1, day: "2026-02-10" } as const,
    ];
    expect([...rowNotices(rows, context).values()]).toEqual([
      ["Sehari dengan Lokmin Triwulanan Triwulan I 2026 dalam rencana ini"],
      ["Sehari dengan Lokmin Bulanan Februari 2026 dalam rencana ini"],
    ]);
  });

  test("a Lokmin of another year is out of its period", () => {
    expect(timingNotice({ kind: "QUARTERLY_LOKMIN", year: 2026, period: 4 }, "2027-11-10")).toContain("Di luar");
    expect(timingNotice({ kind: "KALAKARYA", year: 2026, period: 4 }, "2027-11-10")).toBeNull();
  });
});

describe("the form of a year", () => {
  const row = (index: number, changes: Record<string, string> = {}) => ({
    id: `0199a1b2-0000-7000-8000-${String(index).padStart(12, "0")}`,
    kind: "MONTHLY_LOKMIN",
    period: String(index),
    date: "2027-01-04",
    startTime: "09:00",
    endTime: "",
    place: "Ruang rapat",
    ...changes,
  });

  test("looks only at the rows that are ticked, and names a fault by its line", () => {
    const typed = {
      year: "2027",
      include: ["MONTHLY_LOKMIN-1", "MONTHLY_LOKMIN-3"],
      rows: [row(1), row(2, { date: "" }), row(3, { place: " ", endTime: "08:00" })],
    };
    const { error } = yearPlanSchema.safeParse(typed);
    expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      ["rows.2.place", "Isi tempat"],
      ["rows.2.endTime", "Jam selesai harus sesudah jam mulai (09.00)"],
    ]);
    expect(yearPlanSchema.parse({ ...typed, include: ["MONTHLY_LOKMIN-1"] }).rows).toHaveLength(1);
  });

  test("needs one row, takes a period once and none that does not exist", () => {
    expect(yearPlanSchema.safeParse({ year: "2027" }).error?.issues[0]?.message).toBe(
      "Centang paling sedikit satu Lokmin",
    );
    const twice = { year: "2027", include: ["MONTHLY_LOKMIN-1"], rows: [row(1), { ...row(2), period: "1" }] };
    expect(yearPlanSchema.parse(twice).rows).toHaveLength(1);
    const fifth = { kind: "QUARTERLY_LOKMIN" };
    expect(
      yearPlanSchema.safeParse({ year: "2027", include: ["QUARTERLY_LOKMIN-5"], rows: [row(5, fifth)] }).success,
    ).toBe(false);
  });

  test("a key out of an address is checked", () => {
    expect(parseRowKey("QUARTERLY_LOKMIN-4")).toEqual({ kind: "QUARTERLY_LOKMIN", period: 4 });
    for (const wrong of ["QUARTERLY_LOKMIN-5", "KALAKARYA-1", "MONTHLY_LOKMIN", "MONTHLY_LOKMIN-x", ""])
      expect(parseRowKey(wrong)).toBeNull();
  });
});

describe("the state of a period", () => {
  const june = { kind: "MONTHLY_LOKMIN", year: 2026, period: 6 } as const;
  const second = { kind: "QUARTERLY_LOKMIN", year: 2026, period: 2 } as const;
  const meeting = (status: "DRAFT" | "SCHEDULED" | "POSTPONED" | "IN_PROGRESS" | "CLOSED", more = {}) => ({
    status,
    isApproved: false,
    reportState: "NOT_SENT" as const,
    ...more,
  });

  test.each([
    [june, null, "2026-06-30", "unplanned"],
    [june, null, "2026-07-01", "missed"],
    [june, meeting("DRAFT"), "2026-06-30", "planned"],
    [june, meeting("POSTPONED"), "2026-07-01", "missed"],
    [second, null, "2026-06-30", "unplanned"],
    [second, meeting("SCHEDULED"), "2026-07-01", "missed"],
    [second, meeting("IN_PROGRESS"), "2026-07-01", "running"],
    [second, meeting("CLOSED"), "2026-07-01", "held"],
    [second, meeting("CLOSED", { isApproved: true }), "2026-07-01", "approved"],
    [second, meeting("CLOSED", { isApproved: true, reportState: "SENT" }), "2026-07-01", "reported"],
    [{ ...june, period: 12 }, null, "2026-12-31", "unplanned"],
    [{ ...june, period: 12 }, null, "2027-01-01", "missed"],
  ] as const)("%o with %o on %s is %s", (period, held, today, state) => {
    expect(periodState(period, held, today)).toBe(state);
  });
});
