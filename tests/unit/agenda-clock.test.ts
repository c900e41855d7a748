import { expect, test } from "vitest";
import { agendaClock, leftWords } from "@/lib/meetings/agenda-clock";

const at = (clock: string) => new Date(`2026-06-24T${clock}:00Z`);
const meeting = (lines: (number | null)[], end: string | null = "12:00") => ({
  startsAt: at("09:00"),
  endsAt: end ? at(end) : null,
  lines: lines.map((minutes) => ({ minutes })),
});

test("by the clock: the item that is on, and what it and the meeting have left", () => {
  const planned = meeting([25, 25, 130]);
  expect(agendaClock(planned, null, at("08:50"))).toEqual({
    index: null,
    itemLeft: null,
    meetingLeft: 190,
    untilStart: 10,
  });
  expect(agendaClock(planned, null, at("09:00"))).toMatchObject({ index: 0, itemLeft: 25, meetingLeft: 180 });
  expect(agendaClock(planned, null, at("09:24"))).toMatchObject({ index: 0, itemLeft: 1 });
  expect(agendaClock(planned, null, at("09:25"))).toMatchObject({ index: 1, itemLeft: 25 });
  expect(agendaClock(planned, null, at("12:05"))).toMatchObject({ index: 2, itemLeft: -5, meetingLeft: -5 });
});

test("items without minutes share what the others leave; without an end the first of them stays open", () => {
  expect(agendaClock(meeting([60, null, null]), null, at("10:59"))).toMatchObject({ index: 1, itemLeft: 1 });
  expect(agendaClock(meeting([60, null, null]), null, at("11:00"))).toMatchObject({ index: 2, itemLeft: 60 });
  expect(agendaClock(meeting([60, null, 30], null), null, at("15:00"))).toMatchObject({
    index: 1,
    itemLeft: null,
    meetingLeft: null,
  });
  expect(agendaClock(meeting([60, 30], null), null, at("09:10"))).toMatchObject({ index: 0, meetingLeft: 80 });
});

test("the item that staff began goes before the clock", () => {
  const planned = meeting([25, 25, 130]);
  const begun = { index: 2, at: at("09:20") };
  expect(agendaClock(planned, begun, at("09:30"))).toMatchObject({ index: 2, itemLeft: 120, meetingLeft: 150 });
  expect(agendaClock(planned, { index: 9, at: at("09:20") }, at("09:30"))).toMatchObject({ index: 1 });
});

test("no agenda: only the meeting's own time", () => {
  expect(agendaClock(meeting([]), null, at("10:00"))).toMatchObject({ index: null, meetingLeft: 120 });
  expect(agendaClock(meeting([], null), null, at("10:00"))).toMatchObject({ index: null, meetingLeft: null });
});

test.each([
  [12, "12 menit lagi"],
  [65, "1 jam 5 menit lagi"],
  [120, "2 jam lagi"],
  [0, "waktunya habis"],
  [-3, "lewat 3 menit"],
  [-3000, "lewat lebih dari sehari"],
])("%i minutes: %s", (minutes, words) => {
  expect(leftWords(minutes)).toBe(words);
});
