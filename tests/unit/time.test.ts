import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as time from "@/lib/time";

test("the tests themselves run in a zone far from Indonesia", () => {
  expect(new Date("2026-06-24T12:00:00Z").getDate()).toBe(25);
});

describe("a day", () => {
  test("carries its own weekday, whatever a report printed", () => {
    // The report of the provincial training says "Senin (28/11/2025)".
    expect(time.formatDay("2025-11-28")).toBe("Jumat, 28 November 2025");
    expect(time.formatDay("2021-06-24")).toBe("Kamis, 24 Juni 2021");
    expect(time.formatDay("2025-11-20")).toBe("Kamis, 20 November 2025");
    expect(time.formatDay("2025-09-29")).toBe("Senin, 29 September 2025");
  });

  test.each([
    ["2026-02-28", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-02-30", false],
    ["2026-13-01", false],
    ["2026-6-1", false],
    ["24/06/2026", false],
    ["", false],
  ])("%s exists: %s", (text, exists) => {
    expect(time.isDay(text)).toBe(exists);
  });

  test.each([
    ["2026-06-24", "hari ini"],
    ["2026-06-25", "besok"],
    ["2026-06-23", "kemarin"],
    ["2026-07-01", "7 hari lagi"],
    ["2026-06-15", "9 hari lalu"],
  ])("%s is %s away", (day, words) => {
    expect(time.formatDistance("2026-06-24", day)).toBe(words);
  });

  test("moves by days and is counted back", () => {
    const days = fc
      .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true })
      .map(time.dateToDay);
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(time.daysBetween(day, time.addDays(day, count))).toBe(count);
        expect(time.dateToDay(time.dayToDate(day))).toBe(day);
      }),
    );
  });
});

describe("a clock", () => {
  test("is that of the puskesmas, named by its zone", () => {
    const startsAt = time.toInstant("2021-06-24", "09:00", "Asia/Makassar");
    expect(startsAt.toISOString()).toBe("2021-06-24T01:00:00.000Z");
    expect(time.formatHours(startsAt, null, "Asia/Makassar")).toBe("09.00 WITA s.d. selesai");
    const endsAt = time.toInstant("2021-06-24", "12:30", "Asia/Makassar");
    expect(time.formatHours(startsAt, endsAt, "Asia/Makassar")).toBe("09.00–12.30 WITA");
    expect(time.formatHours(startsAt, new Date(endsAt.getTime() + 86_400_000), "Asia/Makassar")).toMatch(
      /^09\.00 s\.d\. [A-Z][a-z]+, \d+ [A-Z][a-z]+ \d{4}, 12\.30 WITA$/,
    );
    expect(time.formatMoment(startsAt, "Asia/Makassar")).toBe("24 Jun 2021 09.00 WITA");
  });

  test("past midnight belongs to the next day in the east only", () => {
    const instant = new Date("2026-12-31T16:30:00Z");
    expect(time.dayOf(instant, "Asia/Jakarta")).toBe("2026-12-31");
    expect(time.dayOf(instant, "Asia/Makassar")).toBe("2027-01-01");
    expect(time.clockOf(instant, "Asia/Jayapura")).toBe("01:30");
  });

  test("agrees with the time zone database in every zone of Indonesia", () => {
    for (const timeZone of Object.keys(time.timeZones)) {
      const asDatabase = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone });
      fc.assert(
        fc.property(
          fc.date({
            min: new Date("1990-01-01T00:00:00Z"),
            max: new Date("2100-01-01T00:00:00Z"),
            noInvalidDate: true,
          }),
          (instant) => {
            expect(`${time.dayOf(instant, timeZone)} ${time.clockOf(instant, timeZone)}`).toBe(
              asDatabase.format(instant),
            );
          },
        ),
        { numRuns: 50 },
      );
    }
  });

  test("in a zone that is none of Indonesia's is refused", () => {
    expect(() => time.zoneLabel("Europe/Amsterdam")).toThrow("Not a time zone of Indonesia");
    expect(time.isTimeZone("toString")).toBe(false);
  });
});
