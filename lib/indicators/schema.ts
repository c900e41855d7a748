import { z } from "zod";
import { choice, formId, optionalText, optionalWholeNumber, rowVersion, text } from "@/lib/fields";

export const indicatorForms = ["COVERAGE", "PERCENT", "COUNT"] as const;
export const targetSpreads = ["TWELFTHS", "FLAT", "MONTHLY"] as const;

const yesNo = ["ya", "tidak"] as const;

export const indicatorSchema = z
  .object({
    id: formId,
    name: text("nama indikator", 150),
    definition: optionalText("definisi operasional", 1000),
    topic: optionalText("topik", 60),
    form: choice("bentuk angkanya", indicatorForms),
    numerator: optionalText("pembilang", 200),
    denominator: optionalText("penyebut", 200),
    unit: optionalText("satuan", 30),
    isCumulative: choice("cara membaca bulan", yesNo).transform((word) => word === "ya"),
    lowerIsBetter: choice("arah yang baik", yesNo).transform((word) => word === "ya"),
    spread: choice("sebaran target", targetSpreads),
    position: optionalWholeNumber("urutan", 0, 999),
  })
  .superRefine((indicator, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (indicator.form === "COUNT" && !indicator.unit) say("unit", "Isi satuan, misalnya kasus atau kali");
    if (indicator.form === "PERCENT" && indicator.isCumulative)
      say("isCumulative", "Persen yang diketik tidak dapat dijumlahkan: pilih setiap bulan berdiri sendiri");
    if (indicator.spread === "TWELFTHS" && !indicator.isCumulative)
      say("spread", "Seperduabelas tiap bulan hanya untuk angka yang dijumlahkan setahun: pilih sebaran lain");
  })
  .transform((indicator) => ({
    ...indicator,
    // What is counted against a sasaran, or typed as a percent, is read in percent.
    unit: indicator.form === "COUNT" ? (indicator.unit ?? "") : "%",
    denominator: indicator.form === "COVERAGE" ? indicator.denominator : null,
  }));

export type IndicatorInput = z.output<typeof indicatorSchema>;

export const indicatorEditSchema = z.intersection(indicatorSchema, z.object({ version: rowVersion }));

export type IndicatorEdit = z.output<typeof indicatorEditSchema>;

const rowSchema = z.object({
  id: formId,
  name: optionalText("nama indikator", 150),
  topic: optionalText("topik", 60),
  form: choice("bentuk angkanya", indicatorForms),
  unit: optionalText("satuan", 30),
  isCumulative: choice("cara membaca bulan", yesNo),
  lowerIsBetter: choice("arah yang baik", yesNo),
});

/** Rows of a grid: what it does not ask is as usual, and can be changed afterwards. Rows without words are left out. */
export const indicatorRowsSchema = z.object({ rows: z.array(rowSchema).max(100) }).transform(({ rows }, context) => {
  const inputs = rows.flatMap((row, index) => {
    if (!row.name && !row.topic && !row.unit) return [];
    const parsed = indicatorSchema.safeParse(wholeRow(row));
    if (parsed.success) return [{ ...parsed.data, index }];
    for (const { message, path } of parsed.error.issues)
      context.addIssue({ code: "custom", message, path: ["rows", index, ...path] });
    return [];
  });
  if (rows.every(({ name, topic, unit }) => !name && !topic && !unit))
    context.addIssue({ code: "custom", message: "Tulis sekurangnya satu nama indikator", path: ["rows", 0, "name"] });
  return inputs;
});

export type IndicatorRow = z.output<typeof indicatorRowsSchema>[number];

function wholeRow(row: z.output<typeof rowSchema>) {
  // A percent that is typed cannot be added up.
  const isCumulative = row.form === "PERCENT" ? "tidak" : row.isCumulative;
  return { ...row, name: row.name ?? "", isCumulative, spread: isCumulative === "ya" ? "TWELFTHS" : "FLAT" };
}
