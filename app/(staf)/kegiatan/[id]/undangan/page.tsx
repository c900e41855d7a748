import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { isPuskesmas } from "@/lib/actor";
import { listLetters } from "@/lib/documents/reads";
import { listMisnamed } from "@/lib/invitations/people-of-day";
import { listInvitations } from "@/lib/invitations/reads";
import { isLeftOpen } from "@/lib/meetings/left-open";
import { canHandOutLinks, canWriteMeeting, isApproved, isEditable } from "@/lib/meetings/rules";
import { isContacted } from "@/lib/messages/sending";
import { requireMeeting } from "@/lib/web/meeting";
import { InvitationRow } from "./invitation-row";
import { MisnamedList } from "./misnamed-list";

export const metadata: Metadata = { title: "Undangan" };

export default async function InvitationsPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const canWrite = canWriteMeeting(actor, meeting);
  const canSend = canWrite && canHandOutLinks(meeting.status);
  const [invitations, letters, misnamed] = await Promise.all([
    listInvitations(actor, meeting.id),
    listLetters(actor, meeting.id),
    canWrite ? listMisnamed(actor, meeting) : [],
  ]);
  const addHref = `/kegiatan/${meeting.id}/undangan/tambah`;
  // A Dinkes keeps no directory: guests of its own training are typed.
  const hasDirectory = meeting.kind !== "KALAKARYA" || isPuskesmas(actor);
  const toParticipants = meeting.kind === "KALAKARYA" && (
    <Link href={`/kegiatan/${meeting.id}/pelatihan#peserta`} prefetch={false} className="button">
      Peserta pelatihan
    </Link>
  );
  const canAdd = canWrite && (isEditable(meeting.status) || isLeftOpen(meeting, "invitations"));
  if (invitations.length === 0) {
    return (
      <EmptyState
        title="Belum ada yang diundang"
        action={
          canAdd && (
            <span className="flex flex-wrap justify-center gap-3">
              {toParticipants}
              {hasDirectory && (
                <Link href={addHref} prefetch={false} className="button button-main">
                  Pilih dari mitra
                </Link>
              )}
            </span>
          )
        }
      >
        {canAdd && hasDirectory ? "Pilih jabatan yang diundang; pejabatnya ikut tercatat menurut hari kegiatan." : null}
      </EmptyState>
    );
  }
  const handedOut = invitations.filter(isContacted).length;
  const waiting = invitations.length - handedOut;
  const [sendWords, sendList] = canSend
    ? waiting > 0
      ? [`Kirim undangan (${waiting})`, ""]
      : ["Ingatkan yang belum menjawab", "?daftar=pengingat"]
    : ["Sampaikan perubahan", "?daftar=perubahan"];
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p>
          <b>{invitations.length}</b> undangan · <b>{invitations.filter((row) => row.answer).length}</b> sudah menjawab
          {canSend && (
            <>
              {" "}
              · <b>{handedOut}</b> dari {invitations.length} sudah dikirim
            </>
          )}
        </p>
        <div className="no-print flex flex-wrap gap-3">
          <Link href={`/surat/undangan/${meeting.id}`} prefetch={false} className="button">
            Surat undangan
          </Link>
          {canWrite && (
            <>
              {canAdd && toParticipants}
              {canAdd && hasDirectory && (
                <Link href={addHref} prefetch={false} className="button">
                  Tambah undangan
                </Link>
              )}
              {meeting.status !== "DRAFT" && meeting.status !== "CLOSED" && (
                <Link href={`/kegiatan/${meeting.id}/kirim${sendList}`} prefetch={false} className="button button-main">
                  {sendWords}
                </Link>
              )}
            </>
          )}
        </div>
      </div>
      {canWrite && meeting.status === "DRAFT" && (
        <p className="mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          Kegiatan ini masih draf. Tautan undangan baru dapat dibagikan setelah kegiatan dijadwalkan.
        </p>
      )}
      <MisnamedList meeting={meeting} rows={misnamed} isLocked={isApproved(meeting)} />
      <ol className="border-t border-line">
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            meeting={meeting}
            letters={letters.filter((letter) => letter.invitationId === invitation.id)}
            canWrite={canAdd}
            canSend={canSend}
            showPhone={canWrite}
          />
        ))}
      </ol>
    </>
  );
}
