import { expect, test } from "vitest";
import { nextDelay } from "@/prisma/run/restarts.mjs";

test("a server that served is started again at once, however often it dies; one that does not get so far, ever later", () => {
  const delays = [0];
  while (delays.length < 11) delays.push(nextDelay({ delay: delays.at(-1) ?? 0, served: false }));
  expect(delays.slice(1)).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(nextDelay({ delay: 30_000, served: true })).toBe(250);
});
