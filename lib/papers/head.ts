import { db } from "@/lib/db";
import { headOfOffice } from "@/lib/directory/office-head";
import { formatNip, seatName } from "@/lib/directory/rules";
import { endOfDayOf, holderAmong, runningAt } from "@/lib/directory/tenure";
import type { Signatory } from "@/lib/papers/model";
import { dayOf } from "@/lib/time";

export type Head = { seat: string; name: string | null; rank: string | null; nip: string | null };

/** Who led the puskesmas on a meeting's day: the seat said to be its head's, else the likely one of its directory. */
export async function findHead(meeting: { hostId: string; startsAt: Date; timeZone: string }): Promise<Head> {
  const said = await headOfOffice(db, meeting.hostId, dayOf(meeting.startsAt, meeting.timeZone));
  if (said) return { seat: seatName(said), name: said.name, rank: said.rank, nip: said.nip };
  const seats = await db.seat.findMany({
    where: {
      organisationId: meeting.hostId,
      archivedAt: null,
      sector: "HEALTH",
      title: { startsWith: "Kepala", mode: "insensitive" },
      OR: [
        { title: { contains: "Puskesmas", mode: "insensitive" } },
        {
          title: { equals: "Kepala", mode: "insensitive" },
          institution: { contains: "Puskesmas", mode: "insensitive" },
        },
      ],
    },
    orderBy: [{ protocolOrder: "asc" }, { createdAt: "asc" }],
    take: 1,
    select: {
      title: true,
      institution: true,
      holders: {
        where: runningAt(endOfDayOf(meeting)),
        select: { prefix: true, name: true, rank: true, since: true, until: true, person: { select: { nip: true } } },
      },
    },
  });
  const [seat] = seats;
  const holder = seat ? holderAmong(seat.holders) : null;
  return {
    seat: seatName({ title: seat?.title ?? "Kepala Puskesmas", prefix: holder?.prefix }),
    name: holder?.name ?? null,
    rank: holder?.rank ?? null,
    nip: holder?.person.nip ?? null,
  };
}

export function headSignatory({ seat, name, rank, nip }: Head, above: string[] = []): Signatory {
  const below = [rank, nip && `NIP ${formatNip(nip)}`].filter((line) => line !== null);
  return { above: [...above, `${seat},`], name: name ?? "", below };
}
