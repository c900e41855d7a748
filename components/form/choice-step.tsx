"use client";

import { useContext } from "react";
import { FormContext, fieldId } from "./form-context";

type Props = {
  name: string;
  legend: string;
  /** The answer that means none of them, and its words. */
  other: { value: string; label: string };
};

/** Once a form came back with choices: which of them is meant. Until then nothing is asked. */
export function ChoiceStep({ name, legend, other }: Props) {
  const { state, prefix } = useContext(FormContext);
  if (!state.choices) return null;
  const id = fieldId(prefix, name);
  const answers = [...state.choices, { id: other.value, line: other.label, detail: "" }];
  return (
    <fieldset id={id} tabIndex={-1} className="card flex flex-col gap-1 border-soon" aria-describedby={`${id}-error`}>
      <legend className="px-1 font-semibold">{legend}</legend>
      {state.errors?.[name] && (
        <p id={`${id}-error`} className="font-semibold">
          {state.errors[name]}
        </p>
      )}
      {answers.map((answer) => (
        <label key={answer.id} className="flex min-h-11 items-start gap-3 py-1">
          <input
            type="radio"
            name={name}
            value={answer.id}
            defaultChecked={state.values?.[name] === answer.id}
            className="mt-1 size-5 shrink-0 accent-accent"
          />
          <span>
            {answer.line}
            {answer.detail && <span className="block text-sm text-muted">{answer.detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
