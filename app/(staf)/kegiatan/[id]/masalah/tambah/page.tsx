import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { listIndicators } from "@/lib/indicators/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { listVillageChoices } from "@/lib/plan/reads";
import { canWriteProblems } from "@/lib/problems/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryPage, queryText } from "@/lib/web/query";
import { addProblemAction } from "../actions";
import { ProblemForm } from "../problem-form";

export const metadata: Metadata = { title: "Tambah masalah" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function NewProblemPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  if (!canWriteProblems(actor, meeting))
    return (
      <EmptyState title="Masalah kegiatan ini terkunci">
        Notulennya sudah disahkan, atau kegiatannya dibatalkan. Buka kembali pengesahannya untuk menambah masalah.
      </EmptyState>
    );
  const saved = (await searchParams).tersimpan;
  const number = queryText(saved) === "" ? null : queryPage(saved);
  const [villages, indicators] = await Promise.all([
    listVillageChoices(actor, meeting.id),
    listIndicators(actor, actor.organisation.id),
  ]);
  return (
    <>
      <h2 className="mb-4">Tambah masalah</h2>
      {number !== null && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Masalah {number} tersimpan. Isi masalah berikutnya.
        </p>
      )}
      {/* The next problem is a new form; the key stays the same where a form comes back with an error. */}
      <ProblemForm
        key={number}
        action={addProblemAction.bind(null, meeting.id)}
        villages={villages}
        indicators={indicators}
        backHref={`/kegiatan/${meeting.id}/masalah`}
        initial={{ id: randomUUID(), statement: null, indicatorId: null, evidence: null, villages: [], causes: [] }}
      />
    </>
  );
}
