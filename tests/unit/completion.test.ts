import { expect, test } from "vitest";
import { completionOf, ruleWords } from "@/lib/trainings/completion";

const rule = { requiredAttendance: 80, requiredScore: 70 };
const sessions = [
  { id: "a", lessons: 2 },
  { id: "b", lessons: 2.5 },
  { id: "c", lessons: 0.5 },
];
const of = (...ids: string[]) => new Set(ids);

test("a share of the lessons counts, not of the sessions", () => {
  expect(completionOf(rule, sessions, of("a", "b"), 70)).toMatchObject({
    isMet: true,
    attended: 4.5,
    offered: 5,
    share: 90,
    lacking: [],
  });
  expect(completionOf(rule, sessions, of("b", "c"), 70).lacking).toEqual([
    "Mengikuti 3 dari 5 JPL (60 %), paling sedikit 80 %",
  ]);
});

test("exactly the least share and the least score are enough, a hundredth less is not", () => {
  const tenths = [
    { id: "a", lessons: 0.1 },
    { id: "b", lessons: 0.7 },
    { id: "c", lessons: 0.2 },
  ];
  expect(completionOf(rule, tenths, of("a", "b"), 70).isMet).toBe(true);
  expect(completionOf(rule, sessions, of("a", "b"), 69.99).lacking).toEqual([
    "Nilai tes akhir 69,99, paling sedikit 70",
  ]);
  expect(completionOf({ requiredAttendance: 67, requiredScore: null }, tenths, of("a"), null).share).toBe(10);
});

test("a share is never shown as more than it is", () => {
  const thirds = ["a", "b", "c"].map((id) => ({ id, lessons: 1 }));
  const { share, lacking } = completionOf({ requiredAttendance: 67, requiredScore: null }, thirds, of("a", "b"), null);
  expect(share).toBe(66.6);
  expect(lacking).toEqual(["Mengikuti 2 dari 3 JPL (66,6 %), paling sedikit 67 %"]);
});

test("what is not there is said, and what is not asked for is not missed", () => {
  expect(completionOf(rule, sessions, of("a", "b", "c"), null).lacking).toEqual(["Belum ada nilai tes akhir"]);
  expect(completionOf(rule, [], of(), 90).lacking).toEqual(["Sesi pelatihan ini belum diisi"]);
  expect(completionOf(rule, [{ id: "a", lessons: 0 }], of("a"), 90).lacking).toEqual([
    "JPL sesi pelatihan ini belum diisi",
  ]);
  expect(completionOf({ requiredAttendance: 0, requiredScore: null }, sessions, of(), null).isMet).toBe(true);
  expect(completionOf({ ...rule, requiredScore: null }, sessions, of("x"), null).attended).toBe(0);
});

test("the rule in words", () => {
  expect(ruleWords(rule)).toBe("hadir paling sedikit 80 % JPL dan nilai tes akhir paling sedikit 70");
  expect(ruleWords({ requiredAttendance: 0, requiredScore: null })).toBeNull();
});
