import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { answerAction } from "./actions";
import { LetterFields } from "./letter-fields";

/** The office's answer; what belongs to a letter is there once "Ditindaklanjuti" is chosen. */
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
        <LetterFields contactLabel="Penanggung jawab di kantor Anda" />
      </div>
      <TextArea
        name="text"
        label="Keterangan"
        hint="Apa yang dilakukan kantor Anda, atau mengapa dikembalikan. Jawaban tidak dapat diubah sesudah disimpan."
        rows={4}
      />
    </ActionForm>
  );
}
