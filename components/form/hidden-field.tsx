"use client";

import { useFieldState } from "./form-context";

/** A value that travels with its form and comes back with it: a version that was read stays the one that was read. */
export function HiddenField({ name, initial }: { name: string; initial: string | number }) {
  const { value } = useFieldState(name, initial);
  return <input type="hidden" name={name} value={value} />;
}
