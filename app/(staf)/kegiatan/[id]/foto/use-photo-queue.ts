"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

export type SentPhoto = "saved" | { isSignedOut: true } | { reason: string };

export type SendOne = (form: FormData) => Promise<SentPhoto>;

export type Queued = {
  key: number;
  file: File;
  fields: Record<string, string>;
  /** lost: by the network, or since the session is over; it can be sent again. */
  state: "waiting" | "sending" | "saved" | "lost" | "refused";
  /** Why it was refused. */
  reason: string;
};

/** Sends photos one after the other; one that was lost stays until it is sent again, and the others go on. */
export function usePhotoQueue(
  sendOne: SendOne,
  { limit, whenAllSaved }: { limit: { bytes: number; sentence: string }; whenAllSaved: () => void },
) {
  const [queue, setQueue] = useState<readonly Queued[]>([]);
  const all = useRef<readonly Queued[]>([]);
  const isSending = useRef(false);
  const router = useRouter();
  const isUnsent = queue.some(({ state }) => state !== "saved" && state !== "refused");
  useEffect(() => {
    if (!isUnsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsent]);

  function change(next: readonly Queued[]) {
    all.current = next;
    setQueue(next);
  }

  function mark(key: number, state: Queued["state"], reason = "") {
    change(all.current.map((one) => (one.key === key ? { ...one, state, reason } : one)));
  }

  async function work() {
    if (isSending.current) return;
    isSending.current = true;
    for (;;) {
      const next = all.current.find(({ state }) => state === "waiting");
      if (!next) break;
      mark(next.key, "sending");
      const form = new FormData();
      for (const [name, value] of Object.entries(next.fields)) form.append(name, value);
      form.append("file", next.file, next.file.name);
      try {
        const sent = await sendOne(form);
        if (sent === "saved") mark(next.key, "saved");
        else if ("reason" in sent) mark(next.key, "refused", sent.reason);
        else mark(next.key, "lost");
      } catch {
        mark(next.key, "lost");
      }
    }
    isSending.current = false;
    // A page read anew would lead to the sign-in while there is something to send again.
    if (all.current.some(({ state }) => state === "lost")) return;
    whenAllSaved();
    router.refresh();
  }

  function add(files: readonly File[], fields: Record<string, string>) {
    const from = all.current.length;
    const open = all.current.filter(({ state }) => state !== "saved");
    const isIdle = open.every(({ state }) => state === "refused");
    // What a finished round said is gone once the next one begins.
    const before = isIdle ? [] : all.current;
    change([
      ...before,
      ...files.map((file, index): Queued => {
        const isTooBig = file.size > limit.bytes;
        const state = isTooBig ? "refused" : "waiting";
        return { key: from + index, file, fields, state, reason: isTooBig ? limit.sentence : "" };
      }),
    ]);
    void work();
  }

  function sendAgain() {
    change(all.current.map((one) => (one.state === "lost" ? { ...one, state: "waiting" } : one)));
    void work();
  }

  return { queue, add, sendAgain };
}
