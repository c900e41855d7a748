import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea, TextField } from "@/components/form/field";
import { FileField } from "@/components/form/file-field";
import { HiddenField } from "@/components/form/hidden-field";
import { acceptedTypes, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { answerAction } from "./actions";

/** The Dinkes's answer; what belongs to a letter is there once "Ditindaklanjuti" is chosen. */
export function AnswerForm({ escalationId, answers }: { escalationId: string; answers: number }) {
  return (
    <ActionForm
      key={answers}
      action={answerAction.bind(null, escalationId)}
      submit="Simpan jawaban"
      className="group card no-print flex max-w-3xl flex-col gap-4"
    >
      <HiddenField name="id" initial={randomUUID()} />
      <HiddenField name="fileId" initial={randomUUID()} />
      <RadioGroup
        name="outcome"
        legend="Jawaban"
        options={[
          { value: "RECEIVED", label: "Diterima", hint: "dicatat, masih dikerjakan" },
          { value: "ACTED_ON", label: "Ditindaklanjuti", hint: "dengan surat resmi" },
          { value: "RETURNED", label: "Dikembalikan", hint: "dengan alasan" },
        ]}
        initial={answers > 0 ? "ACTED_ON" : null}
      />
      <div className="hidden flex-col gap-4 group-has-[[value=ACTED\_ON]:checked]:flex [@supports_not_selector(:has(a))]:flex">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="letterNumber" label="Nomor surat" autoComplete="off" maxLength={120} />
          <TextField name="letterDate" label="Tanggal surat" type="date" />
          <TextField name="contact" label="Narahubung di Dinas Kesehatan" optional maxLength={200} />
          <TextField name="dueOn" label="Selesai paling lambat" type="date" optional />
        </div>
        <FileField
          name="file"
          label="Surat (PDF atau foto, boleh kosong)"
          accept={acceptedTypes}
          limit={{ bytes: photoLimit, sentence: tooBigPhoto }}
          hint="PDF sampai 5 MB, atau foto sampai 12 MB."
        />
      </div>
      <TextArea
        name="text"
        label="Keterangan"
        hint="Apa yang dilakukan Dinas Kesehatan, atau mengapa dikembalikan. Jawaban tidak dapat diubah sesudah disimpan."
        rows={4}
      />
    </ActionForm>
  );
}
