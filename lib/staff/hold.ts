import { type Actor, NotAllowed } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, type NewEvent, recordEvent } from "@/lib/events/record";
import { canKeepStaff, keptWithin } from "@/lib/staff/rules";

const office = { select: { id: true, name: true, parentId: true } } as const;

/** A record held until the transaction ends, for one who keeps it: terms and moves are decided one after the other. */
export async function holdStaff(tx: Db, actor: Actor, id: string, what: string) {
  const refused = () => new NotAllowed(actor, `${what} staff ${id}`);
  if (!isId(id)) throw refused();
  await tx.$queryRaw`SELECT 1 FROM "StaffMember" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.staffMember.findFirst({
    where: { AND: [{ id }, keptWithin(actor)] },
    include: { organisation: office, lastOrganisation: office },
  });
  const keeper = found?.organisation ?? found?.lastOrganisation;
  if (!found || !keeper || !canKeepStaff(actor, keeper)) throw refused();
  return { ...found, keeper };
}

export type HeldStaff = Awaited<ReturnType<typeof holdStaff>>;

type StaffEvent = Extract<NewEvent, { action: `staff.${string}` }>;
type Unplaced<E> = E extends StaffEvent ? Omit<E, "organisationId" | "meetingId" | "subjectId"> : never;

export function recordStaffEvent(tx: Db, actor: Actor, held: HeldStaff, event: Unplaced<StaffEvent>): Promise<void> {
  return recordEvent(tx, by(actor), { ...event, subjectId: held.id, organisationId: held.keeper.id });
}

/** Where somebody works follows from his terms: the last that has not ended; of none, the last office keeps the record. */
export async function settleOffice(tx: Db, staffId: string): Promise<void> {
  const terms = await tx.staffPlacement.findMany({
    where: { staffId },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    select: { organisationId: true, endReason: true },
  });
  const organisationId = terms.find(({ endReason }) => endReason === null)?.organisationId ?? null;
  const lastOrganisationId = organisationId ? null : (terms[0]?.organisationId ?? null);
  await tx.staffMember.update({ where: { id: staffId }, data: { organisationId, lastOrganisationId } });
}
