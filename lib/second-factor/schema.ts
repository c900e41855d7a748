import { z } from "zod";
import { formId, text } from "@/lib/fields";

export const newAppSchema = z.object({ id: formId, name: text("nama HP atau aplikasi", 60) });

export const codeSchema = z.object({ code: text("kode", 40) });

export const startedAppSchema = z.object({ id: z.uuid({ error: "Muat ulang halaman" }) });

export const passwordSchema = z.object({
  password: z.string({ error: "Isi kata sandi" }).min(1, "Isi kata sandi").max(200, "Kata sandi sekarang tidak cocok"),
});
