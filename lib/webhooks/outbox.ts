import type { Db } from "@/lib/db";
import { enqueueForOffice } from "@/lib/jobs/queue";
import { messageBody } from "@/lib/webhooks/message";
import { topicOf } from "@/lib/webhooks/topics";

type Told = {
  id: bigint;
  at: Date;
  action: string;
  subjectType: string;
  subjectId: string;
  organisationId: string;
  meetingId: string | null;
};

type Listening = { id: string; organisationId: string; url: string };

/** Puts an event into the queue for every endpoint whose office sees its meeting, in the event's own transaction. */
export async function queueWebhooks(tx: Db, event: Told): Promise<void> {
  const topic = topicOf(event.action);
  if (!topic || !event.meetingId) return;
  const endpoints = await tx.$queryRaw<Listening[]>`
    SELECT w.id, w."organisationId", w.url FROM "WebhookEndpoint" w
    WHERE w."isActive" AND ${topic} = ANY(w.topics) AND w."organisationId" IN (
      SELECT unnest(o."pathIds") FROM "MeetingOrganiser" g JOIN "Organisation" o ON o.id = g."puskesmasId"
      WHERE g."meetingId" = ${event.meetingId}::uuid AND g."agreedAt" IS NOT NULL)
    ORDER BY w.id`;
  for (const endpoint of endpoints) {
    const body = messageBody(topic, event.at, {
      meetingId: event.meetingId,
      organisationId: event.organisationId,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
    });
    await queueDelivery(tx, endpoint, { eventId: event.id, topic, body });
  }
}

export async function queueDelivery(
  tx: Db,
  endpoint: Listening,
  data: { eventId: bigint | null; topic: string; body: string },
): Promise<string> {
  const delivery = await tx.webhookDelivery.create({
    data: { ...data, endpointId: endpoint.id },
    select: { id: true },
  });
  const job = await enqueueForOffice(tx, {
    kind: "webhook.send",
    payload: { deliveryId: delivery.id },
    organisationId: endpoint.organisationId,
    subject: new URL(endpoint.url).host,
  });
  await tx.webhookDelivery.update({ where: { id: delivery.id }, data: { jobId: job.id } });
  return delivery.id;
}
