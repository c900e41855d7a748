import { formatNumber, fundingNames, priorityNames } from "@/lib/plan/rules";
import { dateToDay, formatDayLong } from "@/lib/time";
import type { ActionItem } from "@/prisma/generated/client";

type Figure = { toString(): string } | null;

type Row = Pick<
  ActionItem,
  | "problem"
  | "cause"
  | "activity"
  | "responsibleInstitution"
  | "responsibleTitle"
  | "responsibleName"
  | "support"
  | "deadline"
  | "indicator"
  | "unit"
  | "fundingSource"
  | "priority"
> & { baseline: Figure; target: Figure };

/** The facts of a row in words, as its history keeps them. */
function factsOf(row: Row): Record<string, string> {
  const figure = (value: Figure) => (value === null ? "" : formatNumber(Number(value)));
  return {
    masalah: row.problem ?? "",
    penyebab: row.cause ?? "",
    kegiatan: row.activity,
    "penanggung jawab": [row.responsibleTitle, row.responsibleName, row.responsibleInstitution]
      .filter(Boolean)
      .join(", "),
    pendukung: row.support ?? "",
    "batas waktu": formatDayLong(dateToDay(row.deadline)),
    indikator: row.indicator ?? "",
    "capaian awal": figure(row.baseline),
    target: figure(row.target),
    satuan: row.unit ?? "",
    "sumber dana": row.fundingSource ? fundingNames[row.fundingSource] : "",
    prioritas: priorityNames[row.priority],
  };
}

/** What matters of a row that was added or deleted. */
export function outlineOf(row: Row): Record<string, string> {
  const facts = factsOf(row);
  return {
    "penanggung jawab": facts["penanggung jawab"] ?? "",
    "batas waktu": facts["batas waktu"] ?? "",
  };
}

/** What an edit changed: "batas waktu": "1 Juli 2026 → 31 Juli 2026". */
export function changesBetween(before: Row, after: Row): Record<string, string> {
  const old = factsOf(before);
  const changed = Object.entries(factsOf(after)).filter(([name, value]) => value !== old[name]);
  return Object.fromEntries(changed.map(([name, value]) => [name, `${old[name] || "–"} → ${value || "–"}`]));
}
