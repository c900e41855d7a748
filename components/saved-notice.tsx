"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Says what was just done and takes the focus, since the button that did it is gone from the page. */
export function SavedNotice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <p
      ref={box}
      role="status"
      tabIndex={-1}
      className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3 outline-none"
    >
      {children}
    </p>
  );
}
