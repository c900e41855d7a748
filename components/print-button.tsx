"use client";

/** Opens the browser's print window; without script the browser's own menu does the same. */
export function PrintButton() {
  return (
    <button
      type="button"
      className="button button-main hidden [@media(scripting:enabled)]:inline-flex"
      onClick={() => window.print()}
    >
      Cetak
    </button>
  );
}
