import { z } from "zod";
import { formId, text } from "@/lib/fields";

export const decisions = ["ACCEPTED", "ACCEPTED_WITH_NOTES", "RETURNED"] as const;

const longest = 2000;

/** What the reviewer decides; only what needs words asks for them. */
export const reviewSchema = z.discriminatedUnion(
  "decision",
  [
    z.object({
      id: formId,
      decision: z.literal("ACCEPTED"),
      text: z
        .unknown()
        .optional()
        .transform(() => null),
    }),
    z.object({ id: formId, decision: z.literal("ACCEPTED_WITH_NOTES"), text: text("catatan", longest) }),
    z.object({ id: formId, decision: z.literal("RETURNED"), text: text("alasan pengembalian", longest) }),
  ],
  { error: () => "Pilih hasil tinjauan" },
);

export type ReviewInput = z.output<typeof reviewSchema>;

export const reportStates = ["menunggu", "ditinjau", "dikembalikan", "semua"] as const;
export type ReportFilterState = (typeof reportStates)[number];

export const reportFilterSchema = z.object({
  keadaan: z.enum(reportStates).catch("menunggu"),
  puskesmas: z.uuid().optional().catch(undefined),
  halaman: z.number().int().min(1).catch(1),
});

export type ReportFilter = z.output<typeof reportFilterSchema>;
