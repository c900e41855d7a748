// Limits count failures before they happen; who does it right is never told to wait for what others did.

import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { answerCheckIn } from "@/app/h/[[...kode]]/check-in";
import { answerFeed } from "@/app/kalender/[berkas]/feed";
import { answerOwner } from "@/app/t/[token]/owner";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { db } from "@/lib/db";
import type { PlainRequest } from "@/lib/http/plain-http";
import { log } from "@/lib/log";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import { findSession } from "@/lib/sessions/reads";
import { canonicalEmail } from "@/lib/users/rules";
import { sessionCookie } from "@/lib/web/session-cookie";
import { attemptSignIn } from "@/lib/web/sign-in-attempt";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeSession } from "@/tests/factories/sessions";
import { makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";
import { asOwner } from "@/tests/setup/owner";

/** A network nobody else of these tests comes from. */
const network = () => `network ${randomUUID()}`;
const get = (path: string, address = network()): PlainRequest => ({
  method: "GET",
  path,
  headers: {},
  address,
  body: "",
});

async function invited() {
  const meeting = await makeMeeting("SCHEDULED", { host: await makePuskesmas() });
  const token = newToken();
  const { id } = await makeInvitation({ meetingId: meeting.id, title: "Camat", institution: "Kecamatan Uji" });
  await db.invitation.update({ where: { id }, data: { tokenHash: hashToken(token), tokenSealed: sealToken(token) } });
  return { meeting, token };
}

describe("a personal link", () => {
  test.each([".", ")", ">", '"', "/", "%22", "%3E", "?fbclid=x", ".?fbclid=x", "...", ",", "%E2%80%9D"])(
    "followed by %s leads to the right page and is no guess",
    async (behind) => {
      const { token } = await invited();
      const address = network();
      for (let time = 0; time < 25; time++)
        expect((await answerInvitee(get(`/u/${token}${behind}`, address))).status).toBe(200);
      expect((await answerInvitee(get(`/u/${newToken()}`, address))).status).toBe(404);
    },
  );

  test("works although its network has guessed; who guesses on is told to wait", async () => {
    const { token } = await invited();
    const address = network();
    const guesses = await allEnded(Array.from({ length: 60 }, () => answerInvitee(get(`/u/${newToken()}`, address))));
    expect(guesses.filter(({ status }) => status === 404)).toHaveLength(20);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(40);
    expect((await answerInvitee(get(`/u/${token}`, address))).status).toBe(200);
    expect((await answerOwner(get(`/t/${newToken()}`, address))).status).toBe(429);
  });

  test("a whole kecamatan behind one address answers: successes are not counted", async () => {
    const address = network();
    const { meeting } = await invited();
    const tokens = Array.from({ length: 700 }, newToken);
    await db.invitation.createMany({
      data: tokens.map((token, number) => ({
        meetingId: meeting.id,
        title: `Kader ${number}`,
        institution: "Desa Uji",
        sector: "DESA" as const,
        protocolOrder: 60,
        tokenHash: hashToken(token),
        tokenSealed: "-",
      })),
    });
    const answer = (token: string) =>
      answerInvitee({ ...get(`/u/${token}`, address), method: "POST", body: "choice=PRESENT" });
    for (let at = 0; at < tokens.length; at += 50) {
      const replies = await allEnded(tokens.slice(at, at + 50).map(answer));
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]));
    }
  });

  test("is looked up before anything of an answer is read", async () => {
    const request = { ...get(`/u/${newToken()}`), method: "POST" };
    const upload = () => Promise.reject(new Error("It was read"));
    expect((await answerInvitee({ ...request, upload })).status).toBe(404);
  });
});

test("of two hundred check-in codes guessed at once no more than a hundred are looked up", async () => {
  const address = network();
  const replies = await allEnded(Array.from({ length: 200 }, () => answerCheckIn(get("/h/ABCDEF", address))));
  expect(replies.filter(({ status }) => status === 404)).toHaveLength(100);
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(100);
});

test("a calendar's address followed by a dot is still its address", async () => {
  const address = network();
  for (let time = 0; time < 25; time++) await answerFeed(get(`/kalender/${newToken()}.ics`, address));
  expect((await answerFeed(get(`/kalender/${newToken()}.ics`, address))).status).toBe(429);
});

