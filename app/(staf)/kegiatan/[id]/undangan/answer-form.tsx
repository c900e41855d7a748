import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextField } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import { answerNames } from "@/lib/invitations/rules";
import { answerChoices } from "@/lib/invitations/schema";
import type { AnswerChoice } from "@/prisma/generated/enums";
import { recordAnswerAction } from "./actions";

type Answer = {
  choice: AnswerChoice;
  reason: string | null;
  delegateName: string | null;
  delegateTitle: string | null;
  delegateInstitution: string | null;
};
type Props = { meetingId: string; invitationId: string; institution: string; answer: Answer | null };

/** An answer that came by word of mouth or telephone; only the chosen one's fields are shown. */
export function AnswerForm({ meetingId, invitationId, institution, answer }: Props) {
  return (
    <ActionForm
      action={recordAnswerAction.bind(null, meetingId, invitationId)}
      submit="Catat jawaban"
      tone="plain"
      className="group flex flex-col gap-4"
    >
      <RadioGroup
        name="choice"
        legend="Jawaban lisan atau telepon"
        options={answerChoices.map((value) => ({ value, label: answerNames[value] }))}
        initial={answer?.choice}
      />
      <div className="hidden gap-3 group-has-[input[value=REPRESENTED]:checked]:grid sm:grid-cols-3">
        <TextField name="delegateName" label="Nama wakil" initial={answer?.delegateName} />
        <TextField name="delegateTitle" label="Jabatan wakil" initial={answer?.delegateTitle} />
        <TextField
          name="delegateInstitution"
          label="Instansi wakil"
          initial={answer?.delegateInstitution ?? institution}
        />
      </div>
      <PersonStep />
      <div className="hidden group-has-[input[value=ABSENT]:checked]:block">
        <TextField name="reason" label="Alasan tidak hadir" initial={answer?.reason} />
      </div>
    </ActionForm>
  );
}
