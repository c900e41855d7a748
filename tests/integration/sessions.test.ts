import { describe, expect, test } from "vitest";
import { db, pool } from "@/lib/db";
import { confirmByPassword } from "@/lib/second-factor/confirm";
import { hashToken } from "@/lib/secrets";
import { endSession, openSession } from "@/lib/sessions/lifetime";
import { findSession, listSessions } from "@/lib/sessions/reads";
import { deviceName, shortAddress } from "@/lib/sessions/rules";
import { endOwnSession, endOwnSessions } from "@/lib/sessions/writes";
import { changePassword } from "@/lib/users/account";
import { passwordChangeSchema } from "@/lib/users/schema";
import { verifySignIn } from "@/lib/users/sign-in";
import { editUserNow } from "@/tests/factories/edits";
import { untilSomebodyWaits } from "@/tests/factories/locks";
import { signedInAs } from "@/tests/factories/second-factor";
import { inLastSession, makeSession } from "@/tests/factories/sessions";
import { actorOf, makeActor, makeUser } from "@/tests/factories/users";

const phone =
  "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36";

async function signedIn() {
  const user = await makeUser("PUSKESMAS_STAFF", { password: "kata sandi lama" });
  const checked = await verifySignIn(user.email, "kata sandi lama");
  const token = checked && (await openSession(checked, { userAgent: phone, network: "192.0.2.1" }));
  if (!checked || !token) throw new Error("Not signed in");
  return { user, checked, token };
}

const age = (token: string, change: string) =>
  pool.query(`UPDATE "Session" SET ${change} WHERE "tokenHash" = $1`, [hashToken(token)]);

describe("a session", () => {
  test("is a row behind the cookie's token, which the database does not keep", async () => {
    const { user, token } = await signedIn();
    expect(await findSession(token)).toEqual({ id: expect.any(String), actor: await actorOf(user) });
    expect(JSON.stringify(await db.session.findMany())).not.toContain(token);
    for (const wrong of [undefined, "", "x", "A".repeat(22), `${token}x`, token.toLowerCase()])
      expect(await findSession(wrong), wrong).toBeNull();
  });

  test("ends by signing out: the same cookie opens nothing afterwards", async () => {
    const { token } = await signedIn();
    await endSession(token);
    expect(await findSession(token)).toBeNull();
    expect(await db.session.findFirst()).toMatchObject({ ending: "SIGN_OUT" });
  });

  test("ends when nobody used it for 12 hours; use keeps it", async () => {
    const { token } = await signedIn();
    await age(token, `"seenAt" = now() - interval '11 hours 59 minutes'`);
    expect(await findSession(token)).not.toBeNull();
    const { seenAt } = await db.session.findFirstOrThrow();
    expect(Date.now() - seenAt.getTime()).toBeLessThan(60_000);
    await age(token, `"seenAt" = now() - interval '12 hours 1 minute'`);
    expect(await findSession(token)).toBeNull();
  });

  test("ends after a week, however much it is used", async () => {
    const { token } = await signedIn();
    const { createdAt, expiresAt } = await db.session.findFirstOrThrow();
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 3_600_000)).toBe(7 * 24);
    await age(token, `"expiresAt" = now() - interval '1 second'`);
    expect(await findSession(token)).toBeNull();
  });

  test("shows the role of now, not of when it began", async () => {
    const { user, token } = await signedIn();
    const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: user.organisationId });
    const input = { name: user.name, email: user.email, position: null, role: "PUSKESMAS_READER" } as const;
    expect(await editUserNow(admin, user.id, input)).toEqual({ ok: true });
    expect((await findSession(token))?.actor.role).toBe("PUSKESMAS_READER");
  });

  test("is not opened by a password that was changed between checking and opening", async () => {
    const { user, checked } = await signedIn();
    const change = passwordChangeSchema.parse({
      oldPassword: "kata sandi lama",
      newPassword: "kata sandi baru",
      repeatPassword: "kata sandi baru",
    });
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      await client.query(`SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE`, [user.id]);
      const changed = changePassword(await actorOf(user), change);
      await untilSomebodyWaits();
      const late = openSession(checked, { userAgent: phone, network: "192.0.2.1" });
      await client.query("COMMIT");
      expect(await changed).toEqual({ ok: true });
      await late;
    } finally {
      client.release();
    }
    expect(await openSession(checked, { userAgent: phone, network: "192.0.2.1" })).toBeNull();
    expect(await db.session.count({ where: { endedAt: null } })).toBe(0);
  });
});

