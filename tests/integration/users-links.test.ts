import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { findSession } from "@/lib/sessions/reads";
import { changePassword } from "@/lib/users/account";
import { givenLinkWords, listGivenLinks } from "@/lib/users/given-links";
import { findLink, spendLink } from "@/lib/users/links";
import { newPasswordSchema, passwordChangeSchema } from "@/lib/users/schema";
import { verifySignIn } from "@/lib/users/sign-in";
import { renewLink } from "@/lib/users/writes";
import { inSession, makeSession } from "@/tests/factories/sessions";
import { actorOf, makeActor, makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function makeLink() {
  const admin = await makeActor("PUSKESMAS_ADMIN");
  const user = await makeUser("PUSKESMAS_STAFF", { organisationId: admin.organisation.id });
  const outcome = await renewLink(await inSession(admin), user.id);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { admin, user, token: outcome.token };
}

describe("a sign-in link", () => {
  test("sets a password once, and ends the sessions there were", async () => {
    const { user, token } = await makeLink();
    const session = await makeSession(user);
    expect(token).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(await findLink(token)).toMatchObject({ name: user.name, email: user.email });
    expect(await spendLink(token, "kata sandi panjang")).toEqual({ ok: true });
    expect(await verifySignIn(user.email, "kata sandi panjang")).toMatchObject({ id: user.id });
    expect(await findSession(session)).toBeNull();
    expect(await findLink(token)).toBeNull();
    expect(await spendLink(token, "kata sandi lain sekali")).toMatchObject({ ok: false });
    expect(await verifySignIn(user.email, "kata sandi panjang")).not.toBeNull();
  });

  test("takes no password of the user's own words, and stays open for another", async () => {
    const { user, token } = await makeLink();
    for (const own of [user.email, `${user.name} 2026`])
      expect(await spendLink(token, own)).toMatchObject({ ok: false, field: "newPassword" });
    expect(await spendLink(token, "kata sandi panjang")).toEqual({ ok: true });
    const change = { newPassword: `${user.name}!!`, repeatPassword: `${user.name}!!`, revokesTokens: false };
    expect(await changePassword(await actorOf(user), { ...change, oldPassword: "kata sandi panjang" })).toMatchObject({
      ...{ ok: false, field: "newPassword" },
    });
  });

  test("used five times at once: one password is set", async () => {
    const { user, token } = await makeLink();
    const passwords = Array.from({ length: 5 }, (_, index) => `kata sandi nomor ${index}`);
    const outcomes = await allEnded(passwords.map((password) => spendLink(token, password)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const winner = passwords[outcomes.findIndex((outcome) => outcome.ok)] ?? "";
    expect(await verifySignIn(user.email, winner)).not.toBeNull();
  });

  test("is looked at without being used", async () => {
    const { token } = await makeLink();
    await findLink(token);
    expect(await findLink(token)).not.toBeNull();
  });

  test("keeps nothing of its token in the database", async () => {
    const { token } = await makeLink();
    expect(JSON.stringify(await db.signInLink.findMany())).not.toContain(token);
    expect(JSON.stringify(await db.event.findMany({ omit: { id: true } }))).not.toContain(token);
  });

  test("ends when a newer one is made; of five made at once one is open", async () => {
    const { admin, user, token } = await makeLink();
    const outcomes = await allEnded(Array.from({ length: 5 }, async () => renewLink(await inSession(admin), user.id)));
    expect(await findLink(token)).toBeNull();
    const found = await allEnded(outcomes.map((outcome) => (outcome.ok ? findLink(outcome.token) : null)));
    expect(found.filter(Boolean)).toHaveLength(1);
  });

  test("ends after 72 hours, and with its user", async () => {
    const { user, token } = await makeLink();
    const { expiresAt, createdAt } = await db.signInLink.findFirstOrThrow();
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 3_600_000)).toBe(72);
    await db.user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } });
    expect(await findLink(token)).toBeNull();
    expect(await spendLink(token, "kata sandi panjang")).toMatchObject({ ok: false });
    await db.user.update({ where: { id: user.id }, data: { deactivatedAt: null } });
    await db.signInLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await findLink(token)).toBeNull();
    expect(await spendLink(token, "kata sandi panjang")).toMatchObject({ ok: false });
  });

  test.each(["", "x", "A".repeat(22), "' OR 1=1 --", "A".repeat(5000)])("%s is none", async (token) => {
    await makeLink();
    expect(await findLink(token)).toBeNull();
    expect(await spendLink(token, "kata sandi panjang")).toMatchObject({ ok: false });
  });
});

