import { z } from "zod";
import { choice, formId, optionalText, rowVersion, text } from "@/lib/fields";
import { longestText, mostTries, noteSections } from "@/lib/minutes/lines";
import { personAnswer } from "@/lib/persons/answer";

const village = optionalText("desa", 13);

const lineFields = {
  text: text("tulisan baris", longestText),
  asker: optionalText("penanya", 160),
  institution: optionalText("instansi penanya", 160),
  answer: optionalText("jawaban", longestText),
  villageCode: village,
};

const section = choice("bagian", noteSections);

/** The line before it; null: first of its section; left out: last. */
const after = z.preprocess((value) => (value === "" ? undefined : value), formId.nullish());

export const noteSchema = z.object({ id: formId, section, after, ...lineFields, person: personAnswer });

export type NoteInput = z.output<typeof noteSchema>;

export const decisions = ["saya", "mereka", "gabung"] as const;

export const noteEditSchema = z.object({
  ...lineFields,
  person: personAnswer,
  version: rowVersion,
  seenVillage: village,
  decision: z.enum(decisions).optional().catch(undefined),
  decidedOn: rowVersion.optional(),
});

export type NoteEditInput = z.output<typeof noteEditSchema>;

export const notePlaceSchema = z.object({ section, after });

export const noteVersionSchema = z.object({ version: rowVersion });

export const noteOperation = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("write"),
    id: formId,
    /** The version it was made of; null: the device made the line. */
    base: rowVersion.nullable(),
    seenVillage: village,
    /** Left out: it stays where it is. */
    place: notePlaceSchema.optional(),
    restores: z.boolean().default(false),
    nonce: formId.optional(),
    earlier: z.array(formId).max(mostTries).default([]),
    ...lineFields,
  }),
  z.object({ kind: z.literal("delete"), id: formId, base: rowVersion }),
  z.object({ kind: z.literal("restore"), id: formId }),
]);

export type NoteOperation = z.output<typeof noteOperation>;

/** One request of a device; each operation is read by itself, so that a bad one holds up no other. */
export const syncSchema = z.object({
  as: z.uuid(),
  operations: z.array(z.unknown()).max(60),
});
