import type { ReactNode } from "react";

/** A table wider than a phone scrolls inside its own box, with the keyboard too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it holds no link that the keyboard could stop at
      tabIndex={0}
      className="relative overflow-x-auto [&_td]:px-1.5 [&_th]:px-1.5 print:overflow-visible print:[&_table]:text-[0.6875rem] print:[&_td]:px-1 print:[&_th]:px-1"
    >
      {children}
    </section>
  );
}