describe("signing in", () => {
  const password = "kata sandi yang benar";
  const from = (address = network()) => ({ "x-client-address": address });

  test("one account is one account, however its address is typed", async () => {
    const { email } = await makeUser("PUSKESMAS_STAFF");
    const typed = [email, ` ${email.toUpperCase()}`, `\0${email}`, `${email}\0\0`, `${email}\u0001`, `\t${email}\n`];
    for (const text of typed) expect(canonicalEmail(text)).toBe(email);
    const address = network();
    const outcomes = await allEnded(
      Array.from({ length: 24 }, (_, number) =>
        attemptSignIn({ email: typed[number % typed.length] ?? "", password: "salah" }, from(address)),
      ),
    );
    const reasons = outcomes.map((outcome) => ("failure" in outcome ? outcome.failure : "masuk"));
    expect(reasons.filter((reason) => reason === "CredentialsSignin")).toHaveLength(8);
    expect(reasons.filter((reason) => reason === "TerlaluSering")).toHaveLength(16);
  });

  test("guessed at from many addresses, an account slows down, and its user still gets in", async () => {
    const { email } = await makeUser("PUSKESMAS_STAFF", { password });
    const guess = () => attemptSignIn({ email, password: "salah" }, from());
    const outcomes = await allEnded(Array.from({ length: 60 }, guess));
    const tried = outcomes.filter((outcome) => "failure" in outcome && outcome.failure === "CredentialsSignin");
    // Thirty, and one that may come every ten seconds.
    expect(tried).toHaveLength(31);
  });

  test("under such an attack its user gets in at once from where he came before, guesses from there are counted", async () => {
    const { email } = await makeUser("PUSKESMAS_STAFF", { password });
    const office = from();
    expect(await attemptSignIn({ email, password }, office)).toHaveProperty("sessionToken");
    await allEnded(Array.from({ length: 60 }, () => attemptSignIn({ email, password: "salah" }, from())));
    expect(await attemptSignIn({ email, password }, from())).toEqual({ failure: "TerlaluSering" });
    expect(await attemptSignIn({ email, password }, office)).toHaveProperty("sessionToken");
    const guesses = await allEnded(
      Array.from({ length: 12 }, () => attemptSignIn({ email, password: "salah" }, office)),
    );
    const tried = guesses.filter((outcome) => "failure" in outcome && outcome.failure === "CredentialsSignin");
    expect(tried).toHaveLength(8);
  });

  test("many good ones of one office are not counted", async () => {
    const { email } = await makeUser("PUSKESMAS_STAFF", { password });
    const address = network();
    for (let time = 0; time < 35; time++)
      expect(await attemptSignIn({ email, password }, from(address))).toHaveProperty("sessionToken");
  });

  test("every outcome is in the log, with whose account it is once the password was right, never what was typed", async () => {
    const { id, email } = await makeUser("PUSKESMAS_STAFF", { password });
    const [info, warn] = [vi.spyOn(log, "info"), vi.spyOn(log, "warn")];
    await attemptSignIn({ email, password: "salah sekali" }, from());
    await attemptSignIn({ email, password }, from());
    expect(warn.mock.calls).toEqual([[expect.objectContaining({ reason: "CredentialsSignin" }), "masuk gagal"]]);
    expect(info.mock.calls).toEqual([[expect.objectContaining({ actor: id }), "masuk"]]);
    expect(JSON.stringify([info.mock.calls, warn.mock.calls])).not.toMatch(new RegExp(`${email}|salah sekali`));
    vi.restoreAllMocks();
  });

  test("in a browser that has a session ends that one", async () => {
    const user = await makeUser("PUSKESMAS_STAFF", { password });
    const before = await makeSession(await makeUser("PUSKESMAS_STAFF"));
    const failed = { ...from(), cookie: `${sessionCookie()}=${before}` };
    await attemptSignIn({ email: user.email, password: "salah" }, failed);
    expect(await findSession(before)).not.toBeNull();
    await attemptSignIn({ email: user.email, password }, failed);
    expect(await findSession(before)).toBeNull();
  });

  test("a password is taken whole: more behind the longest one there can be is wrong", async () => {
    const longest = "pagi cerah ".repeat(20).slice(0, 200);
    const { email } = await makeUser("PUSKESMAS_STAFF", { password: longest });
    expect(await attemptSignIn({ email, password: `${longest}x` }, from())).toEqual({ failure: "CredentialsSignin" });
    expect(await attemptSignIn({ email, password: longest }, from())).toHaveProperty("sessionToken");
  });

  test("a database that is away is told apart, and nothing of it stands in the answer", async () => {
    const { email } = await makeUser("PUSKESMAS_STAFF", { password });
    await asOwner([`ALTER TABLE "Session" RENAME TO "Elsewhere"`]);
    try {
      expect(await attemptSignIn({ email, password }, from())).toEqual({ failure: "Gangguan" });
    } finally {
      await asOwner([`ALTER TABLE "Elsewhere" RENAME TO "Session"`]);
    }
  });
});
