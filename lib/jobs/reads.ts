import { type Actor, NotAllowed } from "@/lib/actor";
import { acrossOffices } from "@/lib/database-scope";
import { db } from "@/lib/db";
import { canSeeJobs, jobState } from "@/lib/jobs/rules";
import type { Prisma } from "@/prisma/generated/client";

export const jobsPerPage = 30;

const shown = {
  id: true,
  kind: true,
  requester: true,
  subject: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  failedAt: true,
  attempts: true,
  done: true,
  total: true,
  outcome: true,
} satisfies Prisma.JobSelect;

export async function listJobs(actor: Actor, page: number) {
  if (!canSeeJobs(actor)) throw new NotAllowed(actor, "see the office's jobs");
  const rows = await db.job.findMany({
    where: { organisationId: actor.organisation.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * jobsPerPage,
    take: jobsPerPage + 1,
    select: shown,
  });
  return {
    jobs: rows.slice(0, jobsPerPage).map((job) => ({ ...job, state: jobState(job) })),
    hasMore: rows.length > jobsPerPage,
  };
}

export type ListedJob = Awaited<ReturnType<typeof listJobs>>["jobs"][number];

export async function findHousekeeping(actor: Actor) {
  if (!canSeeJobs(actor)) throw new NotAllowed(actor, "see the office's jobs");
  return acrossOffices(() =>
    db.job.findFirst({
      where: { organisationId: null, kind: "housekeeping" },
      orderBy: { createdAt: "desc" },
      // What it deleted is of all offices.
      select: { finishedAt: true },
    }),
  );
}
