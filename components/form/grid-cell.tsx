"use client";

import type { ReactNode } from "react";
import { useFieldState, useTypedCheck } from "./form-context";

type Props = {
  name: string;
  label: string;
  initial?: string;
  /** What belongs there, where no head of a column says it. */
  hint?: string;
  type?: "text" | "tel" | "email";
  list?: string;
  className?: string;
};

/** A field of a row that is typed like a table; its label is read, its column's head is seen. */
export function GridCell({ name, label, initial, hint, type = "text", list, className = "" }: Props) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <div>
      <CellError id={id} error={error} />
      <input
        {...{ id, name, type, list }}
        defaultValue={value}
        autoComplete="off"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        placeholder={hint}
        className={`input ${className}`}
      />
    </div>
  );
}

type ChoiceProps = { name: string; label: string; initial: string; options: readonly (readonly [string, string])[] };

/** The same for one of a few words. */
export function GridChoice({ name, label, initial, options }: ChoiceProps) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <div>
      <CellError id={id} error={error} />
      <select
        key={value}
        {...{ id, name }}
        defaultValue={value}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className="input"
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function CellError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="text-sm font-semibold text-late">
      {error}
    </p>
  );
}

/** The box by which a proposed row is taken. */
export function RowBox({ name, isProposed, children }: { name: string; isProposed: boolean; children: ReactNode }) {
  const isChosen = useTypedCheck(name, isProposed);
  return (
    <label className="flex min-h-11 items-center gap-3 md:min-h-8">
      <input
        key={String(isChosen)}
        type="checkbox"
        name={name}
        value="ya"
        defaultChecked={isChosen}
        className="size-5 shrink-0 accent-accent"
      />
      {children}
    </label>
  );
}
