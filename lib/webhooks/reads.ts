import { type Actor, NotAllowed } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { canKeepWebhooks } from "@/lib/webhooks/rules";

const deliveriesShown = 50;

function own(actor: Actor) {
  if (!canKeepWebhooks(actor)) throw new NotAllowed(actor, "see the office's webhooks");
  return { organisationId: actor.organisation.id };
}

const facts = { id: true, url: true, topics: true, isActive: true, version: true, createdAt: true } as const;

export async function listWebhooks(actor: Actor) {
  return db.webhookEndpoint.findMany({
    where: own(actor),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...facts,
      deliveries: {
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { createdAt: true, deliveredAt: true, failedAt: true, attempts: true },
      },
    },
  });
}

export async function findWebhook(actor: Actor, id: string) {
  if (!isId(id)) return null;
  return db.webhookEndpoint.findFirst({
    where: { id, ...own(actor) },
    select: {
      ...facts,
      deliveries: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: deliveriesShown,
        select: {
          ...{ id: true, topic: true, createdAt: true, attempts: true, lastAttemptAt: true, lastStatus: true },
          ...{
            lastError: true,
            deliveredAt: true,
            failedAt: true,
            event: { select: { meeting: { select: { id: true, title: true } } } },
          },
        },
      },
    },
  });
}

export type FoundWebhook = NonNullable<Awaited<ReturnType<typeof findWebhook>>>;
export type ListedDelivery = FoundWebhook["deliveries"][number];
