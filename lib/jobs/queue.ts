import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { JobPayload, OfficeJobKind, OfficePayload, UserJobKind } from "@/lib/jobs/kinds";
import { mostAttempts } from "@/lib/jobs/most-attempts";

export type NewJob<K extends UserJobKind> = {
  kind: K;
  payload: JobPayload<K>;
  actor: Actor;
  subject: string;
};

/** Asks for work after the request, in the transaction of the write that wants it: rolled back, it was never asked. */
export async function enqueue<K extends UserJobKind>(tx: Db, { actor, ...job }: NewJob<K>): Promise<{ id: string }> {
  const { id } = await tx.job.create({
    data: { ...job, organisationId: actor.organisation.id, userId: actor.userId, requester: actor.name },
    select: { id: true },
  });
  await addToQueue(tx, id, job.kind);
  return { id };
}

/** The same for what an office set up once: it runs on nobody's account. */
export async function enqueueForOffice<K extends OfficeJobKind>(
  tx: Db,
  job: { kind: K; payload: OfficePayload<K>; organisationId: string; subject: string },
): Promise<{ id: string }> {
  const { id } = await tx.job.create({ data: { ...job, requester: "Lokmin" }, select: { id: true } });
  await addToQueue(tx, id, job.kind);
  return { id };
}

/** Under the job's id as its key: what waits or was given up is put at the front again, what runs gets a successor. */
export async function addToQueue(tx: Db, id: string, kind: string): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${kind}::text, payload := json_build_object('id', ${id}::text),
      max_attempts := ${mostAttempts(kind)}::int, job_key := ${id}::text)`;
}
