import Link from "next/link";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { Icon } from "@/components/icon";
import { formatPhone, seatName } from "@/lib/directory/rules";
import { answerNames } from "@/lib/invitations/rules";
import { messageSlugs } from "@/lib/messages/rules";
import type { SendRow } from "@/lib/messages/send-list";
import { formatMoment } from "@/lib/time";
import type { MessageKind } from "@/prisma/generated/enums";
import { emailAction, openedAction } from "./actions";
import { SendTools } from "./send-tools";

type Props = {
  row: SendRow;
  kind: MessageKind;
  meeting: { id: string; sequence: number; timeZone: string };
  isNext: boolean;
  /** Whether this installation can send e-mail. */
  canEmail: boolean;
};

/** One invitee: who it is, what was done, and the ways to pass the message on. */
export function SendRowItem({ row, kind, meeting, isNext, canEmail }: Props) {
  const { invitation, message, whatsapp, isDone, lastEmail } = row;
  const { phone } = invitation;
  return (
    <li
      id={`u-${invitation.id}`}
      aria-current={isNext ? "step" : undefined}
      className={`grid scroll-mt-20 gap-x-6 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] ${isNext ? "border-l-4 border-l-accent bg-accent-soft pr-3 pl-3" : ""}`}
    >
      <div>
        <p className="font-semibold">
          {seatName({ title: invitation.title, prefix: invitation.holderPrefix })}
          {isNext && <span className="ml-2 font-normal text-accent-strong">← berikutnya</span>}
        </p>
        <p className="text-sm">{invitation.holderName ?? <span className="text-muted">pejabat belum tercatat</span>}</p>
        <p className="text-sm text-muted">
          {invitation.institution}
          {phone && (
            <>
              {" · "}
              <span className="whitespace-nowrap">{formatPhone(phone)}</span>
            </>
          )}
        </p>
      </div>
      <div className="flex flex-col gap-2">
        <RowState row={row} kind={kind} timeZone={meeting.timeZone} />
        {lastEmail && (
          <p className={`text-sm ${lastEmail.error ? "font-semibold text-late" : "text-muted"}`}>
            Email {formatMoment(lastEmail.at, meeting.timeZone)}: {lastEmail.error ?? "diterima server email"}
          </p>
        )}
        {message.ok ? (
          <>
            {!whatsapp && (
              <NoNumber
                meetingId={meeting.id}
                isLandline={Boolean(phone)}
                hasEmail={canEmail && Boolean(invitation.email)}
              />
            )}
            <div className="no-print">
              <SendTools
                whatsapp={whatsapp}
                message={whatsapp ? null : message.text}
                isNext={isNext}
                isDone={isDone}
                onOpened={openedAction.bind(null, {
                  meetingId: meeting.id,
                  invitationId: invitation.id,
                  kind,
                  shownSequence: meeting.sequence,
                })}
              />
            </div>
            {canEmail && invitation.email && (
              <div className="no-print flex flex-wrap items-center gap-x-3">
                <ActionForm
                  action={emailAction.bind(null, meeting.id, messageSlugs[kind], invitation.id)}
                  submit={lastEmail && !lastEmail.error ? "Kirim email lagi" : "Kirim email"}
                  tone="plain"
                  className="flex flex-col gap-2"
                />
                <span className="text-sm break-all text-muted">{invitation.email}</span>
              </div>
            )}
            {(isNext || !whatsapp) && (
              <details className="no-print">
                <summary className="min-h-11 content-center text-sm text-accent">Baca pesannya</summary>
                <textarea
                  readOnly
                  rows={9}
                  defaultValue={message.text}
                  aria-label={`Pesan untuk ${invitation.title}`}
                  className="input text-sm"
                />
              </details>
            )}
          </>
        ) : (
          <p className="flex items-start gap-2 text-late">
            <Icon name="alert" />
            {message.reason}
          </p>
        )}
      </div>
    </li>
  );
}

function RowState({ row: { invitation, isDone }, kind, timeZone }: Pick<Props, "row" | "kind"> & { timeZone: string }) {
  const { answer, handedOutAt, remindedAt } = invitation;
  const openedAt = kind === "REMINDER" ? remindedAt : kind === "INVITATION" ? handedOutAt : null;
  const at = openedAt ? formatMoment(openedAt, timeZone) : "";
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      {isDone && (
        <Badge tone="done" icon="check">
          Dibuka
        </Badge>
      )}
      {at && <span>{isDone ? at : `terakhir diingatkan ${at}`}</span>}
      {answer && <span>Sudah menjawab: {answerNames[answer.choice].toLowerCase()}</span>}
    </p>
  );
}

function NoNumber({ meetingId, isLandline, hasEmail }: { meetingId: string; isLandline: boolean; hasEmail: boolean }) {
  return (
    <p className="text-sm">
      {isLandline ? "Nomornya bukan nomor ponsel" : "Nomor WhatsApp belum tercatat"}: salin pesannya
      {hasEmail ? ", kirim email," : ","} atau{" "}
      <Link href={`/kegiatan/${meetingId}/undangan/slip?pilih=tanpa-nomor`} prefetch={false} className="link">
        cetak slip undangan
      </Link>
      .
    </p>
  );
}
