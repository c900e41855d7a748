import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { canKeepOfficeHead } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { transact } from "@/lib/transact";

type HeadSeat = { id: string; title: string; institution: string };

export async function chooseHeadSeat(actor: Actor, seatId: string): Promise<Outcome> {
  if (!canKeepOfficeHead(actor)) throw new NotAllowed(actor, "choose the seat of the office's head");
  return transact<Outcome>(async (tx) => {
    const seat = isId(seatId)
      ? await tx.seat.findFirst({
          where: { id: seatId, organisationId: actor.organisation.id },
          select: { id: true, title: true, institution: true, archivedAt: true },
        })
      : null;
    if (!seat) throw new NotAllowed(actor, `choose seat ${seatId}`);
    if (seat.archivedAt) return refuse("Jabatan ini sudah diarsipkan. Pulihkan dulu, lalu pilih lagi.", "seatId");
    await setHeadSeat(tx, actor, seat);
    return { ok: true };
  });
}

/** A step of the transaction that made or chose the seat. */
export async function setHeadSeat(tx: Db, actor: Actor, { id, title, institution }: HeadSeat): Promise<void> {
  const organisationId = actor.organisation.id;
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  const { headSeat: before } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { headSeat: { select: { id: true, title: true, institution: true } } },
  });
  if (before?.id === id) return;
  await tx.organisation.update({ where: { id: organisationId }, data: { headSeatId: id } });
  await recordEvent(tx, by(actor), {
    action: "office-head.seat-chosen",
    subjectId: organisationId,
    organisationId,
    data: {
      before: before && { title: before.title, institution: before.institution },
      after: { title, institution },
    },
  });
}
