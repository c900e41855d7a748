import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { ListFilters } from "@/components/list/filter-bar";
import { type FilterChip, FilterChips } from "@/components/list/filter-chips";
import { MoreMenu } from "@/components/list/more-menu";
import { SelectAll } from "@/components/list/selection-bar";
import { isPuskesmas } from "@/lib/actor";
import { listLetters } from "@/lib/documents/reads";
import { listMisnamed } from "@/lib/invitations/people-of-day";
import { type ListedInvitation, listInvitations, listLinks } from "@/lib/invitations/reads";
import { answerNames } from "@/lib/invitations/rules";
import { isLeftOpen } from "@/lib/meetings/left-open";
import { canHandOutLinks, canWriteMeeting, isApproved, isEditable } from "@/lib/meetings/rules";
import { isContacted } from "@/lib/messages/sending";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryChoice } from "@/lib/web/query";
import { InvitationRow } from "./invitation-row";
import { InvitationTools, toolsForm } from "./invitation-tools";
import { LostLinks } from "./lost-links";
import { MisnamedList } from "./misnamed-list";

export const metadata: Metadata = { title: "Undangan" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function InvitationsPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const shown = queryChoice((await searchParams).jawaban, answerStates) ?? "semua";
  const canWrite = canWriteMeeting(actor, meeting);
  const canSend = canWrite && canHandOutLinks(meeting.status);
  const [invitations, letters, misnamed, links] = await Promise.all([
    listInvitations(actor, meeting.id),
    listLetters(actor, meeting.id),
    canWrite ? listMisnamed(actor, meeting) : [],
    canWrite && isEditable(meeting.status) ? listLinks(actor, meeting.id) : new Map<string, string | null>(),
  ]);
  const lost = invitations.filter(({ id }) => links.get(id) === null);
  const addHref = `/kegiatan/${meeting.id}/undangan/tambah`;
  // A Dinkes keeps no directory: guests of its own training are typed.
  const hasDirectory = meeting.kind !== "KALAKARYA" || isPuskesmas(actor);
  const canAdd = canWrite && (isEditable(meeting.status) || isLeftOpen(meeting, "invitations"));
  if (invitations.length === 0) {
    return (
      <EmptyState
        title="Belum ada yang diundang"
        action={
          canAdd && (
            <span className="flex flex-wrap justify-center gap-3">
              {meeting.kind === "KALAKARYA" && (
                <AppLink href={participants(meeting.id).href} className="button">
                  {participants(meeting.id).label}
                </AppLink>
              )}
              {hasDirectory && (
                <AppLink href={addHref} className="button button-main">
                  Pilih dari mitra
                </AppLink>
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
  const rows = invitations.filter(isShown[shown]);
  const canWithdraw = canWrite && isEditable(meeting.status);
  const canChoose = canSend || canWithdraw;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="max-sm:text-xs">
          <b>{invitations.length}</b> undangan · <b>{invitations.filter((row) => row.answer).length}</b> sudah menjawab
          {canSend && (
            <>
              {" "}
              · <b>{handedOut}</b> dikirim
            </>
          )}
        </p>
        <div className="no-print flex flex-wrap gap-2 max-sm:grow max-sm:justify-between">
          <MoreMenu
            links={[
              { href: `/surat/undangan/${meeting.id}`, label: "Surat undangan" },
              canAdd && meeting.kind === "KALAKARYA" && participants(meeting.id),
              canAdd && hasDirectory && { href: addHref, label: "Tambah undangan" },
            ]}
          />
          {canWrite && meeting.status !== "DRAFT" && meeting.status !== "CLOSED" && (
            <AppLink href={`/kegiatan/${meeting.id}/kirim${sendList}`} className="button button-main">
              {sendWords}
            </AppLink>
          )}
        </div>
      </div>
      <ListFilters>
        <FilterChips label="Jawaban" chips={chipsOf(invitations, shown, canSend)} isKept={false} />
      </ListFilters>
      {canWrite && meeting.status === "DRAFT" && (
        <p className="mb-4 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          Kegiatan ini masih draf. Tautan undangan baru dapat dibagikan setelah kegiatan dijadwalkan.
        </p>
      )}
      {lost.length > 0 && (
        <LostLinks
          meetingId={meeting.id}
          lost={lost.length}
          unsent={lost.filter(({ handedOutAt }) => !handedOutAt).length}
        />
      )}
      <MisnamedList meeting={meeting} rows={misnamed} isLocked={isApproved(meeting)} />
      {canChoose && rows.length > 0 && <SelectAll what={`${rows.length} undangan`} form={toolsForm} />}
      <ol key={shown} className="rows invitee-rows">
        {rows.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            meeting={meeting}
            letters={letters.filter((letter) => letter.invitationId === invitation.id)}
            canWrite={canAdd}
            canSend={canSend}
            showPhone={canWrite}
            canChoose={canChoose}
          />
        ))}
      </ol>
      {canChoose && <InvitationTools meeting={meeting} canSend={canSend} canWithdraw={canWithdraw} />}
    </>
  );
}

const participants = (id: string) => ({ href: `/kegiatan/${id}/pelatihan#peserta`, label: "Peserta pelatihan" });

const answerStates = ["semua", "hadir", "diwakili", "tidak", "belum", "belum-dikirim"] as const;
type AnswerState = (typeof answerStates)[number];

const isShown: Record<AnswerState, (row: ListedInvitation) => boolean> = {
  semua: () => true,
  hadir: ({ answer }) => answer?.choice === "PRESENT",
  diwakili: ({ answer }) => answer?.choice === "REPRESENTED",
  tidak: ({ answer }) => answer?.choice === "ABSENT",
  belum: ({ answer }) => !answer,
  "belum-dikirim": (row) => !isContacted(row),
};

const stateWords: Record<AnswerState, string> = {
  semua: "Semua",
  hadir: answerNames.PRESENT,
  diwakili: answerNames.REPRESENTED,
  tidak: answerNames.ABSENT,
  belum: "Belum menjawab",
  "belum-dikirim": "Belum dikirim",
};

function chipsOf(rows: readonly ListedInvitation[], shown: AnswerState, canSend: boolean): FilterChip[] {
  return answerStates
    .map((state) => ({
      label: stateWords[state],
      href: state === "semua" ? "?" : `?jawaban=${state}`,
      isHere: state === shown,
      count: rows.filter(isShown[state]).length,
      state,
    }))
    .filter(({ state, count, isHere }) => isHere || (count > 0 && (canSend || state !== "belum-dikirim")));
}
