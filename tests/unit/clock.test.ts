import { expect, test } from "vitest";
import { watchClock } from "@/lib/jobs/clock";

test("a clock that was set either way, and a computer that slept, are noticed once; a slow one is not", () => {
  let [wall, passed] = [1_000_000, 0];
  const isSet = watchClock(
    () => wall,
    () => passed,
  );
  const pass = (wallMs: number, passedMs = 30_000) => {
    wall += wallMs;
    passed += passedMs;
    return isSet();
  };
  expect(pass(30_000)).toBe(false);
  expect(pass(30_000 - 3_600_000)).toBe(true);
  expect(pass(30_000)).toBe(false);
  expect(pass(8 * 3_600_000)).toBe(true);
  for (let tick = 0; tick < 10; tick += 1) expect(pass(31_000)).toBe(false);
});
