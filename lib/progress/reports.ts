// What every report of progress comes to, whoever gives it: staff, an owner through a personal link, a meeting.

import { type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { ProgressInput } from "@/lib/progress/schema";
import type { Prisma, ProgressStatus } from "@/prisma/generated/client";

/** Finished is 100 percent, not begun is 0, and what does not fit is asked about. @param before its percent so far */
export function settleProgress(
  input: Omit<ProgressInput, "id">,
  before: number,
): { ok: true; percent: number } | Refusal {
  const { status, percent } = input;
  if (status === "SELESAI") return { ok: true, percent: 100 };
  if (status === "BELUM_MULAI")
    return percent
      ? refuse(`Kemajuan sudah ${percent} %: pilih status Berjalan, atau tulis kemajuan 0`, "status")
      : { ok: true, percent: 0 };
  if (status === "DIBATALKAN")
    return input.note
      ? { ok: true, percent: percent ?? before }
      : refuse("Isi catatan: mengapa RTL ini dibatalkan", "note");
  if (percent === null) return refuse("Isi kemajuan dalam persen, 0 sampai 100", "percent");
  if (percent === 100 && !input.stillOpen)
    return refuse(
      "Kemajuan sudah 100 %. Apakah RTL ini selesai? Pilih status Selesai, atau centang bahwa masih ada yang berjalan.",
      "stillOpen",
    );
  return { ok: true, percent };
}

export type LockedItem = {
  id: string;
  meetingId: string;
  number: number;
  activity: string;
  percent: number;
  status: ProgressStatus;
  deadline: Date;
};

/** Holds a row still until the transaction ends, so that reports come one after the other; null where it is gone. */
export async function lockItem(tx: Db, itemId: string): Promise<LockedItem | null> {
  const [item] = await tx.$queryRaw<LockedItem[]>`
    SELECT id, "meetingId", number, activity, percent, status::text AS status, deadline FROM "ActionItem"
    WHERE id = ${itemId}::uuid FOR NO KEY UPDATE`;
  return item ?? null;
}

type NewReport = Omit<Prisma.ProgressReportUncheckedCreateInput, "createdAt" | "check" | "photos" | "review">;

/**
 * Adds a report to a row that lockItem holds, and shows it on the row. Times of reports never stand still or go
 * back, whatever the clock does.
 */
export async function writeReport(tx: Db, report: NewReport): Promise<void> {
  const { itemId, percent, status } = report;
  const newest = await tx.progressReport.aggregate({ where: { itemId }, _max: { createdAt: true } });
  const after = (newest._max.createdAt?.getTime() ?? 0) + 1;
  await tx.progressReport.create({ data: { ...report, createdAt: new Date(Math.max(Date.now(), after)) } });
  await tx.actionItem.update({ where: { id: itemId }, data: { percent, status } });
}
