import { z } from "zod";
import { text } from "@/lib/fields";
import { templateFault, withLinkLast } from "@/lib/messages/rules";
import type { MessageKind } from "@/prisma/generated/enums";

/** A puskesmas's own words for a kind of message; the link comes to stand last. */
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
