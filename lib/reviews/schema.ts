import { z } from "zod";
import { choice, formId, optionalText } from "@/lib/fields";

export const decisions = ["ACCEPTED", "ACCEPTED_WITH_NOTES", "RETURNED"] as const;

/** What the reviewer decides, with one field for notes and reason. What was typed is never dropped in silence. */
export const reviewSchema = z
  .object({
    id: formId,
    decision: choice("hasil tinjauan", decisions),
    text: optionalText("catatan atau alasan", 2000),
  })
  .superRefine(({ decision, text }, context) => {
    const missing = text === null ? askedFor[decision] : decision === "ACCEPTED" ? typedInVain : null;
    if (missing) context.addIssue({ code: "custom", path: ["text"], message: missing });
  });

const askedFor = {
  ACCEPTED: null,
  ACCEPTED_WITH_NOTES: "Isi catatan untuk puskesmas",
  RETURNED: "Isi alasan pengembalian: apa yang harus diperbaiki puskesmas",
} as const;

const typedInVain = "Anda menulis catatan. Pilih Terima dengan catatan, atau kosongkan tulisannya.";

export type ReviewInput = z.output<typeof reviewSchema>;

export const reportStates = ["menunggu", "ditinjau", "dikembalikan", "semua"] as const;
export type ReportFilterState = (typeof reportStates)[number];

export const reportFilterSchema = z.object({
  keadaan: z.enum(reportStates).catch("menunggu"),
  puskesmas: z.uuid().optional().catch(undefined),
  halaman: z.number().int().min(1).catch(1),
});

export type ReportFilter = z.output<typeof reportFilterSchema>;
