"use client";

import { useEffect, useState, useTransition } from "react";
import type { FormState } from "@/lib/web/form";
import { passkeyFailure } from "./passkey-words";

export type Begun<T> = { options: T } | { message: string };

/**
 * Asks the server what is to be signed, the device to sign it, and the server to look at it.
 * @param ask shows the browser's own window
 */
export function usePasskey<T>(
  begin: () => Promise<Begun<T>>,
  ask: (options: T) => Promise<object>,
  finish: (sent: string) => Promise<FormState>,
) {
  const [message, setMessage] = useState<string | null>(null);
  const [isWaiting, start] = useTransition();
  const [isPossible, setPossible] = useState(false);
  useEffect(() => setPossible("PublicKeyCredential" in window), []);
  const run = () =>
    start(async () => {
      setMessage(null);
      const begun = await begin();
      if ("message" in begun) return setMessage(begun.message);
      const sent = await ask(begun.options).catch((error: unknown) => passkeyFailure(error));
      if (typeof sent === "string") return setMessage(sent);
      const state = await finish(JSON.stringify(sent));
      setMessage(state?.message ?? Object.values(state?.errors ?? {})[0] ?? null);
    });
  return { message, isWaiting, isPossible, run };
}
