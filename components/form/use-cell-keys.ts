import type { ClipboardEvent, FormEvent, KeyboardEvent } from "react";
import { plainWords } from "@/lib/plain-words";

/** Rows are marked data-row; their fields that are typed or chosen are the columns. */
const rowMark = "[data-row]";
const cellMark = "input:not([type=hidden],[type=checkbox],[type=radio]), select";

type Cell = HTMLInputElement | HTMLSelectElement;

type Options = {
  /** A cell that is full leads to the next one. */
  isFull?: (value: string) => boolean;
  /** What Enter does past the last row; without it the form is sent. */
  atEnd?: () => void;
};

/** A form's fields as a table: Enter and arrows go down the column, a block pasted from a sheet fills cells. */
export function useCellKeys({ isFull, atEnd }: Options = {}) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const place = placeOf(event.target, event.currentTarget);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const isEnter = event.key === "Enter";
    // Arrows choose among the options of a select.
    if (!isEnter && (place.cell instanceof HTMLSelectElement || !/^Arrow(Up|Down)$/.test(event.key))) return;
    const back = event.key === "ArrowUp" || (isEnter && event.shiftKey);
    const next = place.rows[place.row + (back ? -1 : 1)]?.[place.column];
    if (isEnter && !back && !next && !atEnd) return;
    event.preventDefault();
    if (next) enter(next);
    else if (isEnter && !back) atEnd?.();
  }

  function onInput(event: FormEvent<HTMLElement>) {
    const place = placeOf(event.target, event.currentTarget);
    if (!place || !isFull?.(place.cell.value)) return;
    const next = place.rows[place.row]?.[place.column + 1] ?? place.rows[place.row + 1]?.[0];
    if (next) enter(next);
  }

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const place = placeOf(event.target, event.currentTarget);
    const lines = pastedLines(event.clipboardData.getData("text/plain"));
    if (!place || (lines.length < 2 && !lines[0]?.includes("\t"))) return;
    event.preventDefault();
    for (const [down, line] of lines.entries())
      for (const [right, words] of line.split("\t").entries()) {
        const cell = place.rows[place.row + down]?.[place.column + right];
        if (cell) fill(cell, words.trim());
      }
  }

  return { onKeyDown, onInput, onPaste };
}

const mostLines = 200;

/** An empty line stays one: names of a list keep their places. */
export function pastedLines(text: string): string[] {
  return text.slice(0, 100_000).replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").slice(0, mostLines);
}

function enter(cell: Cell): void {
  cell.focus();
  if (cell instanceof HTMLInputElement) cell.select();
}

function fill(cell: Cell, words: string): void {
  if (cell instanceof HTMLSelectElement) {
    const meant = plainWords(words);
    const option = [...cell.options].find(({ text }) => meant !== "" && plainWords(text).startsWith(meant));
    if (!option) return;
    cell.value = option.value;
    cell.dispatchEvent(new Event("change", { bubbles: true }));
    return;
  }
  enter(cell);
  // As if it were typed, so that it can be undone and is kept until it is saved.
  document.execCommand("insertText", false, words);
}

function placeOf(target: EventTarget, table: HTMLElement) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return null;
  const rows = [...table.querySelectorAll(rowMark)].map((row) => [...row.querySelectorAll<Cell>(cellMark)]);
  for (const [row, cells] of rows.entries()) {
    const column = cells.indexOf(target);
    const cell = cells[column];
    if (cell) return { cell, rows, row, column };
  }
  return null;
}
