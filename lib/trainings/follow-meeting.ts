import { type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { MeetingValues } from "@/lib/meetings/values";
import { dayOf, daysBetween } from "@/lib/time";
import { outsideWords, sessionsOutside } from "@/lib/trainings/session-checks";
import type { MeetingKind } from "@/prisma/generated/client";

export async function ensureTraining(tx: Db, meetingId: string): Promise<void> {
  await tx.training.createMany({ data: [{ meetingId }], skipDuplicates: true });
}

const dayLength = 86_400_000;

type Before = { id: string; kind: MeetingKind; startsAt: Date; timeZone: string };

/** Keeps the training in step with its meeting: made with the kind, gone with it, its sessions moved by as many days. */
export async function followMeeting(tx: Db, before: Before, after: MeetingValues): Promise<Refusal | null> {
  const { id: meetingId, timeZone } = before;
  if (after.kind !== "KALAKARYA") return before.kind === "KALAKARYA" ? leaveKind(tx, meetingId) : null;
  await ensureTraining(tx, meetingId);
  const sessions = await tx.trainingSession.findMany({ where: { meetingId }, orderBy: { position: "asc" } });
  const days = daysBetween(dayOf(before.startsAt, timeZone), dayOf(after.startsAt, timeZone));
  const moved = sessions.map((session) => ({
    ...session,
    startsAt: new Date(session.startsAt.getTime() + days * dayLength),
    endsAt: new Date(session.endsAt.getTime() + days * dayLength),
  }));
  const outside = sessionsOutside(moved, after, timeZone);
  if (outside.length > 0) return refuse(outsideWords(outside, after, timeZone), "endDate");
  if (days !== 0)
    for (const { id, startsAt, endsAt } of moved)
      await tx.trainingSession.update({ where: { id }, data: { startsAt, endsAt, version: { increment: 1 } } });
  return null;
}

async function leaveKind(tx: Db, meetingId: string): Promise<Refusal | null> {
  const [sessions, participants] = [
    await tx.trainingSession.count({ where: { meetingId } }),
    await tx.trainingParticipant.count({ where: { meetingId } }),
  ];
  if (sessions + participants > 0)
    return refuse("Kalakarya ini sudah punya sesi atau peserta. Hapus dulu, lalu ubah jenisnya.", "kind");
  await tx.training.deleteMany({ where: { meetingId } });
  return null;
}
