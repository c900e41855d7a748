import { z } from "zod";
import { choice, formId, optionalText, optionalWholeNumber } from "@/lib/fields";

export const ownerWords = ["IN_PROGRESS", "DONE", "KENDALA"] as const;

export const ownerReportSchema = z
  .object({
    id: formId,
    status: choice("keadaannya sekarang", ownerWords),
    percent: optionalWholeNumber("kemajuan", 0, 100),
    note: optionalText("catatan", 1000),
    stillOpen: optionalText("pernyataan", 10).transform((value) => value !== null),
  })
  .superRefine((report, context) => {
    if (report.status === "KENDALA" && !report.note)
      context.addIssue({ code: "custom", path: ["note"], message: "Isi catatan: apa kendalanya" });
  });

export type OwnerReportInput = z.output<typeof ownerReportSchema>;
