// What several servers on one database count together: guesses, and nothing that goes well.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, pool } from "@/lib/db";

beforeEach(() => vi.stubEnv("LOKMIN_SHARED_LIMITS", "1"));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Two servers: each has what it keeps in memory for itself. */
async function twoServers() {
  const load = () => {
    vi.resetModules();
    return import("@/lib/http/rate-limits");
  };
  return [await load(), await load()] as const;
}

test("guesses at an account are counted by all together, and forgiven for all", async () => {
  const servers = await twoServers();
  const [one, other] = servers;
  const account = "admin@lokmin.example 192.0.2.1";
  const tried = [];
  for (let turn = 0; turn < 9; turn += 1) tried.push(await servers[turn % 2]?.take("signInAccount", account));
  expect(tried).toEqual([...Array.from({ length: 8 }, () => true), false]);
  await other.forgive("signInAccount", account);
  expect(await other.take("signInAccount", account)).toBe(true);
  await one.giveBack("signInAccount", account);
  expect(await db.rateLimit.findMany()).toMatchObject([{ points: 0 }]);
  expect(JSON.stringify(await db.rateLimit.findMany({ select: { key: true } }))).not.toMatch(/lokmin|192\.0/);
});

test("what goes well costs no statement; failures are counted by all together", async () => {
  const [one, other] = await twoServers();
  const query = vi.spyOn(pool, "query");
  const work = (server: typeof one, isRight: boolean) =>
    server.countFailures("wrongCode", "192.0.2.7", async () => isRight, Boolean);
  for (let turn = 0; turn < 150; turn += 1) expect(await work(one, true)).toBe(true);
  expect(query).not.toHaveBeenCalled();
  for (let turn = 0; turn < 100; turn += 1) expect(await work(turn % 2 ? one : other, false)).toBe(false);
  // The next failure of either is the last for a while.
  expect(await work(one, false)).toBe(false);
  expect(await work(one, true)).toBeNull();
  expect(await work(other, false)).toBe(false);
  expect(await work(other, false)).toBeNull();
});

test("what one server bears is counted by itself, and without the database memory counts", async () => {
  const [one, other] = await twoServers();
  const query = vi.spyOn(pool, "query");
  for (let turn = 0; turn < 20; turn += 1) expect(await one.take("answerLink", "a")).toBe(true);
  expect([await one.take("answerLink", "a"), await other.take("answerLink", "a")]).toEqual([false, true]);
  expect(query).not.toHaveBeenCalled();
  query.mockImplementation(() => Promise.reject(new Error("Connection terminated")));
  for (let turn = 0; turn < 20; turn += 1) expect(await one.take("wrongLink", "b")).toBe(true);
  expect(await one.take("wrongLink", "b")).toBe(false);
});
