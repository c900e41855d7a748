import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { Icon } from "@/components/icon";
import type { Actor } from "@/lib/actor";
import type { Approvals } from "@/lib/approvals/reads";
import {
  canApprove,
  canReopenApproval,
  canSubmit,
  isReportable,
  isReported,
  lockedByApproval,
} from "@/lib/approvals/rules";
import { type ChecklistRow, missingOf } from "@/lib/evidence/judge";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { placeholdersKey } from "@/lib/placeholders/reads";
import type { Placeholder } from "@/lib/placeholders/rules";
import { formatMoment } from "@/lib/time";
import { approveAction, reopenApprovalAction, submitMeetingAction } from "./actions";
import { ConfirmPlaceholders } from "./confirm-placeholders";
import { LastReport } from "./last-report";

type Props = {
  actor: Actor;
  meeting: FoundMeeting;
  checklist: readonly ChecklistRow[];
  found: Approvals;
  /** Placeholders that nobody has filled in. */
  left: readonly Placeholder[];
};

/** Where the approval is, and the one next thing to do about it. */
export function ApprovalPanel({ actor, meeting, checklist, found, left }: Props) {
  const approval = found.approvals.find(({ reopening }) => !reopening);
  if (!approval) return <NotApproved actor={actor} meeting={meeting} checklist={checklist} found={found} left={left} />;
  const { timeZone } = meeting;
  const isSent = isReported(approval, found.submissions);
  return (
    <div className="flex flex-col gap-4">
      <div className="rounded border-l-4 border-done bg-done-soft px-4 py-3">
        <p className="flex items-start gap-2 font-semibold">
          <Icon name="check" className="mt-0.5 size-5" />
          Disahkan oleh {approval.approver}, {approval.position}
        </p>
        <p>
          {formatMoment(approval.approvedAt, timeZone)}
          {approval.number > 1 && `, pengesahan ke-${approval.number}`}
        </p>
        <p className="mt-1 text-sm">
          Terkunci: {lockedByApproval}. Kemajuan RTL tetap dapat dilaporkan: itu tindak lanjutnya.
        </p>
      </div>
      <LastReport found={found} timeZone={timeZone} />
      {!isSent && isReportable(meeting.kind, meeting.host.kind) && canSubmit(actor, meeting) && (
        <ActionForm
          action={submitMeetingAction.bind(null, meeting.id)}
          submit={
            found.submissions.length > 0
              ? `Kirim revisi ${found.submissions.length + 1} ke Dinkes`
              : "Laporkan ke Dinkes"
          }
          className="card flex flex-col gap-4"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <TextArea
            name="note"
            label="Catatan untuk Dinkes"
            optional
            rows={2}
            hint="Laporan yang sudah dikirim tidak dapat ditarik. Setelah dibuka dan disahkan lagi, kirim laporan berikutnya."
          />
        </ActionForm>
      )}
      {!isSent && isReportable(meeting.kind, meeting.host.kind) && !canSubmit(actor, meeting) && (
        <p className="text-muted">Belum dilaporkan ke Dinkes.</p>
      )}
      {canReopenApproval(actor, meeting) && <Reopen meetingId={meeting.id} approvalId={approval.id} />}
    </div>
  );
}

function Reopen({ meetingId, approvalId }: { meetingId: string; approvalId: string }) {
  return (
    <details className="rounded-md border border-line px-4">
      <summary className="min-h-11 content-center font-semibold">Buka kembali pengesahan …</summary>
      <ActionForm
        action={reopenApprovalAction.bind(null, meetingId)}
        submit="Buka kembali"
        tone="plain"
        className="flex flex-col gap-3 pb-4"
      >
        <input type="hidden" name="approvalId" value={approvalId} />
        <TextArea
          name="reason"
          label="Alasan membuka kembali"
          rows={2}
          hint="Alasan ini tercatat di riwayat dan terbaca Dinkes. Pengesahan yang lama tetap tersimpan."
        />
      </ActionForm>
    </details>
  );
}

function NotApproved({ actor, meeting, checklist, found, left }: Props) {
  const missing = missingOf(checklist);
  const last = found.approvals.at(-1)?.reopening;
  return (
    <div className="flex flex-col gap-4">
      <LastReport found={found} timeZone={meeting.timeZone} />
      {last && (
        <p className="rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          <b>Pengesahan dibuka kembali</b> oleh {last.reopener}, {formatMoment(last.reopenedAt, meeting.timeZone)}.
          Alasan: {last.reason}
        </p>
      )}
      {meeting.status !== "CLOSED" ? (
        <p>
          Yang disahkan adalah kegiatan yang sudah selesai. Tutup kegiatan ini dulu di bagian Ringkasan; daftar di bawah
          sudah dapat dilengkapi selama kegiatan berlangsung.
        </p>
      ) : missing.length > 0 ? (
        <p className="rounded border-l-4 border-late bg-late-soft px-4 py-3">
          <b>Belum dapat disahkan: {missing.length} bukti wajib belum ada.</b> Lengkapi yang bertanda silang di bawah
          ini.
        </p>
      ) : canApprove(actor, meeting) ? (
        <ActionForm
          action={approveAction.bind(null, meeting.id)}
          submit="Sahkan notulen dan bukti"
          className="card flex flex-col gap-4"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <p>
            Semua bukti wajib ada. Setelah disahkan terkunci: {lockedByApproval}. Nama, jabatan, waktu, dan daftar bukti
            di bawah tersimpan bersama pengesahan ini.
          </p>
          {left.length > 0 && <ConfirmPlaceholders count={left.length} listKey={placeholdersKey(left)} />}
        </ActionForm>
      ) : (
        <p className="rounded border-l-4 border-accent bg-accent-soft px-4 py-3">
          <b>Semua bukti wajib ada.</b> Menunggu kepala puskesmas mengesahkan.
        </p>
      )}
    </div>
  );
}
