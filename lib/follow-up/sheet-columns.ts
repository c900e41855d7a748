import type { Column } from "@/lib/imports/header";
import { currentName } from "@/lib/legacy-choices";
import { isOpen, progressNames } from "@/lib/progress/rules";
import { progressStatuses } from "@/lib/progress/schema";
import type { ProgressStatus } from "@/prisma/generated/enums";

// The columns that come back: the rest of the file is for reading. One code says which row it is, another what it
// said when it was written out, so that what somebody reported meanwhile is seen.

export const sheetKeys = ["id", "trace", "label", "status", "percent", "note"] as const;

export type SheetKey = (typeof sheetKeys)[number];

export type SheetCells = Partial<Record<SheetKey, string>>;

export const sheetColumns: readonly (Column<SheetKey> & { width: number })[] = [
  { key: "id", header: "Kode RTL (jangan diubah)", obligatory: true, also: ["kode rtl", "kode"], width: 12 },
  { key: "trace", header: "Keadaan saat diunduh (jangan diubah)", obligatory: true, also: ["jejak"], width: 12 },
  { key: "label", header: "Kegiatan", obligatory: false, also: [], width: 44 },
  { key: "status", header: "Status", obligatory: true, also: [], width: 14 },
  { key: "percent", header: "Kemajuan (%)", obligatory: true, also: ["kemajuan", "persen"], width: 13 },
  { key: "note", header: "Laporan baru", obligatory: true, also: ["catatan", "catatan baru"], width: 44 },
];

const column = new Map(sheetColumns.map((one) => [one.key, one]));

export function sheetColumn(key: SheetKey): { header: string; width: number } {
  const { header = key, width = 20 } = column.get(key) ?? {};
  return { header, width };
}

export type ItemState = { status: ProgressStatus; percent: number; lastReportedAt: Date | null };

export function traceOf({ status, percent, lastReportedAt }: ItemState): string {
  return `${status} ${percent} ${(lastReportedAt?.getTime() ?? 0).toString(36)}`;
}

/** What a trace says the row was; null for what is none. */
export function readTrace(text: string): ItemState | null {
  const [word = "", percent = "", time = ""] = text.split(" ");
  const status = progressStatuses.find((one) => one === currentName(word));
  if (!status || !/^\d{1,3}$/.test(percent) || !/^[0-9a-z]{1,10}$/.test(time)) return null;
  const at = Number.parseInt(time, 36);
  return { status, percent: Number(percent), lastReportedAt: at === 0 ? null : new Date(at) };
}

const words = new Map(progressStatuses.map((status) => [progressNames[status].toLowerCase(), status]));

export function statusOf(text: string): ProgressStatus | null {
  return words.get(text.replace(/\s+/g, " ").trim().toLowerCase()) ?? null;
}

export function currentWords({ status, percent }: { status: ProgressStatus; percent: number }): string {
  return isOpen(status) || status === "CANCELLED" ? `${progressNames[status]}, ${percent} %` : progressNames[status];
}
