import { deliverEmails } from "@/lib/email/deliver";
import { makeEvidence } from "@/lib/evidence-pack/make";
import { applyImport } from "@/lib/imports/job";
import type { Attempt, JobOutcome } from "@/lib/jobs/attempt";
import { type JobKind, type JobPayload, jobPayloads } from "@/lib/jobs/kinds";

type Handler<K extends JobKind> = {
  run: (attempt: Attempt, payload: JobPayload<K>) => Promise<JobOutcome>;
  giveUp: (jobId: string, reason: string) => Promise<void>;
};

const handlers: { [K in JobKind]: Handler<K> } = {
  "email.send": deliverEmails,
  "evidence.make": makeEvidence,
  "import.apply": applyImport,
};

/** @throws when the payload is not one of its kind */
export function runHandler<K extends JobKind>(kind: K, attempt: Attempt, payload: unknown): Promise<JobOutcome> {
  const handler: Handler<K> = handlers[kind];
  const schema: { parse: (value: unknown) => unknown } = jobPayloads[kind];
  return handler.run(attempt, schema.parse(payload) as JobPayload<K>);
}

export function giveUp(kind: JobKind, jobId: string, reason: string): Promise<void> {
  return handlers[kind].giveUp(jobId, reason);
}
