import { type Actor, isPuskesmasWriter, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { askedOf } from "@/lib/meetings/organised";
import { type HeldPeriod, type SecondOfPeriod, settlePeriod } from "@/lib/meetings/period";
import { visibleTo } from "@/lib/meetings/reads";
import { preparedStatuses } from "@/lib/meetings/rules";
import { transact } from "@/lib/transact";

/** Organisers as rows: of those who have not agreed nothing is held. @param agreed since when, by puskesmas */
export function organiserRows(
  organiserIds: readonly string[],
  agreed: ReadonlyMap<string, Date>,
  { startsAt, period }: { startsAt: Date; period: HeldPeriod },
) {
  return organiserIds.map((puskesmasId) => {
    const agreedAt = agreed.get(puskesmasId) ?? null;
    return { puskesmasId, startsAt, agreedAt, ...(agreedAt ? period : { holdsPeriod: null, secondReason: null }) };
  });
}

const answering: MeetingChange = {
  name: "answer for a co-organiser of",
  // An asked puskesmas may still answer when the meeting is over, so that nothing stays open.
  statuses: preparedStatuses,
  refusal: "Kegiatan ini sudah dibatalkan",
  whenApproved: null,
  seenBy: (actor) => ({ OR: [visibleTo(actor), askedOf(actor)] }),
  isAllowed: isPuskesmasWriter,
};

export async function agreeToOrganise(
  actor: Actor,
  meetingId: string,
  secondReason: string | null = null,
): Promise<Outcome | SecondOfPeriod> {
  const puskesmasId = actor.organisation.id;
  return transact<Outcome | SecondOfPeriod>(
    async (tx) => {
      const asked = await holdAsked(tx, actor, meetingId);
      if (isRefusal(asked)) return asked;
      if (asked.agreedAt) return { ok: true };
      const { meeting } = asked;
      const period = await settlePeriod(tx, actor, { ...meeting, organiserIds: [puskesmasId] }, secondReason);
      if (isRefusal(period)) return period;
      await tx.meetingOrganiser.update({
        where: { meetingId_puskesmasId: { meetingId, puskesmasId } },
        data: { agreedAt: new Date(), ...period },
      });
      await tell(tx, actor, meeting, "meeting.joined");
      return { ok: true };
    },
    { onDuplicate: () => refuse("Periode ini baru saja dipakai kegiatan lain. Coba sekali lagi.", "secondReason") },
  );
}

export async function declineToOrganise(actor: Actor, meetingId: string): Promise<Outcome> {
  const puskesmasId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    const asked = await holdAsked(tx, actor, meetingId);
    if (isRefusal(asked)) return asked;
    if (asked.agreedAt) return refuse("Puskesmas Anda sudah menyetujui. Minta penyelenggara utama mengubahnya.");
    // While it is still asked: the history is the host's.
    await tell(tx, actor, asked.meeting, "meeting.join-declined");
    await tx.meetingOrganiser.delete({ where: { meetingId_puskesmasId: { meetingId, puskesmasId } } });
    return { ok: true };
  });
}

async function holdAsked(tx: Db, actor: Actor, meetingId: string) {
  const held = await holdMeeting(tx, actor, meetingId, answering);
  if (isRefusal(held)) return held;
  const row = await tx.meetingOrganiser.findUnique({
    where: { meetingId_puskesmasId: { meetingId, puskesmasId: actor.organisation.id } },
    select: {
      agreedAt: true,
      meeting: {
        select: { id: true, hostId: true, title: true, kind: true, year: true, period: true, typeKey: true },
      },
    },
  });
  if (!row) throw new NotAllowed(actor, `answer for a co-organiser of meeting ${meetingId}`);
  return row;
}

type Joined = { id: string; hostId: string; title: string };

function tell(tx: Db, actor: Actor, { id, hostId, title }: Joined, action: "meeting.joined" | "meeting.join-declined") {
  const subject = { subjectId: id, organisationId: hostId, meetingId: id };
  return recordEvent(tx, by(actor), { ...subject, action, data: { title, puskesmas: actor.organisation.name } });
}
