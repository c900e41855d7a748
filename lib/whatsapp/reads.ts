import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { Sending } from "@/lib/email/reads";
import { jobState } from "@/lib/jobs/rules";

/** The last sending by the official API that the actor's office asked for of a meeting; null where none. */
export async function findWhatsappSending(actor: Actor, meetingId: string): Promise<Sending | null> {
  const job = await db.job.findFirst({
    where: {
      organisationId: actor.organisation.id,
      kind: "whatsapp.send",
      payload: { path: ["meetingId"], equals: meetingId },
    },
    orderBy: { createdAt: "desc" },
    include: { whatsappDeliveries: { select: { state: true } } },
  });
  if (!job) return null;
  const { whatsappDeliveries: deliveries, requester, subject, createdAt, finishedAt, outcome } = job;
  const count = (...states: string[]) => deliveries.filter(({ state }) => states.includes(state)).length;
  return {
    ...{ requester, subject, createdAt, finishedAt, outcome },
    state: jobState(job),
    total: deliveries.length,
    accepted: count("ACCEPTED", "DELIVERED", "READ"),
    waiting: count("WAITING", "SENDING"),
  };
}
