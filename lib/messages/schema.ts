import { z } from "zod";
import { formId, rowVersion, text } from "@/lib/fields";
import { messageKinds, templateFault, withLinkLast } from "@/lib/messages/rules";
import type { MessageKind } from "@/prisma/generated/enums";

export function templateSchema(kind: MessageKind) {
  return z.object({
    text: text("pesan", 1500)
      .superRefine((value, context) => {
        const fault = value ? templateFault(kind, value) : null;
        if (fault) context.addIssue({ code: "custom", message: fault });
      })
      .transform(withLinkLast),
  });
}

export const openedSchema = z.object({
  meetingId: formId,
  invitationId: formId,
  kind: z.enum(messageKinds),
  shownSequence: rowVersion,
});
