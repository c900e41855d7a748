import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { SignedIn } from "@/lib/second-factor/rules";
import { newAppSecret } from "@/lib/second-factor/totp";
import { sealToken } from "@/lib/secrets";
import { findSession } from "@/lib/sessions/reads";
import { makeSession } from "./sessions";

/** A user's authenticator app that is set up. @returns its secret */
export async function makeApp(user: { id: string }, name = "HP uji"): Promise<string> {
  const secret = newAppSecret();
  await db.authenticatorApp.create({
    data: { userId: user.id, name, sealedSecret: sealToken(secret), confirmedAt: new Date() },
  });
  return secret;
}

/** A user in a session of his that began just now. */
export async function signedInAs(user: { id: string } | { userId: string }): Promise<SignedIn & Actor> {
  const found = await findSession(await makeSession({ id: "id" in user ? user.id : user.userId }));
  if (!found) throw new Error("No session");
  return { ...found.actor, sessionId: found.id };
}

export async function makeRule(
  organisationId: string,
  { ofOwnAdmins = true, ofAdminsBelow = false }: { ofOwnAdmins?: boolean; ofAdminsBelow?: boolean } = {},
): Promise<void> {
  await db.secondFactorRule.create({ data: { organisationId, ofOwnAdmins, ofAdminsBelow } });
}
