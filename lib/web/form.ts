import type { z } from "zod";
import type { Choice, Refusal } from "@/lib/actor";
import { noteRefusedForm } from "@/lib/web/refused-form";
import { entriesOf, typedValues } from "@/lib/web/typed-values";
import { fillOnlyField, fillOnlyWords } from "@/lib/web/writer-field";

export type FormState = {
  values?: Record<string, string | string[]>;
  errors?: Record<string, string>;
  message?: string;
  done?: string;
  /** Shown this one time, beside `done`. */
  secret?: { label: string; text: string };
  codes?: string[];
  choices?: Choice[];
  link?: { href: string; text: string };
  links?: { href: string; text: string; detail: string }[];
};

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export type Parsed<T> = { ok: true; data: T } | { ok: false; state: FormState };

export function parseForm<S extends z.ZodType>(schema: S, form: FormData): Parsed<z.output<S>> {
  if (form.has(fillOnlyField)) return { ok: false, state: { values: typedValues(form), message: fillOnlyWords } };
  const parsed = schema.safeParse(nest(form));
  if (parsed.success) return { ok: true, data: parsed.data };
  void noteRefusedForm(
    parsed.error.issues.map(({ path }) => path[0] ?? ""),
    "bentuk",
  );
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join(".")] ??= issue.message;
  return { ok: false, state: { values: typedValues(form), errors } };
}

export function refused(refusal: Refusal, form: FormData): FormState {
  const values = typedValues(form);
  const { field, reason, choices } = refusal;
  void noteRefusedForm(field ? [field] : [], "aturan");
  if (!field) return { values, message: reason };
  return { values, errors: { [field]: reason }, ...(choices && { choices }) };
}

function nest(form: FormData): Record<string, unknown> {
  const single = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const lines = new Map<string, Map<number, Map<string, string>>>();
  for (const [name, value] of entriesOf(form)) {
    if (name.endsWith("[]")) {
      const key = name.slice(0, -2);
      const list = lists.get(key);
      if (list) list.push(value);
      else lists.set(key, [value]);
      continue;
    }
    const [head = "", index, field] = name.split(".");
    if (index === undefined || field === undefined) {
      single.set(head, value);
      continue;
    }
    const position = Number(index);
    if (!Number.isInteger(position) || position < 0 || position > 199) continue;
    const ofHead = lines.get(head) ?? new Map<number, Map<string, string>>();
    const line = ofHead.get(position) ?? new Map<string, string>();
    lines.set(head, ofHead.set(position, line.set(field, value)));
  }
  return Object.fromEntries<unknown>([
    ...single,
    ...lists,
    ...[...lines].map(([head, ofHead]) => [head, inOrder(ofHead)] as const),
  ]);
}

function inOrder(lines: Map<number, Map<string, string>>): Record<string, string>[] {
  return [...lines].sort(([one], [other]) => one - other).map(([, line]) => Object.fromEntries(line));
}
