"use client";

import { useFieldState } from "@/components/form/form-context";

/** Ticked by the approver: the placeholders of this very list are meant as they are. */
export function ConfirmPlaceholders({ count, listKey }: { count: number; listKey: string }) {
  const { id, error } = useFieldState("placeholders", null);
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3 py-1">
        <input
          id={id}
          type="checkbox"
          name="placeholders"
          value={listKey}
          aria-describedby={error ? `${id}-kesalahan` : undefined}
          className="size-5 shrink-0 accent-accent"
        />
        {count} isian yang tampaknya belum diisi memang demikian maksudnya
      </label>
      {error && (
        <p id={`${id}-kesalahan`} className="font-semibold text-late">
          {error}
        </p>
      )}
    </div>
  );
}
