import { describe, expect, test } from "vitest";
import { computedHolidays, easterOf } from "@/lib/holidays/computed";
import { freeDayNotices, type Holiday, mergeHolidays, parseHolidays } from "@/lib/holidays/rules";
import { holidaysSchema } from "@/lib/holidays/schema";
import { daysBetween } from "@/lib/time";

const daysOf = (year: number, name: string) =>
  computedHolidays(year)
    .filter((holiday) => holiday.name === name)
    .map((holiday) => holiday.day);

describe("computed holidays", () => {
  test.each([
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
  ])("Easter of %i is %s", (year, day) => {
    expect(easterOf(year)).toBe(day);
  });

  test("of 2025: those of the sun are exact", () => {
    expect(daysOf(2025, "Wafat Yesus Kristus")).toEqual(["2025-04-18"]);
    expect(daysOf(2025, "Kenaikan Yesus Kristus")).toEqual(["2025-05-29"]);
    expect(daysOf(2025, "Hari Kemerdekaan RI")).toEqual(["2025-08-17"]);
    expect(computedHolidays(2025).filter((holiday) => !holiday.isEstimate)).toHaveLength(7);
  });

  // What the decree of 2025 named, and by how many days the estimate is early.
  test.each([
    ["Isra Mikraj Nabi Muhammad SAW", "2025-01-27", 0],
    ["Tahun Baru Imlek", "2025-01-29", 0],
    ["Idul Fitri", "2025-03-31", 1],
    ["Idul Adha", "2025-06-06", 0],
    ["Tahun Baru Islam", "2025-06-27", 1],
    ["Maulid Nabi Muhammad SAW", "2025-09-05", 1],
  ])("of 2025: %s was %s, the estimate is %i day early", (name, decreed, early) => {
    const [day = ""] = daysOf(2025, name);
    expect(daysBetween(day, decreed)).toBe(early);
    expect(computedHolidays(2025).find((holiday) => holiday.name === name)?.isEstimate).toBe(true);
  });

  test("a year of the sun can hold one feast of the moon twice", () => {
    expect(daysOf(2027, "Isra Mikraj Nabi Muhammad SAW")).toHaveLength(2);
    expect(daysOf(2025, "Idul Fitri")).toHaveLength(2);
  });
});

describe("an office's own days", () => {
  const typed = (day: string, name: string): Holiday => ({
    day,
    name,
    isEstimate: false,
    by: { id: "1", name: "Dinkes" },
  });
  const estimates = [
    { day: "2025-03-30", name: "Idul Fitri", isEstimate: true },
    { day: "2025-03-31", name: "Idul Fitri", isEstimate: true },
  ];

  test("the decree's day takes the place of its estimate; a cuti bersama stands beside it", () => {
    const decreed = [typed("2025-03-31", "Idul Fitri 1446 H"), typed("2025-04-01", "Idul Fitri 1446 H")];
    expect(mergeHolidays(estimates, decreed).map((holiday) => holiday.day)).toEqual(["2025-03-31", "2025-04-01"]);
    const joint = [typed("2025-03-28", "Cuti bersama Idul Fitri")];
    expect(mergeHolidays(estimates, joint)).toHaveLength(3);
  });

  test("a notice says weekend, holiday, and the day after an estimate", () => {
    const holidays = mergeHolidays(estimates, [typed("2025-03-29", "Nyepi")]);
    expect(freeDayNotices("2025-03-29", holidays)).toEqual(["hari Sabtu", "libur: Nyepi"]);
    expect(freeDayNotices("2025-03-30", holidays)).toEqual(["hari Minggu", "libur: Idul Fitri (perkiraan)"]);
    expect(freeDayNotices("2025-04-01", holidays)).toEqual(["sehari sesudah perkiraan Idul Fitri"]);
    expect(freeDayNotices("2025-04-02", holidays)).toEqual([]);
  });

  test("are pasted in several ways of writing a date", () => {
    const text = "2027-03-09 Nyepi\n\n 9/3/2027; Nyepi\n20 Mei 2027 – Waisak 2571\n1 mar 2027, Libur daerah";
    expect(parseHolidays(text)).toEqual({
      days: [
        { day: "2027-03-09", name: "Nyepi" },
        { day: "2027-05-20", name: "Waisak 2571" },
        { day: "2027-03-01", name: "Libur daerah" },
      ],
      faults: [],
    });
  });

  test("that cannot be read are named by their line", () => {
    expect(parseHolidays("Nyepi\n2027-02-30 Nyepi\n2027-03-09\n99999-01-01 x").faults).toEqual([
      "Baris 1: mulai dengan tanggal, misalnya 2027-03-09 Nyepi",
      "Baris 2: tanggal tidak ada di kalender",
      "Baris 3: tulis nama hari libur sesudah 9 Mar 2027",
      "Baris 4: mulai dengan tanggal, misalnya 2027-03-09 Nyepi",
    ]);
    const many = holidaysSchema.safeParse({ days: Array.from({ length: 9 }, () => "x").join("\n") });
    expect(many.error?.issues[0]?.message).toContain("dan 4 baris lain");
    expect(holidaysSchema.safeParse({ days: " " }).error?.issues[0]?.message).toBe("Isi hari libur");
  });
});
