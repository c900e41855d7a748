import { type Actor, findActor } from "@/lib/actor";
import { inScopeOf } from "@/lib/database-scope";
import { db } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { Interrupted, type JobOutcome, TryLater } from "@/lib/jobs/attempt";
import { giveUp, runHandler, runOfficeHandler } from "@/lib/jobs/handlers";
import { isJobKind, isOfficeKind, type JobKind } from "@/lib/jobs/kinds";
import { addToQueue } from "@/lib/jobs/queue";
import { log } from "@/lib/log";
import { transact } from "@/lib/transact";
import type { Job } from "@/prisma/generated/client";

export type Turn = {
  attempt: number;
  isLast: boolean;
  signal: AbortSignal;
};

/** @throws where the queue should try again */
export async function runJob(id: string, turn: Turn): Promise<void> {
  const { count } = await db.job.updateMany({
    where: { id, finishedAt: null, failedAt: null },
    data: { startedAt: new Date(), attempts: turn.attempt },
  });
  const job = count > 0 ? await db.job.findUnique({ where: { id } }) : null;
  if (!job || !isJobKind(job.kind)) return;
  try {
    const outcome = await work(job, job.kind, turn);
    if (outcome.ok)
      await db.job.update({ where: { id }, data: { finishedAt: new Date(), startedAt: null, outcome: outcome.says } });
    else await fail(job, job.kind, outcome.reason);
  } catch (error) {
    if (error instanceof Interrupted) return putBack(job);
    const reason = error instanceof TryLater ? error.reason : unexpected;
    if (!(error instanceof TryLater)) log.error({ job: id, kind: job.kind, err: error }, "pekerjaan gagal");
    if (turn.isLast) return fail(job, job.kind, reason);
    await db.job.update({ where: { id }, data: { startedAt: null, outcome: reason } });
    throw error;
  }
}

const unexpected = "Terjadi gangguan di Lokmin; rinciannya ada di catatan server.";

async function work(job: Job, kind: JobKind, { signal }: Turn): Promise<JobOutcome> {
  const onProgress = async (done: number, total: number) => {
    await db.job.update({ where: { id: job.id }, data: { done, total } });
  };
  const attempt = { jobId: job.id, signal, onProgress };
  if (isOfficeKind(kind)) return runOfficeHandler(kind, attempt, job.payload);
  const actor = await requesterOf(job);
  if (!actor) return { ok: false, reason: "Akun yang memintanya sudah dinonaktifkan." };
  return inScopeOf(actor, () => runHandler(kind, { ...attempt, actor }, job.payload));
}

async function requesterOf({ userId, organisationId }: Job): Promise<Actor | null> {
  const actor = userId ? await findActor(userId) : null;
  return actor?.organisation.id === organisationId ? actor : null;
}

async function fail({ id, organisationId, userId, subject }: Job, kind: JobKind, reason: string): Promise<void> {
  await giveUp(kind, id, reason);
  await transact(async (tx) => {
    await tx.job.update({ where: { id }, data: { failedAt: new Date(), startedAt: null, outcome: reason } });
    if (!organisationId) return;
    const data = { kind, subject, reason, requesterId: userId };
    await recordEvent(tx, lokmin, { action: "job.failed", subjectId: id, organisationId, data });
  });
}

const lokmin = { actor: "Lokmin", onBehalfOf: null };

async function putBack({ id, kind }: Job): Promise<void> {
  await transact(async (tx) => {
    await tx.job.update({ where: { id }, data: { startedAt: null, attempts: 0 } });
    await addToQueue(tx, id, kind);
  });
}
