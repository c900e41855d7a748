"use client";

import { type ReactNode, useContext, useEffect, useState } from "react";
import { FormContext } from "@/components/form/form-context";
import { linkHours } from "@/lib/users/rules";

/** The one time a sign-in link is shown: after the form that made it. Before, the form's fields. */
export function LinkGiven({ children }: { children?: ReactNode }) {
  const { state } = useContext(FormContext);
  const [copied, setCopied] = useState(false);
  // A button to copy is of use only where a script answers it.
  const [canCopy, setCanCopy] = useState(false);
  useEffect(() => setCanCopy("clipboard" in navigator), []);
  if (!state.done || !state.link) return children;
  const { href, text } = state.link;
  const copy = async () => {
    await navigator.clipboard.writeText(href);
    setCopied(true);
  };
  return (
    <div className="card flex flex-col gap-3">
      <label className="block">
        <span className="mb-1 block font-semibold">{text}</span>
        <span className="mb-1 block text-sm text-muted">
          Salin sekarang dan kirim langsung kepada orangnya: tautan ini hanya ditampilkan satu kali, dapat dipakai satu
          kali, dan berlaku {linkHours} jam.
        </span>
        <textarea
          readOnly
          rows={2}
          value={href}
          className="input break-all"
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <div className="flex flex-wrap items-center gap-3">
        {canCopy && (
          <button type="button" onClick={copy} className="button button-main">
            Salin tautan
          </button>
        )}
        <a
          href={`https://wa.me/?text=${encodeURIComponent(`Buat kata sandi Lokmin Anda lewat tautan ini, berlaku ${linkHours} jam:\n${href}`)}`}
          target="_blank"
          rel="noreferrer"
          className="button"
        >
          Kirim lewat WhatsApp
        </a>
        <span role="status">{copied && "Tersalin"}</span>
      </div>
    </div>
  );
}
