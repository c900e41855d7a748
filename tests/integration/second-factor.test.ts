import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db, pool } from "@/lib/db";
import { readAppCode, readRecoveryCode } from "@/lib/second-factor/codes";
import { confirmByCode, confirmByPassword } from "@/lib/second-factor/confirm";
import { isConfirmed } from "@/lib/second-factor/hold";
import { beginPending, findPending, nextStepOf, type Pending } from "@/lib/second-factor/pending";
import { findStartedApp, listFactors } from "@/lib/second-factor/reads";
import { openPending, signInWithCode } from "@/lib/second-factor/sign-in";
import { spendCode } from "@/lib/second-factor/spend";
import { codeAt } from "@/lib/second-factor/totp";
import { beginApp, confirmApp, makeRecoveryCodes, removeFactor } from "@/lib/second-factor/writes";
import { hashToken } from "@/lib/secrets";
import { openSession } from "@/lib/sessions/lifetime";
import { findSession } from "@/lib/sessions/reads";
import { endOwnSessions } from "@/lib/sessions/writes";
import { changePassword } from "@/lib/users/account";
import { spendLink } from "@/lib/users/links";
import { verifySignIn } from "@/lib/users/sign-in";
import { deactivateUser, renewLink } from "@/lib/users/writes";
import { listSentences } from "@/tests/factories/events";
import { makeApp, makeRule, signedInAs } from "@/tests/factories/second-factor";
import { actorOf, makeActor, makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const browser = {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0",
  network: "192.0.2.7",
};
const password = "kata sandi lama";

async function waiting(role: "PUSKESMAS_ADMIN" | "PUSKESMAS_STAFF" = "PUSKESMAS_STAFF") {
  const user = await makeUser(role, { password });
  const secret = await makeApp(user);
  return { user, secret, ...(await pendingOf(user)) };
}

async function pendingOf(user: { email: string }): Promise<{ token: string; pending: Pending }> {
  const checked = await verifySignIn(user.email, password);
  const token = checked && (await beginPending(checked));
  const pending = token && (await findPending(token));
  if (!token || !pending) throw new Error("Nothing is pending");
  return { token, pending };
}

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe("a sign-in that waits for its second factor", () => {
  test("is asked for where the user has one or his office asks for one, and for nobody else", async () => {
    const plain = await makeUser("PUSKESMAS_ADMIN");
    expect(await nextStepOf(plain.id)).toBe("open");
    const { user } = await waiting();
    expect(await nextStepOf(user.id)).toBe("confirm");
    await makeRule(plain.organisationId);
    expect(await nextStepOf(plain.id)).toBe("set up");
    const staff = await makeUser("PUSKESMAS_STAFF", { organisationId: plain.organisationId });
    expect(await nextStepOf(staff.id)).toBe("open");
  });

  test("is no session: its token opens nothing, and its row is none", async () => {
    const { user, token } = await waiting();
    expect(await findSession(token)).toBeNull();
    expect(await db.session.count({ where: { userId: user.id } })).toBe(0);
    expect(JSON.stringify(await db.pendingSignIn.findMany())).not.toContain(token);
  });

  test("opens one session with the right code, once", async () => {
    const { user, secret, token, pending } = await waiting();
    const wrong = await signInWithCode(pending, "000000", browser);
    expect(wrong).toMatchObject({ ok: false, field: "code" });
    const code = codeAt(secret, new Date());
    const signedIn = await signInWithCode(pending, code, browser);
    if (!signedIn.ok) throw new Error(signedIn.reason);
    expect((await findSession(signedIn.sessionToken))?.actor.userId).toBe(user.id);
    expect(await findPending(token)).toBeNull();
    expect(await openPending(pending, browser)).toMatchObject({ ok: false });
  });

  test.each([-1, 1])("takes a code half a minute away: %i", async (steps) => {
    const { secret, pending } = await waiting();
    expect(await spendCode(pending, codeAt(secret, minutes(steps / 2)))).toEqual({ ok: true });
  });

  test("takes no code twice, nor an older one after a newer, also of two at once", async () => {
    const { secret, pending } = await waiting();
    const now = new Date();
    const code = codeAt(secret, now);
    const both = await allEnded([spendCode(pending, code, now), spendCode(pending, code, now)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const older = codeAt(secret, new Date(now.getTime() - 30_000));
    expect(await spendCode(pending, older, now)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("sudah dipakai"),
    });
  });

  test.each([
    [3, "3 menit lebih cepat"],
    [60, "1 jam lebih cepat"],
    [-60, "1 jam lebih lambat"],
    [8 * 60 + 2, "8 jam lebih cepat"],
    [-24 * 60, "satu hari lebih lambat"],
  ])("tells a phone whose clock is off by %i minutes that a clock differs", async (off, words) => {
    const { secret, pending } = await waiting();
    const now = new Date();
    const outcome = await spendCode(pending, codeAt(secret, new Date(now.getTime() + off * 60_000)), now);
    expect(outcome).toMatchObject({ ok: false, field: "code", reason: expect.stringContaining(words) });
    expect(outcome).toMatchObject({ reason: expect.stringContaining("jam server") });
  });

  test("never takes a code of which it told that its hour is still to come", async () => {
    const { secret, pending } = await waiting();
    const now = new Date();
    const later = new Date(now.getTime() + 3_600_000);
    const code = codeAt(secret, later);
    expect(await spendCode(pending, code, now)).toMatchObject({ ok: false });
    expect(await spendCode(pending, code, later)).toMatchObject({ ok: false });
    expect(await spendCode(pending, codeAt(secret, new Date(later.getTime() + 30_000)), later)).toEqual({ ok: true });
  });

  test("ends with a new password, with deactivation and after twenty minutes", async () => {
    const { user, token } = await waiting();
    await changePassword(await actorOf(user), {
      ...{
        oldPassword: password,
        newPassword: "pagar rumah biru",
        repeatPassword: "pagar rumah biru",
        revokesTokens: false,
      },
    });
    expect(await findPending(token)).toBeNull();
    const other = await waiting();
    const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: other.user.organisationId });
    await deactivateUser(admin, other.user.id);
    expect(await findPending(other.token)).toBeNull();
    const third = await waiting();
    await pool.query(`UPDATE "PendingSignIn" SET "expiresAt" = now() WHERE "tokenHash" = $1`, [hashToken(third.token)]);
    expect(await findPending(third.token)).toBeNull();
    expect(await openPending(third.pending, browser)).toMatchObject({ ok: false });
  });

  test("adds no second factor where there is one already", async () => {
    const { pending } = await waiting();
    expect(await beginApp(pending, { id: randomUUID(), name: "HP pencuri" })).toMatchObject({ ok: false });
    expect(await makeRecoveryCodes(pending)).toMatchObject({ ok: false });
  });

  test("sets up the first one where the office asks for it, and opens the session", async () => {
    const user = await makeUser("PUSKESMAS_ADMIN", { password });
    await makeRule(user.organisationId);
    const { pending } = await pendingOf(user);
    const id = randomUUID();
    expect(await beginApp(pending, { id, name: "HP saya" })).toEqual({ ok: true });
    expect(await nextStepOf(user.id)).toBe("set up");
    const app = await findStartedApp(pending, id);
    if (!app) throw new Error("No app was begun");
    expect(await confirmApp(pending, id, "000000")).toMatchObject({ ok: false });
    expect(await confirmApp(pending, id, codeAt(app.secret, minutes(60)))).toMatchObject({
      reason: expect.stringContaining("1 jam lebih cepat"),
    });
    expect(await confirmApp(pending, id, codeAt(app.secret, new Date()))).toEqual({ ok: true });
    expect(await openPending(pending, browser)).toMatchObject({ ok: true });
    expect(await listSentences()).toContainEqual({ says: "menambah: aplikasi autentikator “HP saya”", lines: [] });
  });
});

