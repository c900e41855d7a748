import { z } from "zod";
import { choice, day, formId, optionalText, text } from "@/lib/fields";
import { employmentStatuses } from "@/lib/staff/schema";

const terms = {
  startsOn: day("tanggal mulai di instansi baru"),
  status: choice("status kepegawaian", employmentStatuses),
  position: optionalText("jabatan", 160),
};

export const moveSchema = z.object({
  ...terms,
  id: formId,
  organisationId: z.uuid({ error: "Pilih instansi" }),
  number: text("NIP, nomor STR, atau nomor SIP", 80),
  note: optionalText("keterangan", 300),
});
export type MoveRequest = z.output<typeof moveSchema>;

export const releaseSchema = z.object({ ...terms, toId: z.uuid({ error: "Pilih instansi tujuan" }) });
export type Release = z.output<typeof releaseSchema>;

export const decisionSchema = z.object({
  answer: choice("setuju atau tolak", ["ya", "tidak"]),
  note: optionalText("alasan", 300),
});
export type MoveDecision = z.output<typeof decisionSchema>;
