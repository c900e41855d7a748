import { type Refusal, refuse } from "@/lib/actor";
import type { ReviewInput } from "@/lib/follow-up/review-schema";
import { settleProgress } from "@/lib/progress/reports";
import { formatDayLong } from "@/lib/time";
import type { ProgressStatus, ReviewOutcome } from "@/prisma/generated/enums";

export const reviewOutcomeNames: Record<ReviewOutcome, string> = {
  DONE: "Selesai",
  IN_PROGRESS: "Berjalan",
  CONTINUED: "Dilanjutkan",
  ESCALATED: "Dieskalasi ke Dinkes",
  CANCELLED: "Dibatalkan",
};

export type ItemState = { status: ProgressStatus; percent: number; deadline: string };

/** @param meetingDay the calendar day of the meeting that gives the status */
export function settleReview(
  input: ReviewInput,
  before: ItemState,
  meetingDay: string,
): ({ ok: true } & ItemState) | Refusal {
  const { outcome, newDeadline } = input;
  const wrongDay = refusedDay(outcome, newDeadline, before.deadline, meetingDay);
  if (wrongDay) return wrongDay;
  const status = statusAfter(input, before);
  const percent = input.percent ?? (status === "NOT_STARTED" ? 0 : before.percent);
  const note = input.reason ?? input.note;
  const settled = settleProgress({ status, percent, note, stillOpen: input.stillOpen }, before.percent);
  if (!settled.ok) return settled.field === "status" ? refuse(settled.reason, "percent") : settled;
  const deadline = outcome === "CONTINUED" && newDeadline ? newDeadline : before.deadline;
  return { ok: true, status, percent: settled.percent, deadline };
}

function refusedDay(
  outcome: ReviewOutcome,
  newDeadline: string | null,
  deadline: string,
  meetingDay: string,
): Refusal | null {
  if (outcome === "IN_PROGRESS" && deadline < meetingDay)
    return refuse(
      `Batas waktunya (${formatDayLong(deadline)}) sudah lewat pada hari kegiatan. Pilih Dilanjutkan, lalu isi batas waktu baru dan alasannya.`,
      "outcome",
    );
  if (outcome !== "CONTINUED" || !newDeadline) return null;
  if (newDeadline <= meetingDay)
    return refuse(`Batas waktu baru harus sesudah tanggal kegiatan (${formatDayLong(meetingDay)})`, "newDeadline");
  if (newDeadline <= deadline)
    return refuse(
      `Batas waktu baru harus sesudah batas waktu sekarang (${formatDayLong(deadline)}). Bila batas waktunya tetap, pilih Berjalan.`,
      "newDeadline",
    );
  return null;
}

function statusAfter({ outcome, percent }: ReviewInput, before: ItemState): ProgressStatus {
  if (outcome === "DONE" || outcome === "IN_PROGRESS" || outcome === "CANCELLED") return outcome;
  return before.status === "NOT_STARTED" && !percent ? "NOT_STARTED" : "IN_PROGRESS";
}

type Words = {
  outcome: ReviewOutcome;
  newDeadline: string | null;
  reason: string | null;
  note: string | null;
};

export function reviewWords({ outcome, newDeadline, reason, note }: Words): string {
  const until = newDeadline ? ` sampai ${formatDayLong(newDeadline)}` : "";
  return [`${reviewOutcomeNames[outcome]}${until}`, reason && `Alasan: ${reason}`, note].filter(Boolean).join(". ");
}

/** "ditunda ke-2", or nothing for a row that was never postponed. */
export function postponementWords(count: number): string {
  return count > 0 ? `ditunda ke-${count}` : "";
}
