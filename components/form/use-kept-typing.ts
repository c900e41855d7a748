"use client";

import { type RefObject, useContext, useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/web/form";
import { forget, forgetSent, keep, keyOf, read, restore, setAside, typedIn } from "./kept-typing";
import { WriterContext } from "./writer-context";

/**
 * Keeps what is typed into a form until the server has taken it, puts it back when the form is shown again, and asks
 * before a person leaves it.
 * @returns whether something was put back, how to drop it, and how to say that the server has what was sent another way
 */
export function useKeptTyping(ref: RefObject<HTMLFormElement | null>, state: FormState) {
  const writer = useContext(WriterContext);
  const key = useRef("");
  const isChanged = useRef(false);
  const isSent = useRef(false);
  const [isRestored, setRestored] = useState(false);

  useEffect(() => {
    const form = ref.current;
    if (!form) return;
    forgetSent();
    key.current = keyOf(form, writer);
    const kept = read(key.current);
    if (kept) {
      const hasMore = restore(form, kept);
      isChanged.current = hasMore;
      setRestored(hasMore);
      if (!hasMore) forget(key.current);
    }
    let later: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      clearTimeout(later);
      later = undefined;
      if (isChanged.current) keep(key.current, typedIn(form));
    };
    const change = (event: Event) => {
      if (!event.isTrusted) return;
      isChanged.current = true;
      isSent.current = false;
      later ??= setTimeout(write, 300);
    };
    const send = () => {
      write();
      isSent.current = true;
    };
    const hide = () => {
      if (later) write();
    };
    form.addEventListener("input", change);
    form.addEventListener("change", change);
    form.addEventListener("submit", send);
    window.addEventListener("pagehide", hide);
    return () => {
      if (later) write();
      form.removeEventListener("input", change);
      form.removeEventListener("change", change);
      form.removeEventListener("submit", send);
      window.removeEventListener("pagehide", hide);
      // The answer to what was sent is another page. Where that is no success, it puts this back.
      if (isSent.current) setAside(key.current);
    };
  }, [ref, writer]);

  useEffect(() => {
    if (!isSent.current) return;
    const isRefused = Boolean(state.errors || state.message);
    isSent.current = false;
    if (isRefused) return;
    isChanged.current = false;
    forget(key.current);
  }, [state]);

  useLeaving(() => isChanged.current && !isSent.current);

  const drop = () => {
    isChanged.current = false;
    forget(key.current);
    setRestored(false);
    location.reload();
  };
  const taken = () => {
    isChanged.current = false;
    isSent.current = false;
    forget(key.current);
    setRestored(false);
  };
  return { isRestored, drop, taken };
}

/** Asks before a page with unsaved words is left, by the browser or by a link within the app. */
function useLeaving(hasUnsaved: () => boolean): void {
  const asked = useRef(hasUnsaved);
  asked.current = hasUnsaved;
  useEffect(() => {
    // Asked once: the browser would ask again for a link that loads another page.
    let isLeaving = false;
    const beforeUnload = (event: BeforeUnloadEvent) => {
      if (asked.current() && !isLeaving) event.preventDefault();
    };
    const beforeLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const isElsewhere = link instanceof HTMLAnchorElement && link.target !== "_blank" && !link.hash && !link.download;
      if (!isElsewhere || event.metaKey || event.ctrlKey || !asked.current()) return;
      isLeaving =
        link.dataset.kembali !== undefined ||
        window.confirm("Isian di halaman ini belum disimpan. Tinggalkan halaman ini?");
      if (isLeaving) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", beforeUnload);
    document.addEventListener("click", beforeLink, true);
    return () => {
      window.removeEventListener("beforeunload", beforeUnload);
      document.removeEventListener("click", beforeLink, true);
    };
  }, []);
}
