import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { MoreMenu } from "@/components/list/more-menu";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isDinkes } from "@/lib/actor";
import { findDueDates } from "@/lib/matrix/due-dates";
import { findOfficeView } from "@/lib/organisations/office-view";
import { findQueue, listQueuesBelow, listReports } from "@/lib/reviews/reads";
import { queueWords } from "@/lib/reviews/rules";
import { type ReportFilter, reportFilterSchema } from "@/lib/reviews/schema";
import { openKeptFilter } from "@/lib/web/kept-filter";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { DecidedNotice } from "./decided-notice";
import { QueuesBelow } from "./queues-below";
import { ReportFilters, stateWords } from "./report-filters";
import { ReportList } from "./report-list";

export const metadata: Metadata = { title: "Tinjauan" };

/** The reports that wait for the Dinkes, the oldest first; for a puskesmas, its own. */
export default async function ReviewsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  await openKeptFilter(actor, "/tinjauan", query);
  const ofDinkes = isDinkes(actor);
  const view = await findOfficeView(actor, { dinkes: queryText(query.dinkes), puskesmas: queryText(query.puskesmas) });
  const filter = reportFilterSchema.parse({
    keadaan: queryText(query.keadaan) || (ofDinkes ? "menunggu" : "semua"),
    puskesmas: view.puskesmasId,
    halaman: queryPage(query.halaman),
  });
  const now = new Date();
  const [queue, { reports, hasMore }, below, { reportDays }] = await Promise.all([
    ofDinkes ? findQueue(actor, now) : null,
    listReports(view.actor, filter, now),
    ofDinkes ? listQueuesBelow(actor) : [],
    findDueDates(actor),
  ]);
  const { keadaan, halaman: page } = filter;
  const address = (changed: { keadaan?: string; puskesmas?: string; dinkes?: string; halaman?: number }) =>
    withQuery("/tinjauan", { keadaan, puskesmas: filter.puskesmas, dinkes: view.officeId, ...changed });
  const hrefOf = (halaman: number) => address(halaman > 1 ? { halaman } : {});
  return (
    <>
      <PageHeader
        title={ofDinkes ? "Tinjauan" : "Laporan ke Dinkes"}
        action={
          <div className="flex gap-2">
            <MoreMenu links={[{ href: "/tinjauan/umpan-balik", label: "Umpan balik bulanan" }]} />
            {queue?.firstId && (
              <AppLink href={`/tinjauan/${queue.firstId}`} className="button button-main">
                Mulai meninjau
              </AppLink>
            )}
          </div>
        }
      >
        <p className={queue ? "text-muted max-sm:text-sm" : "text-muted max-sm:hidden"}>
          {queue
            ? queueWords(queue.count, queue.oldestDays)
            : "Laporan Lokmin yang dikirim ke Dinas Kesehatan, dan hasil tinjauannya"}
        </p>
      </PageHeader>
      <DecidedNotice actor={actor} id={queryText(query.selesai)} />
      <QueuesBelow queues={below} now={now} timeZone={actor.organisation.timeZone} />
      <ReportFilters filter={filter} view={view} waiting={queue?.count} hrefOf={address} />
      <h2 className={page > 1 ? "mb-2" : "sr-only"}>
        {stateWords[keadaan]}
        {page > 1 && `, halaman ${page}`}
      </h2>
      {reports.length === 0 ? (
        <Empty filter={filter} ofDinkes={ofDinkes} />
      ) : (
        <ReportList reports={reports} reportDays={reportDays} />
      )}
      <Pager previous={page > 1 ? hrefOf(page - 1) : null} next={hasMore ? hrefOf(page + 1) : null} />
    </>
  );
}

function Empty({ filter: { keadaan, puskesmas }, ofDinkes }: { filter: ReportFilter; ofDinkes: boolean }) {
  const isNarrowed = puskesmas !== undefined || keadaan !== "menunggu";
  return (
    <EmptyState
      title={isNarrowed ? "Tidak ada laporan dengan filter ini" : "Tidak ada laporan yang menunggu ditinjau"}
      action={
        keadaan !== "semua" && (
          <AppLink href="/tinjauan?keadaan=semua" className="button">
            Tampilkan semua laporan
          </AppLink>
        )
      }
    >
      {ofDinkes
        ? "Puskesmas melaporkan kegiatan yang sudah disahkan; laporannya tampak di sini."
        : "Kegiatan yang sudah disahkan dilaporkan dari bagian Pengesahan kegiatan itu."}
    </EmptyState>
  );
}
