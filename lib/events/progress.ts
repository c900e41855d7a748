import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { item } from "@/lib/events/plan";
import { reviewOutcomeNames } from "@/lib/follow-up/review-rules";
import { itemSubject } from "@/lib/plan/rules";
import { progressNames } from "@/lib/progress/rules";
import { formatDayLong } from "@/lib/time";
import { ProgressStatus, ReviewOutcome } from "@/prisma/generated/enums";

const progress = z.object({ status: z.enum(ProgressStatus), percent: z.number() });
const withDeadline = progress.extend({ deadline: z.string() });

const progressWords = ({ status, percent }: z.output<typeof progress>) => `${progressNames[status]}, ${percent} %`;

const deadlineWords = (data: z.output<typeof withDeadline>) =>
  `${progressWords(data)}, batas waktu ${formatDayLong(data.deadline)}`;

function checked(verb: string) {
  return kind("item", item.extend({ report: progress, note: z.string().nullable() }), ({ report, note, ...data }) => ({
    verb,
    subject: itemSubject(data),
    detail: { laporan: progressWords(report), alasan: note },
  }));
}

export const progressEvents = {
  "progress.reported": kind(
    "item",
    item.extend({
      before: progress,
      after: progress,
      day: z.string().nullable().default(null),
      fromFile: z.boolean().default(false),
    }),
    ({ before, after, day, fromFile, ...data }) => ({
      verb: "melaporkan kemajuan",
      subject: itemSubject(data),
      detail: {
        dari: progressWords(before),
        menjadi: progressWords(after),
        "keadaan per": day && formatDayLong(day),
        cara: fromFile ? "berkas Excel" : null,
      },
    }),
  ),
  "progress.imported": kind("organisation", z.object({ file: z.string(), count: z.number() }), ({ file, count }) => ({
    verb: "mengimpor kemajuan RTL",
    subject: file,
    detail: { hasil: `${count} RTL` },
  })),
  "report.accepted": checked("menerima laporan penanggung jawab"),
  "report.returned": checked("mengembalikan laporan penanggung jawab"),
  "review.given": kind(
    "item",
    item.extend({
      outcome: z.enum(ReviewOutcome),
      before: withDeadline,
      after: withDeadline,
      reason: z.string().nullable(),
      note: z.string().nullable(),
    }),
    ({ outcome, before, after, reason, note, ...data }) => ({
      verb: "memberi status RTL lalu",
      subject: itemSubject(data),
      detail: {
        status: reviewOutcomeNames[outcome],
        dari: deadlineWords(before),
        menjadi: deadlineWords(after),
        alasan: reason,
        catatan: note,
      },
    }),
  ),
  "review.withdrawn": kind(
    "item",
    item.extend({ outcome: z.enum(ReviewOutcome), now: withDeadline }),
    ({ outcome, now, ...data }) => ({
      verb: "membatalkan status RTL lalu",
      subject: itemSubject(data),
      detail: { status: reviewOutcomeNames[outcome], kini: deadlineWords(now) },
    }),
  ),
};
