import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { type MeetingStep, stepRule } from "@/lib/meetings/rules";
import { moveMeetingAction } from "./actions";

const words: Record<MeetingStep, { button: string; open: string; label: string; tone: "main" | "plain" | "danger" }> = {
  schedule: { button: "Jadwalkan kegiatan", open: "", label: "", tone: "main" },
  start: { button: "Mulai kegiatan", open: "", label: "", tone: "main" },
  unstart: { button: "Ya, batalkan mulainya", open: "Keliru memulai? Batalkan mulainya …", label: "", tone: "plain" },
  close: { button: "Ya, tutup dan kunci", open: "Tutup kegiatan …", label: "", tone: "main" },
  reopen: { button: "Buka kembali", open: "Buka kembali …", label: "Alasan membuka kembali", tone: "plain" },
  postpone: { button: "Tunda kegiatan", open: "Tunda …", label: "Alasan menunda", tone: "plain" },
  cancel: { button: "Batalkan kegiatan", open: "Batalkan …", label: "Alasan membatalkan", tone: "danger" },
};

const early = {
  button: "Ya, mulai sekarang",
  open: "Mulai lebih awal …",
  label: "Alasan memulai lebih awal",
  tone: "plain",
} as const;

type Props = { id: string; step: MeetingStep; isLater: boolean; isEarly?: boolean; notice?: ReactNode };

/**
 * The button of one step; where a reason is due, or something to be read before, it is behind a fold.
 * @param isLater something else comes first: the button does not stand out
 * @param isEarly a start long before the meeting's time, which needs a reason
 */
export function StepForm({ id, step, isLater, isEarly = false, notice }: Props) {
  const needsReason = isEarly || stepRule(step).needsReason;
  const { button, open, label, tone } = isEarly ? early : words[step];
  const action = moveMeetingAction.bind(null, id, step);
  if (!needsReason && !notice)
    return (
      <ActionForm
        action={action}
        submit={button}
        tone={isLater ? "plain" : tone}
        className="flex flex-col gap-3 [&_button]:w-full"
      />
    );
  const isMain = !isLater && tone === "main";
  return (
    <details className="rounded-md border border-line open:pb-4">
      <summary className={isMain ? "button button-main w-full" : "min-h-11 content-center px-4 font-semibold"}>
        {open}
      </summary>
      <ActionForm action={action} submit={button} tone={tone} className="flex flex-col gap-3 px-4 pt-3">
        {notice}
        {needsReason && <TextArea name="reason" label={label} rows={2} />}
      </ActionForm>
    </details>
  );
}
