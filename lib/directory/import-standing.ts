import type { Db } from "@/lib/db";
import type { Draft } from "@/lib/directory/import-rows";
import { type KnownVillages, villageCodeIn } from "@/lib/imports/villages";
import { plainWords } from "@/lib/plain-words";
import type { HolderPrefix, Sector } from "@/prisma/generated/enums";

export type StandingHolder = {
  id: string;
  name: string;
  prefix: HolderPrefix | null;
  ownPost: string | null;
  phone: string | null;
  email: string | null;
};

export type KnownSeat = {
  id: string;
  title: string;
  institution: string;
  villageCode: string | null;
  ordinal: number;
  sector: Sector;
  protocolOrder: number;
  holder: StandingHolder | null;
};

export type KnownDirectory = {
  seats: ReadonlyMap<string, readonly KnownSeat[]>;
  villagesWith: ReadonlyMap<string, ReadonlySet<string>>;
  villages: KnownVillages;
};

export function seatKey(title: string, institution: string, villageCode: string | null): string {
  return `${plainWords(title)}|${plainWords(institution)}|${villageCode ?? ""}`;
}

type Row = Omit<KnownSeat, "holder"> & {
  holderId: string | null;
  name: string;
  prefix: HolderPrefix | null;
  ownPost: string | null;
  phone: string | null;
  email: string | null;
};

export async function readCurrent(tx: Db, organisationId: string, draft: Draft): Promise<KnownDirectory> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id, s.title, s.institution, s."villageCode", s.ordinal, s.sector, s."protocolOrder",
      h.id AS "holderId", h.name, h.prefix, h."ownPost", h.phone, h.email
    FROM "Seat" s LEFT JOIN "SeatHolder" h ON h."seatId" = s.id AND h.until IS NULL
    WHERE s."organisationId" = ${organisationId}::uuid AND s."archivedAt" IS NULL
    ORDER BY s.ordinal, s.id`;
  const seats = new Map<string, KnownSeat[]>();
  const villagesWith = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = seatKey(row.title, row.institution, row.villageCode);
    const same = seats.get(key);
    if (same) same.push(seatOf(row));
    else seats.set(key, [seatOf(row)]);
    if (row.villageCode) {
      const anywhere = seatKey(row.title, row.institution, null);
      villagesWith.set(anywhere, (villagesWith.get(anywhere) ?? new Set()).add(row.villageCode));
    }
  }
  return { seats, villagesWith, villages: await readVillages(tx, organisationId, draft) };
}

function seatOf({ holderId, name, prefix, ownPost, phone, email, ...seat }: Row): KnownSeat {
  return { ...seat, holder: holderId ? { id: holderId, name, prefix, ownPost, phone, email } : null };
}

async function readVillages(tx: Db, organisationId: string, draft: Draft): Promise<KnownVillages> {
  const own = await tx.workingArea.findMany({
    where: { puskesmasId: organisationId },
    select: { village: { select: { code: true, name: true } } },
  });
  const codes = draft.rows.flatMap(({ values }) => (values ? (villageCodeIn(values.village) ?? []) : []));
  const foreign = await tx.area.findMany({
    where: { code: { in: [...new Set(codes)].slice(0, 5000) } },
    select: { code: true, name: true },
  });
  return {
    own: new Map(own.map(({ village }) => [village.code, village.name])),
    foreign: new Map(foreign.map(({ code, name }) => [code, name])),
  };
}
