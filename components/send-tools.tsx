"use client";

import { startTransition, useActionState, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Icon } from "@/components/icon";
import type { FormAction, FormState } from "@/lib/web/form";

type Props = {
  whatsapp: string | null;
  /** The text, where no WhatsApp address carries it already. */
  message: string | null;
  isNext: boolean;
  isDone: boolean;
  onOpened: FormAction;
};

/**
 * Ways to pass one message on. Each marks the row; without script the chat opens all the same and the row is
 * marked by its own button.
 */
export function SendTools({ whatsapp, message, isNext, isDone, onOpened }: Props) {
  const [state, mark] = useActionState<FormState, FormData>(onOpened, {});
  const [copied, setCopied] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  const wasNext = useRef(false);
  useEffect(() => {
    if (isNext && !wasNext.current)
      tools.current?.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
    wasNext.current = isNext;
  }, [isNext]);
  const text = message ?? (whatsapp && new URL(whatsapp).searchParams.get("text")) ?? "";
  const markSoon = () => startTransition(() => mark(new FormData()));
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    markSoon();
  };
  const share = () =>
    navigator.share({ text }).then(markSoon, () => {
      // Closed without choosing: nothing was passed on.
    });
  const can = useSyncExternalStore(noChanges, abilities, () => "");
  return (
    <>
      <div ref={tools} className="flex flex-wrap gap-2">
        {whatsapp && (
          <a
            href={whatsapp}
            target="_blank"
            rel="noreferrer"
            className={`button ${isNext ? "button-main" : ""}`}
            onClick={markSoon}
          >
            <Icon name="phone" />
            {isDone ? "Buka lagi" : "WhatsApp"}
          </a>
        )}
        {can.includes("copy") && (
          <button type="button" className="button" onClick={copy}>
            {copied ? "Tersalin" : "Salin"}
          </button>
        )}
        {can.includes("share") && (
          <button type="button" className="button" onClick={share}>
            Bagikan
          </button>
        )}
        {!isDone && (
          <form action={mark}>
            <button type="submit" className="button">
              Tandai terkirim
            </button>
          </form>
        )}
      </div>
      {state.message && (
        <p role="alert" className="mt-1 text-sm text-late">
          {state.message}
        </p>
      )}
    </>
  );
}

function noChanges() {
  return () => {};
}

/** What this browser can do; copying needs https, sharing mostly a phone. */
function abilities(): string {
  return [
    "clipboard" in navigator && navigator.clipboard ? "copy" : "",
    typeof navigator.share === "function" ? "share" : "",
  ].join(" ");
}
