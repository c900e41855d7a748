import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SendTools } from "@/components/send-tools";
import type { MeetingMessage } from "@/lib/messages/rules";
import { messageSlugs } from "@/lib/messages/rules";
import type { SendRow } from "@/lib/messages/send-list";
import { emailAction, openedAction } from "./actions";

type Props = {
  row: SendRow;
  text: string;
  kind: MeetingMessage;
  meeting: { id: string; sequence: number };
  isNext: boolean;
  /** Whether this installation can send e-mail. */
  canEmail: boolean;
};

/** Every way one message can go: the chat, a copy, e-mail, paper. */
export function SendWays({ row, text, kind, meeting, isNext, canEmail }: Props) {
  const { invitation, whatsapp, isDone, lastEmail } = row;
  const opened = {
    meetingId: meeting.id,
    invitationId: invitation.id,
    kind,
    shownSequence: meeting.sequence,
  };
  const email = canEmail ? invitation.email : null;
  return (
    <div className="no-print flex flex-col gap-2">
      {!whatsapp && (
        <p className="text-sm">
          {invitation.phone ? "Nomornya bukan nomor ponsel" : "Nomor WhatsApp belum tercatat"}: salin pesannya
          {email ? ", kirim email," : ","} atau{" "}
          <Link href={`/kegiatan/${meeting.id}/undangan/slip?pilih=tanpa-nomor`} prefetch={false} className="link">
            cetak slip undangan
          </Link>
          .
        </p>
      )}
      <SendTools
        whatsapp={whatsapp}
        message={whatsapp ? null : text}
        isNext={isNext}
        isDone={isDone}
        onOpened={openedAction.bind(null, opened)}
      />
      {email && (
        <div className="flex flex-wrap items-center gap-x-3">
          <ActionForm
            action={emailAction.bind(null, meeting.id, messageSlugs[kind], invitation.id)}
            submit={lastEmail?.state === "ACCEPTED" ? "Kirim email lagi" : "Kirim email"}
            tone="plain"
            className="flex flex-col gap-2"
          />
          <span className="text-sm break-all text-muted">{email}</span>
        </div>
      )}
      {(isNext || !whatsapp) && (
        <details>
          <summary className="min-h-11 content-center text-sm text-accent">Baca pesannya</summary>
          <textarea
            readOnly
            rows={9}
            defaultValue={text}
            aria-label={`Pesan untuk ${invitation.title}`}
            className="input text-sm"
          />
        </details>
      )}
    </div>
  );
}
