// How a screen that keeps what is done on it reaches the server.

/** "offline" also means a server that is not well and for anything that answers in its place. */
export type Reply<T> = { kind: "answered"; data: T } | { kind: "offline" | "signed-out" | "denied" };

type Asking = {
  /** Sent as JSON by POST; left out: GET. */
  send?: object;
  milliseconds?: number;
  /** Gives the request up early. */
  until?: AbortSignal;
};

/** One request that may find no network, lose its answer half way or meet a hotel's sign-in page. */
export async function ask<T>(address: string, { send, milliseconds = 20_000, until }: Asking = {}): Promise<Reply<T>> {
  const late = new AbortController();
  const giveUp = () => late.abort();
  const clock = setTimeout(giveUp, milliseconds);
  until?.addEventListener("abort", giveUp);
  const post = send && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(send),
  };
  try {
    const answer = await fetch(address, { cache: "no-store", signal: late.signal, ...post });
    if (answer.status === 401) return { kind: "signed-out" };
    if (answer.status >= 500 || !answer.headers.get("content-type")?.includes("json")) return { kind: "offline" };
    if (!answer.ok) return { kind: "denied" };
    return { kind: "answered", data: (await answer.json()) as T };
  } catch {
    return { kind: "offline" };
  } finally {
    clearTimeout(clock);
    until?.removeEventListener("abort", giveUp);
  }
}

/** Two pages of one device have one queue: while one of them sends, the other leaves it alone. */
export async function unlessOtherPageSends(queue: string, send: () => Promise<void>): Promise<void> {
  // Kept back by browsers where the page came without https; what the server knows of a queue then does alone.
  if (!("locks" in navigator)) return send();
  await navigator.locks.request(queue, { ifAvailable: true }, async (lock) => {
    if (lock) await send();
  });
}
