import { randomBytes } from "node:crypto";
import type { Db } from "@/lib/db";
import { transact } from "@/lib/transact";
import type { PasskeyPurpose } from "@/prisma/generated/enums";

const challengeMinutes = 5;

/** @returns what a passkey is to sign, as bytes */
export async function keepChallenge(
  tx: Db,
  { purpose, userId }: { purpose: PasskeyPurpose; userId: string | null },
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(randomBytes(32));
  const challenge = Buffer.from(bytes).toString("base64url");
  await tx.$executeRaw`DELETE FROM "PasskeyChallenge" WHERE "expiresAt" < now()`;
  await tx.$executeRaw`
    INSERT INTO "PasskeyChallenge" (challenge, purpose, "userId", "expiresAt")
    VALUES (${challenge}, ${purpose}::"PasskeyPurpose", ${userId}::uuid, now() + make_interval(mins => ${challengeMinutes}::int))`;
  return bytes;
}

/** Whether it was asked of this user for this; it is used up by the question. */
export async function takeChallenge(
  challenge: string,
  { purpose, userId }: { purpose: PasskeyPurpose; userId: string | null },
): Promise<boolean> {
  const count = await transact(
    (tx) => tx.$executeRaw`
      DELETE FROM "PasskeyChallenge" WHERE challenge = ${challenge} AND purpose = ${purpose}::"PasskeyPurpose"
        AND "userId" IS NOT DISTINCT FROM ${userId}::uuid AND "expiresAt" > now()`,
  );
  return count === 1;
}
