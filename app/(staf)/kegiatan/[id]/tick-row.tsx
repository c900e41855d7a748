"use client";

import { useFieldState, useTypedCheck } from "@/components/form/form-context";

type Row = { side: string; position: number; text: string; isMet: boolean; note: string | null };

/** One expectation: a tick, and a note once it is ticked. What the row showed travels along, so that only changes are written. */
export function TickRow({ row, index }: { row: Row; index: number }) {
  const name = `rows.${index}`;
  const isChecked = useTypedCheck(`${name}.isMet`, row.isMet);
  const note = useFieldState(`${name}.note`, row.note);
  return (
    <>
      <input type="hidden" name={`${name}.side`} value={row.side} />
      <input type="hidden" name={`${name}.position`} value={row.position} />
      <input type="hidden" name={`${name}.text`} value={row.text} />
      <input type="hidden" name={`${name}.wasMet`} value={row.isMet ? "1" : ""} />
      <input type="hidden" name={`${name}.wasNote`} value={row.note ?? ""} />
      <label className="flex min-h-11 items-center gap-3">
        <input
          key={String(isChecked)}
          type="checkbox"
          name={`${name}.isMet`}
          value="1"
          defaultChecked={isChecked}
          className="size-5 shrink-0 accent-accent"
        />
        <span>{row.text}</span>
      </label>
      <label
        className={`pl-8 text-sm text-muted ${note.value || note.error ? "block" : "hidden group-has-checked/tick:block"}`}
      >
        <span className="sr-only">Catatan: {row.text}</span>
        <input
          name={`${name}.note`}
          defaultValue={note.value}
          placeholder="Catatan (boleh kosong)"
          maxLength={300}
          className="input"
          aria-invalid={note.error ? true : undefined}
        />
        {note.error && <span className="font-semibold text-late">{note.error}</span>}
      </label>
    </>
  );
}
