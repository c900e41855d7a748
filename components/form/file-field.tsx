"use client";

import type { ReactNode } from "react";
import { described, FieldFrame } from "./field";
import { useFieldState } from "./form-context";

type Props = { name: string; label: string; hint?: ReactNode; accept: string; className?: string };

/** A file of one's own. After a refusal it is to be chosen again: browsers give no file back. */
export function FileField({ name, label, hint, accept, className }: Props) {
  const { id, error } = useFieldState(name, null);
  return (
    <FieldFrame {...{ id, label, hint, error, className }}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        className="input file:mr-3 file:min-h-8 file:rounded file:border file:border-edge file:bg-sunken file:px-3 file:text-ink"
        {...described(id, hint, error)}
      />
    </FieldFrame>
  );
}
