import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { editableStatuses } from "@/lib/meetings/rules";
import { transact } from "@/lib/transact";
import { keepForUndo, type Watched } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

export const withdrawing: MeetingChange = {
  name: "withdraw an invitation of",
  statuses: editableStatuses,
  refusal: "Kegiatan ini sudah selesai atau dibatalkan; undangan tidak dapat dibatalkan",
};

type Withdrawn = { withdrawn: number; kept: string[] };

/** Withdraws those that nobody came by yet; @returns how many, and the names of those that stay. */
export async function withdrawInvitations(
  actor: Actor,
  meetingId: string,
  invitationIds: readonly string[],
  undoId?: string,
): Promise<Outcome<Withdrawn>> {
  return transact<Outcome<Withdrawn>>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, withdrawing);
    if (isRefusal(meeting)) return meeting;
    const invitations = await tx.invitation.findMany({
      where: { id: { in: invitationIds.filter(isId) }, meetingId },
      orderBy: [{ protocolOrder: "asc" }, { id: "asc" }],
      select: { id: true, title: true, institution: true, attendance: { select: { id: true } } },
    });
    const leaving = invitations.filter(({ attendance }) => !attendance);
    const kept = invitations.filter(({ attendance }) => attendance).map(nameOf);
    const [first] = leaving;
    if (!first && kept.length > 0)
      return refuse(`${kept.join("; ")} sudah tercatat kehadirannya; hapus dulu catatan kehadiran itu`);
    if (!first) return { ok: true, withdrawn: 0, kept };
    const words =
      leaving.length === 1 ? `undangan ${nameOf(first)} dibatalkan` : `${leaving.length} undangan dibatalkan`;
    const ids = leaving.map(({ id }) => id);
    await keepForUndo(
      tx,
      { actor, meeting, step: { id: undoId, kind: "invitation", words } },
      rowsOfInvitations(ids),
      () => tx.invitation.deleteMany({ where: { id: { in: ids } } }),
    );
    await recordEvents(
      tx,
      by(actor),
      leaving.map(({ id, title, institution }) => ({
        action: "invitation.withdrawn",
        subjectId: id,
        organisationId: meeting.hostId,
        meetingId,
        data: { title, institution },
      })),
    );
    return { ok: true, withdrawn: leaving.length, kept };
  });
}

export async function withdrawInvitation(
  actor: Actor,
  meetingId: string,
  invitationId: string,
  undoId?: string,
): Promise<Outcome> {
  const outcome = await withdrawInvitations(actor, meetingId, [invitationId], undoId);
  return outcome.ok ? { ok: true } : outcome;
}

const nameOf = ({ title, institution }: { title: string; institution: string }) => `${title}, ${institution}`;

function rowsOfInvitations(ids: string[]): Watched[] {
  const ofThem = Prisma.sql`t."invitationId" = ANY(${ids}::uuid[])`;
  const letters = Prisma.sql`SELECT id FROM "Document" WHERE "invitationId" = ANY(${ids}::uuid[])`;
  return [
    { table: "Invitation", where: Prisma.sql`t.id = ANY(${ids}::uuid[])` },
    { table: "TrainingParticipant", where: ofThem },
    { table: "Answer", where: ofThem },
    { table: "Document", where: ofThem },
    { table: "DocumentContent", where: Prisma.sql`t."documentId" IN (${letters})` },
  ];
}
