import { z } from "zod";
import { choice } from "@/lib/fields";
import { topics } from "@/lib/notifications/kinds";

export const rhythms = ["NONE", "DAILY", "WEEKLY"] as const;

const numberOf = (name: string, min: number, max: number) =>
  z.coerce
    .number({ error: `Pilih ${name}` })
    .int(`Pilih ${name}`)
    .min(min, `Pilih ${name}`)
    .max(max, `Pilih ${name}`);

export const choiceSchema = z.object({
  topics: z.array(z.enum(topics)).default([]),
  newsByEmail: z.preprocess((value) => value === "ya", z.boolean()),
  rhythm: choice("ringkasan", rhythms),
  hour: numberOf("jam", 0, 23),
  weekday: numberOf("hari", 1, 7),
});

export type ChoiceInput = z.output<typeof choiceSchema>;

/** An event's id out of an address or a form; 0, which none has, for what is no id. */
export function eventIdOf(text: string): bigint {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : 0n;
}
