import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { canWriteDirectory } from "@/lib/directory/rules";
import { missingSeats, type StandardSeat } from "@/lib/directory/standard-seats";

export type VacantSeat = {
  id: string;
  title: string;
  institution: string;
  village: { code: string; name: string } | null;
};
export type ProposedSeats = { missing: StandardSeat[]; vacant: VacantSeat[] };

/** What the actor's own directory lacks of the seats that a puskesmas has nearly everywhere, and which of its seats never had a name. */
export async function findProposedSeats(actor: Actor): Promise<ProposedSeats> {
  if (!canWriteDirectory(actor)) return { missing: [], vacant: [] };
  const [missing, vacant] = await Promise.all([readMissing(db, actor), readVacant(db, actor)]);
  return { missing, vacant };
}

/** @param tx holds the office's row where something is made of it */
export async function readMissing(tx: Db, actor: Actor): Promise<StandardSeat[]> {
  const { id, kind, name, areaCode } = actor.organisation;
  if (kind !== "PUSKESMAS") return [];
  const [villages, seats] = await Promise.all([
    tx.area.findMany({
      where: { workingAreas: { some: { puskesmasId: id } } },
      orderBy: { code: "asc" },
      select: { code: true, name: true },
    }),
    tx.seat.findMany({
      where: { organisationId: id },
      select: { title: true, institution: true, villageCode: true },
    }),
  ]);
  const codes = villages.length > 0 ? new Set(villages.map(({ code }) => code.slice(0, 8))) : [areaCode];
  const districts = await tx.area.findMany({
    where: { code: { in: [...codes] } },
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
  return missingSeats({ office: name, districts, villages }, seats);
}

const mostVacant = 150;

export function readVacant(tx: Db, actor: Actor): Promise<VacantSeat[]> {
  return tx.seat.findMany({
    where: { organisationId: actor.organisation.id, archivedAt: null, holders: { none: {} } },
    orderBy: [{ protocolOrder: "asc" }, { title: "asc" }, { villageCode: "asc" }, { id: "asc" }],
    take: mostVacant,
    select: { id: true, title: true, institution: true, village: { select: { code: true, name: true } } },
  });
}
