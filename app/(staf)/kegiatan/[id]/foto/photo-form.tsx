"use client";

import { type SubmitEvent, useActionState, useId, useRef } from "react";
import { TextField } from "@/components/form/field";
import { FileField } from "@/components/form/file-field";
import { FormContext } from "@/components/form/form-context";
import { RestoredNotice } from "@/components/form/restored-notice";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptTyping } from "@/components/form/use-kept-typing";
import { WriterField } from "@/components/form/writer-field";
import type { FormAction, FormState } from "@/lib/web/form";
import { PhotoQueue } from "./photo-queue";
import { type SendOne, usePhotoQueue } from "./use-photo-queue";

type Props = {
  action: FormAction;
  sendOne: SendOne;
  formId: string;
  accept: string;
  limit: { bytes: number; sentence: string };
};

/**
 * Brings photos of a meeting. With script each goes by itself, so that many arrive one after the other and a bad line
 * loses none of the rest; without script they go together.
 */
export function PhotoForm({ action, sendOne, formId, accept, limit }: Props) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  const form = useRef<HTMLFormElement>(null);
  const { isRestored, drop, taken } = useKeptTyping(form, state);
  const { queue, add, sendAgain } = usePhotoQueue(sendOne, { limit, whenAllSaved: taken });
  const prefix = useId();

  function send(event: SubmitEvent<HTMLFormElement>) {
    const sent = new FormData(event.currentTarget);
    const files = sent.getAll("file").filter((file) => file instanceof File && file.name !== "");
    if (files.length === 0) return;
    event.preventDefault();
    add(
      files.filter((file) => file instanceof File),
      { id: formId, caption: String(sent.get("caption") ?? "") },
    );
    event.currentTarget.reset();
  }

  return (
    <form ref={form} action={formAction} onSubmit={send} noValidate className="card flex max-w-2xl flex-col gap-4">
      <WriterField />
      <FormContext value={{ state, prefix }}>
        {state.done && (
          <p role="status" className="rounded border-l-4 border-done bg-done-soft px-4 py-3">
            {state.done}
          </p>
        )}
        {state.message && (
          <p role="alert" className="rounded border-l-4 border-late bg-late-soft px-4 py-3 font-semibold">
            {state.message}
          </p>
        )}
        {isRestored && <RestoredNotice drop={drop} />}
        <input type="hidden" name="id" value={formId} />
        <FileField
          name="file"
          label="Foto kegiatan"
          accept={accept}
          // One that is too large is named in the queue, and the others go.
          limit={{ ...limit, bytes: Number.POSITIVE_INFINITY }}
          multiple
          use="photo"
          hint="Boleh beberapa sekaligus. Foto diperkecil, ditegakkan, dan dibersihkan dari data lokasi; tanggal pengambilannya dicatat."
        />
        <noscript>
          <p className="text-sm text-muted">
            Foto yang dikirim bersama paling banyak 12 MB seluruhnya; bila lebih, kirim satu per satu.
          </p>
        </noscript>
        <TextField
          name="caption"
          label="Keterangan untuk semua foto ini"
          optional
          maxLength={300}
          hint="Apa yang tampak. Keterangan tiap foto dapat diubah di bawah."
        />
        <PhotoQueue queue={queue} sendAgain={sendAgain} />
        <div>
          <SubmitButton>Simpan foto</SubmitButton>
        </div>
      </FormContext>
    </form>
  );
}
