import { z } from "zod";
import { day, formId, optionalDay, optionalText, rowVersion, text } from "@/lib/fields";
import { PlacementEnd, Profession } from "@/prisma/generated/enums";

const nip = z.preprocess(
  (value) => (typeof value === "string" ? value.replace(/\s/g, "") : ""),
  z
    .string()
    .refine((value) => value === "" || /^\d{18}$/.test(value), "NIP berisi 18 angka")
    .transform((value) => value || null),
);

const term = {
  startsOn: day("tanggal mulai"),
  endsOn: day("tanggal berakhir"),
  position: optionalText("jabatan"),
  decreeNumber: optionalText("nomor SK", 100),
};

type Days = { startsOn: string; endsOn: string };
const inOrder = ({ startsOn, endsOn }: Days) => startsOn <= endsOn;
const order = { path: ["endsOn"], error: "Tanggal berakhir sebelum tanggal mulai" };

/** Which record is meant, once the form asked; "baru": none of those proposed. */
export const newPerson = "baru";

export const assignmentSchema = z
  .object({
    id: formId,
    name: text("nama"),
    nip,
    profession: z.enum(Profession, { error: "Pilih profesi" }),
    organisationId: z.uuid({ error: "Pilih puskesmas" }),
    person: z.preprocess((value) => value || null, z.union([z.uuid(), z.literal(newPerson)]).nullable()),
    ...term,
  })
  .refine(inOrder, order);

export const assignmentEditSchema = z.object({ version: rowVersion, ...term }).refine(inOrder, order);

export const assignmentEndSchema = z
  .object({
    version: rowVersion,
    endsOn: day("hari terakhir"),
    reason: z.enum(PlacementEnd, { error: "Pilih sebab berakhir" }),
    note: optionalText("keterangan", 500),
    /** Where he became PPPK or PNS: from when, and by which decree. */
    nextStartsOn: optionalDay("tanggal mulai status baru"),
    nextDecree: optionalText("nomor SK pengangkatan", 100),
  })
  .refine(({ reason, note }) => reason !== "OTHER" || note !== null, {
    path: ["note"],
    error: "Tulis sebabnya di keterangan",
  });

export type AssignmentInput = z.output<typeof assignmentSchema>;
export type AssignmentEdit = z.output<typeof assignmentEditSchema>;
export type AssignmentEnding = z.output<typeof assignmentEndSchema>;
