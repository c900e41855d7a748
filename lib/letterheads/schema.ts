import { z } from "zod";
import { choice, formId, optionalText, optionalWholeNumber, rowVersion, text } from "@/lib/fields";
import { patternFault } from "@/lib/letters/pattern";

function linesOf(typed: string | null): string[] {
  return (typed ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

const mostLines = 6;
const mostContact = 4;

const ticked = z.preprocess((value) => value === "ya", z.boolean());

const pattern = optionalText("pola nomor", 80).superRefine((typed, context) => {
  const fault = typed ? patternFault(typed) : null;
  if (fault) context.addIssue({ code: "custom", message: fault });
});

export const letterheadSchema = z.object({
  id: formId,
  version: rowVersion,
  name: text("nama kop", 80),
  lines: text("baris kop", 800)
    .transform(linesOf)
    .refine((lines) => lines.length <= mostLines, `Baris kop paling banyak ${mostLines}`)
    .refine((lines) => lines.every((line) => line.length <= 120), "Satu baris kop paling banyak 120 huruf"),
  contact: optionalText("alamat dan kontak", 800)
    .transform(linesOf)
    .refine((lines) => lines.length <= mostContact, `Alamat dan kontak paling banyak ${mostContact} baris`)
    .refine((lines) => lines.every((line) => line.length <= 200), "Satu baris alamat paling banyak 200 huruf"),
  areaCode: optionalText("kecamatan", 20),
  numberPattern: pattern,
  isDefault: ticked,
  removeLeft: ticked,
  removeRight: ticked,
});

export type LetterheadInput = z.output<typeof letterheadSchema>;

export const paperOfficeSchema = z.object({
  size: choice("ukuran kertas", ["A4", "F4"]),
  numberPattern: pattern,
  last: optionalWholeNumber("nomor urut terakhir", 0, 999_999),
});

export type PaperOfficeInput = z.output<typeof paperOfficeSchema>;
