import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { say } from "@/lib/web/local-words";
import { saveAsTemplateAction } from "./template-actions";

/** What was held once is offered to every puskesmas below the same Dinkes. */
export function SaveAsTemplate({ meeting }: { meeting: { id: string; title: string } }) {
  return (
    <details className="no-print rounded-md border border-line px-4">
      <summary className="min-h-11 content-center font-semibold">Simpan sebagai templat …</summary>
      <p className="mb-3 text-sm text-muted">
        {say(
          "Susunan acara, masukan, luaran, dan RTL tanpa tanggal; nama orang dan desa yang dikenal dihapus sendiri.",
        )}
        Puskesmas lain di bawah Dinas Kesehatan yang sama dapat memakainya. Baca hasilnya sesudah disimpan: nama yang
        tidak ada di daftar mitra, misalnya pasien, tidak dapat dikenali.
      </p>
      <ActionForm
        action={saveAsTemplateAction.bind(null, meeting.id)}
        submit="Simpan templat"
        tone="plain"
        className="flex flex-col gap-3 pb-4"
      >
        <HiddenField name="id" initial={randomUUID()} />
        <TextField name="name" label="Nama templat" initial={meeting.title.slice(0, 120)} />
        <TextArea
          name="description"
          label="Keterangan"
          optional
          rows={3}
          hint="Untuk apa templat ini cocok. Jangan menulis nama orang."
        />
      </ActionForm>
    </details>
  );
}
