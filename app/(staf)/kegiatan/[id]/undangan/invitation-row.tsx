import { AppLink } from "@/components/app-link";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { formatPhone, seatName } from "@/lib/directory/rules";
import type { ListedInvitation } from "@/lib/invitations/reads";
import { answerNames } from "@/lib/invitations/rules";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { isEditable } from "@/lib/meetings/rules";
import { isContacted } from "@/lib/messages/sending";
import { formatMoment } from "@/lib/time";
import { renewAction, withdrawAction } from "./actions";
import { AnswerForm } from "./answer-form";
import { toolsForm } from "./invitation-tools";

type Props = {
  invitation: ListedInvitation;
  meeting: FoundMeeting;
  /** Delegation letters that came with the answer. */
  letters: readonly { id: string; name: string }[];
  canWrite: boolean;
  canSend: boolean;
  showPhone: boolean;
  canChoose: boolean;
};

/** One invitee in a line: seat and holder as invited, the answer, how far the sending is; the rest unfolds. */
export function InvitationRow({ invitation, meeting, letters, canWrite, canSend, showPhone, canChoose }: Props) {
  const { answer, holderName, institution } = invitation;
  const seat = seatName({ title: invitation.title, prefix: invitation.holderPrefix });
  const isSending = canSend && !invitation.holderLeftAt;
  return (
    <li id={`u-${invitation.id}`}>
      {canChoose && (
        <label className="pick no-print">
          <input
            type="checkbox"
            data-row
            form={toolsForm}
            name="invitationIds[]"
            value={invitation.id}
            aria-label={`Pilih undangan ${seat}, ${institution}`}
          />
        </label>
      )}
      <p>
        <b>{seat}</b>
        <small>
          {holderName ?? "pejabat belum tercatat"} · {institution}
        </small>
      </p>
      <p>
        {answer ? (
          <Badge tone={tones[answer.choice]} icon={icons[answer.choice]}>
            {answerNames[answer.choice]}
          </Badge>
        ) : (
          <span className="badge badge-plain">Belum menjawab</span>
        )}
        {answer && <small>{delegateOf(answer) || answer.reason}</small>}
      </p>
      {isSending && <SendState invitation={invitation} meeting={meeting} isShort />}
      {invitation.holderLeftAt && canWrite && isEditable(meeting.status) && (
        <div className="no-print col-span-full py-2 text-sm">
          <p className="mb-2">
            Pejabat ini sudah berganti, jadi tautan dan jawabannya tidak berlaku lagi. Perbarui undangan, lalu kirim
            tautan baru kepada pejabat sekarang.
          </p>
          <ActionForm
            action={renewAction.bind(null, meeting.id, invitation.id)}
            submit="Perbarui undangan"
            tone="plain"
          />
        </div>
      )}
      <details className="row-more">
        <summary
          aria-label={`${canWrite && canSend ? "Catat jawaban lisan atau batalkan undangan" : "Rincian"}: ${seat}`}
        />
        <div>
          <div className="flex flex-col gap-1">
            <p className="md:hidden print:hidden">
              {holderName ?? "pejabat belum tercatat"}, {institution}
            </p>
            {isSending && (
              <div className="md:hidden">
                <SendState invitation={invitation} meeting={meeting} />
              </div>
            )}
            {showPhone && invitation.phone && (
              <p>
                <span className="dim">HP</span> {formatPhone(invitation.phone)}
              </p>
            )}
            <AnswerFacts invitation={invitation} letters={letters} timeZone={meeting.timeZone} />
          </div>
          {canWrite && (
            <div className="no-print card flex flex-col gap-5 md:col-span-2">
              {canSend && (
                <AnswerForm
                  meetingId={meeting.id}
                  invitationId={invitation.id}
                  institution={institution}
                  answer={answer}
                />
              )}
              <ActionForm
                action={withdrawAction.bind(null, meeting.id, invitation.id)}
                submit="Batalkan undangan ini"
                tone="danger"
              />
            </div>
          )}
        </div>
      </details>
    </li>
  );
}

type SendProps = Pick<Props, "invitation" | "meeting"> & {
  /** In the line of the row, which on a phone has room for what is to be done alone. */
  isShort?: boolean;
};

function SendState({ invitation, meeting, isShort = false }: SendProps) {
  const { handedOutAt, answer } = invitation;
  const words = handedOutAt
    ? `Dikirim ${formatMoment(handedOutAt, meeting.timeZone)}`
    : isContacted(invitation)
      ? `Menjawab ${answer?.recordedBy ? "lisan" : "lewat tautan"}`
      : "Belum dikirim";
  return (
    <p className="no-print">
      {isShort ? <small>{words}</small> : words}{" "}
      <AppLink
        href={`/kegiatan/${meeting.id}/kirim#u-${invitation.id}`}
        className={handedOutAt && isShort ? "link max-md:hidden" : "link"}
      >
        {handedOutAt ? "Kirim lagi" : "Kirim"}
      </AppLink>
    </p>
  );
}

const tones = { PRESENT: "done", REPRESENTED: "accent", ABSENT: "late" } as const;
const icons = { PRESENT: "check", REPRESENTED: "swap", ABSENT: "cross" } as const;

function delegateOf(answer: NonNullable<ListedInvitation["answer"]>): string {
  if (answer.choice !== "REPRESENTED") return "";
  return `oleh ${[answer.delegateName, answer.delegateTitle, answer.delegateInstitution].filter(Boolean).join(", ")}`;
}

type AnswerProps = Pick<Props, "invitation" | "letters"> & { timeZone: string };

function AnswerFacts({ invitation: { answer }, letters, timeZone }: AnswerProps) {
  if (!answer) return <p className="text-muted">Belum menjawab</p>;
  return (
    <>
      {answer.choice === "REPRESENTED" && <p>Diwakili {delegateOf(answer)}</p>}
      {letters.map((letter) => (
        <p key={letter.id}>
          Surat kuasa:{" "}
          <a href={`/berkas/${letter.id}`} target="_blank" rel="noreferrer" className="link break-all">
            {letter.name}
          </a>
        </p>
      ))}
      {answer.choice === "ABSENT" && answer.reason && <p>Alasan: {answer.reason}</p>}
      <p className="text-muted">
        {formatMoment(answer.answeredAt, timeZone)}
        {answer.recordedBy ? ` · dicatat ${answer.recordedBy}` : " · lewat tautan"}
      </p>
    </>
  );
}
