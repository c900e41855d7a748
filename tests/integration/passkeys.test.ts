import { beforeEach, describe, expect, test, vi } from "vitest";
import { db, pool } from "@/lib/db";
import { confirmByPasskey } from "@/lib/second-factor/confirm";
import { isConfirmed } from "@/lib/second-factor/hold";
import { readAssertion, readRegistration } from "@/lib/second-factor/passkey-schema";
import { addPasskey, askForPasskey, beginPasskey, spendPasskey } from "@/lib/second-factor/passkeys";
import { beginPending, findPending } from "@/lib/second-factor/pending";
import { listFactors } from "@/lib/second-factor/reads";
import { signInWithPasskey, signInWithSecondPasskey } from "@/lib/second-factor/sign-in";
import { passkeySite } from "@/lib/second-factor/site";
import { removeFactor } from "@/lib/second-factor/writes";
import { findSession } from "@/lib/sessions/reads";
import { verifySignIn } from "@/lib/users/sign-in";
import { makeAuthenticator } from "@/tests/factories/authenticator";
import { listSentences } from "@/tests/factories/events";
import { signedInAs } from "@/tests/factories/second-factor";
import { actorOf, makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const browser = { userAgent: "", network: "192.0.2.7" };
const password = "kata sandi lama";

beforeEach(() => vi.stubEnv("APP_URL", "http://localhost:3000"));

async function withPasskey() {
  const user = await makeUser("PUSKESMAS_STAFF", { password });
  const holder = await signedInAs(user);
  const device = makeAuthenticator();
  const begun = await beginPasskey(holder);
  if (!begun.ok) throw new Error(begun.reason);
  expect(await addPasskey(holder, "HP saya", device.register(begun.options))).toEqual({ ok: true });
  return { user, holder, device };
}

async function asked(purpose: "SIGN_IN" | "SECOND_FACTOR" | "CONFIRM", userId: string | null) {
  const options = await askForPasskey({ purpose, userId });
  if (!options) throw new Error("No passkeys here");
  return options;
}

describe("a passkey", () => {
  test("is added by its own user, with several beside it, and never twice", async () => {
    const { user, holder, device } = await withPasskey();
    expect(await listSentences()).toContainEqual({ says: "menambah: kunci sandi “HP saya”", lines: [] });
    const again = await beginPasskey(holder);
    if (!again.ok) throw new Error(again.reason);
    expect(again.options.excludeCredentials).toHaveLength(1);
    expect(await addPasskey(holder, "HP saya", device.register(again.options))).toMatchObject({ ok: false });
    const more = await beginPasskey(holder);
    if (!more.ok) throw new Error(more.reason);
    expect(await addPasskey(holder, "Laptop", makeAuthenticator().register(more.options))).toEqual({ ok: true });
    const { passkeys } = await listFactors(await actorOf(user));
    expect(passkeys.map(({ name }) => name)).toEqual(["HP saya", "Laptop"]);
    expect(await removeFactor(holder, "passkey", passkeys[0]?.id ?? "")).toEqual({ ok: true });
    expect(await listSentences()).toContainEqual({ says: "menghapus: kunci sandi “HP saya”", lines: [] });
  });

  test("made for another address, for another challenge or for the same one again is refused", async () => {
    const holder = await signedInAs(await makeUser("PUSKESMAS_STAFF"));
    const other = await signedInAs(await makeUser("PUSKESMAS_STAFF"));
    const begin = async (whose = holder) => {
      const begun = await beginPasskey(whose);
      if (!begun.ok) throw new Error(begun.reason);
      return begun.options;
    };
    const device = makeAuthenticator();
    for (const wrong of [{ origin: "https://lokmin.penipu.example" }, { rpID: "penipu.example" }])
      expect(await addPasskey(holder, "HP", device.register(await begin(), wrong))).toMatchObject({ ok: false });
    expect(await addPasskey(holder, "HP", device.register({ challenge: "AAAA" }))).toMatchObject({ ok: false });
    expect(await addPasskey(holder, "HP", device.register(await begin(other)))).toMatchObject({ ok: false });
    const late = await begin();
    await pool.query(`UPDATE "PasskeyChallenge" SET "expiresAt" = now()`);
    expect(await addPasskey(holder, "HP", device.register(late))).toMatchObject({ ok: false });
    const options = await begin();
    expect(await addPasskey(holder, "HP", device.register(options))).toEqual({ ok: true });
    expect(await addPasskey(holder, "HP", makeAuthenticator().register(options))).toMatchObject({ ok: false });
    expect(await db.passkey.count()).toBe(1);
  });

  test("opens a session after the right password, once", async () => {
    const { user, device } = await withPasskey();
    const checked = await verifySignIn(user.email, password);
    const pending = checked && (await findPending((await beginPending(checked)) ?? ""));
    if (!pending) throw new Error("Nothing is pending");
    const answer = device.sign(await asked("SECOND_FACTOR", user.id), { isVerified: false });
    const signedIn = await signInWithSecondPasskey(pending, answer, browser);
    if (!signedIn.ok) throw new Error(signedIn.reason);
    expect((await findSession(signedIn.sessionToken))?.actor.userId).toBe(user.id);
    expect(await signInWithSecondPasskey(pending, answer, browser)).toMatchObject({ ok: false });
  });

  test("signs in alone where it knows its user, and not otherwise", async () => {
    const { user, device } = await withPasskey();
    const options = await asked("SIGN_IN", null);
    expect(options).toMatchObject({ userVerification: "required", allowCredentials: [] });
    const signedIn = await signInWithPasskey(device.sign(options, { userHandle: user.id }), browser);
    if (!signedIn.ok) throw new Error(signedIn.reason);
    expect((await findSession(signedIn.sessionToken))?.actor.userId).toBe(user.id);
    const refused = async (wrong: Parameters<typeof device.sign>[1]) =>
      expect(await signInWithPasskey(device.sign(await asked("SIGN_IN", null), wrong), browser)).toMatchObject({
        ok: false,
      });
    await refused({ isVerified: false });
    await refused({ origin: "https://lokmin.penipu.example" });
    await refused({ userHandle: "00000000-0000-4000-8000-000000000000" });
    const foreign = makeAuthenticator().sign(await asked("SIGN_IN", null));
    expect(await signInWithPasskey(foreign, browser)).toMatchObject({ ok: false });
    await db.user.update({ where: { id: user.id }, data: { deactivatedAt: new Date() } });
    await refused({});
  });

  test("answers one challenge once, also of two at once, and of its own purpose and user alone", async () => {
    const { user, holder, device } = await withPasskey();
    const question = { purpose: "CONFIRM", userId: user.id } as const;
    const answer = device.sign(await asked("CONFIRM", user.id));
    const both = await allEnded([spendPasskey(question, answer), spendPasskey(question, answer)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    for (const other of [await asked("SIGN_IN", null), await asked("SECOND_FACTOR", user.id)])
      expect(await spendPasskey(question, device.sign(other))).toMatchObject({ ok: false });
    const stranger = await makeUser("PUSKESMAS_STAFF");
    const theirs = device.sign(await asked("CONFIRM", stranger.id));
    expect(await spendPasskey({ purpose: "CONFIRM", userId: stranger.id }, theirs)).toMatchObject({ ok: false });
    await pool.query(`UPDATE "Session" SET "confirmedAt" = now() - interval '1 hour'`);
    const before = await db.session.findUniqueOrThrow({ where: { id: holder.sessionId } });
    const confirmed = await confirmByPasskey(holder, device.sign(await asked("CONFIRM", user.id)));
    expect(await findSession(confirmed.ok ? confirmed.sessionToken : "")).toMatchObject({ id: holder.sessionId });
    expect(await db.session.findUnique({ where: { tokenHash: before.tokenHash } })).toBeNull();
    expect(await isConfirmed(holder)).toBe(true);
  });

  test("whose counter does not grow is a copy, and refused", async () => {
    const { user, device } = await withPasskey();
    const question = { purpose: "CONFIRM", userId: user.id } as const;
    const spend = async (counter: number) =>
      (await spendPasskey(question, device.sign(await asked("CONFIRM", user.id), { counter }))).ok;
    expect(await spend(9)).toBe(true);
    expect(await spend(9)).toBe(false);
    expect(await spend(5)).toBe(false);
    expect(await spend(10)).toBe(true);
  });
});

test.each([
  ["https://lokmin.contoh.go.id", { rpID: "lokmin.contoh.go.id", origin: "https://lokmin.contoh.go.id" }],
  ["https://lokmin.contoh.go.id:8443/", { rpID: "lokmin.contoh.go.id", origin: "https://lokmin.contoh.go.id:8443" }],
  ["http://localhost:3000", { rpID: "localhost", origin: "http://localhost:3000" }],
  ["http://lokmin.contoh.go.id", null],
  ["https://192.168.1.5", null],
  ["http://127.0.0.1:3000", null],
  ["https://[::1]", null],
  ["", null],
])("passkeys are offered where browsers make them: %s", (address, site) => {
  expect(passkeySite(address)).toEqual(site);
});

test.each([null, undefined, "", "{", "[]", "{}", '{"id":1}', `{"id":"${"A".repeat(50_000)}"}`])(
  "what no browser answers is no answer: %#",
  (sent) => {
    expect(readRegistration(sent)).toBeNull();
    expect(readAssertion(sent)).toBeNull();
  },
);
