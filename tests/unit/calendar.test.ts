// What is written is read back by a parser that is not ours.
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarMeeting, calendarEnd, eventOf, googleCalendarLink } from "@/lib/calendar/event";
import { type CalendarEvent, writeCalendar } from "@/lib/calendar/ics";

const event: CalendarEvent = {
  uid: "0199-1@lokmin",
  sequence: 3,
  status: "CONFIRMED",
  startsAt: new Date("2026-06-24T01:00:00Z"),
  endsAt: new Date("2026-06-24T04:30:00Z"),
  changedAt: new Date("2026-06-01T02:03:04Z"),
  summary: "Lokakarya Mini",
  location: "Aula",
  description: "Baris satu\nBaris dua",
  url: "http://lokmin.test/u/abc",
};

function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text));
  return { component, events: component.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)) };
}

function only<T>(items: T[]): T {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error(`Expected one, found ${items.length}`);
  return first;
}

/** Anything a person or a spreadsheet can bring: emoji, commas, backslashes, newlines, long words. */
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", minLength: 150, maxLength: 200 }),
  fc
    .array(
      fc.constantFrom("👩‍⚕️", "é", "\n", "\r\n", "\\", ";", ",", ":", "\\n", '"', "BEGIN:VEVENT", "kata ", "Ba'u", "\t"),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join("")),
);

/** What any text comes to when it was typed into a form. */
function asStored(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a calendar cannot hold
  return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}

describe("writing", () => {
  test("whatever the words, another parser reads the same ones", () => {
    fc.assert(
      fc.property(words, words, words, (summary, location, description) => {
        const { events } = read(writeCalendar({ events: [{ ...event, summary, location, description }] }));
        const found = only(events);
        expect(found.summary).toBe(asStored(summary));
        expect(found.location).toBe(asStored(location));
        expect(found.description).toBe(asStored(description));
      }),
      { numRuns: 400 },
    );
  });

  test("no line is longer than 75 octets, every one ends with CRLF, none breaks a character", () => {
    fc.assert(
      fc.property(words, (summary) => {
        const text = writeCalendar({ name: summary, events: [{ ...event, summary }] });
        expect(text.endsWith("\r\n")).toBe(true);
        for (const line of text.slice(0, -2).split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(Buffer.from(line).toString()).toBe(line);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("instants, numbers and states come back", () => {
    const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.nat({ max: 5000 }), (startsAt, sequence) => {
        const endsAt = new Date(startsAt.getTime() + 3_600_000);
        const found = only(read(writeCalendar({ events: [{ ...event, startsAt, endsAt, sequence }] })).events);
        const whole = (date: Date) => Math.floor(date.getTime() / 1000);
        expect(found.startDate.toUnixTime()).toBe(whole(startsAt));
        expect(found.endDate.toUnixTime()).toBe(whole(endsAt));
        expect(found.startDate.zone.tzid).toBe("UTC");
        expect(found.sequence).toBe(sequence);
      }),
    );
  });

  test("it is published, asks nobody for a reply, and rings a day and two hours before", () => {
    const text = writeCalendar({ name: "Lokmin Sragi", refreshHours: 1, events: [event] });
    const { component, events } = read(text);
    expect(component.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(component.getFirstPropertyValue("x-wr-calname")).toBe("Lokmin Sragi");
    expect(String(component.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
    expect(component.getFirstPropertyValue("x-published-ttl")).toBe("PT1H");
    expect(text).not.toContain("ATTENDEE");
    expect(text).not.toContain("RRULE");
    const alarms = only(events).component.getAllSubcomponents("valarm");
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual(["-P1D", "-PT2H"]);
    expect(text).toContain("DTSTAMP:20260601T020304Z");
    expect(text).toContain("LAST-MODIFIED:20260601T020304Z");
  });
});

const meeting: CalendarMeeting = {
  id: "01990000-0000-7000-8000-000000000001",
  status: "SCHEDULED",
  statusReason: null,
  title: "Lokakarya Mini, Triwulan II",
  sequence: 2,
  startsAt: new Date("2026-06-24T01:00:00Z"),
  endsAt: null,
  timeZone: "Asia/Makassar",
  place: "Aula Camat",
  mapUrl: "https://peta.example/1,2",
  organisers: ["UPT Puskesmas Malangke"],
  changedAt: new Date("2026-06-01T02:03:04Z"),
};
const page = { url: "http://lokmin.test/kegiatan/1", words: "Untuk petugas" };

describe("a meeting as an event", () => {
  test("without an end three hours are assumed, and the description says so", () => {
    expect(calendarEnd(meeting)).toEqual(new Date("2026-06-24T04:00:00Z"));
    expect(eventOf(meeting, page).description).toContain("09.00 WITA s.d. selesai (di kalender diperkirakan 3 jam)");
    const ended = { ...meeting, endsAt: new Date("2026-06-24T05:00:00Z") };
    expect(calendarEnd(ended)).toEqual(ended.endsAt);
    expect(eventOf(ended, page).description).not.toContain("diperkirakan");
  });

  test.each([
    ["SCHEDULED", "CONFIRMED", "Lokakarya"],
    ["IN_PROGRESS", "CONFIRMED", "Lokakarya"],
    ["CLOSED", "CONFIRMED", "Lokakarya"],
    ["POSTPONED", "TENTATIVE", "DITUNDA: Lokakarya"],
    ["CANCELLED", "CANCELLED", "DIBATALKAN: Lokakarya"],
  ] as const)("%s is %s", (status, expected, summary) => {
    const found = eventOf({ ...meeting, status, statusReason: "banjir" }, page);
    expect(found.status).toBe(expected);
    expect(found.summary.startsWith(summary)).toBe(true);
    expect(found.uid).toBe(`${meeting.id}@lokmin`);
    expect(writeCalendar({ events: [found] }).includes("BEGIN:VALARM")).toBe(status !== "CANCELLED");
    expect(found.description.includes("banjir")).toBe(status === "POSTPONED" || status === "CANCELLED");
  });

  test("Google's page gets the same hours in UTC and no personal address", () => {
    const link = new URL(googleCalendarLink(meeting));
    expect(link.searchParams.get("dates")).toBe("20260624T010000Z/20260624T040000Z");
    expect(link.searchParams.get("text")).toBe(meeting.title);
    expect(link.href).not.toContain("/u/");
  });
});
