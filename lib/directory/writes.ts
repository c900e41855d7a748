import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";

import { type Db, db, isId } from "@/lib/db";
import { setHeadSeat } from "@/lib/directory/head-seat";
import { isProposedOrder, proposeOrder } from "@/lib/directory/proposals";
import { canKeepOfficeHead, canWriteDirectory, sectorOrder } from "@/lib/directory/rules";
import type { NewSeatInput, SeatInput } from "@/lib/directory/schema";
import { startOf } from "@/lib/directory/tenure";
import { by, recordEvent } from "@/lib/events/record";
import { endLinksOfSeats } from "@/lib/owner-links/revoke";
import { settlePerson } from "@/lib/persons/choose";

import { transact } from "@/lib/transact";
import type { Sector } from "@/prisma/generated/enums";

/** A seat of the actor's own directory, held still until the transaction ends. */
export async function lockSeat(tx: Db, actor: Actor, id: string, what: string) {
  if (!canKeepOfficeHead(actor)) throw new NotAllowed(actor, what);
  if (isId(id)) await tx.$queryRaw`SELECT 1 FROM "Seat" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const seat = isId(id)
    ? await tx.seat.findFirst({
        where: { id, organisationId: actor.organisation.id },
        include: { holders: { where: { until: null } }, headOf: { select: { id: true } } },
      })
    : null;
  if (!seat || !(canWriteDirectory(actor) || seat.headOf)) throw new NotAllowed(actor, `${what} ${id}`);
  const { holders, ...rest } = seat;
  return { ...rest, holder: holders[0] ?? null };
}

export function seatLine(seat: { title: string; institution: string }): string {
  return `${seat.title}, ${seat.institution}`;
}

/** Adds a seat, with its holder where one is given. The same form sent twice makes one. */
export async function addSeat(actor: Actor, input: NewSeatInput): Promise<Outcome<{ id: string }>> {
  const isAllowed = canWriteDirectory(actor) || (input.isOfficeHead && canKeepOfficeHead(actor));
  if (!isAllowed) throw new NotAllowed(actor, "add a seat");
  const start = startOf(actor, input.since);
  if (!start.ok) return start;
  const { title, institution, sector, villageCode, protocolOrder } = input;
  if (villageCode && !(await isOwnVillage(db, actor, villageCode))) return foreignVillage;
  const organisationId = actor.organisation.id;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      const { holderId, name, prefix, ownPost, phone, email, rank, nip, person } = input;
      const settled =
        name && !(await isSent(tx, actor, input.id))
          ? await settlePerson(tx, organisationId, { name, title, institution, phone, email, nip }, person)
          : null;
      if (settled && !settled.ok) return settled;
      await tx.seat.create({
        data: {
          id: input.id,
          organisationId,
          title,
          institution,
          sector,
          villageCode,
          ordinal: input.isAnother ? await nextOrdinal(tx, organisationId, input) : 1,
          protocolOrder: protocolOrder ?? sectorOrder[sector],
        },
      });
      if (name && settled)
        await tx.seatHolder.create({
          data: {
            id: holderId,
            seatId: input.id,
            personId: settled.personId,
            name,
            prefix,
            ownPost,
            phone,
            email,
            rank,
            nip,
            since: start.since,
          },
        });
      await recordEvent(tx, by(actor), {
        action: "seat.added",
        subjectId: input.id,
        organisationId,
        data: { title, institution, holder: name ? { prefix, name } : null },
      });
      if (input.isOfficeHead) await setHeadSeat(tx, actor, input);
      return { ok: true, id: input.id };
    },
    {
      onDuplicate: async () => {
        const mine = await db.seat.findUnique({ where: { id: input.id }, select: { organisationId: true } });
        if (mine?.organisationId === organisationId) return { ok: true, id: input.id };
        return (await sameSeat(actor, input, input.id)) ?? refuse("Muat ulang halaman ini, lalu coba lagi");
      },
    },
  );
}

async function nextOrdinal(
  tx: Db,
  organisationId: string,
  { title, institution, villageCode }: { title: string; institution: string; villageCode: string | null },
): Promise<number> {
  const [last] = await tx.$queryRaw<{ ordinal: number | null }[]>`
    SELECT max(ordinal) AS ordinal FROM "Seat"
    WHERE "organisationId" = ${organisationId}::uuid AND "archivedAt" IS NULL AND lower(title) = lower(${title})
      AND lower(institution) = lower(${institution}) AND coalesce("villageCode", '') = ${villageCode ?? ""}`;
  return (last?.ordinal ?? 0) + 1;
}

async function isSent(tx: Db, actor: Actor, id: string): Promise<boolean> {
  return (await tx.seat.count({ where: { id, organisationId: actor.organisation.id } })) > 0;
}

export async function editSeat(actor: Actor, id: string, edit: SeatInput & { version: number }): Promise<Outcome> {
  const { version, ...input } = edit;
  return transact<Outcome>(
    async (tx) => {
      const seat = await lockSeat(tx, actor, id, "edit seat");
      if (seat.version !== version) return editedMeanwhile;
      const moved = input.villageCode !== seat.villageCode;
      if (moved && input.villageCode && !(await isOwnVillage(tx, actor, input.villageCode))) return foreignVillage;
      const values = { ...input, protocolOrder: orderAfter(seat, input) };
      await tx.seat.update({ where: { id }, data: { ...values, version: { increment: 1 } } });
      await recordEvent(tx, by(actor), {
        action: "seat.edited",
        subjectId: id,
        organisationId: seat.organisationId,
        data: { before: seatData(seat), after: seatData(values) },
      });
      return { ok: true };
    },
    { onDuplicate: async () => (await sameSeat(actor, input, id)) ?? raced },
  );
}

function orderAfter(before: { title: string; sector: Sector; protocolOrder: number }, input: SeatInput): number {
  const isLeft = input.protocolOrder === before.protocolOrder && input.sector !== before.sector;
  if (isLeft && isProposedOrder(before.protocolOrder, before.title, before.sector))
    return proposeOrder(input.title, input.sector);
  return input.protocolOrder ?? sectorOrder[input.sector];
}

const editedMeanwhile = refuse(
  "Jabatan ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
);

export async function archiveSeat(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const seat = await lockSeat(tx, actor, id, "archive seat");
    if (seat.archivedAt) return { ok: true };
    if (seat.headOf) return heldByHead;
    await tx.seat.update({ where: { id }, data: { archivedAt: new Date() } });
    await endLinksOfSeats(tx, [id]);
    await recordEvent(tx, by(actor), {
      action: "seat.archived",
      subjectId: id,
      organisationId: seat.organisationId,
      data: seatData(seat),
    });
    return { ok: true };
  });
}

export async function restoreSeat(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const seat = await lockSeat(tx, actor, id, "restore seat");
      if (!seat.archivedAt) return { ok: true };
      await tx.seat.update({ where: { id }, data: { archivedAt: null } });
      await recordEvent(tx, by(actor), {
        action: "seat.restored",
        subjectId: id,
        organisationId: seat.organisationId,
        data: seatData(seat),
      });
      return { ok: true };
    },
    {
      onDuplicate: async () => {
        const seat = await db.seat.findUniqueOrThrow({ where: { id } });
        const other = await sameSeat(actor, seat, id);
        return other ? refuse(other.reason) : raced;
      },
    },
  );
}

export function seatData({ title, institution }: { title: string; institution: string }) {
  return { title, institution };
}

const raced = refuse("Buku mitra ini baru saja diubah orang lain. Simpan sekali lagi.");
const heldByHead = refuse(
  "Ini jabatan kepala instansi Anda, penanda tangan suratnya. Pilih dulu jabatan lain di Pengaturan, bagian Kepala instansi.",
);
const foreignVillage = refuse("Desa ini bukan bagian dari wilayah kerja Anda. Pilih desa dari daftar.", "villageCode");

async function isOwnVillage(tx: Db, actor: Actor, villageCode: string): Promise<boolean> {
  return (await tx.workingArea.count({ where: { puskesmasId: actor.organisation.id, villageCode } })) > 0;
}

async function sameSeat(
  actor: Actor,
  seat: { title: string; institution: string; villageCode: string | null },
  ownId: string,
): Promise<Refusal | null> {
  const [other] = await db.$queryRaw<
    { title: string; institution: string; village: string | null; name: string | null }[]
  >`
    SELECT s.title, s.institution, v.name AS village, h.name
    FROM "Seat" s
    LEFT JOIN "Area" v ON v.code = s."villageCode"
    LEFT JOIN "SeatHolder" h ON h."seatId" = s.id AND h.until IS NULL
    WHERE s."organisationId" = ${actor.organisation.id}::uuid AND s."archivedAt" IS NULL AND s.id <> ${ownId}::uuid
      AND lower(s.title) = lower(${seat.title}) AND lower(s.institution) = lower(${seat.institution})
      AND coalesce(s."villageCode", '') = ${seat.villageCode ?? ""}`;
  if (!other) return null;
  const place = other.village ? `${seatLine(other)} (desa ${other.village})` : seatLine(other);
  const holder = other.name ? `dijabat ${other.name}` : "masih lowong";
  return refuse(
    `${place} sudah ada di daftar mitra, ${holder}. Buka jabatan itu untuk mengubahnya, atau centang “Orang tambahan” bila jabatan ini memang dijabat beberapa orang.`,
    "title",
  );
}
