import { type Actor, NotAllowed, organisationsWithin } from "@/lib/actor";
import { canAssign } from "@/lib/assignments/rules";
import { type Db, isId } from "@/lib/db";
import { by, type NewEvent, recordEvent } from "@/lib/events/record";

export function requireAssigner(actor: Actor, what: string): void {
  if (!canAssign(actor)) throw new NotAllowed(actor, what);
}

/** The office somebody is assigned to: a puskesmas or hospital below the actor's Dinkes. */
export async function requirePlace(tx: Db, actor: Actor, id: string) {
  const place = await tx.organisation.findFirst({
    where: { AND: [{ id, kind: { in: ["PUSKESMAS", "HOSPITAL"] } }, organisationsWithin(actor)] },
    select: { id: true, name: true },
  });
  if (!place) throw new NotAllowed(actor, `assign somebody to ${id}`);
  return place;
}

/** Terms of one person are decided one after the other. */
export async function lockStaff(tx: Db, staffId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "StaffMember" WHERE id = ${staffId}::uuid FOR NO KEY UPDATE`;
}

/** An assignment below the actor's Dinkes, its person held until the transaction ends. */
export async function holdAssignment(tx: Db, actor: Actor, id: string, what: string) {
  requireAssigner(actor, `${what} assignment ${id}`);
  const where = {
    AND: [{ id, status: "SPECIAL_ASSIGNMENT" as const }, { organisation: organisationsWithin(actor) }],
  };
  const found = isId(id) ? await tx.staffPlacement.findFirst({ where, select: { staffId: true } }) : null;
  if (!found) throw new NotAllowed(actor, `${what} assignment ${id}`);
  await lockStaff(tx, found.staffId);
  return tx.staffPlacement.findFirstOrThrow({
    where,
    include: {
      staff: { select: { name: true, profession: true } },
      organisation: { select: { id: true, name: true } },
    },
  });
}

export type HeldAssignment = Awaited<ReturnType<typeof holdAssignment>>;

type AssignmentEvent = Extract<NewEvent, { action: `assignment.${string}` }>;
type Unplaced<E> = E extends AssignmentEvent ? Omit<E, "organisationId" | "meetingId"> : never;

/** The record is the office's where he serves. */
export function recordAssignment(
  tx: Db,
  actor: Actor,
  organisationId: string,
  event: Unplaced<AssignmentEvent>,
): Promise<void> {
  return recordEvent(tx, by(actor), { ...event, organisationId });
}
