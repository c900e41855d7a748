import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { holdsSeatWords } from "@/lib/directory/search";
import type { Prisma, Sector } from "@/prisma/generated/client";

function visibleTo(actor: Actor): Prisma.SeatWhereInput {
  return { organisationId: actor.organisation.id };
}

export type SeatFilter = {
  q?: string | undefined;
  sector?: Sector | undefined;
  archived?: boolean | undefined;
  page?: number | undefined;
};

export type SeatCounts = Partial<Record<Sector, number>>;

export const seatsPerPage = 50;

const present = {
  where: { until: null },
  select: { id: true, prefix: true, name: true, ownPost: true, phone: true, email: true, since: true },
} as const;

export async function listSeats(actor: Actor, filter: SeatFilter = {}) {
  const page = Math.max(1, filter.page ?? 1);
  const ids = await findIds(actor, filter.q);
  const anySector: Prisma.SeatWhereInput = {
    AND: [
      visibleTo(actor),
      { archivedAt: filter.archived ? { not: null } : null },
      ...(ids ? [{ id: { in: ids } }] : []),
    ],
  };
  const where = filter.sector ? { AND: [anySector, { sector: filter.sector }] } : anySector;
  const [sectorRows, rows] = await Promise.all([
    db.seat.groupBy({ by: ["sector"], where: anySector, _count: true }),
    db.seat.findMany({
      where,
      orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }, { id: "asc" }],
      skip: (page - 1) * seatsPerPage,
      take: seatsPerPage,
      select: {
        id: true,
        title: true,
        institution: true,
        sector: true,
        protocolOrder: true,
        village: { select: { name: true } },
        holders: present,
      },
    }),
  ]);
  const bySector: SeatCounts = Object.fromEntries(sectorRows.map(({ sector, _count }) => [sector, _count]));
  const total = filter.sector
    ? (bySector[filter.sector] ?? 0)
    : sectorRows.reduce((sum, { _count }) => sum + _count, 0);
  return {
    seats: rows.map(({ holders, ...seat }) => ({ ...seat, holder: holders[0] ?? null })),
    bySector,
    total,
    page,
    hasMore: page * seatsPerPage < total,
  };
}

export type ListedSeat = Awaited<ReturnType<typeof listSeats>>["seats"][number];

/** "kades margasari" finds the Kepala Desa only if both words stand somewhere; null where nothing is looked for. */
async function findIds(actor: Actor, q = ""): Promise<string[] | null> {
  if (!q.trim()) return null;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Seat" s WHERE s."organisationId" = ${actor.organisation.id}::uuid AND ${holdsSeatWords(q)}`;
  return rows.map(({ id }) => id);
}

/** One seat with its present and its former holders (the last 50), or null where there is none of the actor's. */
export async function findSeat(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const seat = await db.seat.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    include: {
      village: { select: { code: true, name: true } },
      holders: { orderBy: [{ since: "desc" }, { id: "desc" }], take: 51 },
    },
  });
  if (!seat) return null;
  const { holders, ...rest } = seat;
  return {
    ...rest,
    holder: holders.find((holder) => holder.until === null) ?? null,
    former: holders.filter((holder) => holder.until !== null).sort((a, b) => Number(b.until) - Number(a.until)),
  };
}

export type FoundSeat = NonNullable<Awaited<ReturnType<typeof findSeat>>>;

export async function listOwnVillages(actor: Actor) {
  const rows = await db.workingArea.findMany({
    where: { puskesmasId: actor.organisation.id },
    orderBy: { villageCode: "asc" },
    take: 1000,
    select: { village: { select: { code: true, name: true, parent: { select: { name: true } } } } },
  });
  return rows.map(({ village }) => ({ code: village.code, name: village.name, district: village.parent?.name ?? "" }));
}
