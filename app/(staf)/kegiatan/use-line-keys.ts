import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";
import { pastedLines } from "@/lib/minutes/pasted-lines";

/**
 * Lines of a form that change places by what is in their fields: Alt with an arrow, buttons or a pointer. Enter goes
 * down, pasted lines fill the lines below.
 * @param more makes further lines
 */
export function useLineKeys(list: RefObject<HTMLOListElement | null>, more: () => void) {
  const [told, setTold] = useState("");
  const lines = () => [...(list.current?.children ?? [])];

  function move(from: number, to: number) {
    const all = lines().map((line) => [...line.querySelectorAll("input")]);
    if (!all[from] || !all[to] || from === to) return;
    const values = all.map((fields) => fields.map(({ value }) => value));
    values.splice(to, 0, ...values.splice(from, 1));
    all.forEach((fields, at) => {
      fields.forEach((field, column) => {
        field.value = values[at]?.[column] ?? "";
      });
    });
    setTold(`Acara ini sekarang nomor ${to + 1}.`);
  }

  function placeOf(target: EventTarget) {
    if (!(target instanceof HTMLInputElement)) return null;
    const at = lines().findIndex((line) => line.contains(target));
    const column = [...(lines()[at]?.querySelectorAll("input") ?? [])].indexOf(target);
    return at < 0 ? null : { at, column };
  }

  const fieldAt = (at: number, column: number) => lines()[at]?.querySelectorAll("input")[column];

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const place = placeOf(event.target);
    if (!place || event.ctrlKey || event.metaKey) return;
    const { at, column } = place;
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (event.altKey && step !== 0) {
      event.preventDefault();
      move(at, at + step);
      fieldAt(at + step, column)?.focus();
    } else if (event.key === "Enter" && !event.altKey) {
      event.preventDefault();
      const next = at + (event.shiftKey ? -1 : 1);
      if (next === lines().length - 1) more();
      fieldAt(next, column)?.focus();
    }
  }

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const place = placeOf(event.target);
    const pasted = pastedLines(event.clipboardData.getData("text/plain"));
    if (!place || pasted.length < 2) return;
    event.preventDefault();
    if (place.at + pasted.length >= lines().length) more();
    // Lines that were asked for are there in the next frame.
    requestAnimationFrame(() => {
      pasted.forEach((line, index) => {
        const cells = line.split("\t");
        cells.forEach((cell, column) => {
          const field = fieldAt(place.at + index, place.column + column);
          if (!field) return;
          field.focus();
          field.select();
          document.execCommand("insertText", false, cell.trim());
        });
      });
    });
  }

  function drag(event: PointerEvent<HTMLElement>) {
    const handle = event.currentTarget;
    const start = lines().findIndex((line) => line.contains(handle));
    if (event.button !== 0 || start < 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    let at = start;
    const mark = (isOn: boolean) => lines()[at]?.toggleAttribute("data-dragged", isOn);
    mark(true);
    const follow = ({ clientY }: { clientY: number }) => {
      const over = lines().findIndex((line) => {
        const { top, bottom } = line.getBoundingClientRect();
        return clientY >= top && clientY < bottom;
      });
      if (over < 0 || over === at) return;
      mark(false);
      move(at, over);
      at = over;
      mark(true);
    };
    const end = () => {
      mark(false);
      handle.removeEventListener("pointermove", follow);
      handle.removeEventListener("lostpointercapture", end);
    };
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("lostpointercapture", end);
  }

  return { move, drag, told, handlers: { onKeyDown, onPaste } };
}
