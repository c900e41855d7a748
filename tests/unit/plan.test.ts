import { expect, test } from "vitest";
import { tellEvent } from "@/lib/events/tell";
import { parseDecimal } from "@/lib/fields";
import { factsOf } from "@/lib/plan/changes";
import {
  dueFromMeeting,
  dueFromPlan,
  dueTone,
  dueWords,
  endOfNextQuarter,
  isBeyondNextQuarter,
  targetWords,
} from "@/lib/plan/rules";

const today = "2026-11-21";

test.each([
  ["2026-11-12", "IN_PROGRESS", "terlambat 9 hari", "late"],
  ["2026-11-20", "NOT_STARTED", "terlambat 1 hari", "late"],
  ["2026-11-21", "IN_PROGRESS", "hari ini", "soon"],
  ["2026-11-22", "IN_PROGRESS", "besok", "soon"],
  ["2026-11-24", "IN_PROGRESS", "3 hari lagi", "soon"],
  ["2026-12-05", "IN_PROGRESS", "14 hari lagi", "soon"],
  ["2026-12-06", "IN_PROGRESS", "15 hari lagi", "plain"],
  ["2026-01-01", "DONE", "selesai", "done"],
  ["2026-01-01", "CANCELLED", "dibatalkan", "plain"],
] as const)("due %s, %s: %s", (deadline, status, words, tone) => {
  expect(dueWords({ deadline, status }, today)).toBe(words);
  expect(dueTone({ deadline, status }, today)).toBe(tone);
});

test("inside a meeting of 2025 nothing is late by today's calendar", () => {
  const meeting = { startsAt: new Date("2025-02-12T02:00:00Z"), timeZone: "Asia/Jakarta" };
  const now = new Date("2026-11-21T02:00:00Z");
  const words = (deadline: string) => {
    const due = { deadline, status: "IN_PROGRESS" } as const;
    const from = dueFromMeeting(meeting, now);
    return [dueWords(due, from), dueTone(due, from)];
  };
  expect(words("2025-03-24")).toEqual(["40 hari sesudah kegiatan", "plain"]);
  expect(words("2025-02-12")).toEqual(["pada hari kegiatan", "plain"]);
  expect(words("2025-02-03")).toEqual(["terlambat 9 hari", "late"]);
  expect(dueFromPlan(meeting, now)).toEqual({ meetingDay: "2025-02-12" });
  // The plan of a meeting is followed up until the end of the quarter after it.
  expect(dueFromPlan(meeting, new Date("2025-06-30T02:00:00Z"))).toBe("2025-06-30");
  expect(dueFromMeeting(meeting, new Date("2025-02-12T09:00:00Z"))).toBe("2025-02-12");
});

test.each([
  ["2026-01-01", "2026-06-30"],
  ["2026-06-24", "2026-09-30"],
  ["2026-09-30", "2026-12-31"],
  ["2026-10-01", "2027-03-31"],
  ["2027-11-30", "2028-03-31"],
])("the quarter after that of %s ends %s", (day, end) => {
  expect(endOfNextQuarter(day)).toBe(end);
  expect(isBeyondNextQuarter(end, day)).toBe(false);
  expect(isBeyondNextQuarter("2030-01-01", day)).toBe(true);
});

test("a target reads as its figures, with a comma and its unit", () => {
  const words = (baseline: number | null, target: number | null, unit: string | null) =>
    targetWords({ indicator: null, baseline, target, unit }).replaceAll("\u00a0", " ");
  expect(words(77.5, 1250, "anak")).toBe("77,5 → 1.250 anak");
  expect(words(null, 95, "%")).toBe("95 %");
  expect(words(40, null, null)).toBe("dari 40");
  expect(words(null, null, "%")).toBe("");
});

test.each([
  ["77,5", 77.5],
  ["77.5", 77.5],
  ["1.250", 1250],
  ["1.250,5", 1250.5],
  ["0.75", 0.75],
  ["0.750", null],
  ["1,2345", null],
  ["abc", null],
])("%s as it is typed is %s", (typed, value) => {
  expect(parseDecimal(typed)).toBe(value);
});

test("the history of an edit tells only what changed", () => {
  const row = {
    problem: null,
    cause: null,
    activity: "Sweeping",
    responsibleInstitution: "Kecamatan Sragi",
    responsibleTitle: "Camat",
    responsibleName: null,
    support: null,
    deadline: new Date("2026-07-01T00:00:00Z"),
    indicator: null,
    baseline: null,
    target: 90,
    unit: "%",
    fundingSource: null,
    priority: "MEDIUM",
  } as const;
  const changed = { ...row, deadline: new Date("2026-07-31T00:00:00Z"), fundingSource: "VILLAGE_FUND" } as const;
  const data = { number: 1, before: factsOf(row), after: factsOf(changed) };
  const words = { verb: null, subject: null, detail: null };
  expect(tellEvent({ action: "item.changed", data, ...words }).lines).toEqual([
    "batas waktu: 1 Juli 2026 → 31 Juli 2026",
    "sumber dana: kosong → Dana Desa/ADD",
  ]);
});
