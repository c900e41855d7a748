import { z } from "zod";
import { type Cells, type ColumnKey, columns } from "@/lib/office-import/columns";
import { plainWords } from "@/lib/plain-words";

const keys = columns.map(({ key }) => key) as [ColumnKey, ...ColumnKey[]];

export const draftSchema = z.object({
  rows: z.array(
    z.object({ row: z.number(), cells: z.partialRecord(z.enum(keys), z.string()), errors: z.array(z.string()) }),
  ),
  notes: z.array(z.string()),
  unusedColumns: z.array(z.string()),
  /** Rows without a name that say nothing else of their own: the template's. */
  nameless: z.number(),
});

export type Draft = z.output<typeof draftSchema>;
export type DraftRow = Draft["rows"][number];

export type OfficeKind = "PUSKESMAS" | "HOSPITAL";

export type Group = { row: number; name: string; kind: OfficeKind | null; rows: DraftRow[] };

export function isNameless({ name, code, address, adminName, adminEmail }: Cells): boolean {
  return !name && !code && !address && !adminName && !adminEmail;
}

export function groupsOf({ rows }: Draft): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const name = row.cells.name?.trim() ?? "";
    const kind = kindIn(row.cells.kind ?? "", name);
    const key = name === "" ? `row ${row.row}` : `${kind} ${plainWords(name)}`;
    const group = groups.get(key) ?? { row: row.row, name, kind, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function kindIn(text: string, name: string): OfficeKind | null {
  const words = plainWords(text);
  if (words === "") return /\b(?:rumah sakit|rs[a-z]{0,3})\b/.test(plainWords(name)) ? "HOSPITAL" : "PUSKESMAS";
  if (/^(?:puskesmas|pkm)\b/.test(words)) return "PUSKESMAS";
  return /^(?:rumah sakit|rs[a-z]{0,3})\b/.test(words) ? "HOSPITAL" : null;
}

/** The one thing that the rows of an office say of themselves; a reason where they contradict each other. */
export function oneOf({ rows }: Group, key: ColumnKey, header: string): { value: string } | { reason: string } {
  const said = new Map<string, string>();
  for (const { cells } of rows) {
    const value = cells[key]?.trim() ?? "";
    if (value !== "" && !said.has(plainWords(value))) said.set(plainWords(value), value);
  }
  const [first = "", second] = said.values();
  return second === undefined
    ? { value: first }
    : { reason: `Kolom ${header} berisi “${first}” dan “${second}” untuk instansi yang sama: sisakan satu` };
}
