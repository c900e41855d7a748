import type { MeetingMessage } from "@/lib/messages/rules";
import type { WhatsappState } from "@/prisma/generated/enums";

export type WhatsappDelivery = { at: Date; state: WhatsappState; error: string | null };

/** The approved template invites; a change or a cancellation needs other words. */
export const whatsappKinds = ["INVITATION", "REMINDER"] as const satisfies readonly MeetingMessage[];

export type WhatsappKind = (typeof whatsappKinds)[number];

export function whatsappKindOf(kind: MeetingMessage): WhatsappKind | null {
  return whatsappKinds.find((one) => one === kind) ?? null;
}

export function whatsappWords({ state, error }: WhatsappDelivery): string {
  switch (state) {
    case "WAITING":
      return error ? `${error} Akan dicoba lagi.` : "menunggu dikirim";
    case "SENDING":
      return "sedang dikirim";
    case "ACCEPTED":
      return "diterima WhatsApp, belum tentu sampai";
    case "DELIVERED":
      return "sampai di HP";
    case "READ":
      return "dibaca";
    case "UNCERTAIN":
      return "tidak pasti terkirim, sambungan putus di tengah pengiriman. Tanyakan kepada penerimanya sebelum mengirim lagi.";
    default:
      return error ?? "gagal";
  }
}

export function isWhatsappTrouble({ state, error }: WhatsappDelivery): boolean {
  return ["FAILED", "GIVEN_UP", "UNCERTAIN"].includes(state) || (state === "WAITING" && error !== null);
}

/** Whether a message is with the recipient, on its way or may have arrived. */
export function isWhatsappOut(delivery: WhatsappDelivery | null): boolean {
  return delivery !== null && delivery.state !== "FAILED" && delivery.state !== "GIVEN_UP";
}
