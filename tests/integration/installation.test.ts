import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, pool } from "@/lib/db";
import { findHealth } from "@/lib/health";
import { isOwnSecret, rememberSecret } from "@/lib/installation/secret";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { asOwner } from "@/tests/setup/owner";

const disk = vi.hoisted(() => ({ free: 1_000_000 }));
vi.mock("node:fs/promises", () => ({ statfs: async () => ({ bavail: disk.free, bsize: 4096 }) }));

const secret = process.env.LOKMIN_SECRET;

beforeEach(() => {
  // Answers are shared for a moment.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_000 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  process.env.LOKMIN_SECRET = secret;
  delete process.env.LOKMIN_STORAGE;
});

test("the first secret is remembered, another one refused until it is taken on purpose", async () => {
  expect(await isOwnSecret()).toBe(true);
  process.env.LOKMIN_SECRET = "another-0123456789abcdef0123456789abcdef";
  expect(await isOwnSecret()).toBe(false);
  await rememberSecret();
  expect(await isOwnSecret()).toBe(true);
  process.env.LOKMIN_SECRET = secret;
  expect(await isOwnSecret()).toBe(false);
});

test("a database of an earlier version tells by its links whether the secret is its own", async () => {
  const meeting = await makeMeeting("SCHEDULED", { host: await makePuskesmas() });
  const { id } = await makeInvitation({ meetingId: meeting.id });
  expect(await isOwnSecret()).toBe(true);
  await asOwner(['DELETE FROM "Installation"']);
  await db.invitation.update({ where: { id }, data: { tokenSealed: Buffer.alloc(50, 7).toString("base64url") } });
  expect(await isOwnSecret()).toBe(false);
  expect(await db.installation.count()).toBe(0);
});

test("health is not well while nothing can be written", async () => {
  expect(await findHealth()).toMatchObject({ ok: true });
  process.env.LOKMIN_STORAGE = "/data";
  disk.free = 100;
  vi.setSystemTime(Date.now() + 5000);
  expect(await findHealth()).toMatchObject({ ok: false, reason: "Penyimpanan hampir penuh" });
  disk.free = 1_000_000;
  vi.setSystemTime(Date.now() + 5000);
  expect(await findHealth()).toMatchObject({ ok: true });

  vi.spyOn(pool, "query").mockImplementation(async (text: string) => {
    const client = await pool.connect();
    await client.query("BEGIN READ ONLY");
    const result = await client.query(text).catch((error: Error) => error);
    await client.query("ROLLBACK");
    client.release();
    if (result instanceof Error) throw result;
    return result;
  });
  vi.setSystemTime(Date.now() + 5000);
  expect(await findHealth()).toMatchObject({ ok: false });
});
