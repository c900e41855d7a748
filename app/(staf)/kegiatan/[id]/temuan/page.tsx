import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { canWriteItems } from "@/lib/plan/rules";
import { canWriteProblems } from "@/lib/problems/rules";
import { findVisit, type ListedFinding, listFindings } from "@/lib/programmes/reads";
import { requireMeeting } from "@/lib/web/meeting";
import { deleteFindingAction, saveFindingAction } from "./actions";
import { FindingForm } from "./finding-form";

export const metadata: Metadata = { title: "Temuan" };

export default async function FindingsPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const [visit, findings] = await Promise.all([findVisit(actor, meeting.id), listFindings(actor, meeting.id)]);
  if (!visit) notFound();
  const canWrite = canWriteProblems(actor, meeting);
  const canPlan = canWriteItems(actor, meeting);
  const form = {
    action: saveFindingAction.bind(null, meeting.id),
    topics: visit.programme.topics,
    owners: [
      ...new Set([
        visit.organisation.name,
        visit.programme.organisation.name,
        ...visit.team.map((one) => one.institution),
      ]),
    ],
  };
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-labelledby="temuan">
        <h2 id="temuan" className="mb-2">
          Temuan
        </h2>
        {findings.length === 0 ? (
          <EmptyState title="Belum ada temuan">
            {canWrite ? "Tulis apa yang ditemukan, topiknya, dan siapa yang memperbaiki." : null}
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {findings.map((finding) => (
              <li key={finding.id} className="border-b border-line py-3">
                <FindingRow finding={finding} meetingId={meeting.id} canPlan={canPlan} />
                {canWrite && (
                  <details className="no-print">
                    <summary className="link inline-flex min-h-11 items-center">Ubah</summary>
                    <div className="mt-2 flex flex-col gap-4">
                      <FindingForm {...form} submit="Simpan" initial={finding} />
                      <ActionForm
                        action={deleteFindingAction.bind(null, meeting.id, finding.id)}
                        submit="Hapus temuan"
                        tone="danger"
                      />
                    </div>
                  </details>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {canWrite && (
        <section aria-labelledby="tambah" className="no-print card">
          <h2 id="tambah" className="mb-3">
            Tambah temuan
          </h2>
          <FindingForm
            key={findings.length}
            {...form}
            submit="Tambah"
            initial={{
              ...{ id: randomUUID(), version: null, statement: null, topic: null },
              owner: visit.organisation.name,
            }}
          />
        </section>
      )}
    </div>
  );
}

type RowProps = { finding: ListedFinding; meetingId: string; canPlan: boolean };

function FindingRow({ finding, meetingId, canPlan }: RowProps) {
  const { id, number, statement, topic, owner, items } = finding;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
      <div className="min-w-0">
        <p className="font-semibold">
          {number}. {statement}
        </p>
        {owner && <p className="text-sm text-muted">Penanggung jawab: {owner}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {topic && <Badge>{topic}</Badge>}
        {items > 0 ? (
          <Link href={`/kegiatan/${meetingId}/rtl`} prefetch={false} className="link">
            {items} RTL
          </Link>
        ) : canPlan ? (
          <Link href={`/kegiatan/${meetingId}/rtl/tambah?masalah=${id}`} prefetch={false} className="link">
            Tulis RTL
          </Link>
        ) : (
          <span className="text-muted">Belum ada RTL</span>
        )}
      </div>
    </div>
  );
}
