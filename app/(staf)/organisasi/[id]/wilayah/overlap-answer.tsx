"use client";

import { useContext } from "react";
import { FormContext, useFieldState } from "@/components/form/form-context";
import { useLocalWords } from "@/components/local-words";

/** The question about desa of another puskesmas: shown once it was asked. */
export function OverlapAnswer() {
  const say = useLocalWords();
  const { state } = useContext(FormContext);
  const { id, value, error } = useFieldState("overlap", null);
  if (!error && !value) return null;
  return (
    <div>
      {error && <p className="mb-1 font-semibold text-late">{error}</p>}
      <label className="flex min-h-11 items-center gap-3 py-1">
        <input
          key={String(state.values?.overlap)}
          id={id}
          type="checkbox"
          name="overlap"
          value="ya"
          defaultChecked={value === "ya"}
          className="size-5 shrink-0 accent-accent"
        />
        {say("Desa itu memang dilayani bersama")}
      </label>
    </div>
  );
}
