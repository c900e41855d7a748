import type { ClipboardEvent, KeyboardEvent, RefObject } from "react";

const mostLines = 200;

/** An empty line stays one: names of a list keep their places. */
function linesOf(text: string): string[] {
  return text.slice(0, 100_000).replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").slice(0, mostLines);
}

/** Rows of a form, each marked `data-row`: Enter and the arrows go along a column, pasted lines fill it downwards. */
export function useColumnKeys(list: RefObject<HTMLElement | null>) {
  const fieldsOf = (row: Element | undefined) => [
    ...(row?.querySelectorAll<HTMLInputElement>("input:not([type=checkbox],[type=hidden])") ?? []),
  ];
  const rows = () => [...(list.current?.querySelectorAll("[data-row]") ?? [])];

  function placeOf(target: EventTarget) {
    const all = rows();
    for (const [at, row] of all.entries()) {
      const column = fieldsOf(row).findIndex((field) => field.isSameNode(target instanceof Node ? target : null));
      if (column >= 0) return { all, at, column };
    }
    return null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const steps: Record<string, number> = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const place = step && !event.ctrlKey && !event.metaKey && !event.altKey ? placeOf(event.target) : null;
    if (!step || !place) return;
    event.preventDefault();
    fieldsOf(place.all[place.at + step])[place.column]?.focus();
  }

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const place = placeOf(event.target);
    const lines = linesOf(event.clipboardData.getData("text/plain"));
    if (!place || (lines.length < 2 && !lines[0]?.includes("\t"))) return;
    event.preventDefault();
    for (const [index, line] of lines.entries())
      for (const [column, cell] of line.split("\t").entries()) {
        const field = fieldsOf(place.all[place.at + index])[place.column + column];
        if (!field) continue;
        field.focus();
        field.select();
        document.execCommand("insertText", false, cell.trim());
      }
  }

  return { onKeyDown, onPaste };
}
