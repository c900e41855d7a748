"use client";

import { useContext } from "react";
import { FormContext, useFieldState } from "@/components/form/form-context";

/** The question that comes with 100 percent: is in the form only once it was asked. */
export function StillOpen() {
  const { state } = useContext(FormContext);
  const { id, value, error } = useFieldState("stillOpen", null);
  if (!error && !value) return null;
  return (
    <div>
      {error && <p className="mb-1 font-semibold text-late">{error}</p>}
      <label className="flex min-h-11 items-center gap-3 py-1">
        <input
          key={String(state.values?.stillOpen)}
          id={id}
          type="checkbox"
          name="stillOpen"
          value="ya"
          defaultChecked={value === "ya"}
          className="size-5 shrink-0 accent-accent"
        />
        Masih ada yang berjalan walau 100 %
      </label>
    </div>
  );
}
