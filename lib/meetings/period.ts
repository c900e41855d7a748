import { type Actor, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { periodKey, periodName } from "@/lib/meetings/rules";
import type { MeetingKind } from "@/prisma/generated/client";

export type SecondOfPeriod = Refusal & { second?: { meetingId: string; title: string } };

type Wanted = {
  id: string;
  kind: MeetingKind;
  year: number;
  period: number;
  typeKey: string | null;
  organiserIds: readonly string[];
};

export type HeldPeriod = { holdsPeriod: string | null; secondReason: string | null };

/** Of two at once the unique index lets one through. @param reason why a second one is held all the same */
export async function settlePeriod(
  tx: Db,
  actor: Actor,
  wanted: Wanted,
  reason: string | null,
): Promise<HeldPeriod | SecondOfPeriod> {
  const holdsPeriod = periodKey(wanted);
  const holder = holdsPeriod ? await findHolder(tx, wanted) : null;
  if (!holder) return { holdsPeriod, secondReason: null };
  return reason ? { holdsPeriod: null, secondReason: reason } : secondOfPeriod(tx, actor, wanted);
}

export async function secondOfPeriod(tx: Db, actor: Actor, wanted: Wanted): Promise<SecondOfPeriod> {
  const first = await findHolder(tx, wanted);
  if (!first) return refuse("Periode ini baru saja dipakai kegiatan lain. Simpan sekali lagi.", "secondReason");
  const { meetingId, puskesmas } = first;
  // Of a meeting the actor may not see only the period is told, not its title: it may be another's draft.
  const where = { AND: [{ id: meetingId }, visibleTo(actor)] };
  const seen = await tx.meeting.findFirst({ where, select: { title: true } });
  const which = seen ? `${seen.title} (${puskesmas.name})` : `di ${puskesmas.name}`;
  return {
    ...refuse(
      `${periodName(wanted)} sudah punya kegiatan: ${which}. Isi alasan bila memang perlu yang kedua.`,
      "secondReason",
    ),
    ...(seen ? { second: { meetingId, title: seen.title } } : {}),
  };
}

function findHolder(tx: Db, wanted: Wanted) {
  return tx.meetingOrganiser.findFirst({
    where: {
      puskesmasId: { in: [...wanted.organiserIds] },
      holdsPeriod: periodKey(wanted),
      meetingId: { not: wanted.id },
    },
    select: { meetingId: true, puskesmas: { select: { name: true } } },
  });
}
