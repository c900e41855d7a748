import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanWhenIdle } from "@/lib/web/idle-memory";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the heap is cleaned once after a load has passed, and not while it lasts or after a few requests", () => {
  const clean = vi.fn();
  const ended = cleanWhenIdle(clean);
  for (let request = 0; request < 299; request++) ended();
  vi.advanceTimersByTime(60_000);
  expect(clean).toHaveBeenCalledTimes(0);
  ended();
  vi.advanceTimersByTime(3_900);
  ended();
  vi.advanceTimersByTime(3_900);
  expect(clean).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(200);
  expect(clean).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(clean).toHaveBeenCalledTimes(1);
});

test("the real cleaner can be called", () => {
  expect(() => cleanWhenIdle()()).not.toThrow();
});
