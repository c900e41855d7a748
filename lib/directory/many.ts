import { z } from "zod";
import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { canWriteDirectory, placedTitle } from "@/lib/directory/rules";
import { seatData, seatLine } from "@/lib/directory/writes";
import { by, recordEvents } from "@/lib/events/record";
import { endLinksOfSeats } from "@/lib/owner-links/revoke";
import { transact } from "@/lib/transact";

const most = 200;

/** Ids of ticked seats as they come from an address or a form; what is none is left out. */
export const chosenSeats = z.preprocess(
  (value) => [value ?? []].flat(),
  z.array(z.unknown()).transform((ids) => ids.filter(isSeatId).slice(0, most)),
);

const inOrder = [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }, { id: "asc" }] as const;

function isSeatId(id: unknown): id is string {
  return typeof id === "string" && isId(id);
}

/** Ticked seats of the actor's directory that are not archived, as they would be invited. */
export async function listChosenSeats(actor: Actor, ids: readonly string[]) {
  const seats = await db.seat.findMany({
    where: { id: { in: ids.filter(isId) }, organisationId: actor.organisation.id, archivedAt: null },
    orderBy: [...inOrder],
    take: most,
    select: {
      ...{ id: true, title: true, institution: true, villageCode: true },
      village: { select: { code: true, name: true } },
      holders: { where: { until: null }, select: { name: true } },
    },
  });
  return seats.map(({ holders, ...seat }) => ({
    id: seat.id,
    title: placedTitle(seat),
    institution: seat.institution,
    holder: holders[0]?.name ?? null,
  }));
}

/** Those of the office's own directory, held still until the transaction ends. */
async function lockSeats(tx: Db, actor: Actor, ids: readonly string[], what: string) {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, what);
  const wanted = [...new Set(ids.filter(isId))];
  await tx.$queryRaw`SELECT 1 FROM "Seat"
    WHERE id = ANY(${wanted}::uuid[]) AND "organisationId" = ${actor.organisation.id}::uuid ORDER BY id FOR NO KEY UPDATE`;
  const seats = await tx.seat.findMany({
    where: { id: { in: wanted }, organisationId: actor.organisation.id },
    orderBy: [...inOrder],
    include: { headOf: { select: { id: true } } },
  });
  if (seats.length < wanted.length) throw new NotAllowed(actor, what);
  return seats;
}

type Archived = { archived: number; before: number; kept: string[] };

/**
 * Archives them but for the seat of the office's own head.
 * @returns how many, how many somebody else had archived meanwhile, and the names of those that stay
 */
export async function archiveSeats(actor: Actor, ids: readonly string[]): Promise<Outcome<Archived>> {
  return transact<Outcome<Archived>>(async (tx) => {
    const chosen = await lockSeats(tx, actor, ids, "archive seats");
    const seats = chosen.filter(({ archivedAt }) => !archivedAt);
    const leaving = seats.filter(({ headOf }) => !headOf);
    await move(tx, actor, leaving, new Date());
    await endLinksOfSeats(
      tx,
      leaving.map(({ id }) => id),
    );
    return {
      ok: true,
      archived: leaving.length,
      before: chosen.length - seats.length,
      kept: seats.filter(({ headOf }) => headOf).map(seatLine),
    };
  });
}

/** Brings them back into the directory, all or none; @returns how many. */
export async function restoreSeats(actor: Actor, ids: readonly string[]): Promise<Outcome<{ restored: number }>> {
  return transact<Outcome<{ restored: number }>>(
    async (tx) => {
      const seats = (await lockSeats(tx, actor, ids, "restore seats")).filter(({ archivedAt }) => archivedAt);
      await move(tx, actor, seats, null);
      return { ok: true, restored: seats.length };
    },
    { onDuplicate: () => alreadyThere },
  );
}

const alreadyThere = refuse(
  "Tidak ada yang dipulihkan: salah satu jabatan itu sudah ada lagi di daftar mitra. Pulihkan satu per satu untuk melihat yang mana.",
);

type Seat = { id: string; title: string; institution: string };

async function move(tx: Db, actor: Actor, seats: readonly Seat[], archivedAt: Date | null): Promise<void> {
  await tx.seat.updateMany({ where: { id: { in: seats.map(({ id }) => id) } }, data: { archivedAt } });
  await recordEvents(
    tx,
    by(actor),
    seats.map((seat) => ({
      action: archivedAt ? "seat.archived" : "seat.restored",
      subjectId: seat.id,
      organisationId: actor.organisation.id,
      data: seatData(seat),
    })),
  );
}
