import type { Actor } from "@/lib/actor";
import { canWriteMeeting, type Organised } from "@/lib/meetings/rules";
import type { ProgressStatus } from "@/prisma/generated/enums";

export const progressNames: Record<ProgressStatus, string> = {
  NOT_STARTED: "Belum mulai",
  IN_PROGRESS: "Berjalan",
  DONE: "Selesai",
  CANCELLED: "Dibatalkan",
};

type Reported = {
  status: ProgressStatus;
  percent: number;
  lastCheck?: "WAITING" | "ACCEPTED" | null;
  lastChecker?: string | null;
};

export function progressWords({ status, percent, lastCheck, lastChecker }: Reported): string {
  const words = [progressNames[status]];
  if (status !== "NOT_STARTED" && status !== "DONE") words.push(`${percent} %`);
  if (lastCheck === "WAITING") words.push("menunggu pemeriksaan");
  if (lastCheck === "ACCEPTED" && lastChecker) words.push(`diperiksa oleh ${lastChecker}`);
  return words.join(", ");
}

export function isOpen(status: ProgressStatus): boolean {
  return status === "NOT_STARTED" || status === "IN_PROGRESS";
}

export function canReportProgress(actor: Actor, meeting: Organised): boolean {
  return canWriteMeeting(actor, meeting);
}
