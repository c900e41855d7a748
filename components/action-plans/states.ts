import type { FollowUpState } from "@/lib/action-plans/schema";

export const stateNames: Record<FollowUpState, string> = {
  belum: "Belum selesai",
  terlambat: "Terlambat",
  segera: "Jatuh tempo 14 hari",
  selesai: "Selesai",
  batal: "Dibatalkan",
  semua: "Semua RTL",
};
