import { Prisma } from "@/prisma/generated/client";

/** When a training is over, over "Meeting" m: its last session's end, else the meeting's. */
export const endOfTraining = Prisma.sql`coalesce(
  (SELECT max(ts."endsAt") FROM "TrainingSession" ts WHERE ts."meetingId" = m.id), m."endsAt", m."startsAt")`;

/** Whether a participant came, over "TrainingParticipant" p. */
export const hasAttended = Prisma.sql`EXISTS (
  SELECT 1 FROM "Attendance" ta WHERE ta."invitationId" = p."invitationId"
    AND ta.status IN ('PRESENT', 'REPRESENTED') AND ta."confirmedAt" IS NOT NULL)`;

/** attended, assessed, isSummed of one training, over "Meeting" m. */
export const applicationCounts = Prisma.sql`
  (SELECT count(*) FILTER (WHERE ${hasAttended})::int FROM "TrainingParticipant" p WHERE p."meetingId" = m.id) AS attended,
  (SELECT count(*) FILTER (WHERE ${hasAttended})::int FROM "TrainingParticipant" p
    JOIN "ParticipantApplication" x ON x."invitationId" = p."invitationId" WHERE p."meetingId" = m.id) AS assessed,
  EXISTS (SELECT 1 FROM "TrainingApplication" y WHERE y."meetingId" = m.id) AS "isSummed"`;
