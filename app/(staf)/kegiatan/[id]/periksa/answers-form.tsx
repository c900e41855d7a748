"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { useFieldState } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/hidden-field";
import { answerSignature } from "@/lib/programmes/fields";
import type { FormAction } from "@/lib/web/form";
import type { ChecklistAnswer, ChecklistForm } from "@/prisma/generated/enums";

export type QuestionToAnswer = {
  id: string;
  version: number;
  position: number;
  section: string | null;
  text: string;
  form: ChecklistForm;
  maxScore: number | null;
  answer: ChecklistAnswer | null;
  score: number | null;
  note: string | null;
};

const answers = [
  { value: "YES", label: "Ya" },
  { value: "PARTLY", label: "Sebagian" },
  { value: "NO", label: "Tidak" },
  { value: "NOT_APPLICABLE", label: "Tidak berlaku" },
] as const;

type Props = { action: FormAction; questions: readonly QuestionToAnswer[] };

/** The whole checklist as one form: a choice or points for each item, and a note. */
export function AnswersForm({ action, questions }: Props) {
  return (
    <ActionForm action={action} submit="Simpan daftar periksa" className="flex flex-col gap-1">
      {questions.map((question, index) => (
        <div key={question.id}>
          {question.section && question.section !== questions[index - 1]?.section && (
            <h3 className="mt-5 mb-1">{question.section}</h3>
          )}
          <QuestionRow index={index} question={question} />
        </div>
      ))}
    </ActionForm>
  );
}

function QuestionRow({ index, question }: { index: number; question: QuestionToAnswer }) {
  const name = `rows.${index}`;
  const { position, text } = question;
  return (
    <fieldset className="grid gap-x-4 gap-y-2 border-t border-line py-3 lg:grid-cols-[minmax(0,1fr)_29rem_12rem] lg:items-center">
      <legend className="sr-only">{`Butir ${position}: ${text}`}</legend>
      <HiddenField name={`${name}.id`} initial={question.id} />
      <HiddenField name={`${name}.version`} initial={question.version} />
      <HiddenField name={`${name}.was`} initial={answerSignature(question)} />
      <p aria-hidden="true">
        <span className="text-muted">{position}.</span> {text}
      </p>
      {question.form === "SCORE" ? (
        <TextField
          name={`${name}.score`}
          label={`Nilai 0–${question.maxScore}`}
          inputMode="numeric"
          initial={question.score}
          className="max-w-40"
        />
      ) : (
        <Choices name={`${name}.answer`} initial={question.answer} />
      )}
      <NoteField name={`${name}.note`} label={`Catatan butir ${position}`} initial={question.note} />
    </fieldset>
  );
}

function Choices({ name, initial }: { name: string; initial: string | null }) {
  const { id, value } = useFieldState(name, initial);
  return (
    <div id={id} className="flex flex-wrap gap-1.5">
      {answers.map((answer) => (
        <label
          key={answer.value}
          className="flex min-h-11 items-center gap-1.5 rounded border border-edge px-1.5 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            key={value}
            type="radio"
            name={name}
            value={answer.value}
            defaultChecked={value === answer.value}
            className="size-5 shrink-0 accent-accent"
          />
          {answer.label}
        </label>
      ))}
    </div>
  );
}

function NoteField({ name, label, initial }: { name: string; label: string; initial: string | null }) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <div>
      {error && <p className="mb-1 text-sm font-semibold text-late">{error}</p>}
      <input
        id={id}
        name={name}
        defaultValue={value}
        maxLength={500}
        aria-label={label}
        placeholder="Catatan"
        className="input"
      />
    </div>
  );
}
