import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { type MeetingStep, stepRule } from "@/lib/meetings/rules";
import { moveMeetingAction } from "./actions";

const words: Record<MeetingStep, { button: string; open: string; label: string; tone: "main" | "plain" | "danger" }> = {
  schedule: { button: "Jadwalkan kegiatan", open: "", label: "", tone: "main" },
  start: { button: "Mulai kegiatan", open: "", label: "", tone: "main" },
  close: { button: "Tutup kegiatan", open: "", label: "", tone: "main" },
  reopen: { button: "Buka kembali", open: "Buka kembali …", label: "Alasan membuka kembali", tone: "plain" },
  postpone: { button: "Tunda kegiatan", open: "Tunda …", label: "Alasan menunda", tone: "plain" },
  cancel: { button: "Batalkan kegiatan", open: "Batalkan …", label: "Alasan membatalkan", tone: "danger" },
};

type Props = { id: string; step: MeetingStep; isLater: boolean; notice?: ReactNode };

/**
 * The button of one step; where a reason is due, it is behind a fold.
 * @param isLater something else comes first: the button does not stand out
 * @param notice what is to be read before it is pressed
 */
export function StepForm({ id, step, isLater, notice }: Props) {
  const { needsReason } = stepRule(step);
  const { button, open, label, tone } = words[step];
  const action = moveMeetingAction.bind(null, id, step, needsReason);
  if (!needsReason)
    return (
      <ActionForm
        action={action}
        submit={button}
        tone={isLater ? "plain" : tone}
        className="flex flex-col gap-3 [&_button]:w-full"
      >
        {notice}
      </ActionForm>
    );
  return (
    <details className="rounded-md border border-line px-4">
      <summary className="min-h-11 content-center font-semibold">{open}</summary>
      <ActionForm action={action} submit={button} tone={tone} className="flex flex-col gap-3 pb-4">
        <TextArea name="reason" label={label} rows={2} />
      </ActionForm>
    </details>
  );
}
