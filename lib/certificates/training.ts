import { daysWords } from "@/lib/certificates/rules";
import type { Topic } from "@/lib/certificates/schema";
import type { Db } from "@/lib/db";
import { dayOf, formatDay } from "@/lib/time";
import type { SessionForm } from "@/prisma/generated/enums";

const formNames: Record<SessionForm, string> = {
  THEORY: "Teori",
  SIMULATION: "Simulasi",
  PRACTICE: "Praktik",
  EVALUATION: "Evaluasi",
  TEST: "Tes",
};

export type TrainingOnPaper = {
  held: string;
  lessons: number;
  topics: Topic[];
  skp: { value: string | null; number: string | null; issuer: string | null };
  /** The shortest of what its competences are good for; null: without end. */
  validMonths: number | null;
};

/** For somebody who may see the meeting; null where it is no training. */
export async function trainingOnPaper(
  tx: Db,
  { id, startsAt, timeZone }: { id: string; startsAt: Date; timeZone: string },
): Promise<TrainingOnPaper | null> {
  const training = await tx.training.findUnique({
    where: { meetingId: id },
    select: {
      ...{ skpValue: true, skpNumber: true, skpIssuer: true },
      sessions: { orderBy: { position: "asc" }, select: { topic: true, form: true, lessons: true, startsAt: true } },
      competences: { select: { competence: { select: { validMonths: true } } } },
    },
  });
  if (!training) return null;
  const { sessions, skpValue, skpNumber, skpIssuer } = training;
  const days = sessions.map((session) => dayOf(session.startsAt, timeZone));
  const months = training.competences.flatMap(({ competence }) => competence.validMonths ?? []);
  return {
    held: daysWords(days.length > 0 ? days : [dayOf(startsAt, timeZone)], formatDay),
    // In hundredths, so that 0.1 + 0.2 is 0.3.
    lessons: sessions.reduce((sum, { lessons }) => sum + Math.round(lessons.toNumber() * 100), 0) / 100,
    topics: sessions.map(({ topic, form, lessons }) => ({ topic, form: formNames[form], lessons: lessons.toString() })),
    skp: { value: skpValue?.toString().replace(".", ",") ?? null, number: skpNumber, issuer: skpIssuer },
    validMonths: months.length > 0 ? Math.min(...months) : null,
  };
}
