import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import type { MeetingMessage } from "@/lib/messages/rules";
import { messageNames } from "@/lib/messages/rules";
import { canSend } from "@/lib/messages/sending";

export type Opened = {
  meetingId: string;
  invitationId: string;
  kind: MeetingMessage;
  /** The meeting's sequence that the message spoke of: it may have moved on since. */
  shownSequence: number;
};

/** Notes that staff opened, copied or shared a message to pass it on. Whether it arrived, nobody knows. */
export async function markOpened(actor: Actor, opened: Opened): Promise<Outcome> {
  const { meetingId, invitationId, kind } = opened;
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `hand out a link of ${meetingId}`);
  if (!canSend(kind, meeting.status)) return refuse(cannotSend(meeting.status));
  if (!isId(invitationId)) return gone;
  return db.$transaction(async (tx): Promise<Outcome> => {
    const invitation = await noteTold(tx, opened, meeting.sequence);
    if (!invitation) return gone;
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: `membuka pesan ${messageNames[kind].toLowerCase()} untuk`,
      subject: `${invitation.title}, ${invitation.institution}`,
    });
    return { ok: true };
  });
}

/** Writes what the invitee has now been told, under the row's lock: two officers at once leave one truth. */
export async function noteTold(tx: Db, { meetingId, invitationId, kind, shownSequence }: Opened, sequence: number) {
  await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE id = ${invitationId}::uuid FOR NO KEY UPDATE`;
  const invitation = await tx.invitation.findFirst({ where: { id: invitationId, meetingId } });
  if (!invitation) return null;
  const told = Math.min(shownSequence, sequence);
  await tx.invitation.update({
    where: { id: invitationId },
    data: {
      toldSequence: Math.max(told, invitation.toldSequence ?? 0),
      ...(invitation.handedOutAt ? {} : { handedOutAt: new Date() }),
      ...(kind === "REMINDER" ? { remindedAt: new Date() } : {}),
    },
  });
  return invitation;
}

export function cannotSend(status: string): string {
  return status === "DRAFT"
    ? "Jadwalkan kegiatan ini dulu; dari draf tidak ada yang dikirim"
    : "Pesan ini tidak dapat dikirim lagi karena keadaan kegiatan sudah berubah. Muat ulang halaman ini.";
}

const gone = refuse("Undangan ini sudah dicabut. Muat ulang halaman ini.");
