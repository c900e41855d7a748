import { z } from "zod";
import { choice, formId, optionalDay, optionalText, text } from "@/lib/fields";

export const escalationSchema = z.object({ id: formId, reason: text("alasan", 2000) });

export type EscalationInput = z.output<typeof escalationSchema>;

export const escalationOutcomes = ["RECEIVED", "ACTED_ON", "RETURNED"] as const;

/**
 * Followed up means that something left the office: number and date of its letter (accreditation instrument, EP 1.7.1
 * f: "disampaikan secara resmi"); sent back needs the reason.
 */
export const escalationAnswerSchema = z
  .object({
    id: formId,
    fileId: formId,
    outcome: choice("jawaban", escalationOutcomes),
    text: optionalText("keterangan", 4000),
    letterNumber: optionalText("nomor surat", 120),
    letterDate: optionalDay("tanggal surat"),
    contact: optionalText("narahubung", 200),
    dueOn: optionalDay("tanggal selesai"),
  })
  .superRefine((answer, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (answer.outcome === "ACTED_ON") {
      if (!answer.letterNumber) missing("letterNumber", "Isi nomor surat: tanpa surat, tindak lanjut belum resmi");
      if (!answer.letterDate) missing("letterDate", "Isi tanggal surat");
      if (!answer.text) missing("text", "Isi keterangan: apa yang dilakukan Dinas Kesehatan");
    }
    if (answer.outcome === "RETURNED" && !answer.text) missing("text", "Isi keterangan: mengapa dikembalikan");
  });

export type EscalationAnswerInput = z.output<typeof escalationAnswerSchema>;

export const escalationStates = ["terbuka", "menunggu", "ditindaklanjuti", "dikembalikan", "ditarik", "semua"] as const;

export type EscalationFilterState = (typeof escalationStates)[number];

export const escalationFilterSchema = z.object({
  status: z.enum(escalationStates).catch("terbuka"),
  puskesmas: z.uuid().optional().catch(undefined),
  halaman: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type EscalationFilter = z.output<typeof escalationFilterSchema>;
