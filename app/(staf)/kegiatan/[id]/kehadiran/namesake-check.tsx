"use client";

import { useFieldState } from "@/components/form/form-context";

/** Asked once somebody of the same name and post is on the roll. */
export function NamesakeCheck() {
  const { id, value, error } = useFieldState("isAnother", null);
  if (!error && !value) return null;
  return (
    <div>
      {error && (
        <p id={`${id}-error`} className="font-semibold text-late">
          {error}
        </p>
      )}
      <label htmlFor={id} className="flex min-h-11 items-center gap-3">
        <input
          id={id}
          type="checkbox"
          name="isAnother"
          value="1"
          defaultChecked={value !== ""}
          aria-describedby={error ? `${id}-error` : undefined}
          className="size-5 shrink-0 accent-accent"
        />
        Orang lain dengan nama dan jabatan yang sama
      </label>
    </div>
  );
}
