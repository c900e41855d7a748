import { z } from "zod";
import { formId, optionalText, optionalWholeNumber, rowVersion, text } from "@/lib/fields";

const optionalId = z.preprocess((value) => value || null, z.uuid().nullable());

const participants = optionalWholeNumber("jumlah peserta", 1, 100_000).transform((value, context) => {
  if (value !== null) return value;
  context.addIssue({ code: "custom", message: "Isi jumlah peserta" });
  return z.NEVER;
});

const facts = {
  title: text("nama pelatihan"),
  month: optionalWholeNumber("bulan", 1, 12),
  competenceId: optionalId,
  participants,
};

export const plannedSchema = z.object({ id: formId, year: z.coerce.number().int().min(2000).max(2100), ...facts });

export const plannedEditSchema = z
  .object({
    ...{ version: rowVersion, ...facts, meetingId: optionalId },
    cancelledReason: optionalText("alasan batal", 500),
  })
  .refine(({ meetingId, cancelledReason }) => meetingId === null || cancelledReason === null, {
    path: ["cancelledReason"],
    error: "Pelatihan yang sudah ada kegiatannya tidak dapat sekaligus dibatalkan: kosongkan salah satu",
  });

export type PlannedInput = z.output<typeof plannedSchema>;
export type PlannedEdit = z.output<typeof plannedEditSchema>;
