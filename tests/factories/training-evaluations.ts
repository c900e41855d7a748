import { db } from "@/lib/db";
import type { TrainingApplication } from "@/prisma/generated/client";

const assessment = { assessor: "dr. Anindya, Kepala Puskesmas", assessedOn: new Date("2026-02-20") };

export function makeApplication(meetingId: string): Promise<TrainingApplication> {
  return db.trainingApplication.create({ data: { meetingId, summary: "Alur baru dipakai", ...assessment } });
}

/** Of a participant who does at work what he learned. */
export async function makeParticipantApplication(meetingId: string, invitationId: string): Promise<void> {
  const level = { level: "FULL", evidence: "Memakai alur baru" } as const;
  await db.participantApplication.create({ data: { meetingId, invitationId, ...level, ...assessment } });
}
