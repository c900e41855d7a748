"use client";

import { type ReactNode, useActionState, useId } from "react";
import type { FormAction, FormState } from "@/lib/web/form";
import { FormContext } from "./form-context";
import { SubmitButton } from "./submit-button";
import { type Progress, useProgress } from "./use-progress";

type Props = {
  /** Does the work where there is no script. */
  action: FormAction;
  to: string;
  work: string;
  submit: string;
  children?: ReactNode;
  aside?: ReactNode;
};

/** A form whose work takes a while: with script it shows how far it is, without it simply waits. */
export function ProgressForm({ action, submit, children, aside, ...sending }: Props) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  const { progress, reason, send } = useProgress(sending);
  const prefix = useId();
  const refusal = reason ?? state.message ?? Object.values(state.errors ?? {})[0];
  return (
    <form action={formAction} onSubmit={send} noValidate className="flex flex-col gap-4">
      <FormContext value={{ state: {}, prefix }}>
        {refusal && !progress && (
          <p role="alert" className="rounded border-l-4 border-late bg-late-soft px-4 py-3 font-semibold">
            {refusal}
          </p>
        )}
        {children}
        {progress && <ProgressBar {...progress} />}
        <div className="flex flex-wrap items-center gap-3" hidden={progress !== null}>
          <SubmitButton>{submit}</SubmitButton>
          {aside}
        </div>
      </FormContext>
    </form>
  );
}

const bar =
  "h-3 w-full appearance-none overflow-hidden rounded border border-edge bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent";

function ProgressBar({ words, unit, done, total }: Progress) {
  const id = useId();
  const percent = total ? Math.floor((100 * done) / total) : 0;
  return (
    <div role="status">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {words}
        {total === null
          ? " …"
          : unit === "percent"
            ? `, ${percent} %`
            : ` ${done.toLocaleString("id-ID")} dari ${total.toLocaleString("id-ID")}`}
      </label>
      <progress id={id} className={bar} {...(total === null ? {} : { value: done, max: total })} />
    </div>
  );
}
