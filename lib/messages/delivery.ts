import type { DeliveryState, WhatsappState } from "@/prisma/generated/enums";

type Sending = { state: DeliveryState | WhatsappState; error: string | null };

/** What holds for every way a message goes; what a server said of one it took is the way's own. */
export function sendingWords({ state, error }: Sending): string {
  switch (state) {
    case "WAITING":
      return error ? `${error} Akan dicoba lagi.` : "menunggu dikirim";
    case "SENDING":
      return "sedang dikirim";
    case "UNCERTAIN":
      return "tidak pasti terkirim, sambungan putus di tengah pengiriman. Tanyakan kepada penerimanya sebelum mengirim lagi.";
    default:
      return error ?? "tidak terkirim";
  }
}

export function isTrouble({ state, error }: Sending): boolean {
  return ["FAILED", "GIVEN_UP", "UNCERTAIN"].includes(state) || (state === "WAITING" && error !== null);
}
