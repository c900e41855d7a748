"use client";

import { useEffect } from "react";
import type { NotesStore } from "./notes-store";
import { countUnsent } from "./words";

/** Asks before a person leaves the page with words that only this device has. */
export function useWarning(store: NotesStore): void {
  useEffect(() => {
    const unsent = () => countUnsent(store.read().drafts);
    const beforeUnload = (event: BeforeUnloadEvent) => {
      if (unsent() > 0) event.preventDefault();
    };
    // Links within the app leave no document. Words that are just going out need no question.
    const beforeLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const { link: way } = store.read();
      const isGoing = way === "connected" || way === "sending";
      if (!link || link.getAttribute("target") === "_blank" || isGoing || unsent() === 0) return;
      const stays = !window.confirm(
        `${unsent()} baris belum terkirim. Tulisan itu tersimpan di perangkat ini dan dikirim ketika notulen dibuka lagi di sini. Tinggalkan halaman ini?`,
      );
      if (!stays) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", beforeUnload);
    document.addEventListener("click", beforeLink, true);
    return () => {
      window.removeEventListener("beforeunload", beforeUnload);
      document.removeEventListener("click", beforeLink, true);
    };
  }, [store]);
}
