import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { ListedQuestion } from "@/lib/question-bank/reads";
import { keyWords, questionKindNames } from "@/lib/question-bank/rules";
import type { TestKind } from "@/prisma/generated/enums";
import { setTestAction } from "../actions";

type Props = {
  meetingId: string;
  kind: TestKind;
  version: number;
  minutes: number | null;
  bank: readonly ListedQuestion[];
  chosen: readonly string[];
  /** What the other test asks: proposed where this one has none, so that both can be compared. */
  ofOther: readonly string[];
};

export function ChooseQuestions({ meetingId, kind, version, minutes, bank, chosen, ofOther }: Props) {
  if (bank.length === 0)
    return (
      <EmptyState
        title="Bank soal masih kosong"
        action={
          <Link href="/bank-soal" prefetch={false} className="button">
            Ke bank soal
          </Link>
        }
      >
        Tulis atau impor soalnya dulu, lalu pilih di sini. Tes di kertas tidak memerlukan soal: ketik saja nilainya.
      </EmptyState>
    );
  const initial = chosen.length > 0 ? chosen : ofOther;
  const topics = [...new Set(bank.map(({ topic }) => topic))];
  return (
    <ActionForm
      key={version}
      action={setTestAction.bind(null, meetingId, kind)}
      submit="Simpan pilihan soal"
      className="flex max-w-3xl flex-col gap-5"
    >
      <HiddenField name="version" initial={version} />
      <TextField
        name="minutes"
        label="Waktu per peserta, dalam menit"
        optional
        inputMode="numeric"
        initial={minutes}
        hint="Dihitung sejak ia menekan Mulai. Kosong: sampai Anda menutup tes."
        className="max-w-80"
      />
      {chosen.length === 0 && ofOther.length > 0 && (
        <p className="text-muted">Diusulkan: soal yang sama dengan tes satunya, agar kenaikannya dapat dibandingkan.</p>
      )}
      {topics.map((topic) => (
        <CheckboxGroup
          key={topic}
          name="questions[]"
          legend={topic}
          initial={initial}
          options={bank
            .filter((question) => question.topic === topic)
            .map((question) => ({
              value: question.id,
              label: question.text,
              hint: `${questionKindNames[question.kind]} · kunci: ${keyWords(question)}`,
            }))}
        />
      ))}
    </ActionForm>
  );
}
