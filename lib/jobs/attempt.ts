import type { Actor, Refusal } from "@/lib/actor";

/** What a job's work gets. */
export type Attempt = {
  jobId: string;
  /** Who asked, as of now. */
  actor: Actor;
  /** Aborted when the process stops: end at the next safe point by throwing Interrupted. */
  signal: AbortSignal;
  onProgress: (done: number, total: number) => Promise<void>;
};

/** What came of it, in words. A refusal is final; to be tried again, throw TryLater. */
export type JobOutcome = { ok: true; says: string } | Refusal;

/** Thrown where another attempt may succeed. */
export class TryLater extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = "TryLater";
  }
}

/** Thrown where the process stops: the job is put back as it was. */
export class Interrupted extends Error {}
