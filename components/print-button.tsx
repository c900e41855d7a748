"use client";

/** Opens the browser's print window; without script the browser's own menu does the same. */
export function PrintButton({ tone = "main" }: { tone?: "main" | "plain" }) {
  return (
    <button
      type="button"
      className={`button hidden [@media(scripting:enabled)]:inline-flex ${tone === "main" ? "button-main" : ""}`}
      onClick={() => window.print()}
    >
      Cetak
    </button>
  );
}
