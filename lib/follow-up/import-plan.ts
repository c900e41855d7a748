import { createHash } from "node:crypto";
import { z } from "zod";
import { isId } from "@/lib/db";
import {
  currentWords,
  type ItemState,
  readTrace,
  type SheetCells,
  statusOf,
  traceOf,
} from "@/lib/follow-up/sheet-columns";
import { settleProgress } from "@/lib/progress/reports";
import type { ProgressStatus } from "@/prisma/generated/enums";

const sheetRowSchema = z.object({
  row: z.number(),
  cells: z.object({
    id: z.string().optional(),
    trace: z.string().optional(),
    label: z.string().optional(),
    status: z.string().optional(),
    percent: z.string().optional(),
    note: z.string().optional(),
  }),
  errors: z.array(z.string()).default([]),
});

export const progressDraftSchema = z.object({
  rows: z.array(sheetRowSchema),
  notes: z.array(z.string()).default([]),
});

export type ProgressDraft = z.output<typeof progressDraftSchema>;

export type CurrentItem = ItemState & { id: string; number: number; activity: string; lastNote: string | null };

export type ReadyChange = {
  row: number;
  itemId: string;
  label: string;
  number: number;
  activity: string;
  before: { status: ProgressStatus; percent: number };
  status: ProgressStatus;
  percent: number;
  note: string | null;
  from: string;
  to: string;
};

export type LeftRow = { row: number; label: string; reason: string };

export type ProgressPlan = {
  ready: ReadyChange[];
  refused: LeftRow[];
  conflicts: LeftRow[];
  unchanged: number;
  /** Changes whenever the plan does: what was shown is what is confirmed. */
  fingerprint: string;
};

type Judged =
  | { kind: "ready"; change: ReadyChange }
  | { kind: "refused" | "conflict"; reason: string }
  | { kind: "unchanged" };

export function planProgress(draft: ProgressDraft, current: ReadonlyMap<string, CurrentItem>): ProgressPlan {
  const plan: ProgressPlan = { ready: [], refused: [], conflicts: [], unchanged: 0, fingerprint: "" };
  const seen = new Map<string, number>();
  for (const { row, cells, errors } of draft.rows) {
    const id = cells.id?.trim().toLowerCase() ?? "";
    const item = current.get(id);
    const earlier = seen.get(id);
    if (item) seen.set(id, earlier ?? row);
    const judged: Judged =
      item && earlier !== undefined
        ? { kind: "refused", reason: `RTL ini sudah ada di baris ${earlier}. Hapus salah satunya.` }
        : errors.length > 0
          ? no(errors.join(". "))
          : judge(row, cells, id, item);
    const label = item ? `${item.number}. ${item.activity}` : (cells.label ?? "");
    if (judged.kind === "ready") plan.ready.push(judged.change);
    else if (judged.kind === "unchanged") plan.unchanged += 1;
    else plan[judged.kind === "conflict" ? "conflicts" : "refused"].push({ row, label, reason: judged.reason });
  }
  return { ...plan, fingerprint: fingerprintOf(plan) };
}

function judge(row: number, cells: SheetCells, id: string, item: CurrentItem | undefined): Judged {
  if (!id) return no("Kode RTL kosong: baris ini tidak berasal dari unduhan. RTL baru ditulis di dalam kegiatannya.");
  if (!isId(id) || !item) return no("Kode RTL ini tidak dikenal, atau RTL puskesmas lain.");
  const was = readTrace(cells.trace?.trim() ?? "");
  if (!was) return no("Kolom “Keadaan saat diunduh” kosong atau diubah. Unduh lagi, lalu isi berkas yang baru.");
  const status = statusOf(cells.status ?? "");
  if (!status)
    return no(`Status “${cells.status ?? ""}” tidak dikenal: tulis Belum mulai, Berjalan, Selesai, atau Dibatalkan.`);
  const typed = (cells.percent ?? "").trim().replace(/%$/, "").trim();
  if (!/^\d{0,3}$/.test(typed) || Number(typed) > 100)
    return no(`Kemajuan “${cells.percent}” belum benar: tulis angka bulat 0 sampai 100.`);
  const note = cells.note?.trim() || null;
  if (note && note.length > 1000) return no("Laporan baru paling banyak 1.000 huruf.");
  const percent = typed === "" ? null : Number(typed);
  const isSame = status === was.status && (percent === null || percent === was.percent) && !note;
  if (isSame) return { kind: "unchanged" };
  const settled = settleProgress(
    { status, percent: percentMeant(status, percent, was), note, stillOpen: false },
    was.percent,
  );
  if (!settled.ok) return no(inFile(settled));
  // Said already: the same file brought in once more.
  if (isSaid(item, { status, percent: settled.percent, note })) return { kind: "unchanged" };
  if (traceOf(item) !== traceOf(was))
    return {
      kind: "conflict",
      reason: `Diubah di aplikasi sesudah berkas diunduh: sekarang ${currentWords(item)}. Isian Anda (${currentWords({ status, percent: settled.percent })}) tidak dipakai; laporkan lewat aplikasi bila masih benar.`,
    };
  const label = `${item.number}. ${item.activity}`;
  const to = currentWords({ status, percent: settled.percent });
  const change = {
    row,
    itemId: item.id,
    label,
    number: item.number,
    activity: item.activity,
    before: { status: item.status, percent: item.percent },
    status,
    percent: settled.percent,
    note,
    from: currentWords(item),
    to,
  };
  return { kind: "ready", change };
}

function percentMeant(status: ProgressStatus, percent: number | null, was: ItemState): number | null {
  if (status === "IN_PROGRESS" && was.status === "IN_PROGRESS" && percent === null) return was.percent;
  if (status === "NOT_STARTED" && percent === was.percent && was.status !== status) return 0;
  return percent;
}

function isSaid(item: CurrentItem, said: { status: ProgressStatus; percent: number; note: string | null }): boolean {
  return item.status === said.status && item.percent === said.percent && (!said.note || said.note === item.lastNote);
}

const no = (reason: string): Judged => ({ kind: "refused", reason });

function inFile({ reason, field }: { reason: string; field?: string }): string {
  return field === "stillOpen"
    ? "Kemajuan 100 % tetapi status Berjalan: tulis status Selesai, atau kemajuan di bawah 100."
    : reason;
}

function fingerprintOf({ ready, refused, conflicts }: ProgressPlan): string {
  const hash = createHash("sha256");
  for (const { row, itemId, status, percent, note, from } of ready)
    hash.update(JSON.stringify([row, itemId, status, percent, note, from]));
  hash.update(JSON.stringify([refused, conflicts].map((rows) => rows.map(({ row }) => row))));
  return hash.digest("base64url");
}

export const progressDoneSchema = z.object({
  saved: z.number(),
  unchanged: z.number(),
  conflicts: z.number(),
  refused: z.number(),
});

export type ProgressDone = z.output<typeof progressDoneSchema>;
