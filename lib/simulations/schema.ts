import { z } from "zod";
import { formId, optionalText, optionalWholeNumber, rowVersion, text } from "@/lib/fields";

export const mostItems = 60;
export const mostPoints = 20;

const version = z.preprocess((value) => (value === "" || value === undefined ? null : value), rowVersion.nullable());

const itemRow = z.object({
  text: optionalText("butir", 300),
  points: optionalWholeNumber("nilai tertinggi", 1, mostPoints),
});

export const simulationSchema = z.object({
  id: formId,
  version,
  name: text("nama simulasi", 160),
  passShare: optionalWholeNumber("batas lulus", 0, 100).transform((share) => share ?? 0),
  items: z
    .array(itemRow)
    .max(mostItems, `Butir paling banyak ${mostItems}`)
    .transform((rows) => rows.flatMap((row) => (row.text ? [{ text: row.text, points: row.points ?? 1 }] : [])))
    .refine((rows) => rows.length > 0, "Isi paling sedikit satu butir"),
});

export type SimulationInput = z.output<typeof simulationSchema>;

const clockForm = /^(\d{1,3})[:.]([0-5]\d)$/;

/** "3:40" as seconds; null where left out. */
const seconds = optionalText("waktu", 10).transform((typed, context) => {
  if (typed === null) return null;
  const [, minutes = "", rest = ""] = clockForm.exec(typed) ?? [];
  if (minutes === "") {
    context.addIssue({ code: "custom", message: "Tulis waktu seperti 3:40 (menit:detik)" });
    return null;
  }
  return Number(minutes) * 60 + Number(rest);
});

export const observationSchema = z.object({
  id: formId,
  version,
  invitationId: z.uuid({ error: "Pilih peserta" }),
  observer: text("nama penilai", 160),
  seconds,
  note: optionalText("catatan", 1000),
  scores: z
    .array(z.object({ itemId: formId, points: optionalWholeNumber("nilai", 0, mostPoints).default(null) }))
    .transform((rows) => rows.flatMap(({ itemId, points }) => (points === null ? [] : [{ itemId, points }])))
    .refine((rows) => rows.length > 0, "Beri nilai paling sedikit satu butir"),
});

export type ObservationInput = z.output<typeof observationSchema>;
