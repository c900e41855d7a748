import { z } from "zod";
import { optionalText, rowVersion } from "@/lib/fields";

export const monthSchema = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  month: z.coerce.number().int().min(1).max(12),
});

export const remarksSchema = z.object({
  remarks: optionalText("tambahan dari Dinas Kesehatan", 2000),
  version: rowVersion,
});

export type RemarksInput = z.output<typeof remarksSchema>;
