import { z } from "zod";
import { formId, optionalWholeNumber, rowVersion, text } from "@/lib/fields";
import { Profession } from "@/prisma/generated/enums";

const demand = z
  .enum(["", "all", "1", "2", "3", "4", "5"], { error: "Pilih dari daftar" })
  .transform((value) => (value === "" ? undefined : value === "all" ? null : Number(value)));

export const competenceSchema = z
  .object({
    id: formId,
    version: rowVersion.optional(),
    name: text("nama kompetensi"),
    validMonths: optionalWholeNumber("masa berlaku", 1, 600),
    rows: z.array(z.object({ profession: z.enum(Profession), demand })).max(40),
  })
  .transform(({ rows, ...input }) => ({
    ...input,
    professions: rows.flatMap(({ profession, demand: leastStaff }) =>
      leastStaff === undefined ? [] : [{ profession, leastStaff }],
    ),
  }))
  .refine(({ professions }) => professions.length > 0, {
    path: ["rows.0.demand"],
    error: "Pilih sedikitnya satu profesi yang wajib menguasainya",
  });

export type CompetenceInput = z.output<typeof competenceSchema>;
