// What WhatsApp reports of messages it took. Reports come more than once and in any order: states only move forward.
import { z } from "zod";
import { isId } from "@/lib/db";
import { hashToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import { failureWords } from "@/lib/whatsapp/errors";
import type { WhatsappState } from "@/prisma/generated/enums";

const statusSchema = z.object({
  id: z.string(),
  status: z.string(),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.object({ code: z.number() })).optional(),
});

const reportSchema = z.object({
  entry: z.array(
    z.object({ changes: z.array(z.object({ value: z.object({ statuses: z.array(z.unknown()).default([]) }) })) }),
  ),
});

type Status = z.output<typeof statusSchema>;

const steps: Record<string, { state: WhatsappState; from: WhatsappState[] }> = {
  sent: { state: "ACCEPTED", from: ["SENDING", "UNCERTAIN"] },
  delivered: { state: "DELIVERED", from: ["SENDING", "UNCERTAIN", "ACCEPTED"] },
  read: { state: "READ", from: ["SENDING", "UNCERTAIN", "ACCEPTED", "DELIVERED"] },
  failed: { state: "FAILED", from: ["SENDING", "UNCERTAIN", "ACCEPTED"] },
};

/** Applies a report whose signature was checked; what it tells of other messages, or in other words, is left. */
export async function applyStatuses(report: unknown): Promise<void> {
  const { entry } = reportSchema.safeParse(report).data ?? { entry: [] };
  const statuses = entry
    .flatMap(({ changes }) => changes.flatMap(({ value }) => value.statuses))
    .flatMap((status) => statusSchema.safeParse(status).data ?? []);
  for (const status of statuses) await applyStatus(status);
}

async function applyStatus({ id, status, errors, biz_opaque_callback_data: deliveryId = "" }: Status): Promise<void> {
  const step = Object.hasOwn(steps, status) ? steps[status] : undefined;
  if (!step) return;
  const { state, from } = step;
  const error = state === "FAILED" ? `gagal: ${failureWords(errors?.[0]?.code ?? 0)}` : null;
  await transact(async (tx) => {
    // Before the answer with the message's id was kept, only our own id tells which one it is.
    await tx.whatsappDelivery.updateMany({
      where: {
        state: { in: from },
        OR: [{ messageId: hashToken(id) }, ...(isId(deliveryId) ? [{ id: deliveryId, messageId: null }] : [])],
      },
      data: { state, error, at: new Date() },
    });
  });
}
