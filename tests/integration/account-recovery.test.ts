import { describe, expect, test, vi } from "vitest";
import { db, pool } from "@/lib/db";
import { log } from "@/lib/log";
import { noteGuessed } from "@/lib/second-factor/guessed";
import { findFactorRule, setFactorRule } from "@/lib/second-factor/office-rule";
import { nextStepOf } from "@/lib/second-factor/pending";
import { listFactors } from "@/lib/second-factor/reads";
import { findSession } from "@/lib/sessions/reads";
import { spendLink } from "@/lib/users/links";
import { listAdmins, recoverAdmin, recoverUser } from "@/lib/users/recover";
import { verifySignIn } from "@/lib/users/sign-in";
import { limitCodes, limitPasskeys } from "@/lib/web/second-step";
import { listSentences } from "@/tests/factories/events";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeApp, makeRule, signedInAs } from "@/tests/factories/second-factor";
import { makeSession } from "@/tests/factories/sessions";
import { actorOf, makeUser } from "@/tests/factories/users";

const password = "kata sandi lama";

async function office() {
  const dinkes = await makeKabupaten();
  const puskesmas = await makePuskesmas({ parentId: dinkes.id });
  const above = await makeUser("DINKES_ADMIN", { organisationId: dinkes.id });
  const lost = await makeUser("PUSKESMAS_ADMIN", { organisationId: puskesmas.id, password });
  await makeApp(lost);
  return { dinkes, puskesmas, above, lost };
}

describe("recovering an account", () => {
  test("takes away every way in, ends sessions and tokens, and gives a link for a new password", async () => {
    const { above, lost } = await office();
    const session = await makeSession(lost);
    await db.apiToken.create({
      data: {
        ...{ id: lost.id, userId: lost.id, name: "Dasbor", tokenHash: "x" },
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    });
    const outcome = await recoverUser(await signedInAs(above), lost.id);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await findSession(session)).toBeNull();
    expect(await verifySignIn(lost.email, password)).toBeNull();
    expect((await listFactors(await actorOf(lost))).apps).toEqual([]);
    expect(await db.apiToken.findFirst()).toMatchObject({ revokedAt: expect.any(Date) });
    expect(await listSentences()).toContainEqual({
      says: `memulihkan akun: ${lost.name}: verifikasi dua langkah dan kata sandi dihapus, 1 token API dicabut`,
      lines: [],
    });
    expect(await spendLink(outcome.token, "pagar rumah biru")).toEqual({ ok: true });
    expect(await verifySignIn(lost.email, "pagar rumah biru")).not.toBeNull();
  });

  test("is for others alone, of the own office and those below, by who showed the password a moment ago", async () => {
    const { above, lost, puskesmas } = await office();
    const own = await signedInAs(lost);
    expect(await recoverUser(own, lost.id)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("akun sendiri"),
    });
    await expect(recoverUser(own, above.id)).rejects.toThrow("may not");
    const colleague = await signedInAs(await makeUser("PUSKESMAS_ADMIN", { organisationId: puskesmas.id }));
    await pool.query(`UPDATE "Session" SET "confirmedAt" = now() - interval '11 minutes'`);
    expect(await recoverUser(colleague, lost.id)).toMatchObject({ ok: false, field: "konfirmasi" });
    await pool.query(`UPDATE "Session" SET "confirmedAt" = now()`);
    expect(await recoverUser(colleague, lost.id)).toMatchObject({ ok: true });
    await db.user.update({ where: { id: lost.id }, data: { deactivatedAt: new Date() } });
    expect(await recoverUser(colleague, lost.id)).toMatchObject({ ok: false });
  });

  test("on the server is for admins, also one that was deactivated, and tells that it was done there", async () => {
    const { above, lost } = await office();
    await db.user.update({ where: { id: above.id }, data: { deactivatedAt: new Date() } });
    expect((await listAdmins()).map(({ email }) => email)).toEqual([above.email, lost.email]);
    const outcome = await recoverAdmin(` ${above.email.toUpperCase()} `);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await spendLink(outcome.token, "pagar rumah biru")).toEqual({ ok: true });
    expect(await verifySignIn(above.email, "pagar rumah biru")).not.toBeNull();
    expect(await db.event.findFirst({ where: { action: "user.recovered" } })).toMatchObject({
      ...{ actor: "Pengelola server", userId: null },
    });
    const staff = await makeUser("PUSKESMAS_STAFF");
    expect(await recoverAdmin(staff.email)).toMatchObject({ ok: false });
    expect(await recoverAdmin("tidak@ada.example")).toMatchObject({ ok: false });
  });
});

