import type { Metadata } from "next";
import { PageHeader } from "@/components/page-header";
import { UncheckedList } from "@/components/progress/unchecked-list";
import { isPuskesmasWriter } from "@/lib/actor";
import { listUnchecked, uncheckedAtMost } from "@/lib/progress/checks";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { checkReportAction } from "../../kegiatan/[id]/rtl/actions";

export const metadata: Metadata = { title: "Periksa laporan" };

/** What owners reported through their links, one below the other, each to be accepted or sent back. */
export default async function CheckPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const saved = queryText((await searchParams).tersimpan) === "1";
  const reports = await listUnchecked(actor);
  const canCheck = isPuskesmasWriter(actor);
  return (
    <>
      <PageHeader title="Periksa laporan" crumbs={[{ href: "/tindak-lanjut", label: "Tindak lanjut" }]}>
        <p className="text-muted">Laporan penanggung jawab lewat tautan pribadi yang belum diperiksa</p>
      </PageHeader>
      {saved && (
        <p role="status" className="mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Hasil pemeriksaan tersimpan.
        </p>
      )}
      <UncheckedList
        reports={reports}
        actionOf={
          canCheck ? ({ meetingId, itemId }) => checkReportAction.bind(null, meetingId, itemId, "daftar") : null
        }
      />
      {reports.length === uncheckedAtMost && (
        <p className="mt-4 text-muted">Yang lain muncul sesudah sebagian dari ini diperiksa.</p>
      )}
    </>
  );
}
