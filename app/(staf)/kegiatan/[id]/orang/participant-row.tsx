import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { type Participant, type ParticipantKind, unknownPerson } from "@/lib/persons/participants";
import { newPerson, personLine } from "@/lib/persons/rules";
import { identifyAction } from "./actions";

const kindNames: Record<ParticipantKind, string> = {
  attendance: "di daftar hadir",
  answer: "disebut sebagai wakil",
  scorer: "memberi nilai USG",
  note: "bertanya",
};

type Props = { meetingId: string; participant: Participant };

/** One participant, who he is, or who he may be. */
export function ParticipantRow({ meetingId, participant }: Props) {
  const { kind, id, personId, person, matches } = participant;
  return (
    <li
      id={id}
      className="grid scroll-mt-20 gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] sm:items-center"
    >
      <div>
        <p className="font-semibold">{personLine(participant)}</p>
        <p className="text-sm text-muted">{kindNames[kind]}</p>
      </div>
      {personId && !person ? (
        <p className="text-sm text-muted">Dikenali puskesmas lain yang ikut menyelenggarakan.</p>
      ) : (
        <ActionForm action={identifyAction.bind(null, meetingId)} className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="id" value={id} />
          {person ? (
            <>
              <Link
                href={`/mitra/orang/${person.id}`}
                prefetch={false}
                className="link inline-flex min-h-11 items-center"
              >
                {person.line}
              </Link>
              <SubmitButton tone="plain" name="person" value={unknownPerson} label={`Lepas ${person.line}`}>
                Lepas
              </SubmitButton>
            </>
          ) : (
            <>
              {matches.map((match) => (
                <SubmitButton key={match.id} tone="plain" name="person" value={match.id} className="text-left">
                  <span>
                    Ini {match.line}
                    <span className="block text-sm font-normal text-muted">{match.detail}</span>
                  </span>
                </SubmitButton>
              ))}
              <SubmitButton
                tone="plain"
                name="person"
                value={newPerson}
                label={`Catat sebagai orang baru: ${personLine(participant)}`}
              >
                Orang baru
              </SubmitButton>
            </>
          )}
        </ActionForm>
      )}
    </li>
  );
}
