import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { canKeepOfficeHead, type OfficeHead } from "@/lib/directory/rules";
import { holderAmong, runningAt } from "@/lib/directory/tenure";
import { toInstant } from "@/lib/time";

/**
 * Who led an organisation at the end of a day, as recorded; null where no seat is its head's or nobody held it then.
 * Not narrowed by an actor: for papers and approvals of what the actor was allowed to see.
 * @param day "2022-09-22"
 */
export async function headOfOffice(tx: Db, organisationId: string, day: string): Promise<OfficeHead | null> {
  const office = await tx.organisation.findUnique({
    where: { id: organisationId },
    select: { headSeatId: true, timeZone: true },
  });
  return office?.headSeatId ? holderOfSeat(tx, office.headSeatId, toInstant(day, "23:59", office.timeZone)) : null;
}

async function holderOfSeat(tx: Db, seatId: string, at: Date): Promise<OfficeHead | null> {
  const holder = holderAmong(
    await tx.seatHolder.findMany({
      where: { seatId, ...runningAt(at) },
      include: {
        seat: { select: { title: true } },
        person: { select: { nip: true, mergedInto: { select: { nip: true } } } },
      },
    }),
  );
  if (!holder) return null;
  const { prefix, name, ownPost, rank, since, person } = holder;
  const nip = holder.nip ?? person.mergedInto?.nip ?? person.nip;
  return { title: holder.seat.title, prefix, name, ownPost, rank, nip, isSinceKnown: since !== null };
}

const mostProposed = 50;

/** The seat of the actor's office's head, and the seats that could be it: those under the office's own name first. */
export async function findHeadSeat(actor: Actor) {
  if (!canKeepOfficeHead(actor)) return { headSeat: null, proposals: [] };
  const { id: organisationId, name } = actor.organisation;
  const shown = {
    id: true,
    title: true,
    institution: true,
    holders: { where: { until: null }, select: { name: true } },
  };
  const [office, proposals] = await Promise.all([
    db.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { headSeat: { select: shown } } }),
    db.seat.findMany({
      where: {
        organisationId,
        archivedAt: null,
        headOf: null,
        OR: [
          { institution: { equals: name, mode: "insensitive" }, villageCode: null },
          { title: { startsWith: "kepala puskesmas", mode: "insensitive" } },
        ],
      },
      orderBy: [{ protocolOrder: "asc" }, { title: "asc" }, { id: "asc" }],
      take: mostProposed,
      select: shown,
    }),
  ]);
  return { headSeat: office.headSeat, proposals };
}
