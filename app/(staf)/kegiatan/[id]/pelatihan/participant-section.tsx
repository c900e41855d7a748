import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { answerNames } from "@/lib/invitations/rules";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { professionNames } from "@/lib/staff/professions";
import type { ListedParticipant } from "@/lib/trainings/participant-reads";
import { withdrawParticipantAction } from "./actions";
import { ClashList } from "./clash-list";

type Props = { meeting: FoundMeeting; participants: readonly ListedParticipant[]; canWrite: boolean };

/** Who takes part, by office, with what each lacks. */
export function ParticipantSection({ meeting, participants, canWrite }: Props) {
  const path = `/kegiatan/${meeting.id}/pelatihan/peserta`;
  return (
    <section aria-labelledby="peserta">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="peserta">
          Peserta
          {participants.length > 0 && <span className="font-normal text-muted"> {countWords(participants)}</span>}
        </h2>
        {canWrite && (
          <div className="no-print flex flex-wrap gap-3">
            <AppLink href={`${path}/ketik`} className="button">
              Ketik peserta atau tamu
            </AppLink>
            <AppLink href={path} className={participants.length === 0 ? "button button-main" : "button"}>
              Pilih dari data pegawai
            </AppLink>
          </div>
        )}
      </div>
      {participants.length === 0 ? (
        <EmptyState title="Belum ada peserta">
          {canWrite ? "Pilih menurut profesi dari data pegawai, atau ketik yang tidak ada di sana." : null}
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {participants.map((participant) => (
            <Row key={participant.invitationId} meetingId={meeting.id} participant={participant} canWrite={canWrite} />
          ))}
        </ul>
      )}
    </section>
  );
}

type RowProps = { meetingId: string; participant: ListedParticipant; canWrite: boolean };

function Row({ meetingId, participant, canWrite }: RowProps) {
  const { invitationId, name, profession, institution, answer, clashes } = participant;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p>
          <b>{name}</b>
          <span className="text-muted">
            {" "}
            · {professionNames[profession]} · {institution}
          </span>
        </p>
        <ClashList clashes={clashes} />
      </div>
      <div className="flex items-center gap-4 text-sm text-muted">
        {answer ? answerNames[answer] : "belum menjawab"}
        {canWrite && (
          <details className="no-print">
            <summary className="link inline-flex min-h-11 items-center" aria-label={`Keluarkan ${name}`}>
              Keluarkan …
            </summary>
            <ActionForm
              action={withdrawParticipantAction.bind(null, meetingId, invitationId)}
              submit={`Keluarkan ${name}`}
              tone="danger"
            />
          </details>
        )}
      </div>
    </li>
  );
}

function countWords(participants: readonly ListedParticipant[]): string {
  const offices = new Set(participants.map(({ institution }) => institution)).size;
  return `${participants.length} orang dari ${offices} instansi`;
}
