"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/form/form-context";
import { PrintButton } from "@/components/print-button";

/** The one time the codes are shown: after the form that made them. Before, the form's button. */
export function CodesGiven({ owner, next, children }: { owner: string; next: string; children: ReactNode }) {
  const { state } = useContext(FormContext);
  if (!state.codes) return children;
  return (
    <div className="flex flex-col gap-4">
      <p>
        <span className="no-print">Hanya ditampilkan sekali ini. </span>Setiap kode dapat dipakai satu kali.
        <span className="block text-muted">{owner}</span>
      </p>
      <ol className="grid list-inside list-decimal gap-x-8 gap-y-2 font-mono text-lg sm:grid-cols-2">
        {state.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="no-print flex flex-wrap items-center gap-3">
        <PrintButton />
        <a href={next} className="link inline-flex min-h-11 items-center">
          Sudah saya simpan, lanjutkan
        </a>
      </div>
    </div>
  );
}
