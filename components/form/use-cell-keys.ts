import type { ClipboardEvent, FormEvent, KeyboardEvent } from "react";

/** Rows are marked data-row; their text fields are the columns. */
const rowMark = "[data-row]";

type Options = {
  /** A cell that is full leads to the next one. */
  isFull?: (value: string) => boolean;
};

/** A form's fields as a table: Enter and arrows go down the column, a block pasted from a sheet fills cells. */
export function useCellKeys({ isFull }: Options = {}) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const place = placeOf(event.target, event.currentTarget);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const back = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
    if (!back && event.key !== "ArrowDown" && event.key !== "Enter") return;
    const next = place.rows[place.row + (back ? -1 : 1)]?.[place.column];
    // Past the last row Enter saves, as in any form.
    if (event.key === "Enter" && !back && !next) return;
    event.preventDefault();
    next?.focus();
    next?.select();
  }

  function onInput(event: FormEvent<HTMLElement>) {
    const place = placeOf(event.target, event.currentTarget);
    if (!place || !isFull?.(place.field.value)) return;
    const next = place.rows[place.row]?.[place.column + 1] ?? place.rows[place.row + 1]?.[0];
    next?.focus();
    next?.select();
  }

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const place = placeOf(event.target, event.currentTarget);
    const block = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!place || !/[\t\n]/.test(block)) return;
    event.preventDefault();
    block.split(/\r?\n/).forEach((line, down) => {
      line.split("\t").forEach((cell, right) => {
        const field = place.rows[place.row + down]?.[place.column + right];
        if (!field) return;
        field.focus();
        field.select();
        // As if it were typed, so that it can be undone and is kept until it is saved.
        document.execCommand("insertText", false, cell.trim());
      });
    });
  }

  return { onKeyDown, onInput, onPaste };
}

function placeOf(target: EventTarget, table: HTMLElement) {
  if (!(target instanceof HTMLInputElement) || target.type === "hidden") return null;
  const rows = [...table.querySelectorAll(rowMark)].map((row) => [
    ...row.querySelectorAll<HTMLInputElement>("input:not([type=hidden])"),
  ]);
  const row = rows.findIndex((fields) => fields.includes(target));
  const column = rows[row]?.indexOf(target) ?? -1;
  return row < 0 ? null : { field: target, rows, row, column };
}
