import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanWhenIdle } from "@/lib/web/idle-memory";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the heap is cleaned after a load has passed, and not while it lasts or after a few requests", () => {
  const countAnew = vi.fn();
  const compact = vi.fn();
  const ended = cleanWhenIdle({ countAnew, compact });
  const called = () => [countAnew.mock.calls.length, compact.mock.calls.length];
  for (let request = 0; request < 49; request++) ended();
  vi.advanceTimersByTime(60_000);
  expect(called()).toEqual([0, 0]);
  ended();
  vi.advanceTimersByTime(2_900);
  ended();
  vi.advanceTimersByTime(2_900);
  expect(called()).toEqual([0, 0]);
  vi.advanceTimersByTime(200);
  expect(called()).toEqual([1, 0]);
  vi.advanceTimersByTime(5_000);
  ended();
  vi.advanceTimersByTime(2_900);
  expect(called()).toEqual([1, 0]);
  vi.advanceTimersByTime(200);
  expect(called()).toEqual([2, 0]);
  vi.advanceTimersByTime(60_000);
  expect(called()).toEqual([2, 1]);
});

test("the real cleaner can be called", () => {
  expect(() => cleanWhenIdle()()).not.toThrow();
});
