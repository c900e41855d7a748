import type { Db } from "@/lib/db";
import type { KnownDirectory, KnownSeat } from "@/lib/directory/import-matches";
import type { Draft } from "@/lib/directory/import-rows";
import type { HolderPrefix, Sector } from "@/prisma/generated/client";

/** What the directory says of the rows of a draft: four statements, however many rows there are. */
export async function readCurrent(tx: Db, organisationId: string, draft: Draft): Promise<KnownDirectory> {
  return {
    matches: await matchSeats(tx, organisationId, draft),
    ...(await findVillages(tx, organisationId, draft)),
    phones: await listPhones(tx, organisationId),
  };
}

type Match = {
  row: number;
  key: string;
  id: string | null;
  sector: Sector;
  protocolOrder: number;
  holderId: string | null;
  name: string;
  prefix: HolderPrefix | null;
  ownPost: string | null;
  phone: string | null;
  email: string | null;
};

/** The seat each row means. The database compares, for its unique index does: same words, same seat. */
async function matchSeats(tx: Db, organisationId: string, draft: Draft): Promise<KnownDirectory["matches"]> {
  const wanted = draft.rows.flatMap(({ row, values }) =>
    values ? [{ row, title: values.title, institution: values.institution, village: values.villageCode ?? "" }] : [],
  );
  const rows = await tx.$queryRaw<Match[]>`
    SELECT r.row, jsonb_build_array(lower(r.title), lower(r.institution), r.village)::text AS key,
           s.id, s.sector, s."protocolOrder", h.id AS "holderId", h.name, h.prefix, h."ownPost", h.phone, h.email
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS r(row int, title text, institution text, village text)
    LEFT JOIN "Seat" s ON s."organisationId" = ${organisationId}::uuid AND s."archivedAt" IS NULL
      AND lower(s.title) = lower(r.title) AND lower(s.institution) = lower(r.institution)
      AND coalesce(s."villageCode", '') = r.village
    LEFT JOIN "SeatHolder" h ON h."seatId" = s.id AND h.until IS NULL`;
  return new Map(rows.map((match) => [match.row, { key: match.key, seat: seatOf(match) }]));
}

function seatOf({ id, sector, protocolOrder, holderId, ...holder }: Match): KnownSeat | null {
  if (!id) return null;
  const { name, prefix, ownPost, phone, email } = holder;
  return {
    id,
    sector,
    protocolOrder,
    holder: holderId ? { id: holderId, name, prefix, ownPost, phone, email } : null,
  };
}

async function findVillages(tx: Db, organisationId: string, draft: Draft) {
  const codes = [...new Set(draft.rows.flatMap(({ values }) => values?.villageCode ?? []))];
  const own = await tx.workingArea.findMany({
    where: { puskesmasId: organisationId, villageCode: { in: codes } },
    select: { villageCode: true },
  });
  const ownVillages = new Set(own.map(({ villageCode }) => villageCode));
  const foreign = await tx.area.findMany({
    where: { code: { in: codes.filter((code) => !ownVillages.has(code)) } },
    select: { code: true, name: true },
  });
  return { ownVillages, foreignVillages: new Map(foreign.map(({ code, name }) => [code, name])) };
}

/** Every number of the directory once, with who has it. */
function listPhones(tx: Db, organisationId: string): Promise<KnownDirectory["phones"]> {
  return tx.$queryRaw`
    SELECT s.id AS "seatId", h.phone, h.name, concat_ws(', ', s.title, s.institution) AS seat
    FROM "Seat" s JOIN "SeatHolder" h ON h."seatId" = s.id AND h.until IS NULL
    WHERE s."organisationId" = ${organisationId}::uuid AND s."archivedAt" IS NULL AND h.phone IS NOT NULL`;
}
