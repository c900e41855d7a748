import type { FormState } from "@/lib/web/form";
import { typedValues } from "@/lib/web/typed-values";

export const moveField = "pindahAcara";

const parts = ["topic", "minutes", "presenter"] as const;

/** The form with two of its agenda lines exchanged, where a button asked for it; null where it is to be saved. */
export function movedAgenda(form: FormData): FormState | null {
  const [, from, to] = /^(\d{1,2}):(\d{1,2})$/.exec(String(form.get(moveField) ?? "")) ?? [];
  if (from === undefined || to === undefined) return null;
  const values = typedValues(form);
  const exchanged = parts.flatMap((part) => {
    const [one, other] = [`agenda.${from}.${part}`, `agenda.${to}.${part}`];
    return other in values ? [[one, values[other]] as const, [other, values[one]] as const] : [];
  });
  return { values: { ...values, ...Object.fromEntries(exchanged.map(([name, value]) => [name, value ?? ""])) } };
}
