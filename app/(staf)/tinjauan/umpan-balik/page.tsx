import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { isDinkes } from "@/lib/actor";
import { type ListedFeedback, listFeedback } from "@/lib/feedback/reads";
import { type Month, monthBeside, monthKey, monthWords, parseMonth } from "@/lib/feedback/rules";
import { dateToDay, dayOf, formatDayShort } from "@/lib/time";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { prepareFeedbackAction } from "./actions";

export const metadata: Metadata = { title: "Umpan balik bulanan" };

const address = "/tinjauan/umpan-balik";

/** The monthly letters of a Dinkes to its puskesmas; for a puskesmas those it was sent. */
export default async function FeedbackPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const now = parseMonth(dayOf(new Date(), actor.organisation.timeZone).slice(0, 7)) ?? { year: 2026, month: 1 };
  const month = parseMonth(queryText(query.bulan)) ?? now;
  const page = queryPage(query.halaman);
  const ofDinkes = isDinkes(actor);
  const { feedback, hasMore } = await listFeedback(actor, month, page);
  const hrefOf = (halaman: number) => withQuery(address, { ...(ofDinkes && { bulan: monthKey(month) }), halaman });
  return (
    <>
      <PageHeader
        title={ofDinkes ? `Umpan balik ${monthWords(month)}` : "Umpan balik Dinas Kesehatan"}
        crumbs={[{ href: "/tinjauan", label: ofDinkes ? "Tinjauan" : "Laporan ke Dinkes" }]}
      >
        <p className="mt-1 max-w-prose text-muted">
          Satu surat sebulan untuk tiap puskesmas, dari catatan tinjauan bulan itu. Bukti EP 2.8.3 f (puskesmas) dan
          1.7.1 d (pembinaan).
        </p>
      </PageHeader>
      {ofDinkes && <MonthLinks month={month} isLast={monthKey(month) >= monthKey(now)} />}
      {queryText(query.disiapkan) && (
        <p role="status" className="mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Umpan balik untuk {Number(queryText(query.disiapkan)) || 0} puskesmas disiapkan. Beri nomor suratnya satu per
          satu.
        </p>
      )}
      {ofDinkes && (
        <ActionForm
          action={prepareFeedbackAction}
          submit={`Kumpulkan catatan ${monthWords(month)}`}
          tone={feedback.length > 0 ? "plain" : "main"}
          className="no-print mb-6 flex flex-col gap-3"
        >
          <input type="hidden" name="year" value={month.year} />
          <input type="hidden" name="month" value={month.month} />
        </ActionForm>
      )}
      {feedback.length === 0 ? (
        <EmptyState title={ofDinkes ? "Belum ada umpan balik bulan ini" : "Belum ada surat umpan balik"}>
          {ofDinkes
            ? "Kumpulkan catatan tinjauan bulan ini; tiap puskesmas yang laporannya ditinjau mendapat satu surat."
            : "Surat umpan balik tampak di sini begitu Dinas Kesehatan memberinya nomor."}
        </EmptyState>
      ) : (
        <FeedbackList feedback={feedback} ofDinkes={ofDinkes} />
      )}
      <Pager previous={page > 1 ? hrefOf(page - 1) : null} next={hasMore ? hrefOf(page + 1) : null} />
    </>
  );
}

function MonthLinks({ month, isLast }: { month: Month; isLast: boolean }) {
  const before = monthBeside(month, -1);
  const after = monthBeside(month, 1);
  return (
    <nav aria-label="Bulan" className="no-print mb-4 flex flex-wrap gap-3">
      <Link href={`${address}?bulan=${monthKey(before)}`} prefetch={false} className="button">
        ← {monthWords(before)}
      </Link>
      {!isLast && (
        <Link href={`${address}?bulan=${monthKey(after)}`} prefetch={false} className="button">
          {monthWords(after)} →
        </Link>
      )}
    </nav>
  );
}

function FeedbackList({ feedback, ofDinkes }: { feedback: readonly ListedFeedback[]; ofDinkes: boolean }) {
  return (
    <ul className="border-t border-line">
      {feedback.map((row) => {
        const [letter] = row.letters;
        return (
          <li
            key={row.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"
          >
            <div className="min-w-0">
              <Link href={`${address}/${row.id}`} prefetch={false} className="link font-semibold">
                {ofDinkes ? row.puskesmas.name : monthWords(row)}
              </Link>
              <p className="text-sm text-muted">
                {row._count.reviews} laporan ditinjau, {row._count.comments} komentar RTL
              </p>
            </div>
            {letter ? (
              <p className="text-sm">
                Surat {letter.number}
                {letter.day && `, ${formatDayShort(dateToDay(letter.day))}`}
              </p>
            ) : (
              <Badge tone="soon">Belum bernomor</Badge>
            )}
          </li>
        );
      })}
    </ul>
  );
}
