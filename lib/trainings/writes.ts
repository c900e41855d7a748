import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { competencesFor } from "@/lib/trainings/competences";
import { holdTraining, trainingChanged } from "@/lib/trainings/hold";
import type { TrainingInput } from "@/lib/trainings/schema";
import { transact } from "@/lib/transact";
import type { Training } from "@/prisma/generated/client";

export async function saveTraining(actor: Actor, meetingId: string, input: TrainingInput): Promise<Outcome> {
  const { version, competenceIds, ...values } = input;
  return transact<Outcome>(async (tx) => {
    const held = await holdTraining(tx, actor, meetingId, "set the training of");
    if (isRefusal(held)) return held;
    const { meeting, training } = held;
    if (training.version !== version) return trainingChanged;
    const offered = await tx.competence.findMany({
      where: { id: { in: competenceIds }, ...competencesFor(actor) },
      select: { id: true, name: true },
    });
    if (offered.length < new Set(competenceIds).size)
      return refuse("Muat ulang halaman ini: daftar kompetensinya berubah");
    const before = await factsOf(tx, training);
    await tx.trainingCompetence.deleteMany({ where: { meetingId } });
    await tx.trainingCompetence.createMany({ data: offered.map(({ id }) => ({ meetingId, competenceId: id })) });
    const after = await tx.training.update({
      where: { meetingId },
      data: { ...values, skpIssuer: values.skpNumber ? values.skpIssuer : null, version: { increment: 1 } },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "training.changed",
      subjectId: meetingId,
      data: { title: meeting.title, before, after: await factsOf(tx, after) },
    });
    return { ok: true };
  });
}

async function factsOf(tx: Db, training: Training) {
  const { meetingId, objectives, requiredAttendance, requiredScore, skpValue, skpNumber } = training;
  const competences = await tx.trainingCompetence.findMany({
    where: { meetingId },
    orderBy: { competence: { name: "asc" } },
    select: { competence: { select: { name: true } } },
  });
  return {
    objectives,
    requiredAttendance,
    requiredScore: requiredScore?.toNumber() ?? null,
    competences: competences.map(({ competence }) => competence.name),
    skp: skpNumber && `${skpValue?.toNumber().toLocaleString("id-ID")} (${skpNumber})`,
  };
}
