import { z } from "zod";
import { tokenDays } from "@/lib/api-tokens/rules";
import { choice, formId, text } from "@/lib/fields";

export const newTokenSchema = z.object({
  id: formId,
  name: text("nama token", 80),
  days: choice("masa berlaku", tokenDays).transform(Number),
});

export type NewToken = z.output<typeof newTokenSchema>;
