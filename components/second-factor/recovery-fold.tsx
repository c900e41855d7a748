"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/form/form-context";

/** What is asked of who has no phone at hand: open where the form came back, since its words are in it. */
export function RecoveryFold({ children }: { children: ReactNode }) {
  const { state } = useContext(FormContext);
  return (
    <details open={state.errors !== undefined || state.message !== undefined}>
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">
        HP hilang atau tidak di tangan?
      </summary>
      <div className="mt-3 flex flex-col items-start gap-5">{children}</div>
    </details>
  );
}