describe("recovery codes", () => {
  test("are ten, kept as hashes, and each replaces the second factor once", async () => {
    const { user, pending } = await waiting();
    const made = await makeRecoveryCodes(await signedInAs(user));
    if (!made.ok) throw new Error(made.reason);
    expect(new Set(made.codes).size).toBe(10);
    expect(JSON.stringify(await db.recoveryCode.findMany())).not.toContain(made.codes[0]);
    const [first = "", second = ""] = made.codes;
    const both = await allEnded([spendCode(pending, first), spendCode(pending, first)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await spendCode(pending, ` ${second.toLowerCase().replaceAll("-", " ")} `)).toEqual({ ok: true });
    expect((await listFactors(await actorOf(user))).codesLeft).toBe(8);
    expect(await listSentences()).toContainEqual({ says: "masuk dengan: kode pemulihan, 8 kode tersisa", lines: [] });
    await makeRecoveryCodes(await signedInAs(user));
    expect(await spendCode(pending, made.codes[2] ?? "")).toMatchObject({ ok: false });
  });

  test("are not there without a second factor, and go with the last one", async () => {
    const user = await makeUser("PUSKESMAS_STAFF");
    expect(await makeRecoveryCodes(await signedInAs(user))).toMatchObject({ ok: false });
    await makeApp(user);
    const holder = await signedInAs(user);
    expect(await makeRecoveryCodes(holder)).toMatchObject({ ok: true });
    const [app] = (await listFactors(await actorOf(user))).apps;
    expect(await removeFactor(holder, "app", app?.id ?? "")).toEqual({ ok: true });
    expect(await db.recoveryCode.count()).toBe(0);
  });

  test.each([
    ["7kq2 mxva 93td", "7KQ2-MXVA-93TD"],
    ["7KQ2MXVA93TD", "7KQ2-MXVA-93TD"],
    ["123456", null],
    ["", null],
    ["x".repeat(100_000), null],
  ])("are read as they were written down: %#", (typed, code) => {
    expect(readRecoveryCode(typed)).toBe(code);
    expect(readAppCode("123 456")).toBe("123456");
  });
});

describe("changing one's second factors", () => {
  test("asks for the password or the second factor again ten minutes after it was shown", async () => {
    const user = await makeUser("PUSKESMAS_STAFF", { password });
    const holder = await signedInAs(user);
    const age = (interval: string) => pool.query(`UPDATE "Session" SET "confirmedAt" = now() - interval '${interval}'`);
    await age("9 minutes");
    expect(await isConfirmed(holder)).toBe(true);
    await age("11 minutes");
    expect(await isConfirmed(holder)).toBe(false);
    const begun = { id: randomUUID(), name: "HP" };
    expect(await beginApp(holder, begun)).toMatchObject({ ok: false, field: "konfirmasi" });
    expect(await confirmByPassword(holder, "bukan kata sandinya")).toMatchObject({ ok: false });
    expect(await confirmByPassword(holder, password)).toMatchObject({ ok: true });
    expect(await beginApp(holder, begun)).toEqual({ ok: true });
    const secret = await makeApp(user);
    await age("-2 days");
    expect(await isConfirmed(holder)).toBe(false);
    expect(await confirmByPassword(holder, password)).toMatchObject({ ok: false });
    expect(await confirmByCode(holder, codeAt(secret, new Date()))).toMatchObject({ ok: true });
    expect(await isConfirmed(holder)).toBe(true);
  });

  test("keeps the last one where the office asks for it", async () => {
    const user = await makeUser("PUSKESMAS_ADMIN");
    await makeRule(user.organisationId);
    await makeApp(user, "HP lama");
    const holder = await signedInAs(user);
    const [app] = (await listFactors(await actorOf(user))).apps;
    expect(await removeFactor(holder, "app", app?.id ?? "")).toMatchObject({ ok: false });
    expect((await listFactors(await actorOf(user))).apps).toHaveLength(1);
    await makeApp(user, "HP baru");
    expect(await removeFactor(holder, "app", app?.id ?? "")).toEqual({ ok: true });
  });

  test("reaches nobody else's", async () => {
    const user = await makeUser("PUSKESMAS_STAFF");
    await makeApp(user);
    const [app] = (await listFactors(await actorOf(user))).apps;
    const other = await signedInAs(await makeUser("PUSKESMAS_ADMIN", { organisationId: user.organisationId }));
    await removeFactor(other, "app", app?.id ?? "");
    expect((await listFactors(await actorOf(user))).apps).toHaveLength(1);
    const foreign = await signedInAs(user);
    expect(await beginApp({ ...other, sessionId: foreign.sessionId }, { id: randomUUID(), name: "HP" })).toMatchObject({
      ok: false,
    });
  });
});

test("a password alone opens a session where no second factor is", async () => {
  const user = await makeUser("PUSKESMAS_STAFF", { password });
  const checked = await verifySignIn(user.email, password);
  expect(checked && (await openSession(checked, browser))).toEqual(expect.any(String));
  expect(await db.session.findFirst()).toMatchObject({ address: "192.0.…", device: "Firefox di Linux" });
});

test("a link for a new password does not lead past the second factor", async () => {
  const { user } = await waiting();
  const admin = await signedInAs(await makeUser("PUSKESMAS_ADMIN", { organisationId: user.organisationId }));
  const given = await renewLink(admin, user.id);
  expect(await spendLink(given.ok ? given.token : "", "kata sandi yang baru")).toEqual({ ok: true });
  expect(await nextStepOf(user.id)).toBe("confirm");
});

test("an app whose first code was never shown goes with the sessions of its user", async () => {
  const holder = await signedInAs(await makeUser("PUSKESMAS_STAFF", { password }));
  await makeApp({ id: holder.userId }, "Sudah dipakai");
  expect(await beginApp(holder, { id: randomUUID(), name: "Di tangan orang lain" })).toMatchObject({ ok: true });
  await endOwnSessions(holder);
  expect(await db.authenticatorApp.findMany({ select: { name: true } })).toEqual([{ name: "Sudah dipakai" }]);
});
