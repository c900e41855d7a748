import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { formatDayLong } from "@/lib/time";

const letter = z.object({ number: z.string().nullable(), subject: z.string(), day: z.iso.date().optional() });
type LetterData = z.output<typeof letter>;

function detailOf({ number, day }: LetterData) {
  return { ...(number && { nomor: number }), ...(day && { tanggal: formatDayLong(day) }) };
}

function letterStep(verb: string) {
  return kind("letter", letter, (data) => ({ verb, subject: data.subject, detail: detailOf(data) }));
}

export const letterEvents = {
  "letter.drafted": letterStep("menyiapkan surat"),
  "letter.edited": letterStep("mengubah surat"),
  "letter.numbered": letterStep("menerbitkan nomor surat"),
  "letter.registered": letterStep("mencatat surat keluar"),
  "letter.voided": kind("letter", letter.extend({ reason: z.string() }), ({ reason, ...data }) => ({
    verb: "membatalkan surat",
    subject: data.subject,
    detail: { ...detailOf(data), alasan: reason },
  })),
};
