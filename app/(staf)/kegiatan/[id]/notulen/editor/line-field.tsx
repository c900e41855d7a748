"use client";

import { useLayoutEffect, useRef } from "react";
import { pastedLines } from "@/lib/minutes/pasted-lines";

type Props = {
  id: string;
  field: string;
  label?: string;
  value: string;
  onType: (value: string) => void;
  /** What becomes of several pasted lines; they stay where they were pasted without it. */
  onPasteLines?: (first: string, others: readonly string[]) => void;
};

/** A text that grows with its words. Where others' words come into it, the cursor stays between the same letters. */
export function GrowingField({ id, field, label, value, onType, onPasteLines }: Props) {
  const input = useRef<HTMLTextAreaElement>(null);
  const caret = useRef(0);
  const typed = useRef(value);
  useLayoutEffect(() => {
    const { current } = input;
    if (value !== typed.current && current && document.activeElement === current) {
      const place = placeIn(typed.current, value, caret.current);
      current.setSelectionRange(place, place);
    }
    typed.current = value;
  }, [value]);
  return (
    <textarea
      ref={input}
      id={id}
      data-field={field}
      aria-label={label}
      value={value}
      rows={Math.min(12, Math.max(1, Math.ceil(value.length / 90) + value.split("\n").length - 1))}
      onChange={({ target }) => {
        typed.current = target.value;
        onType(target.value);
      }}
      onPaste={(event) => {
        const [first, ...others] = pastedLines(event.clipboardData.getData("text/plain"));
        if (!onPasteLines || first === undefined || others.length === 0) return;
        event.preventDefault();
        const { selectionStart, selectionEnd } = event.currentTarget;
        onPasteLines(`${value.slice(0, selectionStart)}${first}`, [
          ...others.slice(0, -1),
          `${others.at(-1) ?? ""}${value.slice(selectionEnd)}`,
        ]);
      }}
      onSelect={({ currentTarget }) => {
        caret.current = currentTarget.selectionStart;
      }}
      className="input field-sizing-content resize-none"
    />
  );
}

/** Where the cursor belongs after the words around it changed: behind what is the same up to it, else counted from the end. */
function placeIn(before: string, now: string, caret: number): number {
  if (before.slice(0, caret) === now.slice(0, caret)) return caret;
  return Math.max(0, now.length - (before.length - caret));
}

/** One line of text with words to choose from. */
export function LineField({
  id,
  field,
  label,
  list,
  value,
  onType,
}: Omit<Props, "value"> & { value: string | null; list: string }) {
  return (
    <div>
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      <input
        id={id}
        data-field={field}
        list={list}
        autoComplete="off"
        value={value ?? ""}
        onChange={({ target }) => onType(target.value)}
        className="input"
      />
    </div>
  );
}
