import { z } from "zod";
import { choice, day, formId, optionalDay, optionalText, text } from "@/lib/fields";

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
    contact: optionalText("penanggung jawab", 200),
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

export const institutionAnswerSchema = z
  .object({
    id: formId,
    fileId: formId,
    text: text("jawaban", 4000),
    letterNumber: optionalText("nomor surat", 120),
    letterDate: optionalDay("tanggal surat"),
    contact: optionalText("penanggung jawab", 200),
    dueOn: optionalDay("tanggal selesai"),
  })
  .superRefine(({ letterNumber, letterDate }, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (letterNumber && !letterDate) missing("letterDate", "Isi tanggal surat");
    if (letterDate && !letterNumber) missing("letterNumber", "Isi nomor surat");
  });

export type InstitutionAnswerInput = z.output<typeof institutionAnswerSchema>;

export const takeoverSchema = z.object({ id: formId, replaces: formId.nullable().catch(null) });

export type TakeoverInput = z.output<typeof takeoverSchema>;

export const forwardSchema = z
  .object({
    id: formId,
    to: choice("tujuan", ["atas", "instansi"]),
    institution: optionalText("nama instansi", 200),
    contact: optionalText("narahubung", 200),
    asked: text("apa yang dimintakan", 2000),
    answerBy: day("batas jawaban"),
  })
  .superRefine(({ to, institution }, context) => {
    if (to === "instansi" && !institution)
      context.addIssue({ code: "custom", path: ["institution"], message: "Isi nama instansi" });
  });

export type ForwardInput = z.output<typeof forwardSchema>;

export const graceSchema = z.object({
  answerDays: z.coerce
    .number({ error: "Isi jumlah hari dengan angka" })
    .int("Isi jumlah hari tanpa koma")
    .min(1, "Tenggang paling sedikit 1 hari")
    .max(365, "Tenggang paling lama 365 hari"),
});

export type GraceInput = z.output<typeof graceSchema>;

export const escalationStates = [
  "terbuka",
  "menunggu",
  "terlambat",
  "lewat-selesai",
  "ditindaklanjuti",
  "dikembalikan",
  "ditarik",
  "semua",
] as const;

export type EscalationFilterState = (typeof escalationStates)[number];

export const escalationFilterSchema = z.object({
  status: z.enum(escalationStates).catch("terbuka"),
  puskesmas: z.uuid().optional().catch(undefined),
  /** "saya": what the actor took over; "bawahan": of the offices below, not only what came to the own one. */
  lingkup: z.enum(["kami", "saya", "bawahan"]).catch("kami"),
  halaman: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type EscalationFilter = z.output<typeof escalationFilterSchema>;
