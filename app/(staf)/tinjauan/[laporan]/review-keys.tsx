"use client";

import { useEffect, useState } from "react";

const kept = "lokmin-pintasan-tinjauan";

const isTypedIn = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");

/** Follows a link, and leads to a field or a button without pressing it: no single key decides anything. */
function act(key: string): boolean {
  const wanted = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key.toUpperCase())}"]`);
  if (!wanted) return false;
  if (wanted instanceof HTMLAnchorElement) wanted.click();
  else wanted.focus();
  return true;
}

/** Single-key shortcuts for working through many reports, shown beside what they do; they can be switched off. */
export function ReviewKeys() {
  const [isOn, setOn] = useState(false);
  useEffect(() => setOn(localStorage.getItem(kept) !== "mati"), []);
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape" && isTypedIn(event.target)) (event.target as HTMLElement).blur();
      if (event.ctrlKey || event.metaKey || event.altKey || isTypedIn(event.target)) return;
      if (/^[a-z]$/i.test(event.key) && act(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
  const toggle = () => {
    localStorage.setItem(kept, isOn ? "mati" : "nyala");
    setOn(!isOn);
  };
  return (
    <section aria-labelledby="pintasan" className="hidden text-sm md:block">
      <h2 id="pintasan" className="mb-1 text-sm">
        Pintasan papan tik
      </h2>
      <ul className="mb-2 flex flex-col gap-1 text-muted">
        {shortcuts.map(([key, words]) => (
          <li key={key}>
            <kbd>{key}</kbd> {words}
          </li>
        ))}
      </ul>
      <button type="button" onClick={toggle} className="button" aria-pressed={isOn}>
        {isOn ? "Matikan pintasan" : "Nyalakan pintasan"}
      </button>
    </section>
  );
}

const shortcuts = [
  ["T", "ke tombol Terima; Enter menekannya"],
  ["C", "menulis catatan atau alasan; Esc keluar dari kotaknya"],
  ["K", "ke tombol Kembalikan; Enter menekannya"],
  ["J", "laporan berikutnya"],
  ["L", "laporan sebelumnya"],
  ["B", "bandingkan dengan revisi sebelumnya"],
] as const;
