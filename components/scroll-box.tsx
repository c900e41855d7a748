import type { ReactNode } from "react";

/** A table wider than a phone scrolls inside its own box; whole on paper. */
export function ScrollBox({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it may hold nothing that the keyboard could stop at
      tabIndex={0}
      className={`relative overflow-x-auto print:overflow-visible ${className}`}
    >
      {children}
    </section>
  );
}
