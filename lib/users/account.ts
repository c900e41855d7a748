import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { endSessions } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";
import { endLinks } from "@/lib/users/links";
import { isOwnPassword, ownPassword } from "@/lib/users/own-words";
import type { PasswordChange } from "@/lib/users/schema";
import { hashPassword, isPassword } from "@/lib/users/sign-in";

export async function findAccount(actor: Actor) {
  return db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { position: true } });
}

export async function changePassword(actor: Actor, input: PasswordChange): Promise<Outcome> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { passwordHash: true, organisationId: true },
  });
  if (!user.passwordHash || !(await isPassword(user.passwordHash, input.oldPassword))) return wrong;
  if (isOwnPassword(input.newPassword, { ...actor, organisation: actor.organisation.name })) return ownPassword;
  const passwordHash = await hashPassword(input.newPassword);
  return transact<Outcome>(async (tx) => {
    const { count } = await tx.user.updateMany({
      // Only while the old password is still the one that was checked.
      where: { id: actor.userId, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) return wrong;
    await endLinks(tx, actor.userId);
    await endSessions(tx, actor.userId, "PASSWORD_CHANGE");
    // They were made beside the password and read only: a program of the office need not stop for a new one.
    if (input.revokesTokens)
      await tx.apiToken.updateMany({
        where: { userId: actor.userId, revokedAt: null },
        data: { revokedAt: new Date() },
      });
    await recordEvent(
      tx,
      { userId: actor.userId, actor: actor.name, onBehalfOf: null },
      {
        action: "password.changed",
        subjectId: actor.userId,
        organisationId: user.organisationId,
        data: {},
      },
    );
    return { ok: true };
  });
}

const wrong = refuse(
  "Kata sandi sekarang tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi.",
  "oldPassword",
);
