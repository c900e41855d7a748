"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useHasScript } from "@/components/form/use-has-script";

/** Rows with forms of their own are outside the list's form: their boxes name it. */
const boxesOf = (form: HTMLFormElement | null | undefined): HTMLInputElement[] =>
  [...(form?.elements ?? [])].filter(
    (element): element is HTMLInputElement => element instanceof HTMLInputElement && element.matches("[data-row]"),
  );

/** Boxes change by a hand, by a form that is emptied after it was sent, and with the rows of another page. */
function useBoxChanges(follow: () => void): void {
  useEffect(() => {
    const afterReset = () => queueMicrotask(follow);
    follow();
    document.addEventListener("change", follow);
    document.addEventListener("reset", afterReset);
    return () => {
      document.removeEventListener("change", follow);
      document.removeEventListener("reset", afterReset);
    };
  });
}

/** Ticks all rows of the list that is shown, or none; there with script alone. */
export function SelectAll({ what, form }: { what: string; form?: string }) {
  const box = useRef<HTMLInputElement>(null);
  const hasScript = useHasScript();
  useBoxChanges(() => {
    if (!box.current) return;
    const boxes = boxesOf(box.current.form);
    const ticked = boxes.filter(({ checked }) => checked).length;
    box.current.checked = ticked > 0 && ticked === boxes.length;
    box.current.indeterminate = ticked > 0 && ticked < boxes.length;
  });
  if (!hasScript) return null;
  return (
    <label className="pick no-print text-sm max-md:-my-2 md:min-h-9">
      <input
        ref={box}
        type="checkbox"
        form={form}
        onChange={({ currentTarget: { form, checked } }) => {
          for (const row of boxesOf(form)) row.checked = checked;
        }}
      />
      Pilih semua {what}
    </label>
  );
}

/** What is done with the ticked rows; it stays at the foot of the screen as long as one is ticked. */
export function SelectionBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);
  useBoxChanges(() => setCount(boxesOf(bar.current?.closest("form")).filter(({ checked }) => checked).length));
  const clear = () => {
    for (const row of boxesOf(bar.current?.closest("form"))) row.checked = false;
    bar.current?.closest("form")?.dispatchEvent(new Event("change", { bubbles: true }));
  };
  return (
    <div ref={bar} className="selection-bar no-print">
      <p className="max-sm:text-sm">
        <b role="status">{count > 0 ? `${count} dipilih` : ""}</b>
        {count > 0 && (
          <button type="button" onClick={clear} className="link min-h-11 px-3 max-sm:px-1.5">
            Batal pilih
          </button>
        )}
      </p>
      {children}
    </div>
  );
}
