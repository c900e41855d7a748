import { z } from "zod";
import { normalisePhone } from "@/lib/directory/rules";
import { formId, isEmail, optionalText, rowVersion } from "@/lib/fields";

export const nip = optionalText("NIP", 30)
  .transform((typed) => typed?.replace(/[\s.]/g, "") || null)
  .refine((typed) => typed === null || /^\d{18}$/.test(typed), "NIP terdiri atas 18 angka");

export const personSchema = z
  .object({
    version: rowVersion,
    name: optionalText("nama", 160),
    title: optionalText("jabatan", 160),
    institution: optionalText("instansi", 160),
    phone: optionalText("nomor HP", 40)
      .refine((typed) => typed === null || normalisePhone(typed) !== null, "Tulis nomor HP seperti 0840-0000-0123")
      .transform((typed) => (typed === null ? null : normalisePhone(typed))),
    email: optionalText("alamat email", 254)
      .refine((typed) => typed === null || isEmail(typed), "Alamat email belum benar: tulis seperti nama@contoh.id")
      .transform((typed) => typed?.toLowerCase() ?? null),
    nip,
    note: optionalText("pembeda", 160),
  })
  .superRefine(({ name, title, institution }, context) => {
    if (!name && !title && !institution)
      context.addIssue({ code: "custom", path: ["name"], message: "Isi nama, atau sedikitnya jabatan atau instansi" });
  });

export type PersonInput = z.output<typeof personSchema>;

/** Two records, and the merge's own id from the form: sent twice, it is one. */
export const mergeSchema = z.object({ id: formId, keptId: formId, absorbedId: formId });

export const undoSchema = z.object({ mergeId: formId });

export const distinctSchema = z.object({ oneId: formId, otherId: formId });
