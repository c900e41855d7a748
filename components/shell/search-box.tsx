"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { Place } from "./navigation";

const QuickSearch = dynamic(() => import("./quick-search").then((loaded) => loaded.QuickSearch), { ssr: false });

/** Search from anywhere: "/" leads to the box, Ctrl+K and "?" open the quick search over the page. */
export function SearchBox({ places }: { places: readonly Place[] }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen(true);
        return;
      }
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== "/" && event.key !== "?") return;
      event.preventDefault();
      if (event.key === "/") input.current?.focus();
      else setOpen(true);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <form method="get" action="/cari">
        <input
          ref={input}
          type="search"
          name="q"
          aria-label="Cari kegiatan, orang, RTL"
          aria-keyshortcuts="/ Control+K"
          placeholder="Cari (Ctrl K)"
          className="input text-sm"
        />
      </form>
      {isOpen && <QuickSearch places={places} onClose={() => setOpen(false)} />}
    </>
  );
}
