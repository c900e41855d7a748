import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EscalationAnswers } from "@/components/escalations/escalation-answers";
import { EscalationBadge } from "@/components/escalations/escalation-badge";
import { PageHeader } from "@/components/page-header";
import { PaperList } from "@/components/papers/paper-list";
import { Due, ItemOwner, villageWords } from "@/components/plan/item-parts";
import { ProgressBar } from "@/components/progress/progress-bar";
import { type FoundEscalation, findEscalation } from "@/lib/escalations/reads";
import { canAnswerEscalation } from "@/lib/escalations/rules";
import { listEscalationPapers } from "@/lib/papers/meeting-papers";
import { dayOf, formatMoment } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { AnswerForm } from "./answer-form";

type Params = Promise<{ id: string }>;

const requireEscalation = cache(async (id: string) => {
  const actor = await requireActor();
  const escalation = await findEscalation(actor, id, new Date());
  return escalation ? { actor, escalation } : notFound();
});

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { escalation } = await requireEscalation((await params).id);
  return { title: `Eskalasi RTL ${escalation.item.number}` };
}

/** One row handed to the Dinkes: what it is, why, and what the Dinkes answered. */
export default async function EscalationPage({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, escalation } = await requireEscalation((await params).id);
  const saved = queryText((await searchParams).tersimpan) === "1";
  const { answers, item } = escalation;
  const papers = await listEscalationPapers(actor, escalation.id);
  const canAnswer = canAnswerEscalation(actor, escalation) && escalation.closedAt === null;
  return (
    <>
      <PageHeader title={`Eskalasi: ${item.activity}`} crumbs={[{ href: "/eskalasi", label: "Eskalasi" }]}>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <EscalationBadge state={escalation.state} />
          <span>{item.puskesmas.join(", ")}</span>
        </p>
      </PageHeader>
      {saved && (
        <p role="status" className="mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Jawaban tersimpan. Puskesmas sudah dapat membacanya.
        </p>
      )}
      <div className="flex flex-col gap-8">
        <section aria-labelledby="alasan">
          <h2 id="alasan" className="mb-1">
            Alasan puskesmas
          </h2>
          <p className="max-w-3xl whitespace-pre-line">{escalation.reason}</p>
          <p className="text-sm text-muted">
            {escalation.raiser} kepada {escalation.dinkes.name},{" "}
            {formatMoment(escalation.raisedAt, escalation.meeting.timeZone)}
            {escalation.closedAt ? `, selesai dalam ${escalation.age} hari` : `, sudah ${escalation.age} hari`}
          </p>
        </section>
        <Row escalation={escalation} today={dayOf(new Date(), actor.organisation.timeZone)} />
        <section aria-labelledby="jawaban">
          <h2 id="jawaban" className="mb-2">
            Jawaban Dinas Kesehatan
          </h2>
          {answers.length === 0 ? (
            <p className="mb-4 text-muted">
              {escalation.closedAt ? "Puskesmas menarik eskalasi ini sebelum dijawab." : "Belum ada jawaban."}
            </p>
          ) : (
            <div className="mb-4 max-w-3xl">
              <EscalationAnswers answers={answers} timeZone={escalation.meeting.timeZone} />
            </div>
          )}
          {canAnswer && <AnswerForm escalationId={escalation.id} answers={answers.length} />}
        </section>
        <section aria-labelledby="dokumen" className="no-print">
          <h2 id="dokumen" className="mb-2">
            Dokumen
          </h2>
          <PaperList papers={papers} letters={`/eskalasi/${escalation.id}/surat`} />
        </section>
      </div>
    </>
  );
}

function Row({ escalation: { item }, today }: { escalation: FoundEscalation; today: string }) {
  const villages = villageWords(item.villages);
  return (
    <section aria-labelledby="rtl" className="card flex max-w-3xl flex-col gap-2">
      <h2 id="rtl">
        <Link href={`/kegiatan/${item.meetingId}/rtl/${item.id}`} prefetch={false} className="link">
          RTL {item.number}. {item.activity}
        </Link>
      </h2>
      <p className="text-sm text-muted">{item.meetingTitle}</p>
      {item.problem && <p>Masalah: {item.problem}</p>}
      <p>
        <ItemOwner item={item} />
      </p>
      {villages && (
        <p>
          {say("Desa")}: {villages}
        </p>
      )}
      <div>
        <Due item={item} today={today} />
      </div>
      <ProgressBar {...item} />
      {item.lastNote && <p className="text-sm text-muted">{item.lastNote}</p>}
    </section>
  );
}
