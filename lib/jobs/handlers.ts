import { backupJob } from "@/lib/backups/job";
import { makeCertificates } from "@/lib/certificates/make";
import { deliverEmails } from "@/lib/email/deliver";
import { makeEvidence } from "@/lib/evidence-pack/make";
import { applyImport } from "@/lib/imports/job";
import type { Attempt, JobOutcome, OfficeAttempt } from "@/lib/jobs/attempt";
import {
  isUserKind,
  type JobKind,
  type JobPayload,
  jobPayloads,
  type OfficeJobKind,
  type OfficePayload,
  officePayloads,
  type UserJobKind,
} from "@/lib/jobs/kinds";
import { deliverWebhook } from "@/lib/webhooks/deliver";
import { deliverWhatsapp } from "@/lib/whatsapp/deliver";

type Handler<K extends UserJobKind> = {
  run: (attempt: Attempt, payload: JobPayload<K>) => Promise<JobOutcome>;
  giveUp: (jobId: string, reason: string) => Promise<void>;
};

const handlers: { [K in UserJobKind]: Handler<K> } = {
  "backup.make": backupJob,
  "certificates.make": makeCertificates,
  "email.send": deliverEmails,
  "evidence.make": makeEvidence,
  "import.apply": applyImport,
  "whatsapp.send": deliverWhatsapp,
};

type OfficeHandler<K extends OfficeJobKind> = {
  run: (attempt: OfficeAttempt, payload: OfficePayload<K>) => Promise<JobOutcome>;
  giveUp: (jobId: string, reason: string) => Promise<void>;
};

const officeHandlers: { [K in OfficeJobKind]: OfficeHandler<K> } = {
  "webhook.send": deliverWebhook,
};

/** @throws when the payload is not one of its kind */
export function runHandler<K extends UserJobKind>(kind: K, attempt: Attempt, payload: unknown): Promise<JobOutcome> {
  const handler: Handler<K> = handlers[kind];
  const schema: { parse: (value: unknown) => unknown } = jobPayloads[kind];
  return handler.run(attempt, schema.parse(payload) as JobPayload<K>);
}

/** @throws when the payload is not one of its kind */
export function runOfficeHandler(kind: OfficeJobKind, attempt: OfficeAttempt, payload: unknown): Promise<JobOutcome> {
  return officeHandlers[kind].run(attempt, officePayloads[kind].parse(payload));
}

export function giveUp(kind: JobKind, jobId: string, reason: string): Promise<void> {
  return (isUserKind(kind) ? handlers[kind] : officeHandlers[kind]).giveUp(jobId, reason);
}
