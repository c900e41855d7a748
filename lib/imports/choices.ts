import { z } from "zod";

const mostQuestions = 6000;

export const choicesSchema = z
  .record(z.string().max(60), z.string().max(60))
  .refine((choices) => Object.keys(choices).length <= mostQuestions);

export type Choices = Readonly<z.output<typeof choicesSchema>>;

export const ticked = "ya";
