import type { Actor, Refusal } from "@/lib/actor";

export type Attempt = {
  jobId: string;
  actor: Actor;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => Promise<void>;
};

/** Work that nobody asked for: it goes on when the one who caused it is gone. */
export type OfficeAttempt = Omit<Attempt, "actor">;

export type JobOutcome = { ok: true; says: string } | Refusal;

export class TryLater extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = "TryLater";
  }
}

export class Interrupted extends Error {}
