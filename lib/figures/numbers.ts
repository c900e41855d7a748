import { parseDecimal } from "@/lib/decimal";
import { isEmptyMark } from "@/lib/imports/empty-mark";
import type { IndicatorForm } from "@/prisma/generated/enums";

/** What a cell takes: whole people or cases, a percent, one that somebody aims at, or any number from 0 on. */
export type CellKind = "count" | "percent" | "percent aimed at" | "number";

export type ReadCell = { ok: true; value: number | null } | { ok: false; reason: string };

/** More than a kabupaten counts, and well within the database's numbers. */
const most = 9_999_999;

/** More than a desa has can be reached, but ten times as many is a slip of the hand. */
export const mostPercent = 999.99;

/** What is typed for a month, of each form. */
export function valueKind(form: IndicatorForm): CellKind {
  return form === "PERCENT" ? "percent" : "count";
}

/** What is typed for a target, of each form: over 100 % nobody can want. */
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

/** A number as it is typed: decimal comma, no dots between thousands. */
export function cellText(value: number | null): string {
  return value === null ? "" : String(value).replace(".", ",");
}
