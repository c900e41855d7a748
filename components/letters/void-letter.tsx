import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FormAction } from "@/lib/web/form";

type Props = { number: string; version: number; action: FormAction };

/** Gives a number up; folded, since it is seldom meant. */
export function VoidLetter({ number, version, action }: Props) {
  return (
    <details className="mt-8 border-t border-line pt-4">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">Batalkan nomor {number}</summary>
      <p className="my-3 max-w-prose text-muted">
        Nomor yang dibatalkan tetap tercatat di agenda dan tidak dipakai surat lain. Surat ini dapat memakai nomor baru.
      </p>
      <ActionForm action={action} submit="Batalkan nomor" tone="danger">
        <HiddenField name="version" initial={version} />
        <TextField name="reason" label="Alasan pembatalan" maxLength={300} className="max-w-xl" />
      </ActionForm>
    </details>
  );
}
