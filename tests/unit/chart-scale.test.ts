import { expect, test } from "vitest";
import { percentAt, pieces, roundUp, spread } from "@/components/charts/scale";

test("the end of an axis is round and never below the most", () => {
  expect([77, 112.5, 470, 1, 0.3, 18].map(roundUp)).toEqual([100, 200, 500, 1, 0.5, 20]);
  expect([0, -3, Number.NaN, Number.POSITIVE_INFINITY].map(roundUp)).toEqual([1, 1, 1, 1]);
});

test("a place is within the chart, whatever is asked", () => {
  expect([percentAt(50, 200), percentAt(300, 200), percentAt(-1, 200), percentAt(5, 0)]).toEqual([25, 100, 0, 0]);
});

test("a month that was not told is a gap, one alone stays a piece", () => {
  expect(pieces([null, 1, null, 2, 3])).toEqual([
    [{ place: 1, value: 1 }],
    [
      { place: 3, value: 2 },
      { place: 4, value: 3 },
    ],
  ]);
  expect(pieces([null, null])).toEqual([]);
});

test("labels at the ends of lines do not cover each other and stay within", () => {
  const placed = spread(
    [
      { key: "now", at: 98 },
      { key: "target", at: 97 },
      { key: "before", at: 99 },
    ],
    9,
  );
  expect([...placed]).toEqual([
    ["target", 82],
    ["now", 91],
    ["before", 100],
  ]);
  expect([...spread([{ key: "one", at: 40 }], 9)]).toEqual([["one", 40]]);
  expect(spread([], 9).size).toBe(0);
});
