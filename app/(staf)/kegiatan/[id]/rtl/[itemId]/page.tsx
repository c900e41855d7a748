import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ActionForm } from "@/components/form/action-form";
import { DueBadge, ItemFlags } from "@/components/plan/item-parts";
import { listItemEscalations } from "@/lib/escalations/reads";
import { listQuarterRows } from "@/lib/follow-up/quarters";
import { findActionItem } from "@/lib/plan/reads";
import { canComment, canWriteItems, dueFromPlan } from "@/lib/plan/rules";
import { canReportProgress } from "@/lib/progress/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice } from "@/lib/web/query";
import { deleteItemAction } from "../actions";
import { ItemEscalations } from "./item-escalations";
import { ItemFacts } from "./item-facts";
import { ItemOwnerLink } from "./item-owner-link";
import { ItemProgress } from "./item-progress";
import { ItemQuarters } from "./item-quarters";
import { ItemThread } from "./item-thread";

type Params = Promise<{ id: string; itemId: string }>;

const requireItem = cache(async (id: string, itemId: string) => {
  const { actor, meeting } = await requireMeeting(id);
  const item = await findActionItem(actor, meeting.id, itemId);
  return item ? { actor, meeting, item } : notFound();
});

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { id, itemId } = await params;
  const { item } = await requireItem(id, itemId);
  return { title: `RTL ${item.number}` };
}

const savedWords = {
  laporan: "Laporan kemajuan tersimpan.",
  komentar: "Komentar tersimpan.",
  pemeriksaan: "Hasil pemeriksaan tersimpan.",
  eskalasi: "Eskalasi terkirim. Jawaban Dinas Kesehatan akan tampak di halaman ini.",
  ditarik: "Eskalasi ditarik.",
} as const;

export default async function ItemPage({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { id, itemId } = await params;
  const { actor, meeting, item } = await requireItem(id, itemId);
  const saved = queryChoice((await searchParams).tersimpan, [
    "laporan",
    "komentar",
    "pemeriksaan",
    "eskalasi",
    "ditarik",
  ]);
  const now = new Date();
  const today = dueFromPlan(meeting, now);
  const [escalations, quarters] = await Promise.all([
    listItemEscalations(actor, item.id),
    listQuarterRows(actor, [item.id], now),
  ]);
  const canReport = canReportProgress(actor, meeting);
  const canWrite = canWriteItems(actor, meeting);
  const canDelete = canWrite && item.reports + item.comments + escalations.length === 0;
  return (
    <>
      <p className="no-print mb-2 text-sm">
        <Link href={`/kegiatan/${meeting.id}/rtl`} prefetch={false} className="link">
          ← Semua RTL kegiatan ini
        </Link>
      </p>
      {saved && (
        <p role="status" className="mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          {savedWords[saved]}
        </p>
      )}
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2>
            RTL {item.number}. {item.activity}
          </h2>
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
            <DueBadge item={item} today={today} />
            <ItemFlags item={item} />
          </div>
        </div>
        {canWrite && (
          <Link href={`/kegiatan/${meeting.id}/rtl/${item.id}/ubah`} prefetch={false} className="button no-print">
            Ubah
          </Link>
        )}
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-8">
          <ItemFacts item={item} />
          <ItemQuarters rows={quarters.get(item.id) ?? []} />
          <ItemEscalations item={item} escalations={escalations} canRaise={canReport} />
          <ItemOwnerLink actor={actor} item={item} now={now} />
        </div>
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <ItemProgress item={item} canReport={canReport} />
        </div>
        <ItemThread item={item} canWrite={canComment(actor, meeting)} />
      </div>
      {canDelete && (
        <details className="no-print mt-10 border-t border-line pt-4">
          <summary className="link inline-flex min-h-11 items-center">Hapus RTL ini</summary>
          <ActionForm
            action={deleteItemAction.bind(null, meeting.id, item.id)}
            submit={`Hapus RTL ${item.number}`}
            tone="danger"
            className="mt-2 flex flex-col gap-3"
          >
            <p>
              RTL {item.number} hilang dari rencana dan tidak dapat dikembalikan. Riwayat kegiatan tetap mencatatnya.
            </p>
          </ActionForm>
        </details>
      )}
    </>
  );
}
