import { Badge } from "@/components/badge";
import { Icon } from "@/components/icon";
import { formatPhone, seatName } from "@/lib/directory/rules";
import { deliveryWords } from "@/lib/email/rules";
import { answerNames } from "@/lib/invitations/rules";
import { isTrouble } from "@/lib/messages/delivery";
import type { MeetingMessage } from "@/lib/messages/rules";
import type { SendRow } from "@/lib/messages/send-list";
import { formatMoment } from "@/lib/time";
import { whatsappWords } from "@/lib/whatsapp/rules";
import { SendWays } from "./send-ways";

type Props = {
  row: SendRow;
  kind: MeetingMessage;
  meeting: { id: string; sequence: number; timeZone: string };
  isNext: boolean;
  /** Whether this installation can send e-mail. */
  canEmail: boolean;
};

/** One invitee: who it is, what was done, and the ways to pass the message on. */
export function SendRowItem({ row, kind, meeting, isNext, canEmail }: Props) {
  const { invitation, message, isDone, lastEmail, lastWhatsapp } = row;
  const { phone } = invitation;
  return (
    <li
      id={`u-${invitation.id}`}
      aria-current={isNext ? "step" : undefined}
      className={`grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] ${isNext ? "border-l-4 border-l-accent bg-accent-soft pr-3 pl-3" : ""}`}
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
          <p className={`text-sm ${isTrouble(lastEmail) ? "font-semibold text-late" : "text-muted"}`}>
            Email {formatMoment(lastEmail.at, meeting.timeZone)}: {deliveryWords(lastEmail)}
          </p>
        )}
        {lastWhatsapp && (
          <p className={`text-sm ${isTrouble(lastWhatsapp) ? "font-semibold text-late" : "text-muted"}`}>
            WhatsApp resmi {formatMoment(lastWhatsapp.at, meeting.timeZone)}: {whatsappWords(lastWhatsapp)}
          </p>
        )}
        {message.ok ? (
          isDone ? (
            <details className="no-print">
              <summary className="min-h-11 content-center text-sm text-accent">Kirim lagi</summary>
              <SendWays {...{ row, kind, meeting, isNext, canEmail }} text={message.text} />
            </details>
          ) : (
            <SendWays {...{ row, kind, meeting, isNext, canEmail }} text={message.text} />
          )
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
  const isOpened = isDone && (kind === "CHANGE" ? invitation.toldSequence : openedAt) !== null;
  const at = openedAt ? formatMoment(openedAt, timeZone) : "";
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      {isOpened && (
        <Badge tone="done" icon="check">
          Dikirim
        </Badge>
      )}
      {at && <span>{isDone ? at : `terakhir diingatkan ${at}`}</span>}
      {answer && <span>Sudah menjawab: {answerNames[answer.choice].toLowerCase()}</span>}
    </p>
  );
}
