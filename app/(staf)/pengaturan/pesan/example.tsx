"use client";

import { useFieldState } from "@/components/form/form-context";

/** The message as the chosen invitee would read it: of what is saved, or of what was just typed. */
export function Example({ initial }: { initial: string }) {
  const { value } = useFieldState("example", initial);
  if (!value) return null;
  return (
    <section aria-label="Contoh pesan">
      <p className="mb-1 font-semibold">Beginilah pesannya dibaca</p>
      <p className="max-w-prose rounded-md bg-accent-soft px-4 py-3 break-words whitespace-pre-wrap">{value}</p>
    </section>
  );
}
