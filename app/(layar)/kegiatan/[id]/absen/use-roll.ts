"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { RollPerson, RollRow } from "@/lib/attendance/roll";
import type { SyncResult } from "@/lib/attendance/sync";
import {
  dropQueued,
  type Operation,
  putQueued,
  type Queued,
  readQueue,
  readSnapshot,
  targetOf,
  writeSnapshot,
} from "./queue";

/** How the device stands with the server. */
export type Link = "sending" | "connected" | "offline" | "signed-out" | "denied";

type Roll = { people: RollPerson[]; rows: RollRow[] };

const batchSize = 40;
const batchBytes = 400_000;
const retryEvery = 5000;
const refreshEvery = 10_000;

/**
 * The roll of one meeting on this device. Every operation is on the disk before it is shown; sending goes on by
 * itself, in order, and an operation leaves the disk only when the server has answered it.
 */
export function useRoll(meetingId: string, initial: Roll) {
  const [roll, setRoll] = useState<Roll>(initial);
  const [queue, setQueue] = useState<Queued[]>([]);
  const [link, setLink] = useState<Link>("connected");
  const isSending = useRef(false);
  const lastNumber = useRef(0);
  const address = `/api/kehadiran/${meetingId}`;

  const showQueue = useCallback(async () => {
    const kept = await readQueue(meetingId);
    setQueue(kept);
    return kept;
  }, [meetingId]);

  const keepRoll = useCallback(
    (next: Roll) => {
      setRoll(next);
      void writeSnapshot({ meetingId, ...next });
    },
    [meetingId],
  );

  /** The server's roll, unless something of ours is on its way: its answer will be newer. */
  const refresh = useCallback(async () => {
    const answer = await ask(address);
    if (!answer) return setLink("offline");
    if (!answer.ok) return setLink(answer.status === 401 ? "signed-out" : "denied");
    const fresh = (await answer.json()) as Roll;
    if (!isSending.current) keepRoll({ people: fresh.people, rows: fresh.rows });
    setLink("connected");
  }, [address, keepRoll]);

  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (;;) {
        const waiting = nextBatch(await readQueue(meetingId));
        if (waiting.length === 0) break;
        setLink("sending");
        const answer = await ask(
          address,
          waiting.map((queued) => queued.operation),
        );
        if (!answer) return setLink("offline");
        if (!answer.ok) return setLink(answer.status === 401 ? "signed-out" : "denied");
        const { results } = (await answer.json()) as { results: SyncResult[] };
        for (const result of results) await settle(meetingId, result, setRoll);
        await showQueue();
      }
      setLink("connected");
    } finally {
      isSending.current = false;
      await showQueue();
    }
    void refresh();
  }, [address, meetingId, refresh, showQueue]);

  /** Keeps what a person did, shows it, and tries to send. */
  const add = useCallback(
    async (operation: Operation) => {
      lastNumber.current = Math.max(lastNumber.current + 1, Date.now());
      await putQueued({ nonce: operation.nonce, meetingId, number: lastNumber.current, operation, state: "waiting" });
      await showQueue();
      void send();
    },
    [meetingId, send, showQueue],
  );

  /** A conflict or a refusal decided: dropped, or sent again on what the server has now. */
  const decide = useCallback(
    async (queued: Queued, again: boolean) => {
      await dropQueued(queued.nonce);
      if (!again) return void (await showQueue());
      const seen = queued.row?.version ?? null;
      const operation = { ...queued.operation, nonce: crypto.randomUUID() };
      await add("seen" in operation && queued.state === "conflict" ? { ...operation, seen } : operation);
    },
    [add, showQueue],
  );

  useEffect(() => {
    const start = async () => {
      const kept = await showQueue();
      const snapshot = await readSnapshot(meetingId);
      // A page from the device's cache is older than what was seen since.
      if (snapshot && !navigator.onLine) setRoll({ people: snapshot.people, rows: snapshot.rows });
      if (kept.some((queued) => queued.state === "waiting")) await send();
      else await refresh();
    };
    void start();
    const retry = async () => {
      const kept = await readQueue(meetingId);
      if (kept.some((queued) => queued.state === "waiting")) void send();
    };
    const seen = () => document.visibilityState === "visible" && void send();
    const retries = setInterval(() => void retry(), retryEvery);
    const refreshes = setInterval(
      () => document.visibilityState === "visible" && !isSending.current && void refresh(),
      refreshEvery,
    );
    window.addEventListener("online", seen);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(retries);
      clearInterval(refreshes);
      window.removeEventListener("online", seen);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [meetingId, refresh, send, showQueue]);

  return { roll, queue, link, add, decide };
}

/** One request that may find no network; null then. */
async function ask(address: string, operations?: Operation[]): Promise<Response | null> {
  try {
    const sent = operations && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ operations }),
    };
    return await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(20_000), ...sent });
  } catch {
    return null;
  }
}

/** As many waiting operations as fit one request, signatures being the large ones. */
function nextBatch(queue: readonly Queued[]): Queued[] {
  const batch: Queued[] = [];
  let bytes = 0;
  for (const queued of queue) {
    if (queued.state !== "waiting") continue;
    bytes += queued.operation.kind === "sign" ? queued.operation.png.length : 300;
    if (batch.length === batchSize || (batch.length > 0 && bytes > batchBytes)) break;
    batch.push(queued);
  }
  return batch;
}

/** Takes the server's answer to one operation: written, or kept for a person to decide. */
async function settle(
  meetingId: string,
  result: SyncResult,
  setRoll: (change: (roll: Roll) => Roll) => void,
): Promise<void> {
  const queue = await readQueue(meetingId);
  const queued = queue.find((candidate) => candidate.nonce === result.nonce);
  if (!queued) return;
  if (result.state === "refused") {
    await putQueued({ ...queued, state: "refused", reason: result.reason });
    return;
  }
  const target = targetOf(queued.operation);
  const { row } = result;
  setRoll((roll) => ({ ...roll, rows: [...roll.rows.filter((other) => other.id !== target), ...(row ? [row] : [])] }));
  if (result.state === "conflict") {
    await putQueued({ ...queued, state: "conflict", row });
    return;
  }
  await dropQueued(queued.nonce);
  // What this device did next to the same row, it did knowing this.
  for (const later of queue) {
    const { operation } = later;
    if (later.nonce === queued.nonce || later.state !== "waiting" || targetOf(operation) !== target) continue;
    if ("seen" in operation) await putQueued({ ...later, operation: { ...operation, seen: row?.version ?? null } });
  }
}
