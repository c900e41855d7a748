import { z } from "zod";
import { bothOrNone, bothOrNoneWords, skp } from "@/lib/certificates/schema";
import { day, formId, optionalDay, optionalDecimal, optionalText, text } from "@/lib/fields";

const optionalId = z.preprocess((value) => (value === "" || value === undefined ? null : value), formId.nullable());

export const outsideSchema = z
  .object({
    id: formId,
    name: text("nama pelatihan", 200),
    issuer: text("penyelenggara", 160),
    number: optionalText("nomor sertifikat", 120),
    issuedOn: day("tanggal terbit"),
    /** Empty: as long as its competence is good for, else without end. */
    expiresOn: optionalDay("berlaku sampai"),
    competenceId: optionalId,
    lessons: optionalDecimal("JPL").refine(
      (value) => value === null || (value > 0 && value <= 2000),
      "JPL antara 0 dan 2.000",
    ),
    ...skp,
  })
  .refine(bothOrNone, bothOrNoneWords)
  .refine(({ issuedOn, expiresOn }) => !expiresOn || expiresOn >= issuedOn, {
    message: "Berlaku sampai harus sesudah tanggal terbit",
    path: ["expiresOn"],
  });

export type OutsideInput = z.output<typeof outsideSchema>;
