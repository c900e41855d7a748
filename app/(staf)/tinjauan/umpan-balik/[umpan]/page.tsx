import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { PaperList } from "@/components/papers/paper-list";
import { type FoundFeedback, findFeedback } from "@/lib/feedback/reads";
import { canGiveFeedback, isIssued, monthKey, monthWords } from "@/lib/feedback/rules";
import { listFeedbackPapers } from "@/lib/papers/meeting-papers";
import { decisionNames } from "@/lib/reviews/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { saveRemarksAction } from "../actions";

type Params = Promise<{ umpan: string }>;

const requireFeedback = cache(async (id: string) => {
  const actor = await requireActor();
  const feedback = await findFeedback(actor, id);
  return feedback ? { actor, feedback } : notFound();
});

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { feedback } = await requireFeedback((await params).umpan);
  return { title: `Umpan balik ${monthWords(feedback)}` };
}

/** What a Dinkes tells one puskesmas of a month, with its letter. */
export default async function FeedbackOfMonthPage({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, feedback } = await requireFeedback((await params).umpan);
  const papers = await listFeedbackPapers(actor, feedback.id);
  const mayWrite = canGiveFeedback(actor, feedback);
  const crumb = { href: `/tinjauan/umpan-balik?bulan=${monthKey(feedback)}`, label: "Umpan balik" };
  return (
    <>
      <PageHeader title={`Umpan balik ${monthWords(feedback)}`} crumbs={[crumb]}>
        <p className="mt-1">
          {feedback.dinkes.name} kepada {feedback.puskesmas.name}
        </p>
      </PageHeader>
      {queryText((await searchParams).tersimpan) && (
        <p role="status" className="mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Tersimpan.
        </p>
      )}
      <div className="flex max-w-3xl flex-col gap-8">
        <Reviewed feedback={feedback} />
        <Commented feedback={feedback} />
        {mayWrite && !isIssued(feedback) ? (
          <ActionForm
            key={feedback.version}
            action={saveRemarksAction.bind(null, feedback.id)}
            submit="Simpan tambahan"
            tone="plain"
            className="no-print flex flex-col gap-3"
          >
            <input type="hidden" name="version" value={feedback.version} />
            <TextArea
              name="remarks"
              label="Tambahan dari Dinas Kesehatan"
              hint="Ditulis di surat sesudah catatan di atas. Dapat diubah sampai suratnya bernomor."
              optional
              initial={feedback.remarks}
              rows={4}
            />
          </ActionForm>
        ) : (
          feedback.remarks && (
            <section aria-labelledby="tambahan">
              <h2 id="tambahan" className="mb-1">
                Tambahan dari Dinas Kesehatan
              </h2>
              <p className="whitespace-pre-line">{feedback.remarks}</p>
            </section>
          )
        )}
        <section aria-labelledby="dokumen" className="no-print">
          <h2 id="dokumen" className="mb-2">
            Surat
          </h2>
          <PaperList papers={papers} letters={`/tinjauan/umpan-balik/${feedback.id}/surat`} />
        </section>
      </div>
    </>
  );
}

function Reviewed({ feedback: { reviews } }: { feedback: FoundFeedback }) {
  return (
    <section aria-labelledby="laporan">
      <h2 id="laporan" className="mb-2">
        Laporan yang ditinjau
      </h2>
      {reviews.length === 0 && <p className="text-muted">Tidak ada.</p>}
      <ul className="border-t border-line">
        {reviews.map(({ id, decision, text, reviewedAt, submission }) => (
          <li key={id} className="border-b border-line py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`/tinjauan/${submission.id}`} prefetch={false} className="link font-semibold">
                {submission.meeting.title}
                {submission.number > 1 && `, revisi ${submission.number}`}
              </Link>
              <Badge tone={decision === "RETURNED" ? "soon" : "done"}>{decisionNames[decision]}</Badge>
              <span className="text-sm text-muted">
                {formatDayShort(dayOf(reviewedAt, submission.meeting.timeZone))}
              </span>
            </p>
            {text && <p className="whitespace-pre-line">{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Commented({ feedback: { comments } }: { feedback: FoundFeedback }) {
  if (comments.length === 0) return null;
  return (
    <section aria-labelledby="komentar">
      <h2 id="komentar" className="mb-2">
        Komentar atas RTL
      </h2>
      <ul className="border-t border-line">
        {comments.map(({ id, text, item }) => (
          <li key={id} className="border-b border-line py-3">
            <p className="text-sm text-muted">
              RTL {item.number}, {item.meeting.title}: {item.activity}
            </p>
            <p className="whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
