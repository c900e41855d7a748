import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { jobState } from "@/lib/jobs/rules";

/** The last sending of messages that the actor's office asked for of a meeting, as far as it is; null where none. */
export async function findSending(actor: Actor, meetingId: string) {
  const job = await db.job.findFirst({
    where: {
      organisationId: actor.organisation.id,
      kind: "email.send",
      payload: { path: ["meetingId"], equals: meetingId },
    },
    orderBy: { createdAt: "desc" },
    include: { deliveries: { select: { state: true } } },
  });
  if (!job) return null;
  const { deliveries, requester, subject, createdAt, finishedAt, outcome } = job;
  const count = (...states: string[]) => deliveries.filter(({ state }) => states.includes(state)).length;
  return {
    ...{ requester, subject, createdAt, finishedAt, outcome },
    state: jobState(job),
    total: deliveries.length,
    accepted: count("ACCEPTED"),
    waiting: count("WAITING", "SENDING"),
  };
}

export type Sending = NonNullable<Awaited<ReturnType<typeof findSending>>>;
