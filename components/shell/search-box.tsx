"use client";

import { useEffect, useRef } from "react";

/** Search over meetings, people and action items; "/" leads here from anywhere on the page. */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <form method="get" action="/cari">
      <input
        ref={input}
        type="search"
        name="q"
        aria-label="Cari kegiatan, mitra, RTL"
        aria-keyshortcuts="/"
        placeholder="Cari ( / )"
        className="input text-sm"
      />
    </form>
  );
}
