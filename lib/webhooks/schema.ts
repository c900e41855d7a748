import { z } from "zod";
import { formId, rowVersion, text } from "@/lib/fields";
import { webhookTopics } from "@/lib/webhooks/topics";

const address = text("alamat tujuan", 500).superRefine((value, context) => {
  const say = (message: string) => context.addIssue({ code: "custom", message });
  if (!URL.canParse(value)) return say("Tulis alamat lengkap, misalnya https://dasbor.contoh.go.id/lokmin");
  const { protocol, username, password } = new URL(value);
  if (protocol !== "https:" && protocol !== "http:") return say("Alamat tujuan harus diawali https:// atau http://");
  if (username || password) say("Alamat tujuan tidak boleh memuat nama pengguna atau kata sandi");
});

const topics = z
  .preprocess((value) => value ?? [], z.array(z.enum(webhookTopics, { error: "Pilih peristiwa dari daftar" })))
  .refine((list) => list.length > 0, "Pilih sekurangnya satu peristiwa");

const fields = { url: address, topics };

export const newWebhookSchema = z.object({ id: formId, ...fields });
export const webhookEditSchema = z.object({ ...fields, version: rowVersion });

export type NewWebhook = z.output<typeof newWebhookSchema>;
export type WebhookEdit = z.output<typeof webhookEditSchema>;
