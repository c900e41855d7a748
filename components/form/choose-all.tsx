"use client";

import { type RefObject, useEffect, useState } from "react";

/** How many boxes inside are ticked, and all or none of them at once. Shown where there is a script. */
export function ChooseAll({ list, noun }: { list: RefObject<HTMLElement | null>; noun: string }) {
  const [counts, setCounts] = useState<{ of: number; chosen: number } | null>(null);
  useEffect(() => {
    const around = list.current;
    const count = () => {
      const all = boxesIn(around);
      setCounts({ of: all.length, chosen: all.filter(({ checked }) => checked).length });
    };
    count();
    around?.addEventListener("change", count);
    return () => around?.removeEventListener("change", count);
  }, [list]);
  if (!counts || counts.of === 0) return null;
  const isAll = counts.chosen === counts.of;
  const toggle = () => {
    for (const box of boxesIn(list.current)) if (box.checked === isAll) box.click();
  };
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4 text-sm">
      <span role="status">
        {counts.chosen} dari {counts.of} {noun} dipilih
      </span>
      <button type="button" onClick={toggle} className="link min-h-11">
        {isAll ? "Kosongkan pilihan" : "Pilih semua"}
      </button>
    </p>
  );
}

function boxesIn(around: HTMLElement | null): HTMLInputElement[] {
  return [...(around?.querySelectorAll<HTMLInputElement>("input[type=checkbox]:not(:disabled)") ?? [])];
}
