import { parseDecimal } from "@/lib/decimal";
import { isEmptyMark } from "@/lib/imports/empty-mark";
import type { IndicatorForm } from "@/prisma/generated/enums";

export type CellKind = "count" | "percent" | "percent aimed at" | "number";

export type ReadCell = { ok: true; value: number | null } | { ok: false; reason: string };

const most = 9_999_999;

export const mostPercent = 999.99;

export function valueKind(form: IndicatorForm): CellKind {
  return form === "PERCENT" ? "percent" : "count";
}

export function targetKind(form: IndicatorForm): CellKind {
  return form === "COUNT" ? "number" : "percent aimed at";
}

/** A cell as it was typed or pasted; empty is null, which is not zero. */
export function readCell(text: string, kind: CellKind): ReadCell {
  const compact = text.replace(/\s/g, "");
  if (compact === "" || isEmptyMark(compact)) return { ok: true, value: null };
  const isPercent = kind === "percent" || kind === "percent aimed at";
  const value = parseDecimal(isPercent ? compact.replace(/%$/, "") : compact);
  if (value === null) return no(sentences[kind]);
  if (value < 0) return no("Tidak boleh kurang dari 0");
  if (kind === "count" && !Number.isInteger(value)) return no("Tulis angka bulat, tanpa koma");
  if (kind === "percent aimed at" && value > 100) return no("Target persen paling banyak 100");
  if (kind === "percent" && value > mostPercent) return no(`Persen paling banyak ${cellText(mostPercent)}`);
  if (value > most) return no(`Paling banyak ${most.toLocaleString("id-ID")}`);
  return { ok: true, value };
}

const sentences: Record<CellKind, string> = {
  count: "Tulis angka bulat, misalnya 12",
  percent: "Tulis persen, misalnya 12,5",
  "percent aimed at": "Tulis persen, misalnya 12,5",
  number: "Tulis angka, misalnya 12,5",
};

function no(reason: string): ReadCell {
  return { ok: false, reason };
}

export function cellText(value: number | null): string {
  return value === null ? "" : String(value).replace(".", ",");
}
