import { z } from "zod";
import { holderPrefixes } from "@/lib/directory/rules";
import { choice, day, formId, optionalChoice, optionalDay, optionalText, rowVersion, text } from "@/lib/fields";
import { urgencies } from "@/lib/letters/rules";

const mostCopies = 30;

/** One a line, without what counts them. */
const copies = optionalText("tembusan", 3000)
  .transform((typed) =>
    (typed ?? "")
      .split("\n")
      .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-–•])\s*/, "").trim())
      .filter(Boolean),
  )
  .refine((lines) => lines.length <= mostCopies, `Tembusan paling banyak ${mostCopies} baris`)
  .refine((lines) => lines.every((line) => line.length <= 200), "Satu baris tembusan paling banyak 200 huruf");

const optionalId = z.preprocess((value) => (value === "" || value === undefined ? null : value), formId.nullable());

const common = {
  id: formId,
  version: rowVersion,
  number: optionalText("nomor surat", 80),
  subject: text("hal", 300),
  addressees: text("tujuan", 500),
  note: optionalText("keterangan", 300),
};

export const letterSchema = z.object({
  ...common,
  letterheadId: optionalId,
  day: optionalDay("tanggal surat"),
  place: optionalText("tempat surat dibuat", 80),
  urgency: choice("sifat", urgencies),
  attachment: optionalText("lampiran", 80),
  copies,
  signatoryPrefix: optionalChoice("awalan", holderPrefixes),
  signatorySeat: optionalText("jabatan penanda tangan", 160),
  signatoryName: optionalText("nama penanda tangan", 160),
  signatoryRank: optionalText("pangkat", 80),
  signatoryNumber: optionalText("NIP", 60),
  onBehalfOf: optionalText("atas nama (a.n.)", 160),
  through: optionalText("untuk beliau (u.b.)", 160),
});

export type LetterInput = z.output<typeof letterSchema>;

export const entrySchema = z.object({
  ...common,
  letterheadId: optionalId,
  day: day("tanggal surat"),
  urgency: choice("sifat", urgencies).default("ORDINARY"),
});

export type EntryInput = z.output<typeof entrySchema>;

export const voidSchema = z.object({ reason: text("alasan pembatalan", 300), version: rowVersion });
