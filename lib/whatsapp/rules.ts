import { sendingWords } from "@/lib/messages/delivery";
import type { MeetingMessage } from "@/lib/messages/rules";
import type { WhatsappState } from "@/prisma/generated/enums";

export type WhatsappDelivery = { at: Date; state: WhatsappState; error: string | null };

/** The approved template invites; a change or a cancellation needs other words. */
export const whatsappKinds = ["INVITATION", "REMINDER"] as const satisfies readonly MeetingMessage[];

export type WhatsappKind = (typeof whatsappKinds)[number];

export function whatsappKindOf(kind: MeetingMessage): WhatsappKind | null {
  return whatsappKinds.find((one) => one === kind) ?? null;
}

const taken: Partial<Record<WhatsappState, string>> = {
  ACCEPTED: "diterima WhatsApp, belum tentu sampai",
  DELIVERED: "sampai di HP",
  READ: "dibaca",
};

export function whatsappWords(delivery: WhatsappDelivery): string {
  return taken[delivery.state] ?? sendingWords(delivery);
}

/** Whether a message is with the recipient, on its way or may have arrived. */
export function isWhatsappOut(delivery: WhatsappDelivery | null): boolean {
  return delivery !== null && delivery.state !== "FAILED" && delivery.state !== "GIVEN_UP";
}
