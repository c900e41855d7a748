import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { forwardAction } from "./actions";

type Props = { escalationId: string; forwards: number; above: string | null; answerBy: string };

/** Hands it on: up, or to an institution by name and contact. @param above name of the office above, if any */
export function ForwardForm({ escalationId, forwards, above, answerBy }: Props) {
  return (
    <details className="no-print max-w-3xl">
      <summary className="link inline-flex min-h-11 items-center">
        {above ? `Teruskan ke ${above} atau instansi lain` : "Teruskan ke instansi lain"}
      </summary>
      <ActionForm
        key={forwards}
        action={forwardAction.bind(null, escalationId)}
        submit="Teruskan"
        tone="plain"
        className="group card mt-2 flex flex-col gap-4"
      >
        <HiddenField name="id" initial={randomUUID()} />
        <RadioGroup
          name="to"
          legend="Kepada"
          options={[
            ...(above ? [{ value: "atas", label: above, hint: "menjawab sendiri di Lokmin" }] : []),
            { value: "instansi", label: "Instansi lain", hint: "jawabannya Anda catat di sini" },
          ]}
          initial={above ? null : "instansi"}
        />
        <div className="hidden gap-4 group-has-[[value=instansi]:checked]:grid sm:grid-cols-2 [@supports_not_selector(:has(a))]:grid">
          <TextField name="institution" label="Nama instansi" hint="Misalnya Dinas Pekerjaan Umum" maxLength={200} />
          <TextField name="contact" label="Narahubung di sana" hint="Nama dan nomor" optional maxLength={200} />
        </div>
        <TextArea name="asked" label="Yang dimintakan" rows={3} />
        <TextField name="answerBy" label="Jawaban paling lambat" type="date" initial={answerBy} className="sm:w-60" />
      </ActionForm>
    </details>
  );
}
