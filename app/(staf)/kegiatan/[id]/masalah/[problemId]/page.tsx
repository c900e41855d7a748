import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ActionForm } from "@/components/form/action-form";
import { PrintButton } from "@/components/print-button";
import { Fishbone } from "@/components/problems/fishbone";
import { canWriteItems } from "@/lib/plan/rules";
import { findProblem, type ListedProblem } from "@/lib/problems/reads";
import { averageWords, canWriteProblems, placeWords } from "@/lib/problems/rules";
import { say } from "@/lib/web/local-words";
import { requireMeeting } from "@/lib/web/meeting";
import { deleteProblemAction } from "../actions";

type Params = Promise<{ id: string; problemId: string }>;

const requireProblem = cache(async (id: string, problemId: string) => {
  const { actor, meeting } = await requireMeeting(id);
  const problem = await findProblem(actor, meeting.id, problemId);
  return problem ? { actor, meeting, problem } : notFound();
});

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { id, problemId } = await params;
  const { problem } = await requireProblem(id, problemId);
  return { title: `Masalah ${problem.number}` };
}

export default async function ProblemPage({ params }: { params: Params }) {
  const { id, problemId } = await params;
  const { actor, meeting, problem } = await requireProblem(id, problemId);
  const base = `/kegiatan/${meeting.id}/masalah`;
  const canWrite = canWriteProblems(actor, meeting);
  return (
    <>
      <p className="no-print mb-2 text-sm">
        <Link href={base} prefetch={false} className="link">
          ← Semua masalah kegiatan ini
        </Link>
      </p>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h2 className="min-w-0 flex-1 basis-80">
          Masalah {problem.number}. {problem.statement}
        </h2>
        <div className="no-print flex flex-wrap gap-3">
          {canWriteItems(actor, meeting) && (
            <Link
              href={`/kegiatan/${meeting.id}/rtl/tambah?masalah=${problem.id}`}
              prefetch={false}
              className="button button-main"
            >
              Buat RTL
            </Link>
          )}
          {canWrite && (
            <Link href={`${base}/${problem.id}/ubah`} prefetch={false} className="button">
              Ubah
            </Link>
          )}
          <PrintButton tone="plain" />
        </div>
      </div>
      <Facts problem={problem} />
      <section className="mt-8">
        <h3 className="mb-3 text-lg">Penyebab</h3>
        {problem.causes.length > 0 ? (
          <Fishbone statement={problem.statement} causes={problem.causes} />
        ) : (
          <p className="text-muted">
            Penyebabnya belum diisi.{canWrite && " Tambahkan lewat Ubah, satu baris satu penyebab."}
          </p>
        )}
      </section>
      <Answers problem={problem} />
      {canWrite && <DeleteFold problem={problem} />}
    </>
  );
}

function Facts({ problem }: { problem: ListedProblem }) {
  const facts: [string, string][] = [
    ["Urutan", placeWords(problem)],
    [
      "Nilai USG",
      problem.people > 0
        ? `rata-rata ${averageWords(problem)} (jumlah ${problem.sum} dari ${problem.people} orang)`
        : "",
    ],
    [say("Desa"), problem.villages.map((village) => village.name).join(", ")],
    ["Indikator", problem.indicator?.name ?? ""],
    ["Data pendukung", problem.evidence ?? ""],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted max-sm:-mb-2">{label}</dt>
            <dd className="whitespace-pre-line">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Answers({ problem }: { problem: ListedProblem }) {
  return (
    <section className="mt-8">
      <h3 className="mb-2 text-lg">RTL yang menjawab masalah ini</h3>
      {problem.actionItems.length === 0 ? (
        <p className="text-muted">Belum ada.</p>
      ) : (
        <ul>
          {problem.actionItems.map((item) => (
            <li key={item.id}>
              <Link
                href={`/kegiatan/${problem.meetingId}/rtl/${item.id}`}
                prefetch={false}
                className="link inline-flex min-h-11 items-center"
              >
                RTL {item.number}. {item.activity}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DeleteFold({ problem }: { problem: ListedProblem }) {
  if (problem.actionItems.length > 0) return null;
  return (
    <details className="no-print mt-10 border-t border-line pt-4">
      <summary className="link inline-flex min-h-11 items-center">Hapus masalah ini</summary>
      <ActionForm
        action={deleteProblemAction.bind(null, problem.meetingId, problem.id)}
        submit={`Hapus masalah ${problem.number}`}
        tone="danger"
        className="mt-2 flex flex-col gap-3"
      >
        <p>Penyebab dan nilainya ikut hilang dan tidak dapat dikembalikan. Riwayat kegiatan tetap mencatatnya.</p>
      </ActionForm>
    </details>
  );
}
