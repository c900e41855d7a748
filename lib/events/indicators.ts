import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { cellText } from "@/lib/figures/numbers";
import { formNames, spreadNames } from "@/lib/indicators/names";
import { monthNames } from "@/lib/time";

const definition = z.object({
  name: z.string(),
  form: z.enum(["COVERAGE", "PERCENT", "COUNT"]),
  unit: z.string(),
  spread: z.enum(["TWELFTHS", "FLAT", "MONTHLY"]),
  isCumulative: z.boolean(),
  lowerIsBetter: z.boolean(),
});

function definitionWords(indicator: z.output<typeof definition>) {
  return {
    nama: indicator.name,
    bentuk: formNames[indicator.form],
    satuan: indicator.unit,
    bulan: indicator.isCumulative ? "dijumlahkan setahun" : "setiap bulan berdiri sendiri",
    arah: indicator.lowerIsBetter ? "makin kecil makin baik" : "makin besar makin baik",
    sebaran: spreadNames[indicator.spread],
  };
}

function step(verb: string) {
  return kind("indicator", z.object({ name: z.string() }), ({ name }) => ({ verb, subject: name }));
}

const copied = z.object({ year: z.number(), count: z.number() });

export const indicatorEvents = {
  "indicator.defined": kind("indicator", definition.pick({ name: true, form: true, unit: true }), (data) => ({
    verb: "membuat indikator",
    subject: data.name,
    detail: { bentuk: formNames[data.form], satuan: data.unit },
  })),
  "indicator.edited": kind("indicator", z.object({ before: definition, after: definition }), ({ before, after }) => ({
    verb: "mengubah indikator",
    subject: after.name,
    detail: { dari: definitionWords(before), menjadi: definitionWords(after) },
  })),
  "indicator.archived": step("mengarsipkan indikator"),
  "indicator.restored": step("memakai lagi indikator"),
  "denominators.saved": kind(
    "organisation",
    z.object({ year: z.number(), indicators: z.array(z.string()), cells: z.number() }),
    ({ year, indicators, cells }) => ({
      verb: "mengisi sasaran",
      subject: `tahun ${year}`,
      detail: { indikator: indicators, sel: cells },
    }),
  ),
  "denominators.copied": kind("organisation", copied, ({ year, count }) => ({
    verb: "menyalin sasaran",
    subject: `tahun ${year - 1} ke ${year}`,
    detail: { sel: count },
  })),
  "targets.saved": kind(
    "organisation",
    z.object({ year: z.number(), targets: z.array(z.object({ name: z.string(), target: z.number().nullable() })) }),
    ({ year, targets }) => ({
      verb: "menetapkan target",
      subject: `tahun ${year}`,
      detail: {
        target: targets.map(({ name, target }) =>
          target === null ? `${name} dikosongkan` : `${name} ${cellText(target)}`,
        ),
      },
    }),
  ),
  "targets.copied": kind("organisation", copied, ({ year, count }) => ({
    verb: "menyalin target",
    subject: `tahun ${year - 1} ke ${year}`,
    detail: { indikator: count },
  })),
  "figures.saved": kind(
    "organisation",
    z.object({
      year: z.number(),
      indicators: z.array(z.string()),
      months: z.array(z.number()),
      cells: z.number(),
    }),
    ({ year, indicators, months, cells }) => ({
      verb: "mengisi capaian",
      subject: indicators.length === 1 ? (indicators[0] ?? "") : `${indicators.length} indikator`,
      detail: {
        ...(indicators.length > 1 ? { indikator: indicators.slice(0, 30) } : {}),
        bulan: months.map((month) => `${monthNames[month - 1]} ${year}`),
        sel: cells,
      },
    }),
  ),
  "office-figures.imported": kind(
    "organisation",
    z.object({
      ...{ file: z.string(), added: z.number(), changed: z.number(), differing: z.number(), puskesmas: z.number() },
      ...{ indicators: z.array(z.string()), years: z.array(z.string()) },
    }),
    ({ file, added, changed, differing, puskesmas, indicators, years }) => ({
      verb: "mengimpor capaian per puskesmas",
      subject: file,
      detail: {
        ...{ baru: added, diubah: changed, "berbeda dari sumber lain": differing, puskesmas },
        ...{ indikator: indicators, tahun: years },
      },
    }),
  ),
  "office-figures.removed": kind(
    "organisation",
    z.object({ puskesmas: z.string(), indicator: z.string(), year: z.number(), month: z.number(), value: z.number() }),
    ({ puskesmas, indicator, year, month, value }) => ({
      verb: "menghapus angkanya untuk",
      subject: `${puskesmas}, ${indicator}, ${monthNames[month - 1]} ${year}`,
      detail: { angka: cellText(value) },
    }),
  ),
  "figures.imported": kind(
    "organisation",
    z.object({
      file: z.string(),
      added: z.number(),
      changed: z.number(),
      indicators: z.array(z.string()),
      years: z.array(z.number()),
    }),
    ({ file, added, changed, indicators, years }) => ({
      verb: "mengimpor capaian",
      subject: file,
      detail: { baru: added, diubah: changed, indikator: indicators, tahun: years.map(String) },
    }),
  ),
};
