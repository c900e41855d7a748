"use client";

import { type ReactNode, useState } from "react";
import { formatDay, isDay } from "@/lib/time";
import { useFieldState, useTypedList } from "./form-context";

type Base = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Shown behind the label where a field may stay empty. */
  optional?: boolean;
  initial?: string | number | null | undefined;
  className?: string;
};

type Frame = {
  id: string;
  label: string;
  optional?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Label, hint and error around a control. */
export function FieldFrame({ id, label, optional, hint, error, className = "", children }: Frame) {
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {optional && <span className="font-normal text-muted"> (boleh kosong)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mb-1 font-semibold whitespace-pre-line text-late">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** Ties a control to its hint and error. */
export function described(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}

type TextProps = Base & {
  type?: "text" | "email" | "password" | "date" | "time" | "tel" | "url" | "search";
  inputMode?: "numeric" | "decimal" | "tel";
  autoComplete?: string;
  maxLength?: number;
  /** Words offered while typing; anything else may be typed as well. */
  suggestions?: readonly string[];
};

/** One line of text, a date or a clock. A date is said back in words: a browser set to English shows its month first. */
export function TextField({
  name,
  label,
  hint,
  optional,
  initial,
  className,
  suggestions,
  type = "text",
  ...input
}: TextProps) {
  const { id, value, error } = useFieldState(name, initial);
  const [day, setDay] = useState(type === "date" ? value : "");
  const list = suggestions?.length ? `${id}-list` : undefined;
  return (
    <FieldFrame {...{ id, label, optional, hint, error, className }}>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        list={list}
        className="input"
        {...(type === "date" && { onChange: ({ currentTarget }) => setDay(currentTarget.value) })}
        {...described(id, hint, error)}
        {...input}
      />
      {isDay(day) && (
        <p aria-live="polite" className="mt-1 text-sm text-muted">
          {formatDay(day)}
        </p>
      )}
      {list && (
        <datalist id={list}>
          {suggestions?.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  initial,
  className,
  rows = 3,
  shortcut,
}: Base & { rows?: number; shortcut?: string }) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <FieldFrame {...{ id, label, optional, hint, error, className }}>
      <textarea
        id={id}
        name={name}
        defaultValue={value}
        rows={rows}
        aria-keyshortcuts={shortcut}
        className="input"
        {...described(id, hint, error)}
      />
    </FieldFrame>
  );
}

export type Option = { value: string; label: string };

/** One of a list. The key makes the browser keep the choice after a form came back. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  initial,
  className,
  options,
  empty,
}: Base & { options: readonly Option[]; empty?: string }) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <FieldFrame {...{ id, label, optional, hint, error, className }}>
      <select key={value} id={id} name={name} defaultValue={value} className="input" {...described(id, hint, error)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type GroupProps = {
  name: string;
  legend: string;
  hint?: ReactNode;
  options: readonly (Option & { hint?: string })[];
  className?: string;
};

/** One of a few, all visible. */
export function RadioGroup({
  name,
  legend,
  hint,
  options,
  initial,
  className = "",
}: GroupProps & { initial?: string | null | undefined }) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <fieldset className={className} {...(error ? { "aria-describedby": `${id}-error` } : {})}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint && <p className="mb-1 text-sm text-muted">{hint}</p>}
      {error && (
        <p id={`${id}-error`} className="mb-1 font-semibold text-late">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {options.map((option, index) => (
          <label
            key={option.value}
            className="flex min-h-11 items-center gap-2 rounded border border-edge px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              key={value}
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={value === option.value}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Any number of a list. Its name ends in "[]". */
export function CheckboxGroup({
  name,
  legend,
  hint,
  options,
  initial = [],
  className = "",
  columns = false,
}: GroupProps & { initial?: readonly string[]; columns?: boolean }) {
  const checked = useTypedList(name, initial);
  const { id, error } = useFieldState(name.replace("[]", ""), null);
  return (
    <fieldset className={className}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint && <p className="mb-1 text-sm text-muted">{hint}</p>}
      {error && <p className="mb-1 font-semibold text-late">{error}</p>}
      <div id={id} className={columns ? "grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3" : "flex flex-col"}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 items-center gap-3 py-1">
            <input
              key={checked.join()}
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={checked.includes(option.value)}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
