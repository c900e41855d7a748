import { type Actor, NotAllowed } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { type Part, partOf } from "@/lib/escalations/rules";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import type { Prisma } from "@/prisma/generated/client";

const held = {
  id: true,
  dinkesId: true,
  closedAt: true,
  answers: { select: { id: true, forwardId: true }, take: 200 },
  forwards: {
    orderBy: [{ forwardedAt: "asc" }, { id: "asc" }],
    select: { id: true, fromId: true, toId: true, institution: true, closedAt: true },
  },
  takeovers: { where: { endedAt: null }, select: { id: true, organisationId: true, name: true, takenAt: true } },
  item: { select: { number: true, activity: true, meeting: { select: { id: true, hostId: true } } } },
} satisfies Prisma.EscalationSelect;

export type HeldEscalation = Prisma.EscalationGetPayload<{ select: typeof held }>;

/** Locks an escalation and reads it as it is then; null where there is none of these. */
export async function lockEscalation(
  tx: Db,
  id: string,
  where: Prisma.EscalationWhereInput = {},
): Promise<HeldEscalation | null> {
  if (!isId(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM "Escalation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.escalation.findFirst({ where: { AND: [{ id }, where] }, select: held });
}

/**
 * Holds an escalation for what the actor's office does about it on its level.
 * @throws NotAllowed where the actor may not see it, or it never came to his office
 */
export async function holdPart(
  tx: Db,
  actor: Actor,
  id: string,
  what: string,
): Promise<{ escalation: HeldEscalation; part: Part }> {
  const escalation = await lockEscalation(tx, id, escalationsVisibleTo(actor));
  const part = escalation && partOf(actor, escalation);
  if (!escalation || !part) throw new NotAllowed(actor, `${what} escalation ${id}`);
  return { escalation, part };
}

export function recordOf({ id, item }: HeldEscalation) {
  const { meeting, number, activity } = item;
  return { meeting, subjectId: id, row: { number, activity } };
}
