import Link from "next/link";
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

type Props = {
  invitation: ListedInvitation;
  meeting: FoundMeeting;
  /** Delegation letters that came with the answer. */
  letters: readonly { id: string; name: string }[];
  canWrite: boolean;
  canSend: boolean;
  showPhone: boolean;
};

/** One invitee: seat and holder as invited, the answer, and what staff can do about it. */
export function InvitationRow({ invitation, meeting, letters, canWrite, canSend, showPhone }: Props) {
  const { answer } = invitation;
  const withdraw = withdrawAction.bind(null, meeting.id, invitation.id);
  return (
    <li
      id={`u-${invitation.id}`}
      className="grid gap-x-6 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div>
        <p className="font-semibold">{seatName({ title: invitation.title, prefix: invitation.holderPrefix })}</p>
        <p className="text-sm">{invitation.holderName ?? <span className="text-muted">pejabat belum tercatat</span>}</p>
        <p className="text-sm text-muted">
          {invitation.institution}
          {showPhone && invitation.phone && (
            <>
              {" · "}
              <span className="whitespace-nowrap">{formatPhone(invitation.phone)}</span>
            </>
          )}
        </p>
      </div>
      <AnswerLine invitation={invitation} letters={letters} timeZone={meeting.timeZone} />
      {invitation.holderLeftAt && canWrite && isEditable(meeting.status) && (
        <div className="no-print text-sm">
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
      {canSend && !invitation.holderLeftAt && (
        <p className="no-print text-sm text-muted">
          {invitation.handedOutAt
            ? `Dikirim ${formatMoment(invitation.handedOutAt, meeting.timeZone)}`
            : isContacted(invitation)
              ? invitation.answer?.recordedBy
                ? "Menjawab lisan"
                : "Menjawab lewat tautan"
              : "Belum dikirim"}
          <Link
            href={`/kegiatan/${meeting.id}/kirim#u-${invitation.id}`}
            prefetch={false}
            className="link ml-3 inline-flex min-h-11 items-center md:min-h-0"
          >
            {invitation.handedOutAt ? "Kirim lagi" : "Kirim"}
          </Link>
        </p>
      )}
      {canWrite && (
        <details className="no-print md:col-span-3 -mt-2">
          <summary className="min-h-11 content-center text-sm text-accent">
            {canSend ? "Catat jawaban lisan atau batalkan undangan" : "Batalkan undangan"}
          </summary>
          <div className="card mt-1 flex flex-col gap-5">
            {canSend && (
              <AnswerForm
                meetingId={meeting.id}
                invitationId={invitation.id}
                institution={invitation.institution}
                answer={answer}
              />
            )}
            <ActionForm action={withdraw} submit="Batalkan undangan ini" tone="danger" />
          </div>
        </details>
      )}
    </li>
  );
}

const tones = { PRESENT: "done", REPRESENTED: "accent", ABSENT: "late" } as const;
const icons = { PRESENT: "check", REPRESENTED: "swap", ABSENT: "cross" } as const;

type AnswerProps = Pick<Props, "invitation" | "letters"> & { timeZone: string };

function AnswerLine({ invitation: { answer }, letters, timeZone }: AnswerProps) {
  if (!answer) return <p className="text-sm text-muted">Belum menjawab</p>;
  const delegate = [answer.delegateName, answer.delegateTitle, answer.delegateInstitution].filter(Boolean).join(", ");
  return (
    <div className="text-sm">
      <Badge tone={tones[answer.choice]} icon={icons[answer.choice]}>
        {answerNames[answer.choice]}
      </Badge>
      {answer.choice === "REPRESENTED" && <p className="mt-1">oleh {delegate}</p>}
      {letters.map((letter) => (
        <p key={letter.id}>
          Surat kuasa:{" "}
          <a href={`/berkas/${letter.id}`} target="_blank" rel="noreferrer" className="link break-all">
            {letter.name}
          </a>
        </p>
      ))}
      {answer.choice === "ABSENT" && <p className="mt-1">{answer.reason}</p>}
      <p className="text-muted">
        {formatMoment(answer.answeredAt, timeZone)}
        {answer.recordedBy ? ` · dicatat ${answer.recordedBy}` : " · lewat tautan"}
      </p>
    </div>
  );
}
