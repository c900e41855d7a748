import type { Metadata } from "next";
import Link from "next/link";
import { FieldWords } from "@/components/field-word";
import { findApprovals, findHeadOnDay } from "@/lib/approvals/reads";
import { listDocuments } from "@/lib/documents/reads";
import { findChecklist } from "@/lib/evidence/reads";
import { canWriteRules } from "@/lib/evidence/rules";
import { canWriteMeeting, takesNotes } from "@/lib/meetings/rules";
import { listPlaceholders } from "@/lib/placeholders/reads";
import { requireMeeting } from "@/lib/web/meeting";
import { PhotoStrip } from "../foto/photo-strip";
import { ApprovalHistory } from "./approval-history";
import { ApprovalPanel } from "./approval-panel";
import { Checklist, EvidenceLine } from "./checklist";
import { HeadOnDay } from "./head-on-day";
import { PlaceholderList } from "./placeholder-list";

export const metadata: Metadata = { title: "Pengesahan" };

export default async function ApprovalPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const [checklist, found, photos, left, headNow] = await Promise.all([
    findChecklist(actor, meeting.id),
    findApprovals(actor, meeting.id),
    listDocuments(actor, meeting.id, "MEETING_PHOTO"),
    listPlaceholders(actor, meeting.id),
    findHeadOnDay(actor, meeting.id),
  ]);
  const approval = found.approvals.find(({ reopening }) => !reopening);
  const required = checklist.filter((row) => row.isRequired);
  const canMend = canWriteMeeting(actor, meeting) && takesNotes(meeting);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex flex-col gap-8">
        <section aria-labelledby="keadaan">
          <h2 id="keadaan" className="mb-2">
            Pengesahan
          </h2>
          <ApprovalPanel actor={actor} meeting={meeting} checklist={checklist} found={found} left={left} />
          <HeadOnDay
            actor={actor}
            meeting={meeting}
            head={approval ? approval.head : headNow}
            isApproved={Boolean(approval)}
          />
        </section>
        {!approval && <PlaceholderList meetingId={meeting.id} found={left} />}
        {approval && approval.checklist.length > 0 && (
          <section aria-labelledby="bukti">
            <h2 id="bukti" className="mb-2">
              Bukti saat disahkan
            </h2>
            <ul className="border-t border-line">
              {approval.checklist.map((row) => (
                <li key={`${row.ep}${row.text}`} className="border-b border-line py-3">
                  <EvidenceLine row={row} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {!approval && (
          <section aria-labelledby="bukti">
            <h2 id="bukti">Bukti yang diminta</h2>
            <FieldWords words={["EP"]} />
            <p className="mb-2 text-muted">
              {required.filter((row) => row.isMet).length} dari {required.length} bukti wajib ada.{" "}
              {canWriteRules(actor) && (
                <Link href="/pengaturan/bukti" prefetch={false} className="link">
                  Ubah daftar bukti
                </Link>
              )}
            </p>
            <Checklist meetingId={meeting.id} rows={checklist} canMend={canMend} status={meeting.status} />
          </section>
        )}
      </div>
      <aside className="flex flex-col gap-8">
        <section aria-labelledby="foto">
          <h2 id="foto" className="mb-2">
            Foto kegiatan
          </h2>
          <PhotoStrip photos={photos} />
          <Link
            href={`/kegiatan/${meeting.id}/foto`}
            prefetch={false}
            className="link inline-flex min-h-11 items-center"
          >
            {canMend ? "Tambah atau atur foto" : "Lihat semua foto"}
          </Link>
        </section>
        <section aria-labelledby="riwayat-sah">
          <h2 id="riwayat-sah" className="mb-2">
            Riwayat pengesahan
          </h2>
          <ApprovalHistory found={found} timeZone={meeting.timeZone} />
        </section>
      </aside>
    </div>
  );
}
