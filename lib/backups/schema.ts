import { z } from "zod";
import { wholeNumber } from "@/lib/matrix/whole-number";

export const backupSettingsSchema = z.object({
  isDaily: z
    .literal("ya")
    .optional()
    .transform((value) => value === "ya"),
  kept: wholeNumber("jumlah cadangan", 1, 60),
});

export type BackupSettingsInput = z.output<typeof backupSettingsSchema>;
