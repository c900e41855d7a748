import { type Actor, organisationsWithin } from "@/lib/actor";
import { db } from "@/lib/db";
import { canKeepStaff, type KeptOffice, keptWithin } from "@/lib/staff/rules";
import { dateToDay } from "@/lib/time";

const office = { select: { id: true, name: true, parentId: true } } as const;

/** Moves that wait, of those who leave or come to an office within the actor's sight. */
export async function listMoves(actor: Actor) {
  const within = organisationsWithin(actor);
  const rows = await db.staffMove.findMany({
    where: { decidedAt: null, OR: [{ staff: keptWithin(actor) }, { to: within }] },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: 200,
    include: {
      from: office,
      to: office,
      staff: {
        select: { id: true, name: true, profession: true, organisation: office, lastOrganisation: office },
      },
    },
  });
  return rows.map(({ startsOn, from, to, staff: { organisation, lastOrganisation, ...staff }, ...move }) => {
    const keeper = organisation ?? lastOrganisation ?? from;
    return {
      ...move,
      staff,
      ...{ startsOn: dateToDay(startsOn), from: keeper.name, to: to.name },
      mayDecide: canKeepStaff(actor, keeper),
      mayWithdraw: canKeepStaff(actor, to),
    };
  });
}

export type WaitingMove = Awaited<ReturnType<typeof listMoves>>[number];

/** A puskesmas releases to the other offices of its Dinkes and to it, a Dinkes to those below it and to itself. */
export function isMoveTarget(actor: Actor, from: KeptOffice, to: KeptOffice): boolean {
  const { id } = actor.organisation;
  const isSibling = from.parentId !== null && (to.parentId === from.parentId || to.id === from.parentId);
  return isSibling || to.parentId === id || to.id === id;
}

export function listMoveTargets(from: KeptOffice) {
  const near = from.parentId ? [{ id: from.parentId }, { parentId: from.parentId }] : [];
  return db.organisation.findMany({
    where: { OR: [...near, { parentId: from.id }], NOT: { id: from.id } },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    take: 500,
    select: { id: true, name: true },
  });
}
