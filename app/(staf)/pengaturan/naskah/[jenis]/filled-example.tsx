"use client";

import { useFieldState } from "@/components/form/form-context";

/** The words as they read on the last paper: of what is saved, or of what was just typed. */
export function FilledExample({ initial }: { initial: string }) {
  const { value } = useFieldState("example", initial);
  return (
    <section aria-label="Contoh naskah">
      <p className="mb-1 font-semibold">Beginilah naskahnya dibaca pada surat terakhir</p>
      <p className="max-w-prose rounded-md bg-accent-soft px-4 py-3 break-words whitespace-pre-wrap">{value}</p>
    </section>
  );
}
