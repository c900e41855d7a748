// A clock that is set while the worker runs: its plan begins anew, and what waited is done.
import { afterEach, expect, test, vi } from "vitest";
import { pool } from "@/lib/db";
import { startWorker } from "@/lib/jobs/worker";

const clock = vi.hoisted(() => ({ isSet: false }));
vi.mock("@/lib/jobs/clock", async (original) => ({
  ...(await original<typeof import("@/lib/jobs/clock")>()),
  watchClock: () => () => {
    const { isSet } = clock;
    clock.isSet = false;
    return isSet;
  },
}));

afterEach(() => {
  vi.useRealTimers();
});

const waiting = async (what: string) => (await pool.query(`SELECT 1 FROM graphile_worker.${what}`)).rowCount;

test("the plan of a worker begins anew when the clock was set back", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const worker = await startWorker(process.env.DATABASE_URL ?? "");
  try {
    await pool.query("UPDATE graphile_worker._private_known_crontabs SET last_execution = now() + interval '1 day'");
    await pool.query("SELECT graphile_worker.add_job('housekeeping', run_at := now() + interval '1 day')");
    await pool.query("UPDATE graphile_worker._private_jobs SET created_at = run_at, updated_at = run_at");
    clock.isSet = true;
    await vi.advanceTimersByTimeAsync(30_000);
    await expect.poll(() => waiting("_private_jobs"), { timeout: 60_000 }).toBe(0);
    expect(await waiting("_private_known_crontabs WHERE last_execution > now() + interval '1 hour'")).toBe(0);
  } finally {
    await worker.stop();
  }
});
