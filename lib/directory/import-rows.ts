import { z } from "zod";
import { type Cells, type ColumnKey, columns, vacant } from "@/lib/directory/import-columns";
import { holderPrefixes, normalisePhone, prefixNames, sectorNames, sectors } from "@/lib/directory/rules";
import { newSeatSchema } from "@/lib/directory/schema";
import type { OnProgress } from "@/lib/imports/drafts";
import type { TableRow } from "@/lib/imports/table";
import { tidyText } from "@/lib/plain-words";

/** A row that says everything it must. What its column leaves empty, or its file has no column for, is null. */
const valuesSchema = z.object({
  title: z.string(),
  institution: z.string(),
  sector: z.enum(sectors).nullable(),
  /** A code or a name; "" where none is given. */
  village: z.string(),
  /** null: the seat is vacant. */
  name: z.string().nullable(),
  prefix: z.enum(holderPrefixes).nullable(),
  ownPost: z.string().nullable(),
  phone: z.string().nullable(),
  phones: z.array(z.string()),
  email: z.string().nullable(),
  protocolOrder: z.number().nullable(),
});

const rowSchema = z.object({
  row: z.number(),
  label: z.string(),
  values: valuesSchema.nullable(),
  reasons: z.array(z.string()),
});

export const draftSchema = z.object({
  columns: z.array(z.string()),
  unusedColumns: z.array(z.string()),
  notes: z.array(z.string()),
  examples: z.number(),
  rows: z.array(rowSchema),
});

export type WrittenValues = z.output<typeof valuesSchema>;
export type DraftRow = z.output<typeof rowSchema>;
export type Draft = z.output<typeof draftSchema>;

const rowsPerStep = 250;

export async function readRows(all: readonly TableRow<ColumnKey>[], onProgress: OnProgress): Promise<DraftRow[]> {
  const rows: DraftRow[] = [];
  for (let from = 0; from < all.length; from += rowsPerStep) {
    for (const row of all.slice(from, from + rowsPerStep)) rows.push(readRow(row));
    await onProgress(rows.length, all.length);
    // Others are served between two steps.
    await new Promise((done) => setImmediate(done));
  }
  return rows;
}

const { title, institution, email, ownPost, name, protocolOrder, phone } = newSeatSchema.shape;
const cellSchema = z.object({ title, institution, email, ownPost, name, protocolOrder, phone });

function readRow({ row, cells: written, errors }: TableRow<ColumnKey>): DraftRow {
  const cells = tidied(written);
  const reasons = Object.values(errors);
  const isVacant = /^\(?lowong\)?$/i.test(cells.name ?? "");
  const sector = sectorOf(cells.sector ?? "");
  const prefix = prefixOf(cells.prefix ?? "");
  const phones = phonesIn(cells.phone ?? "");
  const parsed = cellSchema.safeParse({
    ...cells,
    name: isVacant ? "" : cells.name,
    phone: phones.length > 1 ? "" : cells.phone,
    protocolOrder: cells.protocolOrder?.replace(/[.,]0+$/, ""),
  });
  if (!parsed.success) for (const { message } of parsed.error.issues) reasons.push(message);
  if (!cells.name && !errors.name)
    reasons.push(`Isi nama pejabat, atau tulis ${vacant} bila jabatan ini sedang tidak dijabat siapa pun`);
  if (sector === undefined)
    reasons.push(`Sektor “${cells.sector}” tidak dikenal: pilih dari lembar Petunjuk di templat`);
  if (prefix === undefined) reasons.push(`Awalan “${cells.prefix}” tidak dikenal: tulis Plt., Plh., atau Pj.`);
  const holder: ColumnKey[] = ["prefix", "ownPost", "phone", "email"];
  if (isVacant && holder.some((key) => cells[key]))
    reasons.push(`Jabatan ini ${vacant}: kosongkan awalan, jabatan asal, nomor HP, dan email`);
  if (!isVacant && cells.ownPost && prefix === null)
    reasons.push("Isi Plt., Plh., atau Pj., atau kosongkan jabatan asal");
  const isWhole = parsed.success && sector !== undefined && prefix !== undefined && reasons.length === 0;
  return {
    row,
    label: [cells.title, cells.institution, cells.name]
      .filter(Boolean)
      .join(", ")
      .slice(0, 300)
      .replace(/\p{Cs}$/u, ""),
    values: isWhole
      ? { ...parsed.data, sector, prefix, village: cells.villageCode ?? "", phones: phones.length > 1 ? phones : [] }
      : null,
    reasons,
  };
}

function tidied(written: Cells): Cells {
  const cells: Cells = {};
  for (const { key } of columns) {
    const text = written[key];
    if (text !== undefined) cells[key] = tidyText(text);
  }
  return cells;
}

const mostPhones = 4;

function phonesIn(text: string): string[] {
  if (text.length > 100) return [];
  const numbers = text.split(/[/,;\n]|\batau\b|\bdan\b/).flatMap((part) => normalisePhone(part.trim()) ?? []);
  return [...new Set(numbers)].slice(0, mostPhones);
}

const sectorWords = new Map(
  sectors.flatMap((sector) =>
    [sector, sectorNames[sector]].map((word): [string, typeof sector] => [plain(word), sector]),
  ),
);

function sectorOf(typed: string) {
  return typed ? sectorWords.get(plain(typed)) : null;
}

const prefixWords = new Map(holderPrefixes.map((prefix) => [plain(prefixNames[prefix]), prefix]));

function prefixOf(typed: string) {
  return typed ? prefixWords.get(plain(typed)) : null;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}
