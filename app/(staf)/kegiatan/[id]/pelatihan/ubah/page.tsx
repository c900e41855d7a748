import type { Metadata } from "next";
import { listCompetenceChoices } from "@/lib/trainings/competences";
import { requireTrainingToEdit } from "@/lib/web/training";
import { saveTrainingAction } from "../actions";
import { TrainingForm } from "./training-form";

export const metadata: Metadata = { title: "Ubah isi pelatihan" };

export default async function EditTrainingPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting, training } = await requireTrainingToEdit((await params).id);
  const offered = await listCompetenceChoices(actor);
  return (
    <TrainingForm
      action={saveTrainingAction.bind(null, meeting.id)}
      initial={{
        version: training.version,
        objectives: training.objectives.join("\n"),
        requiredAttendance: training.requiredAttendance,
        requiredScore: decimal(training.requiredScore),
        skpValue: decimal(training.skpValue),
        skpNumber: training.skpNumber,
        skpIssuer: training.skpIssuer,
        competenceIds: training.competences.map(({ id }) => id),
      }}
      competences={offered.map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation.name }))}
    />
  );
}

function decimal(value: number | null): string | null {
  return value === null ? null : value.toLocaleString("id-ID", { useGrouping: false });
}
