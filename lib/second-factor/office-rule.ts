import { z } from "zod";
import { type Actor, isDinkes, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { countFactors, requireConfirmed } from "@/lib/second-factor/hold";
import { transact } from "@/lib/transact";
import { isAdminRole } from "@/lib/users/rules";
import type { Prisma } from "@/prisma/generated/client";

const ticked = z.preprocess((value) => value === "ya", z.boolean());

export const officeRuleSchema = z.object({ ofOwnAdmins: ticked, ofAdminsBelow: ticked });

export type OfficeRule = z.output<typeof officeRuleSchema>;

export function canSetFactorRule(actor: Actor): boolean {
  return isAdminRole(actor.role);
}

const withoutFactor: Prisma.UserWhereInput = {
  role: { in: ["DINKES_ADMIN", "PUSKESMAS_ADMIN"] },
  deactivatedAt: null,
  authenticatorApps: { none: { confirmedAt: { not: null } } },
  passkeys: { none: {} },
};

const shownAtMost = 50;

/** What the office asks, who above asks already, and which admins have no second factor yet. */
export async function findFactorRule(actor: Actor) {
  if (!canSetFactorRule(actor)) return null;
  const { id, pathIds } = actor.organisation;
  const within: Prisma.UserWhereInput = isDinkes(actor)
    ? { organisation: { pathIds: { has: id } } }
    : { organisationId: id };
  const where = { AND: [withoutFactor, within] };
  const [rule, above, count, without] = await Promise.all([
    db.secondFactorRule.findUnique({ where: { organisationId: id } }),
    db.secondFactorRule.findFirst({
      where: { organisationId: { in: pathIds.filter((office) => office !== id) }, ofAdminsBelow: true },
      select: { organisation: { select: { name: true } } },
    }),
    db.user.count({ where }),
    db.user.findMany({
      where,
      orderBy: [{ organisation: { name: "asc" } }, { name: "asc" }, { id: "asc" }],
      take: shownAtMost,
      select: { id: true, name: true, organisation: { select: { name: true } } },
    }),
  ]);
  return {
    ofOwnAdmins: rule?.ofOwnAdmins ?? false,
    ofAdminsBelow: rule?.ofAdminsBelow ?? false,
    askedBy: above?.organisation.name ?? null,
    count,
    without,
  };
}

/** Counts from the next sign-in of each admin on. Who asks for it of his own office has one himself. */
export async function setFactorRule(actor: Actor & { sessionId: string }, rule: OfficeRule): Promise<Outcome> {
  if (!canSetFactorRule(actor)) throw new NotAllowed(actor, "ask for second factors");
  const { id: organisationId, name } = actor.organisation;
  const wanted = { ...rule, ofAdminsBelow: rule.ofAdminsBelow && isDinkes(actor) };
  return transact<Outcome>(async (tx) => {
    const refusal = await requireConfirmed(tx, actor);
    if (refusal) return refusal;
    if (wanted.ofOwnAdmins && (await countFactors(tx, actor.userId)) === 0) return first;
    await tx.secondFactorRule.upsert({
      where: { organisationId },
      create: { organisationId, ...wanted },
      update: { ...wanted, changedAt: new Date() },
    });
    await recordEvent(tx, by(actor), {
      action: "second-factor-rule.set",
      subjectId: organisationId,
      organisationId,
      data: { name, ...wanted },
    });
    return { ok: true };
  });
}

const first = refuse(
  "Siapkan dulu verifikasi dua langkah untuk akun Anda sendiri di Akun saya, lalu wajibkan untuk kantor Anda.",
  "ofOwnAdmins",
);
