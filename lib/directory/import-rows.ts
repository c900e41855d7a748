import { z } from "zod";
import { type ColumnKey, headerOf, vacant } from "@/lib/directory/import-columns";
import type { DirectoryFile } from "@/lib/directory/import-file";
import { holderPrefixes, normalisePhone, prefixNames, sectorNames, sectors } from "@/lib/directory/rules";
import { newSeatSchema } from "@/lib/directory/schema";
import type { OnProgress } from "@/lib/imports/drafts";

/** A row that says everything it must. What its column leaves empty, or its file has no column for, is null. */
const valuesSchema = z.object({
  title: z.string(),
  institution: z.string(),
  sector: z.enum(sectors).nullable(),
  villageCode: z.string().nullable(),
  /** null: the seat is vacant. */
  name: z.string().nullable(),
  prefix: z.enum(holderPrefixes).nullable(),
  ownPost: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  protocolOrder: z.number().nullable(),
});

const rowSchema = z.object({
  /** As a spreadsheet counts it. */
  row: z.number(),
  /** Who and what it is about, however wrong it may be. */
  label: z.string(),
  phone: z.string().nullable(),
  name: z.string().nullable(),
  values: valuesSchema.nullable(),
  /** What to mend; empty for a row that is whole in itself. */
  reasons: z.array(z.string()),
});

/** What an upload leaves behind until somebody confirms it. */
export const draftSchema = z.object({
  columns: z.array(z.string()),
  unusedColumns: z.array(z.string()),
  notes: z.array(z.string()).default([]),
  examples: z.number(),
  rows: z.array(rowSchema),
});

export type RowValues = z.output<typeof valuesSchema>;
export type DraftRow = z.output<typeof rowSchema>;
export type Draft = z.output<typeof draftSchema>;

const rowsPerStep = 250;

/** Looks at each row for itself: what it says, or what is to be mended in it. The directory is not asked yet. */
export async function readRows(file: DirectoryFile, onProgress: OnProgress): Promise<Draft> {
  const rows: DraftRow[] = [];
  for (let from = 0; from < file.rows.length; from += rowsPerStep) {
    for (const row of file.rows.slice(from, from + rowsPerStep)) rows.push(readRow(row));
    await onProgress(rows.length, file.rows.length);
    // Others are served between two steps.
    await new Promise((done) => setImmediate(done));
  }
  const { columns, unusedColumns, notes, examples } = file;
  return { columns, unusedColumns, notes, examples, rows };
}

const { title, institution, email, ownPost, name, protocolOrder, phone } = newSeatSchema.shape;
const cellSchema = z.object({ title, institution, email, ownPost, name, protocolOrder, phone });

function readRow({ row, cells, errors }: DirectoryFile["rows"][number]): DraftRow {
  const reasons = Object.values(errors);
  const isVacant = /^\(?lowong\)?$/i.test(cells.name ?? "");
  const sector = sectorOf(cells.sector ?? "");
  const prefix = prefixOf(cells.prefix ?? "");
  const villageCode = villageCodeOf(cells.villageCode ?? "");
  const parsed = cellSchema.safeParse({ ...cells, name: isVacant ? "" : cells.name });
  if (!parsed.success) for (const { message } of parsed.error.issues) reasons.push(message);
  if (!cells.name?.trim() && !errors.name)
    reasons.push(`Isi nama pejabat, atau tulis ${vacant} bila jabatan ini sedang tidak dijabat siapa pun`);
  if (sector === undefined)
    reasons.push(`Sektor “${cells.sector}” tidak dikenal: pilih dari lembar Petunjuk di templat`);
  if (prefix === undefined) reasons.push(`Awalan “${cells.prefix}” tidak dikenal: tulis Plt., Plh., atau Pj.`);
  if (villageCode === undefined)
    reasons.push(`${headerOf("villageCode")} “${cells.villageCode}” belum benar: tulis seperti 18.01.15.2001`);
  const holder: ColumnKey[] = ["prefix", "ownPost", "phone", "email"];
  if (isVacant && holder.some((key) => cells[key]?.trim()))
    reasons.push(`Jabatan ini ${vacant}: kosongkan awalan, jabatan asal, nomor HP, dan email`);
  if (!isVacant && cells.ownPost?.trim() && prefix === null)
    reasons.push("Isi Plt., Plh., atau Pj., atau kosongkan jabatan asal");
  const isWhole = parsed.success && sector !== undefined && prefix !== undefined && villageCode !== undefined;
  return {
    row,
    label: [cells.title, cells.institution, cells.name]
      .filter(Boolean)
      .join(", ")
      .slice(0, 300)
      .replace(/\p{Cs}$/u, ""),
    phone: normalisePhone(cells.phone ?? ""),
    name: isVacant ? null : (cells.name ?? null),
    values: isWhole && reasons.length === 0 ? { ...parsed.data, sector, prefix, villageCode } : null,
    reasons,
  };
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

/** "1801152001", as a spreadsheet keeps it that took the code for a number, is "18.01.15.2001". */
function villageCodeOf(typed: string): string | null | undefined {
  if (!typed) return null;
  const code = typed.replace(/\s/g, "").replace(/^(\d{2})(\d{2})(\d{2})(\d{4})$/, "$1.$2.$3.$4");
  return /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code) ? code : undefined;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}