describe("asking for a second factor", () => {
  test("is for an admin who has one himself, and shows who has none", async () => {
    const { dinkes, above, lost } = await office();
    const admin = await signedInAs(above);
    const rule = { ofOwnAdmins: true, ofAdminsBelow: true };
    expect(await setFactorRule(admin, rule)).toMatchObject({ ok: false, field: "ofOwnAdmins" });
    await makeApp(above);
    expect(await setFactorRule(admin, rule)).toEqual({ ok: true });
    expect(await listSentences()).toContainEqual({
      says: `mengatur verifikasi dua langkah: ${dinkes.name}: wajib untuk admin kantor sendiri dan admin instansi di bawahnya`,
      lines: [],
    });
    const other = await makeUser("PUSKESMAS_ADMIN", { organisationId: lost.organisationId });
    expect(await findFactorRule(admin)).toMatchObject({
      ...rule,
      count: 1,
      without: [{ id: other.id }],
      askedBy: null,
    });
    expect(await findFactorRule(await actorOf(other))).toMatchObject({ askedBy: dinkes.name, ofOwnAdmins: false });
    expect(await nextStepOf(other.id)).toBe("set up");
  });

  test("of offices below does not reach its own admins, nor that of a puskesmas another office", async () => {
    const { dinkes, puskesmas, above, lost } = await office();
    const beside = await makeUser("DINKES_ADMIN", { organisationId: dinkes.id });
    await makeRule(dinkes.id, { ofOwnAdmins: false, ofAdminsBelow: true });
    expect(await nextStepOf(beside.id)).toBe("open");
    const sibling = await makeUser("PUSKESMAS_ADMIN", { organisationId: puskesmas.id });
    expect(await nextStepOf(sibling.id)).toBe("set up");
    const own = await signedInAs(lost);
    expect(await setFactorRule(own, { ofOwnAdmins: true, ofAdminsBelow: true })).toEqual({ ok: true });
    expect(await db.secondFactorRule.findUnique({ where: { organisationId: puskesmas.id } })).toMatchObject({
      ofAdminsBelow: false,
    });
    expect(await nextStepOf(above.id)).toBe("open");
  });
});

test("eight wrong codes in a quarter of an hour are looked at, and a right one in between forgives", async () => {
  const account = await actorOf((await office()).lost);
  const warn = vi.spyOn(log, "warn");
  const attempt = (ok: boolean) => limitCodes(account, async () => ({ ok }));
  for (let count = 0; count < 7; count += 1) expect(await attempt(false)).toEqual({ ok: false });
  expect(await attempt(true)).toEqual({ ok: true });
  for (let count = 0; count < 8; count += 1) expect(await attempt(false)).toEqual({ ok: false });
  expect(await attempt(true)).toBeNull();
  expect(await db.event.count({ where: { action: "second-factor.guessed", subjectId: account.userId } })).toBe(1);
  const logged = warn.mock.calls.filter(([what]) => JSON.stringify(what).includes(account.userId));
  expect(logged).toHaveLength(15);
  vi.restoreAllMocks();
});

test("who is out of codes for the day still enters by a passkey, of which an address has its own number", async () => {
  const account = await actorOf((await office()).lost);
  for (let count = 0; count < 9; count += 1) await limitCodes(account, async () => ({ ok: false }));
  expect(await limitCodes(account, async () => ({ ok: true }))).toBeNull();
  const byPasskey = (ok: boolean) => limitPasskeys("192.0.2.41", async () => ({ ok }));
  expect(await byPasskey(true)).toEqual({ ok: true });
  for (let count = 0; count < 120; count += 1) await byPasskey(false);
  expect(await byPasskey(true)).toBeNull();
});

test("too many wrong codes after the right password are told once an hour", async () => {
  const { lost } = await office();
  const account = await actorOf(lost);
  await noteGuessed(account);
  await noteGuessed(account);
  expect(await db.event.count({ where: { action: "second-factor.guessed" } })).toBe(1);
});
