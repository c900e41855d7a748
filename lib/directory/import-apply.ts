import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db";
import { heldValues, type Plan } from "@/lib/directory/import-plan";
import type { Draft } from "@/lib/directory/import-rows";
import type { ReadyRow, RowValues } from "@/lib/directory/import-values";
import type { OnProgress } from "@/lib/imports/drafts";
import { endLinksOfHolders } from "@/lib/invitations/holder-left";
import { endLinksOfSeats } from "@/lib/owner-links/revoke";

const rowsPerStatement = 500;

export async function applyPlan(
  tx: Db,
  organisationId: string,
  { draft, plan, isEmptied }: { draft: Draft; plan: Plan; isEmptied: boolean },
  onProgress: OnProgress,
): Promise<void> {
  const now = new Date();
  for (let from = 0; from < plan.ready.length; from += rowsPerStatement) {
    const rows = plan.ready.slice(from, from + rowsPerStatement);
    await addSeats(tx, organisationId, rows, now);
    await changeSeats(tx, rows);
    await changeHolders(tx, organisationId, rows, now);
    await mendHolders(tx, draft, rows, isEmptied);
    await onProgress(Math.min(from + rowsPerStatement, plan.ready.length), plan.ready.length);
  }
}

async function addSeats(tx: Db, organisationId: string, rows: readonly ReadyRow[], since: Date): Promise<void> {
  const added = rows.filter(({ effect }) => effect === "baru").map((row) => ({ ...row, id: randomUUID() }));
  if (added.length === 0) return;
  const seats = added.map(({ id, values: { title, institution, villageCode }, sector, ordinal, protocolOrder }) => {
    return { id, title, institution, sector, villageCode, ordinal, protocolOrder };
  });
  await tx.$executeRaw`
    INSERT INTO "Seat" (id, "organisationId", title, institution, sector, "villageCode", ordinal, "protocolOrder", "createdAt")
    SELECT r.id, ${organisationId}::uuid, r.title, r.institution, r.sector::"Sector", r."villageCode", r.ordinal, r."protocolOrder", ${since}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(seats)}::jsonb)
      AS r(id uuid, title text, institution text, sector text, "villageCode" text, ordinal int, "protocolOrder" int)`;
  await addHolders(
    tx,
    organisationId,
    added.map(({ id, values }) => ({ seatId: id, values })),
  );
}

async function addHolders(
  tx: Db,
  organisationId: string,
  seats: readonly { seatId: string; values: RowValues }[],
): Promise<void> {
  const holders = seats.flatMap(({ seatId, values: { name, prefix, ownPost, phone, email, title, institution } }) =>
    name
      ? [{ id: randomUUID(), personId: randomUUID(), seatId, name, prefix, ownPost, phone, email, title, institution }]
      : [],
  );
  if (holders.length === 0) return;
  const rows = JSON.stringify(holders);
  await tx.$executeRaw`
    INSERT INTO "Person" (id, "organisationId", name, title, institution, phone, email)
    SELECT r."personId", ${organisationId}::uuid, r.name, r.title, r.institution, r.phone, r.email
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r("personId" uuid, name text, title text, institution text, phone text, email text)`;
  await tx.$executeRaw`
    INSERT INTO "SeatHolder" (id, "seatId", "personId", name, prefix, "ownPost", phone, email)
    SELECT r.id, r."seatId", r."personId", r.name, r.prefix::"HolderPrefix", r."ownPost", r.phone, r.email
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(id uuid, "seatId" uuid, "personId" uuid, name text, prefix text, "ownPost" text, phone text, email text)`;
}

async function changeSeats(tx: Db, rows: readonly ReadyRow[]): Promise<void> {
  const changed = rows.flatMap(({ seat, sector, protocolOrder }) =>
    !seat || (sector === seat.sector && protocolOrder === seat.protocolOrder)
      ? []
      : [{ id: seat.id, sector, protocolOrder }],
  );
  if (changed.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Seat" s SET sector = r.sector::"Sector", "protocolOrder" = r."protocolOrder"
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS r(id uuid, sector text, "protocolOrder" int)
    WHERE s.id = r.id`;
}

/** The old terms are over by now, and never before they began; on which day, a file does not say. */
async function changeHolders(tx: Db, organisationId: string, rows: readonly ReadyRow[], now: Date): Promise<void> {
  const changed = rows.filter(({ effect }) => effect === "ganti" || effect === "kosong");
  await endLinksOfSeats(
    tx,
    changed.flatMap(({ seat }) => seat?.id ?? []),
  );
  const left = changed.flatMap(({ seat }) => (seat?.holder ? seat.id : []));
  await endLinksOfHolders(tx, left, null);
  const ended = changed.flatMap(({ seat }) => seat?.holder?.id ?? []);
  if (ended.length > 0)
    await tx.$executeRaw`
      UPDATE "SeatHolder" SET until = greatest(${now}::timestamptz, since), "isUntilKnown" = false WHERE id = ANY(${ended}::uuid[])`;
  await addHolders(
    tx,
    organisationId,
    changed.flatMap(({ seat, values }) => (seat ? [{ seatId: seat.id, values }] : [])),
  );
}

async function mendHolders(tx: Db, draft: Draft, rows: readonly ReadyRow[], isEmptied: boolean): Promise<void> {
  const mended = rows.flatMap(({ effect, seat, values }) => {
    const holder = effect === "perbarui" && values.name ? seat?.holder : null;
    return holder ? [{ id: holder.id, ...heldValues(values, holder, draft, isEmptied) }] : [];
  });
  if (mended.length === 0) return;
  // A person's record takes over what it said the same as the holder's.
  await tx.$executeRaw`
    UPDATE "Person" p
    SET name = CASE WHEN p.name IS NOT DISTINCT FROM h.name THEN r.name ELSE p.name END,
      phone = CASE WHEN p.phone IS NOT DISTINCT FROM h.phone THEN r.phone ELSE p.phone END,
      email = CASE WHEN p.email IS NOT DISTINCT FROM h.email THEN r.email ELSE p.email END
    FROM jsonb_to_recordset(${JSON.stringify(mended)}::jsonb) AS r(id uuid, name text, phone text, email text)
      JOIN "SeatHolder" h ON h.id = r.id
    WHERE p.id = h."personId"`;
  await tx.$executeRaw`
    UPDATE "SeatHolder" h
    SET name = r.name, prefix = r.prefix::"HolderPrefix", "ownPost" = r."ownPost", phone = r.phone, email = r.email
    FROM jsonb_to_recordset(${JSON.stringify(mended)}::jsonb)
      AS r(id uuid, name text, prefix text, "ownPost" text, phone text, email text)
    WHERE h.id = r.id`;
}
