import { refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { Interrupted, type JobOutcome, type OfficeAttempt, TryLater } from "@/lib/jobs/attempt";
import { reopenToken } from "@/lib/secrets";
import { messageHeaders } from "@/lib/webhooks/message";
import { post } from "@/lib/webhooks/post";

/** The work of a job that sends one message. Sent again after a lost answer, it carries the same webhook-id. */
export const deliverWebhook = {
  async run({ signal }: OfficeAttempt, { deliveryId }: { deliveryId: string }): Promise<JobOutcome> {
    const delivery = await db.webhookDelivery.findUnique({ where: { id: deliveryId }, include: { endpoint: true } });
    if (!delivery) return refuse("Webhook ini sudah dihapus.");
    const { endpoint, id, body } = delivery;
    if (!endpoint.isActive) return refuse("Webhook ini dimatikan.");
    const secret = reopenToken(endpoint.secretSealed);
    if (!secret) return refuse("Kunci webhook tidak terbaca lagi: ganti kuncinya.");
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = messageHeaders(secret, { id, timestamp, body });
    const posted = await post(new URL(endpoint.url), { headers, body, signal });
    if (signal.aborted) throw new Interrupted();
    const isTaken = "status" in posted && posted.status >= 200 && posted.status < 300;
    const reason = isTaken ? null : "reason" in posted ? posted.reason : statusWords(posted.status);
    await db.webhookDelivery.update({
      where: { id },
      data: {
        attempts: { increment: 1 },
        lastAttemptAt: new Date(),
        lastStatus: "status" in posted ? posted.status : null,
        lastError: reason,
        deliveredAt: isTaken ? new Date() : null,
        failedAt: null,
      },
    });
    if (reason === null) return { ok: true, says: "Diterima server tujuan" };
    if ("status" in posted && posted.status === 410) return refuse(reason);
    throw new TryLater(reason);
  },
  async giveUp(jobId: string, reason: string): Promise<void> {
    await db.webhookDelivery.updateMany({
      where: { jobId, deliveredAt: null },
      data: { failedAt: new Date(), lastError: reason },
    });
  },
};

function statusWords(status: number): string {
  if (status >= 300 && status < 400) return `Server tujuan mengalihkan (${status}); pengalihan tidak diikuti`;
  if (status === 410) return "Server tujuan tidak menerima lagi (410)";
  return `Server tujuan menjawab ${status}`;
}

const daysKept = 90;

export async function deleteOldDeliveries(now: Date): Promise<number> {
  const { count } = await db.webhookDelivery.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - daysKept * 86_400_000) } },
  });
  return count;
}
