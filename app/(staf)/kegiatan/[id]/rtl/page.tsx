import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { Icon } from "@/components/icon";
import { ItemList } from "@/components/plan/item-list";
import { canWriteMeeting, isApproved } from "@/lib/meetings/rules";
import { listMisowned } from "@/lib/plan/owners-of-day";
import { listActionItems } from "@/lib/plan/reads";
import { canWriteItems, dayFrom, dueFromPlan, isOverdue } from "@/lib/plan/rules";
import { findTemplateOf } from "@/lib/templates/reads";
import { requireMeeting } from "@/lib/web/meeting";
import type { MeetingStatus } from "@/prisma/generated/enums";
import { MisownedList } from "./misowned-list";
import { PlanEntry } from "./plan-entry";
import { TemplateProposals } from "./template-proposals";

export const metadata: Metadata = { title: "RTL" };

export default async function PlanPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const items = await listActionItems(actor, meeting.id);
  const today = dueFromPlan(meeting, new Date());
  const canAdd = canWriteItems(actor, meeting);
  const add = canAdd && (
    <Link href={`/kegiatan/${meeting.id}/rtl/tambah`} prefetch={false} className="button no-print">
      <Icon name="plus" />
      Tambah RTL
    </Link>
  );
  const toSummary = canWriteMeeting(actor, meeting) && meeting.status !== "CANCELLED" && !isApproved(meeting) && (
    <Link href={`/kegiatan/${meeting.id}`} prefetch={false} className="button no-print">
      Ke ringkasan
    </Link>
  );
  const proposals = canAdd && (
    <TemplateProposals meetingId={meeting.id} template={await findTemplateOf(actor, meeting)} items={items} />
  );
  const entry = canAdd && <PlanEntry key="entry" actor={actor} meeting={meeting} listed={items.map(({ id }) => id)} />;
  if (items.length === 0)
    return (
      <>
        {add ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-prose">
              <b>Belum ada RTL.</b> {whatNext(meeting.status, true)}
            </p>
            {add}
          </div>
        ) : (
          <EmptyState title="Belum ada rencana tindak lanjut" action={toSummary}>
            {whatNext(meeting.status, canWriteMeeting(actor, meeting))}
          </EmptyState>
        )}
        {entry}
        {proposals}
      </>
    );
  const misowned = canWriteMeeting(actor, meeting) ? await listMisowned(actor, meeting) : [];
  const done = items.filter((item) => item.status === "DONE").length;
  const overdue = items.filter((item) => isOverdue(item, dayFrom(today))).length;
  return (
    <>
      <MisownedList meeting={meeting} rows={misowned} isLocked={isApproved(meeting)} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p>
          <b>{items.length}</b> RTL · <b>{done}</b> selesai
          {overdue > 0 && (
            <span className="text-late">
              {" "}
              · <b>{overdue}</b> terlambat
            </span>
          )}
        </p>
        <div className="flex flex-wrap gap-3">
          <Link href={`/surat/rtl/${meeting.id}`} prefetch={false} className="button no-print">
            Matriks RTL
          </Link>
          {add}
        </div>
      </div>
      <ItemList items={items} today={today} caption="Rencana tindak lanjut kegiatan ini" />
      {entry}
      {proposals}
      {!canAdd && canWriteMeeting(actor, meeting) && meeting.status === "CLOSED" && (
        <p className="no-print mt-4 text-sm text-muted">
          Kegiatan sudah ditutup: isi RTL terkunci, kemajuannya tetap dapat dilaporkan. Untuk mengubah isi RTL, buka
          kembali {isApproved(meeting) ? "pengesahannya, lalu kegiatan ini" : "kegiatan ini"}.
        </p>
      )}
    </>
  );
}

/** Why there is nothing yet, and what to do. */
function whatNext(status: MeetingStatus, isWriter: boolean): string {
  if (!isWriter) return "RTL tampak di sini begitu puskesmas menuliskannya dalam kegiatan.";
  if (status === "IN_PROGRESS")
    return "Tulis setiap kesepakatan: apa yang dikerjakan, siapa penanggung jawabnya, dan sampai kapan.";
  if (status === "CLOSED") return "Kegiatan sudah ditutup. Buka kembali kegiatan ini untuk menambahkannya.";
  if (status === "CANCELLED") return "Kegiatan ini dibatalkan.";
  return "RTL ditulis selama kegiatan berlangsung. Mulai kegiatan di Ringkasan ketika rapat dibuka.";
}
