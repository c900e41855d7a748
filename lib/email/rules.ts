import { sendingWords } from "@/lib/messages/delivery";
import type { DeliveryState } from "@/prisma/generated/enums";

export type Delivery = { at: Date; state: DeliveryState; error: string | null };

export function deliveryWords(delivery: Delivery): string {
  return delivery.state === "ACCEPTED" ? "diterima server email" : sendingWords(delivery);
}

export function isUnderWay(delivery: Delivery | null): boolean {
  return delivery !== null && ["WAITING", "SENDING", "UNCERTAIN"].includes(delivery.state);
}
