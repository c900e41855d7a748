import { type Actor, type Outcome, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { FormerHolderInput } from "@/lib/directory/schema";
import { lockSeat, seatData } from "@/lib/directory/writes";
import { by, recordEvent } from "@/lib/events/record";
import { settlePerson } from "@/lib/persons/choose";
import { addDays, dayOf, formatDayLong, toInstant } from "@/lib/time";
import { transact } from "@/lib/transact";

/** Adds somebody who held a seat before, so that meetings of his time find him. */
export async function addFormerHolder(actor: Actor, seatId: string, input: FormerHolderInput): Promise<Outcome> {
  const { timeZone } = actor.organisation;
  return transact<Outcome>(
    async (tx) => {
      const seat = await lockSeat(tx, actor, seatId, "add a former holder of seat");
      if ((await tx.seatHolder.count({ where: { id: input.holderId, seatId } })) > 0) return { ok: true };
      if (input.until >= dayOf(new Date(), timeZone))
        return refuse(
          "Hari terakhir menjabat harus sudah lewat. Untuk pejabat sekarang, pakai Ganti pejabat.",
          "until",
        );
      const since = input.since ? toInstant(input.since, "00:00", timeZone) : null;
      const until = new Date(toInstant(addDays(input.until, 1), "00:00", timeZone).getTime() - 1);
      const clash = await findOverlap(tx, seatId, { since, until }, timeZone);
      if (clash) return clash;
      const { holderId, name, prefix, ownPost, phone, email, rank, nip } = input;
      const { title, institution, organisationId } = seat;
      const settled = await settlePerson(
        tx,
        organisationId,
        { name, title, institution, phone, email, nip },
        input.person,
      );
      if (!settled.ok) return settled;
      const { personId } = settled;
      const term = { since, until, isUntilKnown: true };
      await tx.seatHolder.create({
        data: { id: holderId, seatId, personId, name, prefix, ownPost, phone, email, rank, nip, ...term },
      });
      await recordEvent(tx, by(actor), {
        action: "holder.former-added",
        subjectId: seatId,
        organisationId,
        data: { ...seatData(seat), holder: { prefix, name }, until: input.until },
      });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

type Term = { since: Date | null; until: Date };

async function findOverlap(tx: Db, seatId: string, term: Term, timeZone: string): Promise<Refusal | null> {
  const other = await tx.seatHolder.findFirst({
    where: {
      seatId,
      since: { not: null, lte: term.until },
      OR: [{ until: null }, { until: { gt: term.since ?? term.until } }],
    },
    select: { name: true, since: true },
  });
  if (!other?.since) return null;
  return refuse(
    `Masa jabatan ini bertumpuk dengan ${other.name}, yang menjabat sejak ${formatDayLong(dayOf(other.since, timeZone))}`,
    "until",
  );
}
