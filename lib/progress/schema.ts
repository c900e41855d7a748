import { z } from "zod";
import { choice, formId, optionalDay, optionalText, optionalWholeNumber } from "@/lib/fields";

export const progressStatuses = ["NOT_STARTED", "IN_PROGRESS", "DONE", "CANCELLED"] as const;

/** A report of progress. Its percent may stay empty where the status says it: finished is 100, not begun is 0. */
export const progressSchema = z.object({
  id: formId,
  status: choice("status", progressStatuses),
  percent: optionalWholeNumber("kemajuan", 0, 100),
  note: optionalText("catatan", 1000),
  /** Ticked where the row stands at 100 percent and is not finished all the same. */
  stillOpen: optionalText("pernyataan", 10).transform((value) => value !== null),
});

export type ProgressInput = z.output<typeof progressSchema>;

/** A report that may be entered afterwards: the day it tells of. */
export const reportSchema = progressSchema.extend({ day: optionalDay("tanggal laporan") });

export type ReportInput = ProgressInput & { day?: string | null };
