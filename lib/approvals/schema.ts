import { z } from "zod";
import { formId, optionalText, text } from "@/lib/fields";
import { HolderPrefix } from "@/prisma/generated/enums";

export const approvalSchema = z.object({
  id: formId,
  placeholders: optionalText("pernyataan", 64),
});

export const reopeningSchema = z.object({ approvalId: formId, reason: text("alasan membuka kembali", 500) });

export const submissionSchema = z.object({ id: formId, note: optionalText("catatan untuk Dinkes", 500) });
export type SubmissionInput = z.output<typeof submissionSchema>;

export const keptHead = z
  .object({
    title: z.string(),
    prefix: z.enum(HolderPrefix).nullable(),
    name: z.string(),
    ownPost: z.string().nullable(),
    rank: z.string().nullable(),
    nip: z.string().nullable(),
    isSinceKnown: z.boolean(),
  })
  .nullable()
  .catch(null);

export const keptChecklist = z
  .array(
    z.object({
      ep: z.string(),
      text: z.string(),
      isMet: z.boolean(),
      says: z.string(),
      isRequired: z.boolean().default(true),
    }),
  )
  .catch([]);
