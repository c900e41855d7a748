// WebAuthn by @simplewebauthn/server, which is loaded where it is first used: it brings 30 MB of modules along.
import { type Outcome, type Refusal, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { keepChallenge, takeChallenge } from "@/lib/second-factor/challenges";
import { holdAccount } from "@/lib/second-factor/hold";
import type { Assertion, Registration } from "@/lib/second-factor/passkey-schema";
import { authorOf, type Holder } from "@/lib/second-factor/rules";
import { passkeySite } from "@/lib/second-factor/site";
import { requireRoom } from "@/lib/second-factor/writes";
import { transact } from "@/lib/transact";
import type { PasskeyPurpose } from "@/prisma/generated/enums";

const library = () => import("@simplewebauthn/server");

type Options<K extends "generateRegistrationOptions" | "generateAuthenticationOptions"> = Awaited<
  ReturnType<Awaited<ReturnType<typeof library>>[K]>
>;

export type CreationOptions = Options<"generateRegistrationOptions">;
export type RequestOptions = Options<"generateAuthenticationOptions">;

export async function beginPasskey(holder: Holder): Promise<Outcome<{ options: CreationOptions }>> {
  const site = passkeySite();
  if (!site) return noSite;
  const { userId, name, email } = holder;
  const { generateRegistrationOptions } = await library();
  return transact<Outcome<{ options: CreationOptions }>>(async (tx) => {
    const refusal = (await holdAccount(tx, holder)) ?? (await requireRoom(tx, holder));
    if (refusal) return refusal;
    const known = await tx.passkey.findMany({ where: { userId }, select: { credentialId: true, transports: true } });
    const options = await generateRegistrationOptions({
      ...{ rpName: "Lokmin", rpID: site.rpID, userName: email, userDisplayName: name },
      userID: new TextEncoder().encode(userId),
      challenge: await keepChallenge(tx, { purpose: "ADD", userId }),
      attestationType: "none",
      excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
    });
    return { ok: true, options };
  });
}

export async function addPasskey(holder: Holder, name: string, response: Registration): Promise<Outcome> {
  const site = passkeySite();
  if (!site) return noSite;
  const { userId, organisation } = holder;
  const { verifyRegistrationResponse } = await library();
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(challenge, { purpose: "ADD", userId }),
    expectedOrigin: site.origin,
    expectedRPID: site.rpID,
    requireUserVerification: false,
  }).catch(() => ({ registrationInfo: null }));
  if (!registrationInfo) return unverified;
  const { id: credentialId, publicKey, counter, transports } = registrationInfo.credential;
  return transact<Outcome>(
    async (tx) => {
      const refusal = (await holdAccount(tx, holder)) ?? (await requireRoom(tx, holder));
      if (refusal) return refusal;
      const key = { publicKey: Uint8Array.from(publicKey), counter: BigInt(counter), transports: transports ?? [] };
      await tx.passkey.create({ data: { userId, name, credentialId, ...key } });
      await recordEvent(tx, authorOf(holder), {
        action: "passkey.added",
        subjectId: userId,
        organisationId: organisation.id,
        data: { name },
      });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Kunci sandi ini sudah tersimpan.") },
  );
}

type Question = { purpose: Exclude<PasskeyPurpose, "ADD">; userId: string | null };

/** @param question `userId` null: whose the passkey is, is not known before */
export async function askForPasskey(question: Question): Promise<RequestOptions | null> {
  const site = passkeySite();
  if (!site) return null;
  const { userId, purpose } = question;
  const known = userId
    ? await db.passkey.findMany({ where: { userId }, select: { credentialId: true, transports: true } })
    : [];
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: site.rpID,
    challenge: await transact((tx) => keepChallenge(tx, question)),
    allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
    userVerification: purpose === "SIGN_IN" ? "required" : "preferred",
  });
}

/** Checks what a passkey signed and counts its use. Alone, in place of a password, it has to know its user too. */
export async function spendPasskey(question: Question, response: Assertion): Promise<Outcome<{ userId: string }>> {
  const site = passkeySite();
  if (!site) return noSite;
  const passkey = await db.passkey.findUnique({
    where: { credentialId: response.id },
    include: { user: { select: { deactivatedAt: true } } },
  });
  if (!passkey || passkey.user.deactivatedAt || (question.userId && question.userId !== passkey.userId)) return unknown;
  const { credentialId: id, counter, publicKey, transports, userId } = passkey;
  const { userHandle } = response.response;
  if (userHandle && Buffer.from(userHandle, "base64url").toString("utf8") !== userId) return unknown;
  const { verifyAuthenticationResponse } = await library();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(challenge, question),
    expectedOrigin: site.origin,
    expectedRPID: site.rpID,
    credential: { id, publicKey: Uint8Array.from(publicKey), counter: Number(counter), transports },
    requireUserVerification: question.purpose === "SIGN_IN",
  }).catch(() => ({ verified: false, authenticationInfo: null }));
  if (!verified || !authenticationInfo) return unverified;
  const { count } = await transact((tx) =>
    tx.passkey.updateMany({
      where: { id: passkey.id, counter },
      data: { counter: BigInt(authenticationInfo.newCounter), lastUsedAt: new Date() },
    }),
  );
  return count === 1 ? { ok: true, userId } : unverified;
}

const noSite: Refusal = refuse(
  "Kunci sandi hanya dapat dipakai bila Lokmin dibuka dengan nama dan HTTPS, bukan dengan alamat angka. Pakai aplikasi autentikator.",
);

const unknown = refuse("Kunci sandi ini tidak dikenal Lokmin, atau sudah dihapus. Masuk dengan cara lain.");

const unverified = refuse(
  "Kunci sandi tidak dapat diperiksa: waktunya lewat, atau dipakai di alamat lain. Coba sekali lagi.",
);
