import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea, TextField } from "@/components/form/field";
import { FileField } from "@/components/form/file-field";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TickField } from "@/components/form/tick-field";
import { acceptedPhotoTypes, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import type { ListedQuestion } from "@/lib/question-bank/reads";
import { letterOf, questionKindNames, questionKinds } from "@/lib/question-bank/rules";
import { saveQuestionAction } from "./actions";

const kinds = questionKinds.map((value) => ({ value, label: questionKindNames[value] }));

type Props = { question?: ListedQuestion; topics: readonly string[] };

export function QuestionForm({ question, topics }: Props) {
  return (
    <ActionForm action={saveQuestionAction} className="flex max-w-3xl flex-col gap-5">
      <HiddenField name="id" initial={question?.id ?? randomUUID()} />
      <HiddenField name="pictureId" initial={randomUUID()} />
      {question && <HiddenField name="version" initial={question.version} />}
      <TextField
        name="topic"
        label="Topik"
        suggestions={topics}
        initial={question?.topic}
        hint="Misalnya: Resusitasi jantung paru"
      />
      <RadioGroup name="kind" legend="Jenis soal" options={kinds} initial={question?.kind ?? "SINGLE"} />
      <TextArea name="text" label="Soal" rows={3} initial={question?.text} />
      <TextArea
        name="options"
        label="Pilihan, satu per baris"
        rows={5}
        initial={question?.kind === "TRUE_FALSE" ? "" : question?.options.join("\n")}
        hint="Baris pertama menjadi A, berikutnya B, dan seterusnya. Kosongkan untuk benar atau salah dan isian singkat."
      />
      <TextField name="key" label="Kunci jawaban" initial={question ? keyOf(question) : null} hint={keyHint} />
      <TextField
        name="points"
        label="Bobot nilai"
        inputMode="numeric"
        optional
        initial={question?.points ?? 1}
        hint="1 sampai 100; soal sulit boleh lebih besar"
      />
      <FileField
        name="picture"
        label={question?.pictureId ? "Ganti gambar (boleh kosong)" : "Gambar (boleh kosong)"}
        accept={acceptedPhotoTypes}
        limit={{ bytes: photoLimit, sentence: tooBigPhoto }}
      />
      {question?.pictureId && <TickField name="removePicture" label="Lepaskan gambar yang ada" initial={false} />}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>Simpan soal</SubmitButton>
        {!question && (
          <SubmitButton tone="plain" name="then" value="another">
            Simpan, lalu tambah lagi
          </SubmitButton>
        )}
        <Link href="/bank-soal" prefetch={false} className="link">
          Batal
        </Link>
      </div>
    </ActionForm>
  );
}

const keyHint =
  "Pilihan ganda: B. Pilihan jamak: A, C. Benar atau salah: Benar. Urutan: C, A, B (kosong bila pilihan sudah berurutan benar). Isian singkat: jawaban yang diterima, dipisahkan titik koma.";

function keyOf({ kind, options, correct, accepted }: ListedQuestion): string {
  if (kind === "SHORT_TEXT") return accepted.join("; ");
  if (kind === "ORDER") return "";
  if (kind === "TRUE_FALSE") return options[correct[0] ?? 0] ?? "";
  return correct.map(letterOf).join(", ");
}
