"use client";

import { type ReactNode, useActionState, useEffect, useId, useRef } from "react";
import { useLocalWords } from "@/components/local-words";
import type { FormAction, FormState } from "@/lib/web/form";
import { FormContext, fieldId } from "./form-context";
import { RestoredNotice } from "./restored-notice";
import { SubmitButton } from "./submit-button";
import { useKeptTyping } from "./use-kept-typing";
import { WriterField } from "./writer-field";

type Props = {
  action: FormAction;
  /** For fields outside the form that name it. */
  id?: string;
  children?: ReactNode;
  /** Words on the button: a verb. Left out where the children bring their own buttons. */
  submit?: string;
  tone?: "main" | "plain" | "danger";
  className?: string;
  /** A second way out beside the button, usually a link back. */
  aside?: ReactNode;
};

/**
 * A form on a server action. It works without script; with it, the button waits and the page keeps its place.
 * What was typed comes back after an error, with a summary on top that leads to each field.
 */
export function ActionForm({
  action,
  id,
  children,
  submit,
  tone = "main",
  className = "flex flex-col gap-5",
  aside,
}: Props) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  const prefix = useId();
  const form = useRef<HTMLFormElement>(null);
  const { isRestored, drop } = useKeptTyping(form, state);
  return (
    <form ref={form} id={id} action={formAction} noValidate className={className}>
      <WriterField />
      <FormContext value={{ state, prefix }}>
        <Summary state={state} prefix={prefix} />
        {isRestored && <RestoredNotice drop={drop} />}
        {children}
        {submit && (
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton tone={tone}>{submit}</SubmitButton>
            {aside}
          </div>
        )}
      </FormContext>
    </form>
  );
}

/** What was typed is put back when he comes back from there. */
const leadsBack = (href: string) => href.startsWith("/akun/konfirmasi?");

function Summary({ state, prefix }: { state: FormState; prefix: string }) {
  const say = useLocalWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.errors || state.message) box.current?.focus();
  }, [state]);
  const errors = Object.entries(state.errors ?? {});
  if (state.done) {
    return (
      <div role="status" className="no-print rounded border-l-4 border-done bg-done-soft px-4 py-3">
        {state.done}
        {state.secret && (
          <label className="mt-2 block font-semibold">
            {state.secret.label}
            <input readOnly value={state.secret.text} className="input mt-1 font-mono text-sm font-normal" />
          </label>
        )}
      </div>
    );
  }
  if (errors.length === 0 && !state.message) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded border-l-4 border-late bg-late-soft px-4 py-3">
      <p className="font-semibold">
        {(state.message && say(state.message)) ??
          (errors.length === 1 ? "Satu isian perlu diperbaiki" : `${errors.length} isian perlu diperbaiki`)}
      </p>
      {errors.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {errors.map(([name, sentence]) => (
            <li key={name}>
              <a className="whitespace-pre-line underline" href={`#${fieldId(prefix, name)}`}>
                {say(sentence)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {state.link && (
        <p className="mt-1">
          <a className="link" href={state.link.href} data-kembali={leadsBack(state.link.href) ? "" : undefined}>
            {state.link.text}
          </a>
        </p>
      )}
    </div>
  );
}
