import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { FoundTest, TestPerson } from "@/lib/training-tests/results";
import { usualReopening } from "@/lib/training-tests/rules";
import { verdictOf } from "@/lib/training-tests/score";
import type { TestKind } from "@/prisma/generated/enums";
import { markAction, reopenAction } from "../actions";
import { ScoreCell } from "../score-cell";

type Props = {
  meetingId: string;
  kind: TestKind;
  test: FoundTest;
  people: readonly TestPerson[];
  canWrite: boolean;
};

export function PeopleOfTest({ meetingId, kind, test, people, canWrite }: Props) {
  return (
    <>
      <Unmarked {...{ meetingId, kind, test, people, canWrite }} />
      <section aria-labelledby="peserta" className="mb-8">
        <h3 id="peserta" className="mb-2 text-lg">
          Peserta
        </h3>
        <ul className="border-t border-line">
          {people.map((person) => (
            <li
              key={person.invitationId}
              className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3"
            >
              <div>
                <b>{person.name}</b>
                <span className="block text-sm text-muted">{person.institution}</span>
                <span className="block text-sm">
                  {person[kind].answered} dari {test.questions.length} soal dijawab
                </span>
              </div>
              <div>
                <ScoreCell cell={person[kind]} />
                {canWrite && person[kind].state !== "typed" && person[kind].state !== "running" && (
                  <Reopen meetingId={meetingId} kind={kind} person={person} />
                )}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Reopen({ meetingId, kind, person }: { meetingId: string; kind: TestKind; person: TestPerson }) {
  return (
    <details className="no-print mt-1">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">Buka lagi untuk {person.name}</summary>
      <ActionForm
        action={reopenAction.bind(null, meetingId, kind)}
        submit="Buka lagi"
        tone="plain"
        className="mt-2 flex flex-col gap-3"
      >
        <HiddenField name="invitationId" initial={person.invitationId} />
        <TextField
          name="minutes"
          label="Tambahan waktu, dalam menit"
          inputMode="numeric"
          initial={usualReopening}
          hint={
            person[kind].late > 0
              ? "Jawaban yang datang terlambat ikut dihitung."
              : "Jawaban yang sudah ada tetap, dan dapat diubahnya."
          }
        />
      </ActionForm>
    </details>
  );
}

/** Short texts that fit no accepted answer: they count once somebody has said so. */
function Unmarked({ meetingId, kind, test, people, canWrite }: Props) {
  const waiting = people.flatMap((person) =>
    test.questions.flatMap((question) => {
      const given = person[kind].state === "running" ? undefined : person[kind].answers.get(question.id);
      return given && verdictOf(question, given) === "unmarked" ? [{ person, question, text: given.text ?? "" }] : [];
    }),
  );
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="dinilai" className="mb-8">
      <h3 id="dinilai" className="mb-2 text-lg">
        {waiting.length} isian menunggu dinilai
      </h3>
      <ul className="border-t border-line">
        {waiting.map(({ person, question, text }) => (
          <li key={`${person.invitationId} ${question.id}`} className="border-b border-line py-3">
            <p className="text-sm text-muted">
              {question.text} · {person.name}
            </p>
            <p className="font-semibold">{text}</p>
            {canWrite && (
              <ActionForm action={markAction.bind(null, meetingId, kind)} className="no-print mt-2 flex gap-3">
                <HiddenField name="questionId" initial={question.id} />
                <HiddenField name="invitationId" initial={person.invitationId} />
                <SubmitButton tone="plain" name="verdict" value="right">
                  Benar
                </SubmitButton>
                <SubmitButton tone="plain" name="verdict" value="wrong">
                  Salah
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
