import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import type { FormAction } from "@/lib/web/form";

export function BeginApp({ begin, tone = "main" }: { begin: FormAction; tone?: "main" | "plain" }) {
  return (
    <ActionForm action={begin} submit="Siapkan aplikasi autentikator" tone={tone}>
      <input type="hidden" name="id" value={randomUUID()} />
      <TextField
        name="name"
        label="Nama HP atau aplikasi"
        hint="Supaya Anda mengenalinya, misalnya HP Samsung"
        initial="HP saya"
        autoComplete="off"
        maxLength={60}
        className="max-w-xs"
      />
    </ActionForm>
  );
}
