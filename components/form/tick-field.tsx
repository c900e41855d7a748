"use client";

import { useFieldState, useTypedCheck } from "./form-context";

/** One box: "ya" where it is ticked. */
export function TickField({ name, label, initial }: { name: string; label: string; initial: boolean }) {
  const { id } = useFieldState(name, null);
  const isTicked = useTypedCheck(name, initial);
  return (
    <label className="flex min-h-11 items-center gap-3 py-1">
      <input
        key={String(isTicked)}
        id={id}
        type="checkbox"
        name={name}
        value="ya"
        defaultChecked={isTicked}
        className="size-5 shrink-0 accent-accent"
      />
      <span>{label}</span>
    </label>
  );
}
