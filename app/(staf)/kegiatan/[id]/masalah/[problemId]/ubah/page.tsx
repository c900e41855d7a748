import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { listIndicators } from "@/lib/indicators/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { listVillageChoices } from "@/lib/plan/reads";
import { findProblem } from "@/lib/problems/reads";
import { canWriteProblems } from "@/lib/problems/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { editProblemAction } from "../../actions";
import { ProblemForm } from "../../problem-form";

export const metadata: Metadata = { title: "Ubah masalah" };

export default async function EditProblemPage({ params }: { params: Promise<{ id: string; problemId: string }> }) {
  const { id, problemId } = await params;
  const { actor, meeting } = await requireMeeting(id);
  const problem = await findProblem(actor, meeting.id, problemId);
  if (!problem || !canWriteMeeting(actor, meeting)) notFound();
  if (!canWriteProblems(actor, meeting))
    return (
      <EmptyState title="Masalah kegiatan ini terkunci">
        Notulennya sudah disahkan, atau kegiatannya dibatalkan. Buka kembali pengesahannya untuk mengubah masalah.
      </EmptyState>
    );
  const [villages, indicators] = await Promise.all([
    listVillageChoices(actor, meeting.id),
    listIndicators(actor, actor.organisation.id),
  ]);
  return (
    <>
      <h2 className="mb-4">Ubah masalah {problem.number}</h2>
      <ProblemForm
        action={editProblemAction.bind(null, meeting.id)}
        villages={villages}
        indicators={withKept(indicators, problem)}
        backHref={`/kegiatan/${meeting.id}/masalah/${problem.id}`}
        initial={{ ...problem, villages: problem.villages.map((village) => village.code) }}
      />
    </>
  );
}

/** The indicator it rests on stays to choose, also when it is archived by now or another organiser's. */
function withKept(
  indicators: readonly { id: string; name: string }[],
  { indicatorId, indicator }: { indicatorId: string | null; indicator: { name: string } | null },
) {
  if (!indicatorId || !indicator || indicators.some(({ id }) => id === indicatorId)) return indicators;
  return [{ id: indicatorId, name: indicator.name }, ...indicators];
}
