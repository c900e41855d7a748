import type { DeliveryState } from "@/prisma/generated/enums";

export type Delivery = { at: Date; state: DeliveryState; error: string | null };

export function deliveryWords({ state, error }: Delivery): string {
  switch (state) {
    case "WAITING":
      return error ? `${error} Akan dicoba lagi.` : "menunggu dikirim";
    case "SENDING":
      return "sedang dikirim";
    case "ACCEPTED":
      return "diterima server email";
    case "UNCERTAIN":
      return "tidak pasti terkirim, sambungan putus di tengah pengiriman. Tanyakan kepada penerimanya sebelum mengirim lagi.";
    default:
      return error ?? "tidak terkirim";
  }
}

export function isTrouble({ state, error }: Delivery): boolean {
  return state === "FAILED" || state === "GIVEN_UP" || state === "UNCERTAIN" || (state === "WAITING" && error !== null);
}

export function isUnderWay(delivery: Delivery | null): boolean {
  return delivery !== null && ["WAITING", "SENDING", "UNCERTAIN"].includes(delivery.state);
}
