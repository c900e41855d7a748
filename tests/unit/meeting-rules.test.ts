import { describe, expect, test } from "vitest";
import * as rules from "@/lib/meetings/rules";
import { meetingSchema } from "@/lib/meetings/schema";
import { isEarlyStart } from "@/lib/meetings/start-words";

describe("a period", () => {
  test.each([
    ["2026-01-01", 1],
    ["2026-03-31", 1],
    ["2026-04-01", 2],
    ["2021-06-24", 2],
    ["2026-09-30", 3],
    ["2026-12-31", 4],
  ])("%s lies in quarter %i", (day, quarter) => {
    expect(rules.quarterOf(day)).toBe(quarter);
  });

  test("is named as the office names it, and gives a Lokmin its title", () => {
    expect(rules.periodName({ kind: "QUARTERLY_LOKMIN", year: 2021, period: 2 })).toBe("Triwulan II 2021");
    expect(rules.periodName({ kind: "MONTHLY_LOKMIN", year: 2026, period: 6 })).toBe("Juni 2026");
    expect(rules.defaultTitle({ kind: "QUARTERLY_LOKMIN", year: 2021, period: 2 })).toBe(
      "Lokakarya Mini Lintas Sektor Triwulan II 2021",
    );
  });

  test("can be held once, by each kind of Lokmin for itself; a kalakarya holds none", () => {
    const keys = (["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN"] as const).map((kind) =>
      rules.periodKey({ kind, year: 2026, period: 2 }),
    );
    expect(new Set(keys).size).toBe(2);
    expect(rules.periodKey({ kind: "KALAKARYA", year: 2026, period: 2 })).toBe(null);
  });
});

describe("a meeting's life", () => {
  const statuses = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "CLOSED", "POSTPONED", "CANCELLED"] as const;

  test("offers in each state the steps that lead on, and from a cancelled one none", () => {
    expect(Object.fromEntries(statuses.map((status) => [status, rules.openSteps(status)]))).toEqual({
      DRAFT: ["schedule", "cancel"],
      SCHEDULED: ["start", "postpone", "cancel"],
      IN_PROGRESS: ["unstart", "close"],
      CLOSED: ["reopen"],
      POSTPONED: ["schedule", "cancel"],
      CANCELLED: [],
    });
  });

  test("sends nothing from a draft, takes results only while it runs, and is locked by closing", () => {
    expect(statuses.filter(rules.canHandOutLinks)).toEqual(["SCHEDULED", "IN_PROGRESS"]);
    expect(statuses.filter(rules.takesResults)).toEqual(["IN_PROGRESS"]);
    expect(statuses.filter((status) => !rules.isEditable(status))).toEqual(["CLOSED", "CANCELLED"]);
  });

  test("asks for a reason wherever it turns back", () => {
    const steps = ["schedule", "start", "unstart", "close", "reopen", "postpone", "cancel"] as const;
    expect(steps.filter((step) => rules.stepRule(step).needsReason)).toEqual(["reopen", "postpone", "cancel"]);
  });

  test("starts from two hours before its time without a reason, and ends apart from what leads on", () => {
    const startsAt = new Date("2026-06-24T01:00:00Z");
    expect(isEarlyStart({ startsAt }, new Date("2026-06-23T22:59:59Z"))).toBe(true);
    expect(isEarlyStart({ startsAt }, new Date("2026-06-23T23:00:00Z"))).toBe(false);
    expect(isEarlyStart({ startsAt }, new Date("2026-07-24T23:00:00Z"))).toBe(false);
    const steps = ["schedule", "start", "unstart", "close", "reopen", "postpone", "cancel"] as const;
    expect(steps.filter(rules.isEnding)).toEqual(["close", "postpone", "cancel"]);
  });

  test("lets an invitee change the answer until it starts", () => {
    const startsAt = new Date("2026-06-24T01:00:00Z");
    const before = new Date("2026-06-24T00:59:59Z");
    expect(rules.takesAnswers({ status: "SCHEDULED", startsAt }, before)).toBe(true);
    expect(rules.takesAnswers({ status: "SCHEDULED", startsAt }, startsAt)).toBe(false);
    expect(rules.takesAnswers({ status: "POSTPONED", startsAt }, before)).toBe(false);
  });
});

describe("a meeting's form", () => {
  const typed = {
    id: "0199a1b2-0000-7000-8000-000000000001",
    kind: "QUARTERLY_LOKMIN",
    date: "2026-06-24",
    startTime: "09.00",
    endTime: "",
    place: "Aula kecamatan",
  };
  const sentences = (changes: Record<string, unknown>) =>
    meetingSchema.safeParse({ ...typed, ...changes }).error?.issues.map(({ message }) => message) ?? [];

  test("needs no end, no title and no agenda", () => {
    expect(sentences({})).toEqual([]);
    expect(meetingSchema.parse({ ...typed, agenda: [{ topic: " ", minutes: "", presenter: "" }] }).agenda).toEqual([]);
  });

  test("that ends before it starts is told so, in the words of the label", () => {
    const sentence = 'Jam selesai harus sesudah jam mulai (09.00), atau kosongkan untuk "s.d. selesai"';
    expect(sentences({ endTime: "08.30" })).toEqual([sentence]);
    expect(sentences({ endTime: "09.00" })).toEqual([sentence]);
    expect(sentences({ endTime: "09.01" })).toEqual([]);
  });

  test("of a kalakarya needs a name; a map is an https address", () => {
    expect(sentences({ kind: "KALAKARYA" })).toEqual(["Isi nama kalakarya"]);
    expect(sentences({ mapUrl: "javascript:alert(1)" })).toEqual(["Tautan Google Maps harus dimulai dengan https://"]);
  });
});
