"use client";

import { useState } from "react";
import { formatDay, isDay } from "@/lib/time";
import { described, FieldFrame } from "./field";
import { useFieldState } from "./form-context";

type Props = { name: string; label: string; initial?: string | null; isFirst?: boolean };

/** A day, said back with its weekday. */
export function DateField({ name, label, initial, isFirst = false }: Props) {
  const { id, value, error } = useFieldState(name, initial);
  const [day, setDay] = useState(value);
  return (
    <FieldFrame {...{ id, label, error }}>
      <input
        id={id}
        name={name}
        type="date"
        defaultValue={value}
        onChange={(event) => setDay(event.currentTarget.value)}
        // biome-ignore lint/a11y/noAutofocus: all else is filled, and it is the page's only task
        autoFocus={isFirst}
        className="input"
        {...described(id, "day", error)}
      />
      <p id={`${id}-hint`} role="status" className="mt-1 min-h-6 text-sm text-muted">
        {isDay(day) && formatDay(day)}
      </p>
    </FieldFrame>
  );
}
