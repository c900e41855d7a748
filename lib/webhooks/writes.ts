import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { addToQueue } from "@/lib/jobs/queue";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { sealToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import { messageBody, newWebhookSecret } from "@/lib/webhooks/message";
import { queueDelivery } from "@/lib/webhooks/outbox";
import { canKeepWebhooks, mostEndpoints } from "@/lib/webhooks/rules";
import type { NewWebhook, WebhookEdit } from "@/lib/webhooks/schema";
import { testTopic } from "@/lib/webhooks/topics";
import type { WebhookEndpoint } from "@/prisma/generated/client";

type WithSecret = Outcome<{ id: string; secret: string }>;

type Confirmed = Actor & { sessionId: string };

/** It goes on sending without the session that adds it. @returns the secret, for the only time */
export async function addWebhook(actor: Confirmed, { id, url, topics }: NewWebhook): Promise<WithSecret> {
  if (!canKeepWebhooks(actor)) throw new NotAllowed(actor, "add a webhook");
  const organisationId = actor.organisation.id;
  const secret = newWebhookSecret();
  return transact<WithSecret>(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
      if ((await tx.webhookEndpoint.count({ where: { organisationId } })) >= mostEndpoints)
        return refuse(`Paling banyak ${mostEndpoints} webhook: hapus dulu yang tidak dipakai`);
      const refusal = await requireConfirmed(tx, actor);
      if (refusal) return refusal;
      await tx.webhookEndpoint.create({ data: { id, organisationId, url, topics, secretSealed: sealToken(secret) } });
      await tell(tx, actor, id, { action: "webhook.added", data: { url, topics } });
      return { ok: true, id, secret };
    },
    {
      onDuplicate: () =>
        refuse("Webhook ini sudah dibuat dan kuncinya hanya ditampilkan sekali. Buka webhooknya, lalu ganti kuncinya."),
    },
  );
}

export async function editWebhook(
  actor: Confirmed,
  id: string,
  { version, url, topics }: WebhookEdit,
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const before = await lockWebhook(tx, actor, id, "edit");
    if (before.version !== version)
      return refuse("Webhook ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi.");
    const refusal = before.url === url ? null : await requireConfirmed(tx, actor);
    if (refusal) return refusal;
    await tx.webhookEndpoint.update({ where: { id }, data: { url, topics, version: { increment: 1 } } });
    const { url: oldUrl, topics: oldTopics } = before;
    await tell(tx, actor, id, {
      action: "webhook.edited",
      data: { before: { url: oldUrl, topics: oldTopics }, after: { url, topics } },
    });
    return { ok: true };
  });
}

export async function switchWebhook(actor: Actor, id: string, isActive: boolean): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const before = await lockWebhook(tx, actor, id, "switch");
    if (before.isActive === isActive) return { ok: true };
    await tx.webhookEndpoint.update({ where: { id }, data: { isActive, version: { increment: 1 } } });
    await tell(tx, actor, id, { action: "webhook.switched", data: { url: before.url, isActive } });
    return { ok: true };
  });
}

export async function renewWebhookSecret(actor: Actor, id: string): Promise<WithSecret> {
  const secret = newWebhookSecret();
  return transact<WithSecret>(async (tx) => {
    const { url } = await lockWebhook(tx, actor, id, "renew the secret of");
    await tx.webhookEndpoint.update({ where: { id }, data: { secretSealed: sealToken(secret) } });
    await tell(tx, actor, id, { action: "webhook.secret-renewed", data: { url } });
    return { ok: true, id, secret };
  });
}

export async function deleteWebhook(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const { url } = await lockWebhook(tx, actor, id, "delete");
    await tx.webhookEndpoint.delete({ where: { id } });
    await tell(tx, actor, id, { action: "webhook.deleted", data: { url } });
    return { ok: true };
  });
}

export async function testWebhook(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const endpoint = await lockWebhook(tx, actor, id, "test");
    if (!endpoint.isActive) return refuse("Nyalakan dulu webhook ini");
    const waiting = { endpointId: id, topic: testTopic, deliveredAt: null, failedAt: null };
    if (await tx.webhookDelivery.findFirst({ where: waiting, select: { id: true } }))
      return refuse("Pesan uji yang terakhir masih menunggu dikirim. Lihat hasilnya di daftar di bawah ini.");
    const body = messageBody(testTopic, new Date(), { organisationId: actor.organisation.id });
    await queueDelivery(tx, endpoint, { eventId: null, topic: testTopic, body });
    await tell(tx, actor, id, { action: "webhook.tested", data: { url: endpoint.url } });
    return { ok: true };
  });
}

/** At once, with a fresh count of attempts; the message keeps its id. */
export async function retryDelivery(actor: Actor, id: string): Promise<Outcome> {
  if (!isId(id)) throw new NotAllowed(actor, "retry a delivery");
  return transact<Outcome>(async (tx) => {
    const delivery = await tx.webhookDelivery.findUnique({ where: { id } });
    if (!delivery) throw new NotAllowed(actor, `retry delivery ${id}`);
    const endpoint = await lockWebhook(tx, actor, delivery.endpointId, "retry a delivery of");
    if (!endpoint.isActive) return refuse("Nyalakan dulu webhook ini");
    if (delivery.deliveredAt) return refuse("Pesan ini sudah diterima server tujuan");
    const job = delivery.jobId ? await tx.job.findUnique({ where: { id: delivery.jobId } }) : null;
    if (!job) return refuse("Pesan ini sudah terlalu lama untuk dikirim lagi");
    if (job.startedAt) return refuse("Pesan ini sedang dikirim");
    await tx.webhookDelivery.update({ where: { id }, data: { failedAt: null } });
    await tx.job.update({ where: { id: job.id }, data: { failedAt: null, attempts: 0, outcome: null } });
    await addToQueue(tx, job.id, job.kind);
    await tell(tx, actor, endpoint.id, { action: "webhook.retried", data: { url: endpoint.url } });
    return { ok: true };
  });
}

async function lockWebhook(tx: Db, actor: Actor, id: string, what: string): Promise<WebhookEndpoint> {
  if (!canKeepWebhooks(actor) || !isId(id)) throw new NotAllowed(actor, `${what} a webhook`);
  await tx.$queryRaw`SELECT 1 FROM "WebhookEndpoint" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.webhookEndpoint.findFirst({ where: { id, organisationId: actor.organisation.id } });
  if (!found) throw new NotAllowed(actor, `${what} webhook ${id}`);
  return found;
}

type Told = Extract<Parameters<typeof recordEvent>[2], { action: `webhook.${string}` }>;
type Unplaced<E> = E extends Told ? Pick<E, "action" | "data"> : never;

function tell(tx: Db, actor: Actor, subjectId: string, event: Unplaced<Told>): Promise<void> {
  return recordEvent(tx, by(actor), { ...event, subjectId, organisationId: actor.organisation.id });
}
