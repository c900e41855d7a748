import { z } from "zod";
import { day, optionalDay, optionalDecimal, optionalText, text } from "@/lib/fields";
import { patternFault } from "@/lib/letters/pattern";

export const topicsSchema = z.array(z.object({ topic: z.string(), form: z.string(), lessons: z.string() }));
export type Topic = z.output<typeof topicsSchema>[number];

export const skp = {
  skpValue: optionalDecimal("nilai SKP").refine(
    (value) => value === null || (value > 0 && value <= 999),
    "Nilai SKP harus lebih dari 0 dan paling banyak 999",
  ),
  skpNumber: optionalText("nomor SKP", 80),
};

export const bothOrNone = ({ skpValue, skpNumber }: { skpValue: number | null; skpNumber: string | null }) =>
  (skpValue === null) === (skpNumber === null);

export const bothOrNoneWords = {
  message: "Isi nilai SKP bersama nomornya, atau kosongkan keduanya: SKP tanpa nomor tidak dicetak",
  path: ["skpNumber"],
};

export const issueSchema = z
  .object({
    day: day("tanggal sertifikat"),
    place: text("tempat sertifikat dibuat", 80),
    pattern: text("pola nomor", 120).superRefine((pattern, context) => {
      const fault = patternFault(pattern);
      if (fault) context.addIssue({ code: "custom", message: fault });
    }),
    ...skp,
    skpIssuer: optionalText("pemberi SKP", 120),
    expiresOn: optionalDay("berlaku sampai"),
    signatorySeat: text("jabatan penanda tangan", 160),
    signatoryName: text("nama penanda tangan", 160),
    signatoryRank: optionalText("pangkat", 80),
    signatoryNumber: optionalText("NIP", 60),
  })
  .refine(bothOrNone, bothOrNoneWords)
  .refine(({ day: from, expiresOn }) => !expiresOn || expiresOn >= from, {
    message: "Berlaku sampai harus sesudah tanggal sertifikat",
    path: ["expiresOn"],
  });

export type IssueInput = z.output<typeof issueSchema>;

export const withdrawSchema = z.object({ reason: text("alasan penarikan", 300) });
