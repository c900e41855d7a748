"use client";

import { startTransition, useActionState, useState } from "react";
import { Icon } from "@/components/icon";
import type { FormAction, FormState } from "@/lib/web/form";

type Props = {
  link: string;
  message: string;
  whatsapp: string | null;
  handedOut: string | null;
  onHandedOut: FormAction;
};

/**
 * Ways to hand out one personal link. Opening the chat or copying marks the row "dibuka"; without script the
 * address can be selected and the row marked by its own button.
 */
export function LinkTools({ link, message, whatsapp, handedOut, onHandedOut }: Props) {
  const [state, mark] = useActionState<FormState, FormData>(onHandedOut, {});
  const [copied, setCopied] = useState(false);
  const markSoon = () => {
    if (!handedOut) startTransition(() => mark(new FormData()));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(message);
    setCopied(true);
    markSoon();
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {whatsapp && (
          <a href={whatsapp} target="_blank" rel="noreferrer" className="button button-main" onClick={markSoon}>
            <Icon name="phone" />
            WhatsApp
          </a>
        )}
        <button type="button" className="button hidden [@media(scripting:enabled)]:inline-flex" onClick={copy}>
          {copied ? "Tersalin" : "Salin pesan"}
        </button>
        {!handedOut && (
          <form action={mark}>
            <button type="submit" className="button">
              Tandai sudah dihubungi
            </button>
          </form>
        )}
      </div>
      {state.message && <p className="text-sm text-late">{state.message}</p>}
      <p className="text-sm text-muted">
        {handedOut ? `Dibuka ${handedOut} · ` : ""}
        <a href={link} className="link" rel="noreferrer" target="_blank">
          Tautan pribadi
        </a>
        <span className="block break-all [@media(scripting:enabled)]:hidden">{link}</span>
      </p>
    </>
  );
}