describe("a server's clock that was wrong", () => {
  test("a day ahead: a session begun then is kept, and lives no longer than others once it is put right", async () => {
    const { token } = await signedIn();
    await age(
      token,
      `"createdAt" = now() + interval '1 day', "seenAt" = now() + interval '1 day',
      "expiresAt" = now() + interval '8 days'`,
    );
    expect(await findSession(token)).not.toBeNull();
    const { seenAt, expiresAt } = await db.session.findFirstOrThrow();
    expect(seenAt.getTime() - Date.now()).toBeLessThan(60_000);
    expect(expiresAt.getTime() - Date.now()).toBeLessThan(7 * 86_400_000 + 60_000);
    await age(token, `"seenAt" = now() - interval '12 hours 1 minute'`);
    expect(await findSession(token)).toBeNull();
  });

  test("an hour behind: nobody is out", async () => {
    const { token } = await signedIn();
    await age(token, `"createdAt" = now() - interval '1 hour', "seenAt" = now() - interval '1 hour'`);
    expect(await findSession(token)).not.toBeNull();
  });

  test("a day ahead for a while: who was out then is in again once it is put right", async () => {
    const { token } = await signedIn();
    await age(token, `"seenAt" = now() - interval '1 day'`);
    expect(await findSession(token)).toBeNull();
    await age(token, `"seenAt" = now()`);
    expect(await findSession(token)).not.toBeNull();
  });
});

test("one session of several ends, of its own user alone", async () => {
  const { user, token } = await signedIn();
  const actor = await signedInAs(user);
  const foreign = await makeSession(await makeUser("PUSKESMAS_STAFF"));
  for (const { id } of await db.session.findMany({ where: { NOT: { id: actor.sessionId } } }))
    expect(await endOwnSession(actor, id)).toEqual({ ok: true });
  expect(await endOwnSession(actor, "x")).toEqual({ ok: true });
  expect(await findSession(token)).toBeNull();
  expect(await findSession(foreign)).not.toBeNull();
  expect(await db.event.count({ where: { action: "session.ended" } })).toBe(1);
});

test("a session that was left open ends none before its user has shown that it is he", async () => {
  const { user, token } = await signedIn();
  const holder = await signedInAs(user);
  await pool.query(`UPDATE "Session" SET "confirmedAt" = now() - interval '11 minutes'`);
  const { id } = await db.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
  expect(await endOwnSession(holder, id)).toMatchObject({ ok: false, field: "konfirmasi" });
  expect(await endOwnSessions(holder)).toMatchObject({ ok: false, field: "konfirmasi" });
  expect(await db.session.count({ where: { endedAt: null } })).toBe(2);
  expect(await confirmByPassword(holder, "kata sandi lama")).toMatchObject({ ok: true });
  expect(await endOwnSession(holder, id)).toEqual({ ok: true });
  expect(await findSession(token)).toBeNull();
});

test("showing the password again goes on under another token, and the one before opens nothing", async () => {
  const { user, token } = await signedIn();
  const holder = await inLastSession(await actorOf(user));
  const wrong = await confirmByPassword(holder, "bukan kata sandinya");
  expect(wrong).toMatchObject({ ok: false });
  expect(await findSession(token)).toMatchObject({ id: holder.sessionId });
  const confirmed = await confirmByPassword(holder, "kata sandi lama");
  expect(await findSession(token)).toBeNull();
  expect(await findSession(confirmed.ok ? confirmed.sessionToken : "")).toMatchObject({ id: holder.sessionId });
  await endOwnSessions(holder);
  expect(await confirmByPassword(holder, "kata sandi lama")).toMatchObject({ ok: false });
});

test.each([
  ["203.0.113.77", "203.0.…"],
  ["::ffff:203.0.113.77", "203.0.…"],
  ["2001:db8:1:2::7", "2001:db8:…"],
  ["", null],
  ["lokal", null],
])("an address by its beginning: %s", (network, shown) => {
  expect(shortAddress(network)).toBe(shown);
});

test("a user sees his own open sessions and ends them all", async () => {
  const { user, token } = await signedIn();
  const actor = await inLastSession(await actorOf(user));
  const other = await makeSession(user, "Firefox di Windows");
  const foreign = await makeSession(await makeUser("PUSKESMAS_STAFF"));
  const ended = await makeSession(user);
  await endSession(ended);
  expect((await listSessions(actor)).map(({ device }) => device).sort()).toEqual([
    "Chrome di Android",
    "Firefox di Windows",
  ]);
  expect(await endOwnSessions(actor)).toEqual({ ok: true });
  expect(await listSessions(actor)).toEqual([]);
  for (const one of [token, other]) expect(await findSession(one)).toBeNull();
  expect(await findSession(foreign)).not.toBeNull();
});

test.each([
  [phone, "Chrome di Android"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
    "Edge di Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1",
    "Safari di iPhone",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0", "Firefox di Linux"],
  ["", "Perangkat tidak dikenal"],
  ["x".repeat(100_000), "Perangkat tidak dikenal"],
])("a browser by the names its user knows: %#", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
