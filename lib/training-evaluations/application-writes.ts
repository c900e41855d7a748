import { type Actor, isRefusal, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { visibleTo } from "@/lib/meetings/reads";
import { dayOf, dayToDate, formatDayLong } from "@/lib/time";
import type { ApplicationInput, ParticipantApplicationInput } from "@/lib/training-evaluations/schema";
import { canAssess } from "@/lib/training-evaluations/visible";
import { transact } from "@/lib/transact";

const notOver = "Evaluasi penerapan diisi sesudah pelatihan ditutup. Tutup kegiatan ini dulu, di Ringkasan.";
const changed =
  "Evaluasi ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.";

const assessing: MeetingChange = {
  name: "evaluate the application of",
  statuses: ["CLOSED"],
  refusal: notOver,
  whenApproved: null,
};

/** @param now decides which days have come */
export function saveApplication(actor: Actor, meetingId: string, input: ApplicationInput, now: Date): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, assessing);
    if (isRefusal(meeting)) return meeting;
    if (!(await tx.training.findUnique({ where: { meetingId }, select: { meetingId: true } })))
      return refuse("Kegiatan ini bukan pelatihan");
    const wrongDay = refuseDay(meeting, input.assessedOn, now);
    if (wrongDay) return wrongDay;
    const { version, assessedOn, ...words } = input;
    const values = { ...words, assessedOn: dayToDate(assessedOn) };
    const before = await tx.trainingApplication.findUnique({ where: { meetingId } });
    if (before && saysTheSame(before, values)) return { ok: true };
    if ((before?.version ?? null) !== version) return refuse(changed);
    await tx.trainingApplication.upsert({
      where: { meetingId },
      create: { meetingId, ...values },
      update: { ...values, version: { increment: 1 } },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "training-application.saved",
      subjectId: meetingId,
      data: { title: meeting.title, assessor: words.assessor, day: assessedOn },
    });
    return { ok: true };
  });
}

export function saveParticipantApplication(
  actor: Actor,
  invitationId: string,
  input: ParticipantApplicationInput,
  now: Date,
): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const participant = await findParticipant(tx, invitationId);
      if (!participant) throw new NotAllowed(actor, `assess participant ${invitationId}`);
      const { meetingId } = participant;
      const meeting = await holdMeeting(tx, actor, meetingId, {
        ...assessing,
        isAllowed: (who, held) => canAssess(who, held, participant),
        seenBy: (who) => ({
          OR: [visibleTo(who), { training: { participants: { some: { organisationId: who.organisation.id } } } }],
        }),
      });
      if (isRefusal(meeting)) return meeting;
      if (!(await hasCome(tx, invitationId)))
        return refuse("Peserta ini tidak tercatat hadir pada pelatihannya, jadi tidak dinilai");
      const wrongDay = refuseDay(meeting, input.assessedOn, now);
      if (wrongDay) return wrongDay;
      const { version, assessedOn, ...words } = input;
      const values = { ...words, assessedOn: dayToDate(assessedOn) };
      const before = await tx.participantApplication.findUnique({ where: { invitationId } });
      if (before && saysTheSame(before, values)) return { ok: true };
      if ((before?.version ?? null) !== version) return refuse(changed);
      await tx.participantApplication.upsert({
        where: { invitationId },
        create: { invitationId, meetingId, ...values },
        update: { ...values, version: { increment: 1 } },
      });
      const { holderName, title } = participant.invitation;
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "participant-application.saved",
        subjectId: invitationId,
        data: { participant: holderName ?? title, level: words.level, assessor: words.assessor, day: assessedOn },
      });
      return { ok: true };
      // The history is the host's, which another office's member was with.
    },
    { acrossOffices: true },
  );
}

async function hasCome(tx: Db, invitationId: string): Promise<boolean> {
  const came = {
    invitationId,
    confirmedAt: { not: null },
    status: { in: ["PRESENT" as const, "REPRESENTED" as const] },
  };
  return (await tx.attendance.count({ where: came })) > 0;
}

function findParticipant(tx: Db, invitationId: string) {
  if (!isId(invitationId)) return null;
  return tx.trainingParticipant.findUnique({
    where: { invitationId },
    select: {
      meetingId: true,
      organisationId: true,
      invitation: { select: { holderName: true, title: true } },
    },
  });
}

function refuseDay({ startsAt, timeZone }: HeldMeeting, day: string, now: Date): Refusal | null {
  const begun = dayOf(startsAt, timeZone);
  if (day < begun)
    return refuse(`Tanggal penilaian tidak boleh sebelum pelatihan (${formatDayLong(begun)})`, "assessedOn");
  const today = dayOf(now, timeZone);
  return day > today
    ? refuse(`Tanggal penilaian tidak boleh sesudah hari ini (${formatDayLong(today)})`, "assessedOn")
    : null;
}

function saysTheSame<T extends object>(before: T, values: Partial<T>): boolean {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  return Object.entries(values).every(([field, value]) =>
    Object.entries(before).some(([name, old]) => name === field && plain(old) === plain(value)),
  );
}
