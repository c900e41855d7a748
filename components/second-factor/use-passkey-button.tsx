"use client";

import type { RequestOptions } from "@/lib/second-factor/passkeys";
import type { FormState } from "@/lib/web/form";
import { PasskeyMessage } from "./passkey-message";
import { type Begun, usePasskey } from "./use-passkey";

type Props = {
  begin: () => Promise<Begun<RequestOptions>>;
  finish: (sent: string) => Promise<FormState>;
  words: string;
  tone?: "main" | "plain";
};

async function ask(optionsJSON: RequestOptions) {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return startAuthentication({ optionsJSON });
}

/** Shown where the browser has passkeys; without script there is none. */
export function PasskeyButton({ begin, finish, words, tone = "plain" }: Props) {
  const { message, isWaiting, isPossible, run } = usePasskey(begin, ask, finish);
  if (!isPossible) return null;
  return (
    <div className="flex flex-col gap-3">
      <PasskeyMessage text={message} />
      <button
        type="button"
        className={tone === "main" ? "button button-main" : "button"}
        aria-disabled={isWaiting}
        onClick={() => !isWaiting && run()}
      >
        {words}
      </button>
    </div>
  );
}
