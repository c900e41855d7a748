"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A button that was pressed is gone with the answer: focus goes on in its row, not back to the top of the page. */
export function RollList({ children }: { children: ReactNode }) {
  const sent = useRef<string | null>(null);
  useEffect(() => {
    if (!sent.current || document.activeElement !== document.body) return;
    const row = document.getElementById(sent.current);
    sent.current = null;
    row?.querySelector("summary")?.focus({ preventScroll: true });
  });
  return (
    <ol
      className="border-t border-line"
      onSubmit={({ target }) => {
        sent.current = (target instanceof Element && target.closest("li")?.id) || null;
      }}
    >
      {children}
    </ol>
  );
}
