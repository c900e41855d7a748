import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordEvent, recordEvents } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import type { MeetingMessage } from "@/lib/messages/rules";
import { statusesToSend } from "@/lib/messages/sending";
import { transact } from "@/lib/transact";
import { keepForUndo } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

export type Opened = {
  meetingId: string;
  invitationId: string;
  kind: MeetingMessage;
  shownSequence: number;
};

export async function markOpened(actor: Actor, opened: Opened): Promise<Outcome> {
  const { meetingId, invitationId, kind } = opened;
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, sending(kind));
    if (isRefusal(meeting)) return meeting;
    const invitation = isId(invitationId) ? await noteTold(tx, opened, meeting.sequence) : null;
    if (!invitation) return gone;
    await recordEvent(tx, by(actor), {
      action: "invitation.message-opened",
      subjectId: invitationId,
      organisationId: meeting.hostId,
      meetingId,
      data: { kind, title: invitation.title, institution: invitation.institution },
    });
    return { ok: true };
  });
}

export type Sent = { meetingId: string; invitationIds: readonly string[]; shownSequence: number };

/** Those that were not sent yet are from now on; @returns how many that were. */
export async function markSent(
  actor: Actor,
  { meetingId, invitationIds, shownSequence }: Sent,
  undoId?: string,
): Promise<Outcome<{ marked: number }>> {
  return transact<Outcome<{ marked: number }>>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, handingOut);
    if (isRefusal(meeting)) return meeting;
    const invitations = await tx.invitation.findMany({
      where: { id: { in: invitationIds.filter(isId) }, meetingId, handedOutAt: null, holderLeftAt: null },
      select: { id: true, title: true, institution: true },
    });
    if (invitations.length === 0) return { ok: true, marked: 0 };
    const ids = invitations.map(({ id }) => id);
    const words = `${ids.length} undangan ditandai terkirim`;
    await keepForUndo(
      tx,
      { actor, meeting, step: { id: undoId, kind: "sent", words } },
      [{ table: "Invitation", where: Prisma.sql`t.id = ANY(${ids}::uuid[])` }],
      () =>
        tx.invitation.updateMany({
          where: { id: { in: ids }, handedOutAt: null },
          data: { handedOutAt: new Date(), toldSequence: Math.min(shownSequence, meeting.sequence) },
        }),
    );
    await recordEvents(
      tx,
      by(actor),
      invitations.map(({ id, title, institution }) => ({
        action: "invitation.message-opened",
        subjectId: id,
        organisationId: meeting.hostId,
        meetingId,
        data: { kind: "INVITATION", title, institution },
      })),
    );
    return { ok: true, marked: ids.length };
  });
}

const sending = (kind: MeetingMessage): MeetingChange => ({
  name: "hand out a link of",
  statuses: statusesToSend[kind],
  refusal: ({ status }) => cannotSend(status),
  whenApproved: null,
});

export const handingOut = sending("INVITATION");

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

const gone = refuse("Undangan ini sudah dibatalkan. Muat ulang halaman ini.");
