"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

type Props = {
  children: ReactNode;
  tone?: "main" | "plain" | "danger";
  name?: string;
  value?: string;
  className?: string;
  label?: string;
  /** A key that leads to it, shown beside its words. */
  shortcut?: string;
};

const tones = { main: "button button-main", plain: "button", danger: "button button-danger" };

/** A button that waits while its form is on the way, so that a second click sends nothing. */
export function SubmitButton({ children, tone = "main", name, value, className = "", label, shortcut }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-label={label}
      className={`${tones[tone]} ${className}`}
      aria-keyshortcuts={shortcut}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {children}
      {shortcut && <kbd>{shortcut}</kbd>}
    </button>
  );
}
