// The way to the server and back: words go out a moment after the last key, others' words come in as they are written.
import { ask, type Reply } from "@/components/device/asking";
import { newId } from "@/components/device/new-id";
import { mostTries } from "@/lib/minutes/lines";
import type { NoteChanges } from "@/lib/minutes/reads";
import type { NoteOperation } from "@/lib/minutes/schema";
import type { SyncResult } from "@/lib/minutes/sync";
import { type Draft, operationsOf, settle } from "./drafts";
import type { Link, NotesStore } from "./notes-store";

const sendAfter = 800;
const retryEvery = 5000;
const mostAtOnce = 30;
/** Letters of a request: a few long lines a time over a slow line. */
const mostLetters = 60_000;
/** A little more than the server lets one wait. */
const longestWait = 30_000;

type Answer = NoteChanges & { as: string; waited: boolean };

/** A write with the number of this try, and of those before it. */
function asTried(operation: NoteOperation, draft: Draft | undefined): NoteOperation {
  const nonces = draft?.nonces ?? [];
  return operation.kind === "write" ? { ...operation, nonce: nonces.at(-1), earlier: nonces.slice(0, -1) } : operation;
}

/** Sends and listens until stopped. @returns how to stop */
export function startExchange(store: NotesStore, beforeOthers: () => void): () => void {
  const { owner } = store;
  const address = `/api/notulen/${owner.meetingId}`;
  const ended = new AbortController();
  let isSending = false;
  let later: ReturnType<typeof setTimeout> | undefined;

  const sendIn = (milliseconds: number) => {
    clearTimeout(later);
    later = setTimeout(() => void send(), milliseconds);
  };

  function nextBatch() {
    const { rows, drafts } = store.read();
    let letters = 0;
    return operationsOf(rows, drafts).filter(({ operation }, index) => {
      letters += JSON.stringify(operation).length;
      return index === 0 || (index < mostAtOnce && letters < mostLetters);
    });
  }

  /** Notes on the disk that these words go out, so that a lost answer is not taken for somebody else's words. */
  async function announce(batch: readonly { draft: Draft }[]): Promise<Map<string, Draft>> {
    const sent = new Map<string, Draft>();
    for (const { draft } of batch) {
      const nonces = [...(draft.nonces ?? []), newId()].slice(-mostTries);
      const marked = { ...draft, attempts: [...draft.attempts, draft.fields].slice(-6), nonces };
      sent.set(draft.id, marked);
      store.put(draft.id, marked);
    }
    await store.keep();
    return sent;
  }

  function take(sent: ReadonlyMap<string, Draft>, results: readonly SyncResult[]) {
    for (const result of results) {
      const made = sent.get(result.id);
      const draft = store.read().drafts.get(result.id);
      if (made && draft) {
        const left = settle(draft, made, result, store.hasFocus(result.id));
        const isOfNoLine = left?.isDeleted && left.state === "refused" && !store.read().rows.has(result.id);
        store.put(result.id, isOfNoLine ? null : left);
      }
      if (result.state !== "refused") store.takeRows([result.note]);
    }
  }

  async function send(): Promise<void> {
    if (isSending || ended.signal.aborted) return;
    isSending = true;
    try {
      for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
        // Who has to sign in finds the way there all the time, not only between two tries.
        if (store.read().link !== "signed-out") store.set({ link: "sending" });
        const sent = await announce(batch);
        const operations = batch.map(({ operation }) => asTried(operation, sent.get(operation.id)));
        const reply = await ask<{ results: SyncResult[] }>(address, { send: { as: owner.userId, operations } });
        if (reply.kind !== "answered") {
          store.set({ link: reply.kind });
          return sendIn(retryEvery);
        }
        take(sent, reply.data.results);
        await store.keep();
        store.set({ link: "connected" });
        if (reply.data.results.length < operations.length) return sendIn(retryEvery);
      }
    } finally {
      isSending = false;
    }
  }

  /** Waits, but no longer than until the network or the person comes back. */
  const pause = (milliseconds: number) =>
    new Promise<void>((done) => {
      const over = () => {
        clearTimeout(clock);
        window.removeEventListener("online", over);
        document.removeEventListener("visibilitychange", over);
        ended.signal.removeEventListener("abort", over);
        done();
      };
      const clock = setTimeout(over, milliseconds);
      window.addEventListener("online", over);
      document.addEventListener("visibilitychange", over);
      ended.signal.addEventListener("abort", over);
    });

  async function hear(reply: Reply<Answer>, askedAs: Link): Promise<void> {
    if (reply.kind !== "answered") {
      store.set({ link: reply.kind });
      return pause(reply.kind === "offline" ? 3000 : retryEvery);
    }
    if (reply.data.as !== owner.userId) {
      store.set({ link: "denied" });
      return pause(retryEvery);
    }
    const { link } = store.read();
    const wasAway = link !== "connected";
    store.takeChanges(reply.data);
    // Asked before the session ended, it says nothing of now.
    if (link === "signed-out" && askedAs !== link) return;
    if (!isSending) store.set({ link: "connected" });
    if (wasAway) void send();
    if (!reply.data.waited) await pause(retryEvery);
  }

  /** One question after the other, each answered when there is something new; none while nobody looks. */
  async function listen(): Promise<void> {
    while (!ended.signal.aborted) {
      if (document.visibilityState === "hidden") {
        await pause(60_000);
        continue;
      }
      const { link, revision } = store.read();
      // After opening or a broken connection the writer reads at once that all is saved.
      const isBack = link !== "connected" && link !== "sending";
      const asked = `${address}?sejak=${revision}${isBack ? "&segera=1" : ""}`;
      await hear(await ask<Answer>(asked, { milliseconds: longestWait, until: ended.signal }), link);
    }
  }

  const leave = () => void store.keep();
  window.addEventListener("pagehide", leave);
  store.listen((soon) => sendIn(soon ? sendAfter : 0), beforeOthers);
  store
    .open()
    .catch(() => store.set({ canKeep: false }))
    .then(() => {
      void listen();
      sendIn(0);
    });
  return () => {
    void send();
    ended.abort();
    clearTimeout(later);
    window.removeEventListener("pagehide", leave);
    void store.leave();
  };
}