describe("one's own password", () => {
  const change = (oldPassword: string, newPassword: string) =>
    passwordChangeSchema.parse({ oldPassword, newPassword, repeatPassword: newPassword });

  test("changes with the old one only, and ends every session", async () => {
    const user = await makeUser("PUSKESMAS_READER", { password: "kata sandi lama" });
    const actor = await actorOf(user);
    const session = await makeSession(user);
    expect(await changePassword(actor, change("salah sama sekali", "kata sandi baru"))).toMatchObject({
      ok: false,
      field: "oldPassword",
    });
    expect(await changePassword(actor, change("kata sandi lama", "kata sandi baru"))).toEqual({ ok: true });
    expect(await verifySignIn(user.email, "kata sandi lama")).toBeNull();
    expect(await verifySignIn(user.email, "kata sandi baru")).not.toBeNull();
    expect(await findSession(session)).toBeNull();
  });

  test("changed twice at once changes once", async () => {
    const actor = await actorOf(await makeUser("PUSKESMAS_STAFF", { password: "kata sandi lama" }));
    const outcomes = await allEnded(
      ["pertama kali ini", "kedua kali ini"].map((next) => changePassword(actor, change("kata sandi lama", next))),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test.each([
    [
      { newPassword: "pendek", repeatPassword: "pendek" },
      "newPassword",
      "Kata sandi baru sekurangnya 10 huruf atau angka",
    ],
    [
      { newPassword: "x".repeat(201), repeatPassword: "x".repeat(201) },
      "newPassword",
      "Kata sandi baru paling banyak 200 huruf",
    ],
    [{ newPassword: "", repeatPassword: "" }, "newPassword", "Isi kata sandi baru"],
    [
      { newPassword: "kata sandi panjang", repeatPassword: "kata sandi panjamg" },
      "repeatPassword",
      "Ulangan kata sandi tidak sama dengan kata sandi baru",
    ],
    [{}, "newPassword", "Isi kata sandi baru"],
  ])("%o is refused", (typed, path, message) => {
    const issues = newPasswordSchema.safeParse(typed).error?.issues ?? [];
    expect(issues.find((issue) => issue.path[0] === path)?.message).toBe(message);
  });

  test("is taken as typed, blanks and all", () => {
    const newPassword = "  dua spasi di depan";
    expect(newPasswordSchema.parse({ newPassword, repeatPassword: newPassword }).newPassword).toBe(newPassword);
  });
});

describe("a link that an admin made for the head", () => {
  async function givenToHead() {
    const admin = await makeActor("PUSKESMAS_ADMIN", { name: "Dewi Lestari" });
    const head = await makeActor("PUSKESMAS_HEAD", { organisationId: admin.organisation.id });
    const outcome = await renewLink(await inSession(admin), head.userId);
    if (!outcome.ok) throw new Error(outcome.reason);
    const told = async (now = new Date()) =>
      (await listGivenLinks(head, now)).map((link) => givenLinkWords(link, now, "Asia/Jakarta"));
    return { admin, head, token: outcome.token, told };
  }

  test("is told to him, with who made it and what became of it, and is an event of the office", async () => {
    const { admin, head, token, told } = await givenToHead();
    const [unused = ""] = await told();
    expect(unused).toMatch(/^Dewi Lestari \(.+\) membuat tautan masuk untuk akun Anda pada .+; belum dipakai/);
    expect(unused).not.toContain(token);
    await spendLink(token, "kata sandi panjang");
    expect(await told()).toEqual([expect.stringMatching(/; dipakai .+ untuk membuat kata sandi baru\.$/)]);
    expect(await listGivenLinks(admin, new Date())).toEqual([]);
    expect(await db.event.findFirst({ where: { action: "user.link-given" } })).toMatchObject({
      subjectId: head.userId,
      organisationId: head.organisation.id,
      actor: "Dewi Lestari",
    });
  });

  test("unused it is said to have ended, and after a month no more", async () => {
    const { told } = await givenToHead();
    const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000);
    expect(await told(days(4))).toEqual([expect.stringContaining("tidak dipakai dan sudah berakhir")]);
    expect(await told(days(31))).toEqual([]);
  });
});
