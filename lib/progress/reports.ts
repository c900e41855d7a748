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
  if (status === "DONE") return { ok: true, percent: 100 };
  if (status === "NOT_STARTED")
    return percent
      ? refuse(`Kemajuan sudah ${percent} %: pilih status Berjalan, atau tulis kemajuan 0`, "status")
      : { ok: true, percent: 0 };
  if (status === "CANCELLED")
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

type NewReport = Omit<
  Prisma.ProgressReportUncheckedCreateInput,
  "createdAt" | "enteredAt" | "check" | "photos" | "review"
>;

/**
 * Times of reports never stand still or go back, whatever the clock does.
 * @param asOf the instant it tells of, where it is entered afterwards: a report of a later time stays the row's
 */
export async function writeReport(tx: Db, report: NewReport, asOf: Date | null = null): Promise<void> {
  if (asOf) return writeAfterwards(tx, report, asOf);
  const { itemId, percent, status } = report;
  const newest = await tx.progressReport.aggregate({ where: { itemId }, _max: { createdAt: true } });
  const after = (newest._max.createdAt?.getTime() ?? 0) + 1;
  await tx.progressReport.create({ data: { ...report, createdAt: new Date(Math.max(Date.now(), after)) } });
  await tx.actionItem.update({ where: { id: itemId }, data: { percent, status } });
}

const minuteMs = 60_000;

async function writeAfterwards(tx: Db, report: NewReport, asOf: Date): Promise<void> {
  const { itemId, percent, status } = report;
  const later = await tx.progressReport.findMany({
    where: { itemId, createdAt: { gte: asOf } },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  const atOnce = later.filter(({ createdAt }) => createdAt.getTime() < asOf.getTime() + minuteMs);
  const createdAt = new Date((atOnce.at(-1)?.createdAt.getTime() ?? asOf.getTime() - 1) + 1);
  await tx.progressReport.create({ data: { ...report, createdAt, enteredAt: new Date() } });
  if (later.length === atOnce.length) await tx.actionItem.update({ where: { id: itemId }, data: { percent, status } });
}

export async function findProgressAt(
  tx: Db,
  itemId: string,
  at: Date,
): Promise<{ status: ProgressStatus; percent: number }> {
  const report = await tx.progressReport.findFirst({
    where: { itemId, createdAt: { lte: at } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { status: true, percent: true },
  });
  return report ?? { status: "NOT_STARTED", percent: 0 };
}
