import { type Actor, type Outcome, refuse } from "@/lib/actor";
import type { HolderInput, NewHolderInput } from "@/lib/directory/schema";
import { startOf } from "@/lib/directory/tenure";
import { lockSeat, seatData } from "@/lib/directory/writes";
import { by, recordEvent } from "@/lib/events/record";
import { endLinksOfHolders } from "@/lib/invitations/holder-left";
import { endLinksOfSeats } from "@/lib/owner-links/revoke";
import { correctPerson, settlePerson } from "@/lib/persons/choose";
import { dayOf } from "@/lib/time";
import { transact } from "@/lib/transact";
import type { HolderPrefix } from "@/prisma/generated/enums";

/** Two changes at once: the seat's row lock lets one through, the other is told who was put there meanwhile. */
export async function changeHolder(actor: Actor, seatId: string, input: NewHolderInput): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const seat = await lockSeat(tx, actor, seatId, "change the holder of seat");
      if (seat.archivedAt) return archived;
      const present = seat.holder;
      if (present?.id === input.holderId) return { ok: true };
      if ((present?.id ?? null) !== input.previousId) return changedMeanwhile(present);
      const last = present ?? (await tx.seatHolder.findFirst({ where: { seatId }, orderBy: { until: "desc" } }));
      const start = startOf(actor, input.since, present ? present.since : knownEnd(last));
      if (!start.ok) return start;
      const { holderId, name, prefix, ownPost, phone, email, rank, nip } = input;
      const { title, institution, organisationId } = seat;
      const settled = await settlePerson(
        tx,
        organisationId,
        { name, title, institution, phone, email, nip },
        input.person,
      );
      if (!settled.ok) return settled;
      if (present)
        await tx.seatHolder.update({
          where: { id: present.id },
          data: { until: start.since ?? new Date(), isUntilKnown: start.since !== null },
        });
      await endLinksOfSeats(tx, [seatId]);
      if (present) await endLinksOfHolders(tx, [seatId], start.since);
      const { personId } = settled;
      await tx.seatHolder.create({
        data: { id: holderId, seatId, personId, name, prefix, ownPost, phone, email, rank, nip, since: start.since },
      });
      await recordEvent(tx, by(actor), {
        action: "holder.changed",
        subjectId: seatId,
        organisationId,
        data: { ...seatData(seat), before: present && holderData(present), after: holderData(input) },
      });
      return { ok: true };
    },
    // The row lock was not enough: an id that is in use already.
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

export async function correctHolder(
  actor: Actor,
  seatId: string,
  holderId: string,
  input: HolderInput,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const seat = await lockSeat(tx, actor, seatId, "correct the holder of seat");
    const present = seat.holder;
    if (!present || present.id !== holderId) return changedMeanwhile(present);
    const { since: day, ...values } = input;
    const isSameDay = day === (present.since && dayOf(present.since, actor.organisation.timeZone));
    const former = isSameDay
      ? null
      : await tx.seatHolder.findFirst({ where: { seatId, until: { not: null } }, orderBy: { until: "desc" } });
    const start = isSameDay ? { ok: true as const, since: present.since } : startOf(actor, day, knownEnd(former));
    if (!start.ok) return start;
    await correctPerson(tx, present.personId, present, values);
    await tx.seatHolder.update({ where: { id: present.id }, data: { ...values, since: start.since } });
    await recordEvent(tx, by(actor), {
      action: "holder.corrected",
      subjectId: seatId,
      organisationId: seat.organisationId,
      data: {
        ...seatData(seat),
        before: holderData(present),
        after: holderData(values),
        phone: present.phone === values.phone ? null : values.phone ? "replaced" : "removed",
      },
    });
    return { ok: true };
  });
}

export async function vacateSeat(actor: Actor, seatId: string, holderId: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const seat = await lockSeat(tx, actor, seatId, "vacate seat");
    if (!seat.holder) return { ok: true };
    if (seat.holder.id !== holderId) return changedMeanwhile(seat.holder);
    await tx.seatHolder.update({ where: { id: holderId }, data: { until: new Date() } });
    await endLinksOfSeats(tx, [seatId]);
    await endLinksOfHolders(tx, [seatId], null);
    await recordEvent(tx, by(actor), {
      action: "seat.vacated",
      subjectId: seatId,
      organisationId: seat.organisationId,
      data: { ...seatData(seat), before: holderData(seat.holder) },
    });
    return { ok: true };
  });
}

function knownEnd(holder: { until: Date | null; isUntilKnown: boolean } | null): Date | null {
  return holder?.isUntilKnown ? holder.until : null;
}

function holderData({ prefix, name }: { prefix: HolderPrefix | null; name: string }) {
  return { prefix, name };
}

const archived = refuse("Jabatan ini sudah diarsipkan. Pulihkan dulu, lalu ganti pejabatnya.");

function changedMeanwhile(present: { name: string } | null) {
  return refuse(
    present
      ? `Jabatan ini baru saja diisi ${present.name} oleh orang lain. Buka lagi halaman jabatan ini, lalu periksa.`
      : "Jabatan ini baru saja dikosongkan orang lain. Buka lagi halaman jabatan ini, lalu periksa.",
  );
}
