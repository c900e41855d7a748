import { z } from "zod";
import { holderPrefixes, normalisePhone, sectors } from "@/lib/directory/rules";
import {
  choice,
  day,
  formId,
  isEmail,
  optionalChoice,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  rowVersion,
  text,
} from "@/lib/fields";
import { personAnswer } from "@/lib/persons/answer";
import { nip } from "@/lib/persons/schema";

const ticked = z.preprocess((value) => value === "ya" || value === "on", z.boolean());

export const phone = optionalText("nomor HP", 40)
  .refine((typed) => typed === null || normalisePhone(typed) !== null, {
    error: (issue) => `Nomor HP ${issue.input} belum benar: tulis seperti 0840-0000-0123`,
  })
  .transform((typed) => (typed === null ? null : normalisePhone(typed)));

const email = optionalText("alamat email", 254)
  .refine((typed) => typed === null || isEmail(typed), "Alamat email belum benar: tulis seperti nama@contoh.id")
  .transform((typed) => typed?.toLowerCase() ?? null);

const seatFields = {
  title: text("jabatan", 120),
  institution: text("instansi", 160),
  sector: choice("sektor", sectors),
  villageCode: optionalText("desa", 20),
  protocolOrder: optionalWholeNumber("urutan protokol", 1, 999),
};

const holderFields = {
  prefix: optionalChoice("awalan", holderPrefixes),
  ownPost: optionalText("jabatan asli", 160),
  phone,
  email,
  rank: optionalText("pangkat dan golongan", 80),
  nip,
  since: optionalDay("tanggal mulai menjabat"),
};

function requirePrefix(holder: { prefix: string | null; ownPost: string | null }, context: z.RefinementCtx) {
  if (holder.ownPost && !holder.prefix)
    context.addIssue({
      code: "custom",
      path: ["prefix"],
      message: "Pilih Plt., Plh., atau Pj., atau kosongkan jabatan asli",
    });
}

export const seatSchema = z.object(seatFields);

export const seatEditSchema = seatSchema.extend({ version: rowVersion });

export const newSeatSchema = z
  .object({
    id: formId,
    holderId: formId,
    ...seatFields,
    name: optionalText("nama pejabat", 120),
    ...holderFields,
    person: personAnswer,
    isAnother: ticked,
    isOfficeHead: ticked,
  })
  .superRefine((seat, context) => {
    if (!seat.name && (seat.prefix || seat.ownPost || seat.phone || seat.email || seat.rank || seat.nip))
      context.addIssue({
        code: "custom",
        path: ["name"],
        message: "Isi nama pejabat, atau kosongkan semua data pejabat bila jabatan ini lowong",
      });
    requirePrefix(seat, context);
  });

const holder = z.object({ name: text("nama pejabat", 120), ...holderFields });

export const holderSchema = holder.superRefine(requirePrefix);

export const newHolderSchema = z
  .object({
    ...holder.shape,
    holderId: formId,
    previousId: optionalText("pejabat lama", 40),
    person: personAnswer,
  })
  .superRefine(requirePrefix);

/** Somebody who held a seat before: when he left it is known, since when perhaps. */
export const formerHolderSchema = z
  .object({
    ...holder.shape,
    holderId: formId,
    until: day("hari terakhir menjabat"),
    person: personAnswer,
  })
  .superRefine(requirePrefix)
  .superRefine(({ since, until }, context) => {
    if (since && since > until)
      context.addIssue({
        code: "custom",
        path: ["until"],
        message: "Hari terakhir menjabat harus sesudah hari mulainya",
      });
  });

export type FormerHolderInput = z.output<typeof formerHolderSchema>;
export type SeatInput = z.output<typeof seatSchema>;
export type NewSeatInput = z.output<typeof newSeatSchema>;
export type HolderInput = z.output<typeof holderSchema>;
export type NewHolderInput = z.output<typeof newHolderSchema>;
