import type { ReactNode } from "react";

/** A table wider than the screen scrolls inside its own box, which says so and keeps the first column; whole on paper. */
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
      className={`scroll-box ${className}`}
    >
      {children}
    </section>
  );
}
