"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ask, type Reply, unlessOtherPageSends } from "@/components/device/asking";
import { newId } from "@/components/device/new-id";
import type { SyncResult } from "@/lib/attendance/sync";
import {
  addQueued,
  changeQueue,
  isAllKept,
  type Operation,
  type Queued,
  type Roll,
  readQueue,
  readSnapshot,
  targetOf,
  writeSnapshot,
} from "./queue";
import { madeOn, nextBatch, settle } from "./sending";

/** State of the device towards the server. "opening": what it keeps is not read yet. */
export type Link = "opening" | "sending" | "connected" | "offline" | "signed-out" | "denied";

const retryEvery = 5000;
const refreshEvery = 10_000;

/**
 * The roll of one meeting on this device. Every operation is on the disk before it is shown; sending goes on by
 * itself, in order, and an operation leaves the disk only when the server has answered it.
 */
export function useRoll(meetingId: string, initial: Roll) {
  const [roll, setRoll] = useState<Roll>(initial);
  const [queue, setQueue] = useState<Queued[]>([]);
  const [link, setLink] = useState<Link>("opening");
  const [clockDifference, setClockDifference] = useState(0);
  /** Whether the device keeps what is marked; false stays until it does again. */
  const [canKeep, setCanKeep] = useState(true);
  const newest = useRef<Roll>(initial);
  const isSending = useRef(false);
  /** Counts what was sent: a roll asked for before may lack it. */
  const sent = useRef(0);
  const address = `/api/kehadiran/${meetingId}`;

  const showQueue = useCallback(async () => {
    const kept = await readQueue(meetingId);
    setQueue(kept);
    return kept;
  }, [meetingId]);

  const keepRoll = useCallback(
    (next: Roll) => {
      newest.current = next;
      setRoll(next);
      // A roll that is kept shows that the device keeps again what it could not before.
      writeSnapshot({ meetingId, ...next }).then(
        () => setCanKeep(isAllKept(meetingId)),
        () => setCanKeep(false),
      );
    },
    [meetingId],
  );

  const refresh = useCallback(async () => {
    const asked = sent.current;
    const reply = await ask<Roll>(address);
    if (isSending.current || asked !== sent.current) return;
    if (reply.kind === "answered") keepRoll(reply.data);
    setLink(reply.kind === "answered" ? "connected" : reply.kind);
  }, [address, keepRoll]);

  /** Batch after batch until the queue is empty. @returns how the last request went */
  const sendQueue = useCallback(async (): Promise<Reply<unknown>["kind"]> => {
    for (;;) {
      const batch = nextBatch(await readQueue(meetingId));
      if (batch.length === 0) return "answered";
      setLink("sending");
      sent.current += 1;
      const operations = batch.map((queued) => queued.operation);
      const send = { operations, sentAt: new Date().toISOString() };
      const reply = await ask<{ results: SyncResult[]; readAt: string; clockDifference: number }>(address, { send });
      if (reply.kind !== "answered") return reply.kind;
      const { results, readAt } = reply.data;
      setClockDifference(reply.data.clockDifference);
      const rows = await settle(meetingId, batch, results);
      const others = newest.current.rows.filter((row) => !rows.has(row.id));
      const changed = [...rows.values()].filter((row) => row !== null);
      keepRoll({ ...newest.current, rows: [...others, ...changed], readAt });
      await showQueue();
    }
  }, [address, keepRoll, meetingId, showQueue]);

  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    let outcome: Reply<unknown>["kind"] = "answered";
    try {
      await unlessOtherPageSends(`lokmin-kirim-${meetingId}`, async () => {
        outcome = await sendQueue();
      });
    } catch {
      // The device could not note what the server answered: the same nonces go out again, and are written once.
      setCanKeep(false);
      outcome = "offline";
    } finally {
      isSending.current = false;
      await showQueue();
    }
    if (outcome === "answered") await refresh();
    else setLink(outcome);
  }, [meetingId, refresh, sendQueue, showQueue]);

  /** Keeps what a person did, shows it, and tries to send. */
  const add = useCallback(
    async (operation: Operation) => {
      const isKept = await addQueued({ nonce: operation.nonce, meetingId, operation, state: "waiting" });
      setCanKeep(isKept && isAllKept(meetingId));
      await showQueue();
      void send();
    },
    [meetingId, send, showQueue],
  );

  /**
   * Decides what the server did not take: sent again on what the server has now, or dropped together with what this
   * device did to the same row afterwards.
   */
  const decide = useCallback(
    async (decided: readonly Queued[], again: boolean) => {
      const nonces = new Set(decided.map(({ nonce }) => nonce));
      const targets = new Set(decided.map(({ operation }) => targetOf(operation)));
      await changeQueue(meetingId, (queued) => {
        if (!again) return targets.has(targetOf(queued.operation)) ? null : queued;
        return nonces.has(queued.nonce) ? sentAgain(queued) : queued;
      });
      await showQueue();
      void send();
    },
    [meetingId, send, showQueue],
  );

  useEffect(() => {
    const start = async () => {
      const kept = await readSnapshot(meetingId).catch(() => void setCanKeep(false));
      // A page from the device's cache is older than what was seen since.
      if (kept && kept.readAt > newest.current.readAt) keepRoll(kept);
      await showQueue();
      setLink("sending");
      await send();
    };
    // Another page of this device may have added to the queue or sent it.
    const retry = async () => {
      const kept = await showQueue();
      if (kept.some((queued) => queued.state === "waiting")) await send();
    };
    const isVisible = () => document.visibilityState === "visible";
    const look = () => {
      if (isVisible()) void send();
    };
    void start();
    const retries = setInterval(() => void retry(), retryEvery);
    const refreshes = setInterval(() => {
      if (isVisible() && !isSending.current) void refresh();
    }, refreshEvery);
    const leave = (event: BeforeUnloadEvent) => {
      if (!isAllKept(meetingId)) event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    window.addEventListener("online", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(retries);
      clearInterval(refreshes);
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener("online", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [keepRoll, meetingId, refresh, send, showQueue]);

  return { roll, queue, link, canKeep, clockDifference, add, decide };
}

/** A guest sent again after a refusal is another person than the one of the same name on the roll. */
function meantAgain(operation: Operation): Operation {
  return operation.kind === "guest" ? { ...operation, isAnother: true } : operation;
}

/** The server remembers its answer to a conflict under the nonce; what it refused it has forgotten. */
function sentAgain(queued: Queued): Queued {
  if (queued.state === "refused") return { ...queued, state: "waiting", operation: meantAgain(queued.operation) };
  const nonce = newId();
  return madeOn({ ...queued, nonce, state: "waiting", operation: { ...queued.operation, nonce } }, queued.row ?? null);
}
