"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useHasScript } from "@/components/form/use-has-script";

const boxesOf = (form: HTMLFormElement | null | undefined) => [
  ...(form?.querySelectorAll<HTMLInputElement>("input[type=checkbox][data-row]") ?? []),
];

/** Ticks all rows of the list that is shown, or none; there with script alone. */
export function SelectAll({ what }: { what: string }) {
  const box = useRef<HTMLInputElement>(null);
  const hasScript = useHasScript();
  useEffect(() => {
    const form = box.current?.form;
    const follow = () => {
      const boxes = boxesOf(form);
      const ticked = boxes.filter(({ checked }) => checked).length;
      if (!box.current) return;
      box.current.checked = ticked > 0 && ticked === boxes.length;
      box.current.indeterminate = ticked > 0 && ticked < boxes.length;
    };
    form?.addEventListener("change", follow);
    return () => form?.removeEventListener("change", follow);
  });
  if (!hasScript) return null;
  return (
    <label className="pick no-print text-sm md:min-h-9">
      <input
        ref={box}
        type="checkbox"
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
  useEffect(() => {
    const form = bar.current?.closest("form");
    const follow = () => setCount(boxesOf(form).filter(({ checked }) => checked).length);
    follow();
    form?.addEventListener("change", follow);
    return () => form?.removeEventListener("change", follow);
  }, []);
  const clear = () => {
    for (const row of boxesOf(bar.current?.closest("form"))) row.checked = false;
    bar.current?.closest("form")?.dispatchEvent(new Event("change", { bubbles: true }));
  };
  return (
    <div ref={bar} className="selection-bar no-print">
      <p className="max-sm:w-full">
        <b role="status">{count > 0 ? `${count} dipilih` : ""}</b>
        {count > 0 && (
          <button type="button" onClick={clear} className="link min-h-11 px-3">
            Batal pilih
          </button>
        )}
      </p>
      {children}
    </div>
  );
}
