import { z } from "zod";
import { choice, formId, optionalDay, optionalText, optionalWholeNumber } from "@/lib/fields";

export const progressStatuses = ["NOT_STARTED", "IN_PROGRESS", "DONE", "CANCELLED"] as const;

export const progressSchema = z.object({
  id: formId,
  status: choice("status", progressStatuses),
  percent: optionalWholeNumber("kemajuan", 0, 100),
  note: optionalText("catatan", 1000),
  /** Ticked where the row is at 100 percent and not finished all the same. */
  stillOpen: optionalText("pernyataan", 10).transform((value) => value !== null),
});

export type ProgressInput = z.output<typeof progressSchema>;

export const reportSchema = progressSchema.extend({ day: optionalDay("tanggal laporan") });

export type ReportInput = ProgressInput & { day?: string | null };
