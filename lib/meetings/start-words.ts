import type { MeetingStatus } from "@/prisma/generated/enums";

const usualPreparation = 2 * 60 * 60 * 1000;

/** Before people can be expected to arrive: such a start needs a reason. */
export function isEarlyStart({ startsAt }: { startsAt: Date }, now: Date): boolean {
  return startsAt.getTime() - now.getTime() > usualPreparation;
}

type Waiting = { status: MeetingStatus; startsAt: Date };

export function whyNoRoll({ status }: Waiting): string {
  if (status === "CANCELLED") return "Kegiatan ini dibatalkan.";
  if (status === "POSTPONED") return "Kegiatan ini ditunda.";
  return status === "DRAFT" ? "Kegiatan ini masih draf." : "Kegiatan ini belum dimulai.";
}

/** What is pressed in its summary before marks can be made, as the buttons there read; null where none begins it. */
export function stepsToRoll({ status, startsAt }: Waiting, now: Date): string | null {
  if (status === "CANCELLED") return null;
  const start = isEarlyStart({ startsAt }, now) ? "“Mulai lebih awal”" : "“Mulai kegiatan”";
  return status === "SCHEDULED" ? start : `“Jadwalkan kegiatan”, lalu ${start},`;
}
