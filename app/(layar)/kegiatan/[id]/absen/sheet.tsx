"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "@/components/icon";

/** A panel over the screen: the browser's own dialog. */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={title}
      className="m-auto mb-0 max-h-[92dvh] w-full max-w-2xl overflow-y-auto rounded-t-lg border border-line bg-surface p-4 text-ink backdrop:bg-ink/40 sm:mb-auto sm:rounded-lg"
    >
      <div className="mb-3 flex items-start justify-between gap-3">
        <h2>{title}</h2>
        <button type="button" className="button px-3" onClick={onClose} aria-label="Tutup">
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

type TextInput = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "time";
  error?: string | undefined;
  autoFocus?: boolean;
};

/** A labelled line of text inside a panel. */
export function SheetField({ label, value, onChange, type = "text", error, autoFocus }: TextInput) {
  return (
    <label className="block font-semibold">
      {label}
      {error && <span className="block text-late">{error}</span>}
      <input
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        data-autofocus={autoFocus}
        aria-invalid={error ? true : undefined}
        className="input mt-1 font-normal"
      />
    </label>
  );
}
