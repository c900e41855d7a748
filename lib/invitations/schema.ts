import { z } from "zod";
import { formId, text } from "@/lib/fields";

export const answerChoices = ["PRESENT", "REPRESENTED", "ABSENT"] as const;

export const answerSchema = z.discriminatedUnion(
  "choice",
  [
    z.object({ choice: z.literal("PRESENT") }),
    z.object({
      choice: z.literal("REPRESENTED"),
      delegateName: text("nama wakil", 120),
      delegateTitle: text("jabatan wakil", 120),
      delegateInstitution: text("instansi wakil", 160),
    }),
    z.object({ choice: z.literal("ABSENT"), reason: text("alasan tidak hadir", 300) }),
  ],
  { error: "Pilih jawaban: hadir, diwakili, atau tidak hadir" },
);

export type AnswerInput = z.output<typeof answerSchema>;

export function answerColumns(input: AnswerInput) {
  const isDelegated = input.choice === "REPRESENTED";
  return {
    choice: input.choice,
    reason: input.choice === "ABSENT" ? input.reason : null,
    delegateName: isDelegated ? input.delegateName : null,
    delegateTitle: isDelegated ? input.delegateTitle : null,
    delegateInstitution: isDelegated ? input.delegateInstitution : null,
  };
}

export const inviteSchema = z.object({
  seatIds: z
    .array(formId, { error: "Pilih sekurangnya satu undangan" })
    .min(1, "Pilih sekurangnya satu undangan")
    .max(1000, "Paling banyak 1.000 undangan sekaligus"),
});

export const manySchema = z.object({
  step: z.enum(["sent", "withdraw"], { error: "Pilih yang dilakukan dengan undangan yang dicentang" }),
  invitationIds: z
    .array(formId, { error: "Centang sekurangnya satu undangan" })
    .min(1, "Centang sekurangnya satu undangan")
    .max(1000, "Paling banyak 1.000 undangan sekaligus"),
});
