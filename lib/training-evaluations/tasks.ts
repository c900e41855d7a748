import { type Actor, isDinkesStaff, isPuskesmasWriter } from "@/lib/actor";
import { readRows } from "@/lib/db";
import type { FollowUpTask } from "@/lib/follow-up/tasks";
import { dayOf } from "@/lib/time";
import {
  type ApplicationCounts,
  applicationWords,
  dueDayOf,
  isAskedFor,
} from "@/lib/training-evaluations/application-rules";
import { applicationCounts, endOfTraining, hasAttended } from "@/lib/training-evaluations/training-sql";
import { Prisma } from "@/prisma/generated/client";

const mostTasks = 10;
/** Longer than the days in which it is asked for, a training of some weeks included. */
const lookedBack = 550;

type Ended = { id: string; title: string; timeZone: string; endedAt: Date };

/** The evaluasi penerapan that the actor's office owes: of its own trainings, and of its people trained elsewhere. */
export async function listApplicationTasks(actor: Actor, now: Date): Promise<FollowUpTask[]> {
  if (!isPuskesmasWriter(actor) && !isDinkesStaff(actor)) return [];
  const since = new Date(now.getTime() - lookedBack * 86_400_000);
  const [own, elsewhere] = await Promise.all([listOwn(actor, since), listElsewhere(actor, since)]);
  const today = dayOf(now, actor.organisation.timeZone);
  const task = (href: string, title: string, reason: string, ended: Ended): FollowUpTask[] => {
    const day = dueDayOf(dayOf(ended.endedAt, ended.timeZone));
    return isAskedFor(day, today) ? [{ href, title, reason, day, ...(day < today && { isLate: true as const }) }] : [];
  };
  return [
    ...own.flatMap((one) =>
      task(`/kegiatan/${one.id}/evaluasi`, `Isi evaluasi penerapan: ${one.title}`, applicationWords(one), one),
    ),
    ...elsewhere.flatMap((one) =>
      task(`/penerapan/${one.first}`, `Nilai penerapan: ${one.title}`, `${one.waiting} pegawai belum dinilai`, one),
    ),
  ];
}

const openOf = (office: string) => Prisma.sql`(m."hostId" = ${office}::uuid OR EXISTS (
  SELECT 1 FROM "MeetingOrganiser" g WHERE g."meetingId" = m.id AND g."puskesmasId" = ${office}::uuid AND g."agreedAt" IS NOT NULL))`;

function listOwn({ organisation: { id } }: Actor, since: Date): Promise<(Ended & ApplicationCounts)[]> {
  return readRows(Prisma.sql`
    SELECT * FROM (
      SELECT m.id, m.title, m."timeZone", ${endOfTraining} AS "endedAt", ${applicationCounts}
      FROM "Training" t JOIN "Meeting" m ON m.id = t."meetingId"
      WHERE m.status = 'CLOSED' AND m."startsAt" >= ${since} AND ${openOf(id)} AND NOT EXISTS (
        SELECT 1 FROM "MeetingEvidence" k WHERE k."meetingId" = m.id AND k.key = 'evaluasi-penerapan')
    ) own WHERE NOT ("isSummed" AND assessed >= attended) ORDER BY "endedAt" LIMIT ${mostTasks}`);
}

function listElsewhere(
  { organisation: { id } }: Actor,
  since: Date,
): Promise<(Ended & { waiting: number; first: string })[]> {
  return readRows(Prisma.sql`
    SELECT m.id, m.title, m."timeZone", ${endOfTraining} AS "endedAt", w.waiting, w.first
    FROM (
      SELECT p."meetingId", count(*)::int AS waiting, min(p."invitationId"::text) AS first FROM "TrainingParticipant" p
      WHERE p."organisationId" = ${id}::uuid AND ${hasAttended}
        AND NOT EXISTS (SELECT 1 FROM "ParticipantApplication" x WHERE x."invitationId" = p."invitationId")
      GROUP BY p."meetingId"
    ) w JOIN "Meeting" m ON m.id = w."meetingId"
    WHERE m.status = 'CLOSED' AND m."startsAt" >= ${since} AND NOT ${openOf(id)}
    ORDER BY "endedAt" LIMIT ${mostTasks}`);
}
