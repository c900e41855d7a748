import { addDays, daysBetween } from "@/lib/time";
import type { ApplicationLevel } from "@/prisma/generated/enums";

/** Days from a training's end to its evaluasi penerapan. */
export const applicationDays = 90;

/** How long before it is due it is asked for, and how long after. */
const askedBefore = 14;
const askedAfter = 365;

export const levelNames: Record<ApplicationLevel, string> = {
  FULL: "Diterapkan",
  PARTIAL: "Diterapkan sebagian",
  NONE: "Belum diterapkan",
};

export const levels = ["FULL", "PARTIAL", "NONE"] as const satisfies ApplicationLevel[];

export function dueDayOf(endDay: string): string {
  return addDays(endDay, applicationDays);
}

export function isAskedFor(dueDay: string, today: string): boolean {
  const left = daysBetween(today, dueDay);
  return left <= askedBefore && left >= -askedAfter;
}

export type ApplicationCounts = { attended: number; assessed: number; isSummed: boolean };

export function isComplete({ attended, assessed, isSummed }: ApplicationCounts): boolean {
  return isSummed && assessed >= attended;
}

/** "8 dari 12 peserta dinilai, ringkasan belum ditulis" */
export function applicationWords({ attended, assessed, isSummed }: ApplicationCounts): string {
  const people =
    attended > 0 ? `${assessed} dari ${attended} peserta dinilai` : "tidak ada peserta yang tercatat hadir";
  return `${people}, ringkasan ${isSummed ? "sudah" : "belum"} ditulis`;
}

/** Share of those assessed who do it at least in part, in whole percent; null where nobody was assessed. */
export function appliedShare(found: readonly { level: ApplicationLevel }[]): number | null {
  if (found.length === 0) return null;
  return Math.round((100 * found.filter(({ level }) => level !== "NONE").length) / found.length);
}
