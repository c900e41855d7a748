"use client";

import { type SubmitEvent, useActionState, useId, useState } from "react";
import { TextField } from "@/components/form/field";
import { FileField } from "@/components/form/file-field";
import { FormContext } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction, FormState } from "@/lib/web/form";

type Props = { action: FormAction; formId: string; accept: string; limit: { bytes: number; sentence: string } };

const lost = "Sambungan terputus. Foto yang belum muncul di bawah perlu dikirim lagi.";

/**
 * Brings photos of a meeting. With script each goes by itself, so that many large ones arrive one after the other and
 * a bad line loses one at most; without script they go together.
 */
export function PhotoForm({ action, formId, accept, limit }: Props) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [own, setOwn] = useState<FormState | null>(null);
  const prefix = useId();
  const shown = own ?? state;

  async function sendOneByOne(form: HTMLFormElement, files: File[]) {
    const saved: string[] = [];
    const refusals: string[] = [];
    try {
      for (const [index, file] of files.entries()) {
        setProgress({ done: index, total: files.length });
        const one = new FormData(form);
        one.delete("file");
        one.append("file", file);
        const { done, errors, message } = await action({}, one);
        if (done) saved.push(file.name);
        else refusals.push(errors?.file ?? message ?? lost);
      }
      form.reset();
    } catch {
      refusals.push(lost);
    }
    setProgress(null);
    const done = saved.length > 0 ? `${saved.length} foto tersimpan.` : "";
    setOwn(refusals.length > 0 ? { errors: { file: [done, ...refusals].filter(Boolean).join(" ") } } : { done });
  }

  function send(event: SubmitEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const files = new FormData(form).getAll("file").filter((file) => file instanceof File);
    setOwn(null);
    if (files.length < 2) return;
    event.preventDefault();
    if (!progress) void sendOneByOne(form, files);
  }

  return (
    <form action={formAction} onSubmit={send} noValidate className="card flex max-w-2xl flex-col gap-4">
      <FormContext value={{ state: shown, prefix }}>
        {shown.done && (
          <p role="status" className="rounded border-l-4 border-done bg-done-soft px-4 py-3">
            {shown.done}
          </p>
        )}
        {shown.message && (
          <p role="alert" className="rounded border-l-4 border-late bg-late-soft px-4 py-3 font-semibold">
            {shown.message}
          </p>
        )}
        <input type="hidden" name="id" value={formId} />
        <FileField
          name="file"
          label="Foto kegiatan"
          accept={accept}
          limit={limit}
          multiple
          hint="Boleh beberapa sekaligus; JPEG, PNG, atau WebP sampai 12 MB tiap foto. Foto diperkecil, ditegakkan, dan dibersihkan dari data lokasi."
        />
        <noscript>
          <p className="text-sm text-muted">
            Foto yang dikirim bersama paling banyak 12 MB seluruhnya; bila lebih, kirim satu per satu.
          </p>
        </noscript>
        <TextField
          name="caption"
          label="Keterangan"
          optional
          maxLength={300}
          hint="Apa yang tampak, misalnya: penandatanganan kesepakatan oleh Camat. Dapat diubah untuk tiap foto."
        />
        {progress && (
          <p role="status">
            Mengirim foto {progress.done + 1} dari {progress.total} …
          </p>
        )}
        <div>
          <SubmitButton>Simpan foto</SubmitButton>
        </div>
      </FormContext>
    </form>
  );
}
