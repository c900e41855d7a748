import { z } from "zod";
import { phone } from "@/lib/directory/schema";
import { choice, formId, optionalText, text } from "@/lib/fields";
import { professionNames } from "@/lib/staff/professions";
import { mostParticipantsAtOnce } from "@/lib/trainings/fields";
import { Profession } from "@/prisma/generated/enums";

export const professions = Object.keys(professionNames).filter((key): key is Profession => key in Profession);

const ids = z
  .array(formId)
  .max(mostParticipantsAtOnce, `Paling banyak ${mostParticipantsAtOnce} orang sekaligus`)
  .default([]);

/** The ticked ones, or with the box for all of them everybody who was shown. */
export const chosenSchema = z
  .object({ staffIds: ids, shown: ids, all: optionalText("semua", 10) })
  .transform(({ staffIds, shown, all }) => (all ? shown : staffIds))
  .refine((chosen) => chosen.length > 0, { path: ["staffIds"], message: "Centang paling sedikit satu orang" });

const guest = "TAMU";
const roles = [guest, ...professions] as const;

const typedRowSchema = z
  .object({
    name: text("nama", 120),
    role: choice("profesi", roles),
    title: optionalText("jabatan", 150),
    institution: text("instansi", 150),
    phone,
  })
  .transform(({ role, ...row }) => ({ ...row, profession: role === guest ? null : role }));
export type TypedRow = z.output<typeof typedRowSchema> & { index: number };

/** A row without a name is left out. */
export const typedSchema = z
  .object({ rows: z.array(z.record(z.string(), z.unknown())).max(60, "Paling banyak 60 orang sekaligus").default([]) })
  .transform(({ rows }, context) => {
    const filled = rows.flatMap((raw, index) => (String(raw.name ?? "").trim() === "" ? [] : [{ raw, index }]));
    if (filled.length === 0)
      context.addIssue({ code: "custom", path: ["rows", 0, "name"], message: "Isi paling sedikit satu nama" });
    return filled.flatMap(({ raw, index }): TypedRow[] => {
      const row = typedRowSchema.safeParse(raw);
      if (row.success) return [{ ...row.data, index }];
      for (const issue of row.error.issues)
        context.addIssue({ code: "custom", path: ["rows", index, ...issue.path], message: issue.message });
      return [];
    });
  });
