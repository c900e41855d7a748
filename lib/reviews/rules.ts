import { type Actor, isDinkes } from "@/lib/actor";
import type { ReviewDecision } from "@/prisma/generated/enums";

export const decisionNames: Record<ReviewDecision, string> = {
  ACCEPTED: "Diterima",
  ACCEPTED_WITH_NOTES: "Diterima dengan catatan",
  RETURNED: "Dikembalikan",
};

/** The Dinkes of the host reviews; a co-organiser's Dinkes, the province and the ministry read. */
export function canReview(actor: Actor, report: { dinkesId: string | null }): boolean {
  return isDinkes(actor) && actor.organisation.id === report.dinkesId;
}

export function queueWords(count: number, oldestDays: number | null): string {
  if (count === 0) return "Tidak ada laporan yang menunggu ditinjau";
  if (oldestDays === null) return `${count} menunggu ditinjau`;
  return `${count} menunggu ditinjau, tertua ${oldestDays === 0 ? "hari ini" : `${oldestDays} hari`}`;
}
