import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { copiesOf } from "@/lib/invitations/writes";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { editableStatuses } from "@/lib/meetings/rules";
import { transact } from "@/lib/transact";

const renewing: MeetingChange = {
  name: "renew an invitation of",
  statuses: editableStatuses,
  refusal: "Kegiatan ini sudah selesai atau dibatalkan; undangan tidak dapat diperbarui",
};

/** Invites who holds the seat now in the place of one who left it: with a link of his own, to be sent to him. */
export async function renewInvitation(actor: Actor, meetingId: string, invitationId: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, renewing);
    if (isRefusal(meeting)) return meeting;
    const invitation = isId(invitationId)
      ? await tx.invitation.findFirst({
          where: { id: invitationId, meetingId },
          include: { attendance: { select: { id: true } }, answer: { select: { choice: true } } },
        })
      : null;
    if (!invitation) return refuse("Undangan ini sudah dibatalkan");
    if (!invitation.holderLeftAt) return { ok: true };
    const { title, institution, attendance, answer, seatId } = invitation;
    if (attendance) return refuse(`${title} sudah tercatat kehadirannya; undangannya tidak dapat diperbarui lagi`);
    const [copy] = seatId ? await copiesOf(tx, actor, meeting, [seatId]) : [];
    if (!copy) return notOurs;
    const { holderPrefix, holderName, holderOwnPost, phone, email, tokenHash, tokenSealed } = copy;
    await tx.answer.deleteMany({ where: { invitationId } });
    await tx.invitation.update({
      where: { id: invitationId },
      data: {
        ...{ holderPrefix, holderName, holderOwnPost, phone, email, tokenHash, tokenSealed },
        ...{ holderLeftAt: null, handedOutAt: null, toldSequence: null, remindedAt: null },
      },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "invitation.renewed",
      subjectId: invitationId,
      data: { title, institution, before: invitation.holderName, after: holderName, answer: answer?.choice ?? null },
    });
    return { ok: true };
  });
}

const notOurs = refuse(
  "Jabatan ini sudah diarsipkan, atau dari daftar mitra instansi lain. Batalkan undangan ini, atau minta instansi itu memperbaruinya.",
);
