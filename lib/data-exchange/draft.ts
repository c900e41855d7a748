import { z } from "zod";
import { type Refusal, refuse } from "@/lib/actor";
import { type DataValueKey, refuseTooMany } from "@/lib/data-exchange/file";
import type { Table } from "@/lib/imports/table";

const sentValue = z.object({
  row: z.number(),
  dataElement: z.string(),
  period: z.string(),
  orgUnit: z.string(),
  categoryOptionCombo: z.string(),
  attributeOptionCombo: z.string(),
  value: z.string(),
  isDeleted: z.boolean(),
});

export const exchangeDraftSchema = z.object({ values: z.array(sentValue), notes: z.array(z.string()) });

export type ExchangeDraft = z.output<typeof exchangeDraftSchema>;
export type SentValue = z.output<typeof sentValue>;

export function draftOf({ rows, notes }: Table<DataValueKey>): { ok: true; draft: ExchangeDraft } | Refusal {
  if (rows.length === 0) return refuse("Tidak ada angka di berkas ini.", "file");
  const tooMany = refuseTooMany(rows.length);
  if (tooMany) return tooMany;
  const values = rows.map(({ row, cells }) => ({
    row,
    dataElement: cells.dataElement ?? "",
    period: cells.period ?? "",
    orgUnit: cells.orgUnit ?? "",
    categoryOptionCombo: cells.categoryOptionCombo ?? "",
    attributeOptionCombo: cells.attributeOptionCombo ?? "",
    value: cells.value ?? "",
    isDeleted: /^true$/i.test(cells.deleted ?? ""),
  }));
  return { ok: true, draft: { values, notes } };
}
