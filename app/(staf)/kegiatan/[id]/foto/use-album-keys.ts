"use client";

import type { ClipboardEvent, KeyboardEvent } from "react";
import { flushSync } from "react-dom";

/** Typing down the album as down a column: Enter, pasted lines, and Alt with an arrow for the photo itself. */
export function useAlbumKeys(move: (id: string, by: number) => void) {
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const field = fieldOf(event.target);
      if (!field) return;
      if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
        const id = field.closest("li")?.dataset.photo;
        if (!id) return;
        event.preventDefault();
        // React moves the row in the document, which takes the focus from it: given back before the next key.
        flushSync(() => move(id, event.key === "ArrowUp" ? -1 : 1));
        field.focus();
        return;
      }
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      below(field)[event.shiftKey ? -1 : 1]?.focus();
    },
    onPaste(event: ClipboardEvent<HTMLElement>) {
      const field = fieldOf(event.target);
      const lines = event.clipboardData
        .getData("text/plain")
        .split(/\r?\n/)
        .map((line) => line.trim());
      while (lines.at(-1) === "") lines.pop();
      if (field?.type !== "text" || lines.length < 2) return;
      event.preventDefault();
      lines.forEach((line, index) => {
        const one = below(field)[index];
        // As if it were typed, so that it can be undone and is kept until it is saved.
        if (!one) return;
        one.focus();
        one.select();
        document.execCommand("insertText", false, line);
      });
    },
  };
}

function fieldOf(target: EventTarget): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.dataset.album ? target : null;
}

/** The fields of the same column by their distance from this one. */
function below(field: HTMLInputElement): Record<number, HTMLInputElement> {
  const column = [...(field.form?.elements ?? [])].filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.dataset.album === field.dataset.album,
  );
  const at = column.indexOf(field);
  return Object.fromEntries(column.map((one, index) => [index - at, one]));
}
