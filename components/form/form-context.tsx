"use client";

import { createContext, useContext } from "react";
import { useLocalWords } from "@/components/local-words";
import type { FormState } from "@/lib/web/form";

/** The form around a field: what was typed, what is to be mended, and what its ids begin with. */
export const FormContext = createContext<{ state: FormState; prefix: string }>({ state: {}, prefix: "f" });

export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name.replaceAll(/[^\w-]/g, "-")}`;
}

export function useFieldState(name: string, initial: string | number | null | undefined) {
  const { state, prefix } = useContext(FormContext);
  const say = useLocalWords();
  const typed = state.values?.[name];
  const error = state.errors?.[name];
  return {
    id: fieldId(prefix, name),
    value:
      (Array.isArray(typed) ? typed[0] : typed) ?? (initial === null || initial === undefined ? "" : String(initial)),
    error: error && say(error),
  };
}

export function useTypedList(name: string, initial: readonly string[]): readonly string[] {
  const { state } = useContext(FormContext);
  if (!state.values) return initial;
  const typed = state.values[name];
  return Array.isArray(typed) ? typed : typed ? [typed] : [];
}

/** Whether one box is ticked: as it was sent, where the form came back, for an empty box sends nothing. */
export function useTypedCheck(name: string, initial: boolean): boolean {
  const { state } = useContext(FormContext);
  return state.values ? state.values[name] !== undefined : initial;
}
