import { z } from "zod";
import { choice, formId, isEmail, optionalText, rowVersion, text } from "@/lib/fields";
import { personAnswer } from "@/lib/persons/answer";
import { isCommonPassword } from "@/lib/users/common-passwords";
import { roles } from "@/lib/users/rules";

const email = text("alamat email", 254)
  .refine((typed) => typed === "" || isEmail(typed), "Alamat email belum benar: tulis seperti nama@contoh.id")
  .transform((typed) => typed.toLowerCase());

export const personFields = { name: text("nama", 120), email };

export const userSchema = z.object({
  ...personFields,
  position: optionalText("jabatan", 120),
  role: choice("peran", roles),
});

export const userEditSchema = userSchema.extend({ version: rowVersion });

export const newUserSchema = userSchema.extend({
  id: formId,
  organisationId: z.uuid({ error: "Pilih instansi" }),
  person: personAnswer,
});

export type UserInput = z.output<typeof userSchema>;
export type NewUserInput = z.output<typeof newUserSchema>;

const newPasswordFields = {
  newPassword: z
    .string({ error: "Isi kata sandi baru" })
    .min(1, "Isi kata sandi baru")
    .min(10, "Kata sandi baru sekurangnya 10 huruf atau angka")
    .max(200, "Kata sandi baru paling banyak 200 huruf")
    .refine(
      (typed) => !isCommonPassword(typed),
      "Kata sandi ini termasuk yang pertama ditebak orang. Pakai beberapa kata yang tidak berhubungan",
    ),
  repeatPassword: z.string({ error: "Ulangi kata sandi baru" }).min(1, "Ulangi kata sandi baru"),
};

function requireSame(
  typed: { newPassword?: unknown; repeatPassword?: unknown },
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
) {
  if (typed.repeatPassword && typed.newPassword !== typed.repeatPassword)
    context.addIssue({
      code: "custom",
      path: ["repeatPassword"],
      message: "Ulangan kata sandi tidak sama dengan kata sandi baru",
    });
}

/** A new password, typed twice, with other fields of the same form. */
export function withNewPassword<S extends z.ZodRawShape>(fields: S) {
  return z.object({ ...fields, ...newPasswordFields }).superRefine(requireSame);
}

export const newPasswordSchema = withNewPassword({});

export const passwordChangeSchema = withNewPassword({
  oldPassword: z
    .string({ error: "Isi kata sandi sekarang" })
    .min(1, "Isi kata sandi sekarang")
    .max(200, "Kata sandi sekarang tidak cocok"),
  revokesTokens: z.preprocess((value) => value === "ya", z.boolean()).default(false),
});

export type PasswordChange = z.output<typeof passwordChangeSchema>;
