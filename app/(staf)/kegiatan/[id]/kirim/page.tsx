import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { findSending } from "@/lib/email/reads";
import { isUnderWay } from "@/lib/email/rules";
import { mailSettings } from "@/lib/email/settings";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, invitingWords } from "@/lib/meetings/rules";
import { groupMessage } from "@/lib/messages/group";
import type { MeetingMessage } from "@/lib/messages/rules";
import { messageKindOf, messageSlugs } from "@/lib/messages/rules";
import { findSendList, isWaiting, type SendList } from "@/lib/messages/send-list";
import { canSend } from "@/lib/messages/sending";
import { localLinkTrouble } from "@/lib/web/address-rules";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryText } from "@/lib/web/query";
import { findWhatsappSending } from "@/lib/whatsapp/reads";
import { whatsappKindOf } from "@/lib/whatsapp/rules";
import { whatsappSettings } from "@/lib/whatsapp/settings";
import type { MeetingStatus } from "@/prisma/generated/enums";
import { emailAction } from "./actions";
import { GroupMessage } from "./group-message";
import { ListTabs } from "./list-tabs";
import { OfficialWhatsapp } from "./official-whatsapp";
import { SendRowItem } from "./send-row";
import { SendingProgress } from "./sending-progress";

export const metadata: Metadata = { title: "Kirim undangan" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

const doneWords: Record<MeetingMessage, string> = {
  INVITATION: "undangan sudah dikirim",
  REMINDER: "diingatkan hari ini",
  CHANGE: "sudah diberi tahu",
};

const doneTitles: Record<MeetingMessage, string> = {
  INVITATION: "Sudah dikirim",
  REMINDER: "Sudah diingatkan hari ini",
  CHANGE: "Sudah diberi tahu",
};

export default async function SendPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  const kind = messageKindOf(queryText((await searchParams).daftar));
  const list = await findSendList(actor, meeting, kind, new Date());
  const localLinks = localLinkTrouble(process.env.APP_URL ?? "", process.env.HOST);
  const canEmail = mailSettings() !== null;
  const sending = await findSending(actor, meeting.id);
  const officialKind = whatsappSettings() ? whatsappKindOf(kind) : null;
  const officialSending = officialKind && (await findWhatsappSending(actor, meeting.id));
  const byEmail = list.rows.filter(
    (row) => row.invitation.email && isWaiting(row, kind) && !isUnderWay(row.lastEmail),
  ).length;
  return (
    <>
      <ListTabs meetingId={meeting.id} current={kind} waiting={list.waiting} />
      {localLinks && (
        <p role="alert" className="mb-3 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          {localLinks}
        </p>
      )}
      {list.rows.length === 0 ? (
        <Nobody kind={kind} meeting={meeting} />
      ) : (
        <>
          <div className="sticky top-0 z-5 mb-2 flex flex-wrap items-center justify-between gap-x-4 border-b border-line bg-ground py-2">
            <p role="status">
              <b className="text-lg">
                {list.done} dari {list.rows.length}
              </b>{" "}
              {doneWords[kind]}
            </p>
            <p className="no-print flex flex-wrap gap-x-4">
              <Link href={`/kegiatan/${meeting.id}/undangan/slip`} prefetch={false} className="link">
                Cetak slip
              </Link>
              <Link href={`/pengaturan/pesan?jenis=${messageSlugs[kind]}`} prefetch={false} className="link">
                Ubah isi pesan
              </Link>
            </p>
          </div>
          <p className="no-print mb-2 max-w-prose text-sm text-muted">
            Tekan WhatsApp: pesannya sudah tertulis, tinggal Anda kirim. Yang dicatat: Anda mengirimnya. Sampai atau
            tidak, hanya WhatsApp yang tahu.
          </p>
          {canSend(kind, meeting.status) && (
            <GroupMessage
              text={groupMessage(kind, { meeting, inviting: invitingWords(actor, meeting) })}
              letter={`/surat/undangan/${meeting.id}/pdf`}
            />
          )}
          {sending && <SendingProgress sending={sending} way="email" timeZone={meeting.timeZone} />}
          {officialSending && <SendingProgress sending={officialSending} way="whatsapp" timeZone={meeting.timeZone} />}
          {officialKind && <OfficialWhatsapp meetingId={meeting.id} kind={officialKind} rows={list.rows} />}
          {canEmail && byEmail > 0 && (
            <div className="no-print mb-4">
              <ActionForm
                action={emailAction.bind(null, meeting.id, messageSlugs[kind], null)}
                submit={`Kirim email ke ${byEmail} yang punya alamat`}
                tone="plain"
              />
            </div>
          )}
          <Rows list={list} meeting={meeting} isDone={false} canEmail={canEmail} />
          {list.done > 0 && list.done < list.rows.length && <h2 className="mt-8 mb-2">{doneTitles[kind]}</h2>}
          <Rows list={list} meeting={meeting} isDone={true} canEmail={canEmail} />
        </>
      )}
    </>
  );
}

type RowsProps = { list: SendList; meeting: FoundMeeting; isDone: boolean; canEmail: boolean };

/** Who waits comes first, so that the next one is always in the same place. */
function Rows({ list, meeting, isDone, canEmail }: RowsProps) {
  const rows = list.rows.filter((row) => row.isDone === isDone);
  if (rows.length === 0) return null;
  return (
    <ol className="border-t border-line">
      {rows.map((row) => (
        <SendRowItem
          key={row.invitation.id}
          row={row}
          kind={list.kind}
          meeting={meeting}
          isNext={row.invitation.id === list.nextId}
          canEmail={canEmail}
        />
      ))}
    </ol>
  );
}

function Nobody({ kind, meeting }: { kind: MeetingMessage; meeting: { id: string; status: MeetingStatus } }) {
  if (meeting.status === "DRAFT")
    return (
      <EmptyState
        title="Kegiatan ini masih draf"
        action={
          <Link href={`/kegiatan/${meeting.id}`} prefetch={false} className="button button-main">
            Ke langkah berikut
          </Link>
        }
      >
        Dari draf tidak ada yang dikirim. Jadwalkan dulu.
      </EmptyState>
    );
  if (!canSend(kind, meeting.status))
    return <EmptyState title="Pesan ini tidak dikirim lagi untuk kegiatan yang sudah sampai di tahap ini" />;
  if (kind === "REMINDER")
    return (
      <EmptyState title="Tidak ada yang perlu diingatkan">
        Semua yang sudah dikirimi undangan sudah menjawab.
      </EmptyState>
    );
  if (kind === "CHANGE")
    return (
      <EmptyState title="Tidak ada perubahan yang perlu disampaikan">
        Daftar ini terisi bila waktu atau tempat berubah sesudah undangan sampai.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Belum ada yang diundang"
      action={
        <Link href={`/kegiatan/${meeting.id}/undangan/tambah`} prefetch={false} className="button button-main">
          Pilih dari mitra
        </Link>
      }
    />
  );
}
