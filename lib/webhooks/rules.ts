import type { Actor } from "@/lib/actor";

export const mostEndpoints = 10;

/** The admins of the office: what leaves it is theirs to answer for. */
export function canKeepWebhooks({ role }: Actor): boolean {
  return role === "PUSKESMAS_ADMIN" || role === "DINKES_ADMIN";
}

export type DeliveryState = "delivered" | "failed" | "retrying" | "waiting";

export const deliveryStateNames: Record<DeliveryState, string> = {
  delivered: "Diterima",
  failed: "Gagal, tidak dicoba lagi",
  retrying: "Akan dicoba lagi",
  waiting: "Menunggu dikirim",
};

export function deliveryState(delivery: {
  deliveredAt: Date | null;
  failedAt: Date | null;
  attempts: number;
}): DeliveryState {
  if (delivery.deliveredAt) return "delivered";
  if (delivery.failedAt) return "failed";
  return delivery.attempts > 0 ? "retrying" : "waiting";
}
