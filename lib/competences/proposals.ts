import type { Actor } from "@/lib/actor";
import { gapsSql } from "@/lib/competences/gaps-sql";
import { db, isId } from "@/lib/db";
import { editableStatuses } from "@/lib/meetings/rules";
import { addDays, dateToDay, dayOf, formatDayShort } from "@/lib/time";
import type { Profession } from "@/prisma/generated/enums";

export type Proposal = {
  staffId: string;
  name: string;
  profession: Profession;
  officeId: string;
  office: string;
  /** Of his profession there: who has the competence, and how many more are asked for. */
  held: number;
  missing: number;
  /** The last day of his certificate, where it still is in force but runs out soon. */
  heldUntil: Date | null;
  termEndsOn: Date | null;
};

export const proposalRule =
  "Dari puskesmas yang belum punya seorang pun yang menguasai, lalu dari yang paling banyak kurang; kemudian yang sertifikatnya habis dalam 6 bulan. Yang penugasannya berakhir dalam 6 bulan ditaruh paling belakang. Yang sudah menjadi peserta pelatihan mendatang untuk kompetensi ini tidak diusulkan.";

/** Who should go to the next training of a competence, in the order that `proposalRule` says. */
export async function proposeParticipants(
  actor: Actor,
  competenceId: string,
  now: Date,
  take = 40,
): Promise<Proposal[]> {
  if (!isId(competenceId)) return [];
  const today = dayOf(now, actor.organisation.timeZone);
  const soon = addDays(today, 182);
  return db.$queryRaw<Proposal[]>`
    WITH ${gapsSql(actor, today, competenceId)}, turn AS (
      SELECT w.*, g.office, g.held, g.missing, row_number() OVER (
        PARTITION BY w."officeId", w.profession ORDER BY w."endsOn" <= ${soon}::date NULLS FIRST, w.name, w.id
      ) AS place
      FROM worker w JOIN gap g USING ("officeId", "competenceId", profession)
      WHERE (NOT w."isHeld" OR w."heldUntil" <= ${soon}::date) AND NOT EXISTS (
        SELECT 1 FROM "TrainingParticipant" a
        JOIN "TrainingCompetence" c ON c."meetingId" = a."meetingId" AND c."competenceId" = ${competenceId}::uuid
        JOIN "Meeting" k ON k.id = a."meetingId" AND k.status NOT IN ('CLOSED', 'CANCELLED')
        WHERE a."staffId" = w.id
      )
    )
    SELECT t.id AS "staffId", t.name, t.profession::text AS profession, t."officeId", t.office, t.held, t.missing,
      t."heldUntil", t."endsOn" AS "termEndsOn"
    FROM turn t WHERE t.missing > 0 OR t."heldUntil" IS NOT NULL
    ORDER BY coalesce(t."endsOn" <= ${soon}::date, false), t."isHeld", t.missing < t.place, t.held > 0,
      t.missing DESC, t.place, t.office, t.name, t.id
    LIMIT ${take}`;
}

/** Trainings of the actor's office that teach a competence and may still be changed. */
export async function listOpenTrainings(actor: Actor, competenceId: string) {
  if (!isId(competenceId)) return [];
  const rows = await db.training.findMany({
    where: {
      competences: { some: { competenceId } },
      meeting: { hostId: actor.organisation.id, status: { in: [...editableStatuses] } },
    },
    orderBy: { meeting: { startsAt: "asc" } },
    take: 50,
    select: { meeting: { select: { id: true, title: true, startsAt: true, timeZone: true } } },
  });
  return rows.map(({ meeting }) => meeting);
}

export function reasonOf({ held, missing, heldUntil, termEndsOn }: Proposal): string {
  const term = termEndsOn ? `; bertugas sampai ${formatDayShort(dateToDay(termEndsOn))}` : "";
  if (heldUntil) return `Sertifikatnya habis ${formatDayShort(dateToDay(heldUntil))}${term}`;
  if (held === 0) return `Belum seorang pun di sini yang menguasai; kurang ${missing}${term}`;
  return `Baru ${held} di sini yang menguasai; kurang ${missing}${term}`;
}
