import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanWhenIdle } from "@/lib/web/idle-memory";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the heap is cleaned in two steps after a load has passed, and not while it lasts or after a few requests", () => {
  const compact = vi.fn();
  const collect = vi.fn();
  const ended = cleanWhenIdle({ compact, collect });
  for (let request = 0; request < 49; request++) ended();
  vi.advanceTimersByTime(60_000);
  expect(compact).toHaveBeenCalledTimes(0);
  ended();
  vi.advanceTimersByTime(2_900);
  ended();
  vi.advanceTimersByTime(2_900);
  expect(compact).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(200);
  expect(compact).toHaveBeenCalledTimes(1);
  expect(collect).toHaveBeenCalledTimes(0);
  ended();
  vi.advanceTimersByTime(2_900);
  expect(collect).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(60_000);
  expect(compact).toHaveBeenCalledTimes(1);
  expect(collect).toHaveBeenCalledTimes(1);
});

test("the real cleaner can be called", () => {
  expect(() => cleanWhenIdle()()).not.toThrow();
});
