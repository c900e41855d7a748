import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PageHeader } from "@/components/page-header";
import { ReportComparison } from "@/components/reviews/report-comparison";
import { ReportSections } from "@/components/reviews/report-sections";
import { isDinkes } from "@/lib/actor";
import { findDueDates } from "@/lib/matrix/due-dates";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { listThreads } from "@/lib/plan/threads";
import { compareSections } from "@/lib/reviews/compare";
import { findNeighbours, findReport, isOfOwnOffice } from "@/lib/reviews/reads";
import { canReview } from "@/lib/reviews/rules";
import { type Row, type Section, sectionsOf } from "@/lib/reviews/sections";
import { notYours } from "@/lib/reviews/writes";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { DecidedNotice } from "../decided-notice";
import { QueueNav } from "./queue-nav";
import { ReportStanding } from "./report-standing";
import { ReviewForm } from "./review-form";
import { ReviewKeys } from "./review-keys";
import { RevisionLinks } from "./revision-links";
import { RowComments } from "./row-comments";

type Params = Promise<{ laporan: string }>;

const findHere = cache(async (id: string) => {
  const actor = await requireActor();
  return { actor, report: await findReport(actor, id) };
});

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { report } = await findHere((await params).laporan);
  return { title: report ? `Laporan ${report.meeting.title}` : "Laporan" };
}

/** One revision of a report: what was sent, what changed since the one before, and the decision. */
export default async function ReportPage({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { laporan } = await params;
  const { actor, report } = await findHere(laporan);
  if (!report) return (await isOfOwnOffice(actor, laporan)) ? <LostReport id={laporan} /> : notFound();
  const query = await searchParams;
  const revisions = report.meeting.submissions;
  const former = revisions.findLast(({ number }) => number < report.number);
  const isCompared = former !== undefined && queryText(query.banding) === "1";
  const mayReview = canReview(actor, report);
  const [neighbours, before, threads, { reportDays }] = await Promise.all([
    mayReview ? findNeighbours(actor, report) : null,
    isCompared ? findReport(actor, former.id) : null,
    listThreads(report.content.plan.map(({ id }) => id)),
    findDueDates(actor),
  ]);
  const comments = (section: Section, row: Row) =>
    section.key === "plan" && (
      <RowComments
        report={report}
        itemId={row.id}
        threads={threads.get(row.id) ?? []}
        mayReview={mayReview}
        mayAnswer={mayReview || canWriteMeeting(actor, report.meeting)}
      />
    );
  const sections = sectionsOf(report.content);
  return (
    <>
      {neighbours && <QueueNav neighbours={neighbours} isWaiting={report.settledAt === null} />}
      <PageHeader
        title={report.meeting.title}
        crumbs={[{ href: "/tinjauan", label: isDinkes(actor) ? "Tinjauan" : "Laporan ke Dinkes" }]}
      >
        <ReportStanding report={report} actor={actor} reportDays={reportDays} />
      </PageHeader>
      <DecidedNotice actor={actor} id={queryText(query.selesai)} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <RevisionLinks report={report} former={former ?? null} isCompared={isCompared} />
          {!report.isKept && <Unknown />}
          {before ? (
            before.isKept && report.isKept ? (
              <ReportComparison
                sections={compareSections(sectionsOf(before.content), sections)}
                before={before.number}
                after={report.number}
              />
            ) : (
              <p>
                Revisi {before.number} dan {report.number} tidak dapat dibandingkan: salinan{" "}
                {before.isKept ? `revisi ${report.number}` : `revisi ${before.number}`} tidak tersimpan.
              </p>
            )
          ) : (
            <ReportSections sections={sections} below={comments} />
          )}
        </div>
        <aside className="no-print flex flex-col gap-4 lg:sticky lg:top-4 lg:self-start">
          {mayReview && report.settledAt === null && (
            <section aria-labelledby="hasil" className="card">
              <h2 id="hasil" className="mb-3">
                Hasil tinjauan
              </h2>
              <ReviewForm key={report.id} reportId={report.id} />
            </section>
          )}
          {mayReview && <ReviewKeys />}
          <Link
            href={`/kegiatan/${report.meeting.id}`}
            prefetch={false}
            className="link inline-flex min-h-11 items-center"
          >
            Buka kegiatannya
          </Link>
        </aside>
      </div>
    </>
  );
}

function Unknown() {
  return (
    <p className="mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      Salinan laporan ini tidak tersimpan: dikirim sebelum Lokmin menyimpan salinannya. Yang tampak di bawah adalah
      keadaan kegiatan sekarang.
    </p>
  );
}

/** For a reviewer who lost the puskesmas meanwhile: his form stays, so that what he typed stays. */
function LostReport({ id }: { id: string }) {
  return (
    <>
      <PageHeader title="Laporan" crumbs={[{ href: "/tinjauan", label: "Tinjauan" }]}>
        <p className="mt-2">{notYours}</p>
      </PageHeader>
      <div className="card max-w-xl">
        <ReviewForm reportId={id} />
      </div>
    </>
  );
}
