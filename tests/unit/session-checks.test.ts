import { expect, test } from "vitest";
import { type CheckedSession, lessonsBetween, sessionWarnings } from "@/lib/trainings/session-checks";

const at = (clock: string) => new Date(`2025-11-20T${clock}:00Z`);
const zone = "Asia/Jakarta";
const session = (position: number, from: string, to: string, overrides: Partial<CheckedSession> = {}) => ({
  ...{ position, topic: `Sesi ${position}`, startsAt: at(from), endsAt: at(to), room: null, speakers: [] },
  lessons: lessonsBetween({ startsAt: at(from), endsAt: at(to) }),
  ...overrides,
});

test("sessions one after the other, whose JPL fit, need no warning", () => {
  expect(sessionWarnings([session(1, "01:00", "02:30"), session(2, "02:30", "04:00")], zone)).toEqual([]);
});

test("a room or a speaker in two places at once is told", () => {
  const one = session(1, "01:00", "02:30", { room: "Aula", speakers: [{ name: "dr. Ani" }] });
  expect(sessionWarnings([one, session(2, "02:00", "03:30", { room: "aula " })], zone)).toEqual([
    "Sesi 1 dan 2 bertabrakan (09.00–10.30 WIB) di Aula.",
  ]);
  expect(
    sessionWarnings([one, session(2, "02:00", "03:30", { room: "IGD", speakers: [{ name: "DR. ANI" }] })], zone),
  ).toEqual([
    "Sesi 1 dan 2 berlangsung bersamaan (09.00–10.30 WIB) di ruang yang berbeda.",
    "Sesi 1 dan 2 berlangsung bersamaan, padahal keduanya diisi dr. Ani.",
  ]);
});

test("more JPL than the clock has, and an hour or more without any, are told", () => {
  expect(sessionWarnings([session(1, "01:00", "03:00", { lessons: 4 })], zone)).toEqual([
    "Sesi 1: 4 JPL adalah 180 menit, padahal sesinya 120 menit.",
  ]);
  expect(sessionWarnings([session(1, "01:00", "04:00", { lessons: 1.5 })], zone)).toEqual([
    "Sesi 1: sesinya 180 menit, tetapi hanya 1,5 JPL (68 menit) dihitung.",
  ]);
  expect(sessionWarnings([session(1, "01:00", "04:00", { lessons: 0 })], zone)).toEqual([]);
});
