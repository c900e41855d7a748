import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { answerNames } from "@/lib/invitations/rules";
import type { AnswerInput } from "@/lib/invitations/schema";
import { lockMeeting } from "@/lib/meetings/lock";
import { findMeeting } from "@/lib/meetings/reads";
import { canHandOutLinks, canWriteMeeting, isEditable } from "@/lib/meetings/rules";
import { hashToken, newToken, sealToken } from "@/lib/secrets";

async function writableMeeting(actor: Actor, meetingId: string, what: string) {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `${what} of meeting ${meetingId}`);
  return meeting;
}

/**
 * Invites seats of the actor's directory. Seat and holder are copied as they are now; seats already invited
 * stay as they are, so doing it twice adds nobody twice.
 * @returns how many were added
 */
export async function inviteSeats(
  actor: Actor,
  meetingId: string,
  seatIds: string[],
): Promise<Outcome<{ added: number }>> {
  const meeting = await writableMeeting(actor, meetingId, "invite to");
  if (!isEditable(meeting.status))
    return refuse("Kegiatan ini sudah selesai atau dibatalkan; undangan tidak dapat ditambah");
  const seats = await db.seat.findMany({
    where: { id: { in: seatIds }, organisationId: actor.organisation.id, archivedAt: null },
    include: { holders: { where: { until: null } } },
  });
  const rows = seats.map(({ holders: [holder], ...seat }) => {
    const token = newToken();
    return {
      meetingId,
      seatId: seat.id,
      title: seat.title,
      institution: seat.institution,
      sector: seat.sector,
      villageCode: seat.villageCode,
      protocolOrder: seat.protocolOrder,
      holderPrefix: holder?.prefix ?? null,
      holderName: holder?.name ?? null,
      holderOwnPost: holder?.ownPost ?? null,
      phone: holder?.phone ?? null,
      email: holder?.email ?? null,
      tokenHash: hashToken(token),
      tokenSealed: sealToken(token),
    };
  });
  return db.$transaction(async (tx) => {
    const { count } = await tx.invitation.createMany({ data: rows, skipDuplicates: true });
    if (count > 0) {
      await recordEvent(tx, {
        ...by(actor),
        organisationId: meeting.hostId,
        meetingId,
        verb: "menambah undangan",
        subject: `${count} orang`,
        detail: {},
      });
    }
    return { ok: true, added: count };
  });
}

/** Takes an invitation back: its link ends. One with an attendance stays. */
export async function withdrawInvitation(actor: Actor, meetingId: string, invitationId: string): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId, "withdraw an invitation");
  if (!isId(invitationId)) return { ok: true };
  return db.$transaction(async (tx): Promise<Outcome> => {
    const locked = await lockMeeting(tx, meetingId);
    if (!locked || !isEditable(locked.status))
      return refuse("Kegiatan ini sudah selesai atau dibatalkan; undangan tidak dapat dicabut");
    const invitation = await tx.invitation.findFirst({
      where: { id: invitationId, meetingId },
      include: { attendance: { select: { id: true } } },
    });
    if (!invitation) return { ok: true };
    if (invitation.attendance)
      return refuse(`${invitation.title} sudah tercatat kehadirannya; hapus dulu catatan kehadiran itu`);
    await tx.invitation.delete({ where: { id: invitationId } });
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: "mencabut undangan",
      subject: `${invitation.title} ${invitation.institution}`,
    });
    return { ok: true };
  });
}

/** Notes an answer that an invitee gave by word of mouth or telephone. */
export async function recordAnswer(
  actor: Actor,
  meetingId: string,
  invitationId: string,
  input: AnswerInput,
): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId, "record an answer");
  if (!canHandOutLinks(meeting.status)) return refuse("Jawaban hanya dicatat selama kegiatan terjadwal");
  const invitation = isId(invitationId)
    ? await db.invitation.findFirst({
        where: { id: invitationId, meetingId },
        select: { title: true, institution: true },
      })
    : null;
  if (!invitation) return refuse("Undangan ini sudah dicabut");
  const values = {
    choice: input.choice,
    reason: input.choice === "TIDAK_HADIR" ? input.reason : null,
    delegateName: input.choice === "DIWAKILI" ? input.delegateName : null,
    delegateTitle: input.choice === "DIWAKILI" ? input.delegateTitle : null,
    delegateInstitution: input.choice === "DIWAKILI" ? input.delegateInstitution : null,
    answeredAt: new Date(),
    recordedBy: actor.name,
    sequence: meeting.sequence,
  };
  await db.$transaction(async (tx) => {
    await tx.answer.upsert({ where: { invitationId }, create: { invitationId, ...values }, update: values });
    await recordEvent(tx, {
      ...by(actor),
      onBehalfOf: `${invitation.title}, ${invitation.institution}`,
      organisationId: meeting.hostId,
      meetingId,
      verb: "mencatat jawaban",
      subject: answerNames[input.choice],
    });
  });
  return { ok: true };
}
