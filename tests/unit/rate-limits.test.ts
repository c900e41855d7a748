import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { countFailures } from "@/lib/http/rate-limits";

/** Many at once, none of which ends before all have begun. @returns how many were let through to the work */
async function atOnce(key: string, count: number, isRight: boolean): Promise<number> {
  let worked = 0;
  const work = async () => {
    worked += 1;
    for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
    return isRight;
  };
  await Promise.all(Array.from({ length: count }, () => countFailures("wrongCode", key, work, Boolean)));
  return worked;
}

test("of 200 guesses at once no more than the limit reach the work", async () => {
  const key = randomUUID();
  expect(await atOnce(key, 200, false)).toBe(100);
  expect(await atOnce(key, 1, true)).toBe(0);
});

test("what went well is not counted", async () => {
  const key = randomUUID();
  for (let time = 0; time < 3; time++) expect(await atOnce(key, 90, true)).toBe(90);
});
