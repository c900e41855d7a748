import Link from "next/link";
import { Badge, type Tone } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { formatMoment } from "@/lib/time";
import type { ListedDelivery } from "@/lib/webhooks/reads";
import { type DeliveryState, deliveryState, deliveryStateNames } from "@/lib/webhooks/rules";
import { topicName } from "@/lib/webhooks/topics";
import { retryDeliveryAction } from "../actions";

const tones: Record<DeliveryState, Tone> = { delivered: "done", failed: "late", retrying: "soon", waiting: "plain" };

type Props = { webhookId: string; deliveries: readonly ListedDelivery[]; timeZone: string };

export function DeliveryList({ webhookId, deliveries, timeZone }: Props) {
  if (deliveries.length === 0) return <p className="text-muted">Belum ada pengiriman.</p>;
  return (
    <ul className="border-t border-line">
      {deliveries.map((delivery) => {
        const state = deliveryState(delivery);
        const { id, topic, createdAt, attempts, lastStatus, lastError, event } = delivery;
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
            <div className="min-w-0">
              <span className="font-semibold">{topicName(topic)}</span>{" "}
              <Badge tone={tones[state]}>{deliveryStateNames[state]}</Badge>
              {event?.meeting && (
                <Link href={`/kegiatan/${event.meeting.id}`} prefetch={false} className="link ml-2">
                  {event.meeting.title}
                </Link>
              )}
              <span className="block text-sm text-muted">
                {formatMoment(createdAt, timeZone)}
                {attempts > 0 && ` · ${attempts} kali dicoba`}
                {lastError ? ` · ${lastError}` : lastStatus !== null && ` · dijawab ${lastStatus}`}
              </span>
              <span className="block font-mono text-xs break-all text-muted">{id}</span>
            </div>
            {(state === "failed" || state === "retrying") && (
              <ActionForm
                action={retryDeliveryAction.bind(null, webhookId, id)}
                submit="Kirim ulang sekarang"
                tone="plain"
                className="flex flex-col gap-2"
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
