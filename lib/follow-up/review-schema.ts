import { z } from "zod";
import { choice, formId, optionalDay, optionalText, optionalWholeNumber } from "@/lib/fields";

export const reviewOutcomes = ["DONE", "IN_PROGRESS", "CONTINUED", "ESCALATED", "CANCELLED"] as const;

export const reviewSchema = z
  .object({
    id: formId,
    replaces: z.preprocess((value) => value || null, formId.nullable()),
    outcome: choice("status", reviewOutcomes),
    percent: optionalWholeNumber("kemajuan", 0, 100),
    newDeadline: optionalDay("batas waktu baru"),
    reason: optionalText("alasan", 1000),
    note: optionalText("catatan", 1000),
    stillOpen: optionalText("pernyataan", 10).transform((value) => value !== null),
  })
  .superRefine(({ outcome, percent, newDeadline, reason }, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (outcome === "IN_PROGRESS" && percent === null) missing("percent", "Isi kemajuan dalam persen, 0 sampai 100");
    if (outcome === "CONTINUED" && !newDeadline) missing("newDeadline", "Isi batas waktu baru");
    if (outcome === "CONTINUED" && !reason) missing("reason", "Isi alasan: mengapa belum selesai");
    if (outcome === "ESCALATED" && !reason)
      missing("reason", "Isi alasan: mengapa puskesmas tidak dapat menyelesaikan");
    if (outcome === "CANCELLED" && !reason) missing("reason", "Isi alasan: mengapa dibatalkan");
  });

export type ReviewInput = z.output<typeof reviewSchema>;

export const carryOverFilters = ["semua", "belum"] as const;
