import { z } from "zod";

const mostQuestions = 6000;

/** What the importer chose on the preview, by the key of the question. */
export const choicesSchema = z
  .record(z.string().max(60), z.string().max(60))
  .refine((choices) => Object.keys(choices).length <= mostQuestions);

export type Choices = Readonly<z.output<typeof choicesSchema>>;

/** The value of a ticked box. */
export const ticked = "ya";
