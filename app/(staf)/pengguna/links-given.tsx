"use client";

import { type ReactNode, useContext, useEffect, useState } from "react";
import { FormContext } from "@/components/form/form-context";
import { PrintButton } from "@/components/print-button";
import { linkHours } from "@/lib/users/rules";

/** The one time many sign-in links are shown: after the form that made them. Before, the form's fields. */
export function LinksGiven({ children }: { children?: ReactNode }) {
  const { state } = useContext(FormContext);
  const [copied, setCopied] = useState(false);
  const [canCopy, setCanCopy] = useState(false);
  useEffect(() => setCanCopy("clipboard" in navigator), []);
  const { links } = state;
  if (!links) return children;
  const copyAll = async () => {
    await navigator.clipboard.writeText(
      links.map(({ text, detail, href }) => `${text}, ${detail}\n${href}`).join("\n\n"),
    );
    setCopied(true);
  };
  return (
    <section aria-labelledby="tautan" className="flex flex-col gap-4">
      <div className="no-print">
        <h2 id="tautan">{links.length} tautan masuk</h2>
        <p className="text-muted">
          Bagikan sekarang, masing-masing langsung kepada orangnya: tautan ini hanya ditampilkan satu kali, dapat
          dipakai satu kali, dan berlaku {linkHours} jam.
        </p>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          {canCopy && (
            <button type="button" onClick={copyAll} className="button">
              Salin semua
            </button>
          )}
          <PrintButton />
          <span role="status">{copied && "Tersalin"}</span>
        </div>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {links.map(({ href, text, detail }) => (
          <li
            key={href}
            className="flex break-inside-avoid flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
          >
            <div className="min-w-0">
              <p className="font-semibold">{text}</p>
              <p className="text-sm text-muted">{detail}</p>
              <p className="text-sm break-all">{href}</p>
              <p className="hidden text-sm print:block">
                Buka tautan ini sekali dalam {linkHours} jam untuk membuat kata sandi.
              </p>
            </div>
            <a
              href={`https://wa.me/?text=${encodeURIComponent(`${text}, buat kata sandi Lokmin Anda lewat tautan ini, berlaku ${linkHours} jam:\n${href}`)}`}
              target="_blank"
              rel="noreferrer"
              aria-label={`Kirim tautan ${text} lewat WhatsApp`}
              className="button no-print"
            >
              WhatsApp
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
