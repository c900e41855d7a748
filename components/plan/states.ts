import type { FollowUpState } from "@/lib/follow-up/schema";

export const stateNames: Record<FollowUpState, string> = {
  belum: "Belum selesai",
  terlambat: "Terlambat",
  segera: "Jatuh tempo 14 hari",
  periksa: "Menunggu pemeriksaan",
  selesai: "Selesai",
  batal: "Dibatalkan",
  semua: "Semua RTL",
};
