import { db } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { endOfDayOf, holderAmong, runningAt } from "@/lib/directory/tenure";
import type { Signatory } from "@/lib/papers/model";

export type Head = { seat: string; name: string | null; nip: string | null };

/** Who led the puskesmas on a meeting's day, as its directory has it. */
export async function findHead(meeting: { hostId: string; startsAt: Date; timeZone: string }): Promise<Head> {
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
        select: { prefix: true, name: true, since: true, until: true, person: { select: { nip: true } } },
      },
    },
  });
  const [seat] = seats;
  const holder = seat ? holderAmong(seat.holders) : null;
  return {
    seat: seatName({ title: seat?.title ?? "Kepala Puskesmas", prefix: holder?.prefix }),
    name: holder?.name ?? null,
    nip: holder?.person.nip ?? null,
  };
}

export function headSignatory({ seat, name, nip }: Head, above: string[] = []): Signatory {
  return { above: [...above, `${seat},`], name: name ?? "", below: nip ? [`NIP ${formatNip(nip)}`] : [] };
}

/** "198308262009041002" as it is printed: "19830826 200904 1 002". */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4");
}
