import { z } from "zod";
import { formId, optionalText, text } from "@/lib/fields";
import { fundingSources, priorities } from "@/lib/plan/schema";

const line = z.string().max(500);
const part = line.nullable().default(null);

export const templateItemSchema = z.object({
  problem: part,
  cause: part,
  activity: line.min(1),
  responsibleInstitution: part,
  responsibleTitle: part,
  support: part,
  indicator: part,
  target: z.number().nullable().default(null),
  unit: part,
  fundingSource: z.enum(fundingSources).nullable().catch(null),
  priority: z.enum(priorities).catch("MEDIUM"),
});

export type TemplateItem = z.output<typeof templateItemSchema>;

/** What a template holds, checked whenever it is read: it was written by another version, or for another form. */
export const templateContentSchema = z.object({
  agenda: z
    .array(z.object({ topic: line, minutes: z.number().int().nullable().default(null), presenter: part }))
    .max(60)
    .default([]),
  inputs: z.array(line).max(60).default([]),
  outputs: z.array(line).max(60).default([]),
  items: z.array(templateItemSchema).max(200).default([]),
});

export type TemplateContent = z.output<typeof templateContentSchema>;

export const templateSchema = z.object({
  id: formId,
  name: text("nama templat", 120),
  description: optionalText("keterangan", 600),
});

export type TemplateInput = z.output<typeof templateSchema>;
