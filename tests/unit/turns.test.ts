// One person's papers are made one after the other, beside those of others.
import { expect, test } from "vitest";
import { makeTurns } from "@/lib/http/turns";

test("one of a person at a time, others beside it, and no more in line than may be", async () => {
  const inTurn = makeTurns(2);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<string>((done) => {
      begun.push(name);
      ends.push(() => done(name));
    });
  const first = inTurn("ani", work("first"));
  const second = inTurn("ani", () => Promise.reject(new Error("broken")));
  expect(await inTurn("ani", work("third"))).toBeNull();
  const other = inTurn("budi", work("other"));
  await Promise.resolve();
  expect(begun).toEqual(["first", "other"]);
  for (const end of ends) end();
  expect(await Promise.all([first, other])).toEqual(["first", "other"]);
  await expect(second).rejects.toThrow("broken");
  expect(await inTurn("ani", async () => "again")).toBe("again");
});
