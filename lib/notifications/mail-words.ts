import type { NotificationMailKind, NotificationMailState } from "@/prisma/generated/enums";

export const mailKindNames: Record<NotificationMailKind, string> = { NEWS: "Kabar", DIGEST: "Ringkasan" };

export function mailStateWords(state: NotificationMailState, error: string | null): string {
  switch (state) {
    case "WAITING":
      return error ? `${error} Akan dicoba lagi.` : "menunggu dikirim";
    case "SENDING":
      return "sedang dikirim";
    case "ACCEPTED":
      return "diterima server email";
    case "UNCERTAIN":
      return "tidak pasti terkirim: sambungan putus di tengah pengiriman, jadi tidak dikirim ulang";
    case "NOTHING":
      return "tidak dikirim, karena tidak ada yang menunggu";
    case "FAILED":
      return error ?? "tidak terkirim";
  }
}
