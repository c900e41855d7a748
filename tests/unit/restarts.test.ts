import { expect, test } from "vitest";
import { nextDelay } from "@/prisma/run/restarts.mjs";

test("a server that died is started again at once, and later each time where it dies again soon", () => {
  const delays = [0];
  while (delays.length < 11) delays.push(nextDelay({ delay: delays.at(-1) ?? 0, lived: 900 }));
  expect(delays.slice(1)).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(nextDelay({ delay: 30_000, lived: 61_000 })).toBe(250);
});
