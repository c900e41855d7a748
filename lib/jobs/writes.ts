import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { addToQueue } from "@/lib/jobs/queue";
import { canSeeJobs } from "@/lib/jobs/rules";
import { transact } from "@/lib/transact";

/** Runs a job again that was given up, or at once one that waits for its next attempt. */
export async function runJobAgain(actor: Actor, id: string): Promise<Outcome> {
  if (!canSeeJobs(actor) || !isId(id)) throw new NotAllowed(actor, `run job ${id} again`);
  return transact<Outcome>(async (tx) => {
    const own = { id, organisationId: actor.organisation.id };
    await tx.$queryRaw`SELECT 1 FROM "Job" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const job = await tx.job.findFirst({ where: own, select: { kind: true, finishedAt: true, startedAt: true } });
    if (!job) throw new NotAllowed(actor, `run job ${id} again`);
    if (job.finishedAt) return refuse("Pekerjaan ini sudah selesai");
    if (job.startedAt) return refuse("Pekerjaan ini sedang berjalan");
    await tx.job.update({ where: { id }, data: { failedAt: null, attempts: 0, outcome: null } });
    await addToQueue(tx, id, job.kind);
    return { ok: true };
  });
}
