import { z } from "zod";
import { choice, formId, optionalText, rowVersion, text } from "@/lib/fields";
import { longestText, mostTries, noteSections } from "@/lib/minutes/lines";

const village = optionalText("desa", 13);

/** What a line says. Only Tanya jawab asks for more than a text, but a line keeps it wherever it is moved. */
const lineFields = {
  text: text("tulisan baris", longestText),
  asker: optionalText("penanya", 160),
  institution: optionalText("instansi penanya", 160),
  answer: optionalText("jawaban", longestText),
  villageCode: village,
};

const section = choice("bagian", noteSections);

/** The line it stands behind; null: first of its section; left out: last. */
const after = z.preprocess((value) => (value === "" ? undefined : value), formId.nullish());

export const noteSchema = z.object({ id: formId, section, after, ...lineFields });

export type NoteInput = z.output<typeof noteSchema>;

/** How a person decided between two versions of a line. */
export const decisions = ["saya", "mereka", "gabung"] as const;

export const noteEditSchema = z.object({
  ...lineFields,
  /** The version the form was filled with, and the desa it had. */
  version: rowVersion,
  seenVillage: village,
  /** After a clash: what to keep, decided on this version. */
  decision: z.enum(decisions).optional().catch(undefined),
  decidedOn: rowVersion.optional(),
});

export type NoteEditInput = z.output<typeof noteEditSchema>;

export const notePlaceSchema = z.object({ section, after });

/** A form that only says which version it was made of. */
export const noteVersionSchema = z.object({ version: rowVersion });

/** What a device asks for a line: how it shall be. */
export const noteOperation = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("write"),
    id: formId,
    /** The version it was made of; null: the device made the line. */
    base: rowVersion.nullable(),
    seenVillage: village,
    /** Left out: it stays where it is. */
    place: notePlaceSchema.optional(),
    /** A deleted line comes back with it. */
    restores: z.boolean().default(false),
    /** Of this try, and of the tries before it that got no answer. */
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
  /** Who wrote it: nothing is sent under another's name on a shared device. */
  as: z.uuid(),
  operations: z.array(z.unknown()).max(60),
});
