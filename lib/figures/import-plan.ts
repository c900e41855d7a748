import { createHash } from "node:crypto";
import { z } from "zod";
import type { DraftCell, ValuesDraft } from "@/lib/figures/import-rows";
import { hasCome } from "@/lib/figures/months";
import { cellText, mostPercent, valueKind } from "@/lib/figures/numbers";
import type { ValueKey, ValueRow } from "@/lib/figures/value-rows";
import { readWritten } from "@/lib/figures/written-numbers";
import type { Choices } from "@/lib/imports/choices";
import { findVillage, type WrittenVillage } from "@/lib/imports/villages";
import { takesMonthlyDenominator } from "@/lib/indicators/rules";
import { plainWords } from "@/lib/plain-words";
import { momentName } from "@/lib/pws/readings";
import type { IndicatorForm } from "@/prisma/generated/enums";

export type KnownIndicator = {
  id: string;
  name: string;
  form: IndicatorForm;
  isCumulative: boolean;
  isArchived: boolean;
};

export type CurrentValues = {
  indicators: ReadonlyMap<string, readonly KnownIndicator[]>;
  villages: ReadonlyMap<string, string>;
  foreignVillages: ReadonlyMap<string, string>;
  /** Of a file whose rows are other places than desa. */
  places?: { noun: string; find: (written: WrittenVillage) => { code: string } | { reason: string } };
  today: string;
};

export type MatchedCell = { row: number; label: string; key: ValueKey; value: number; denominator: number | null };

export type RefusedCell = { row: number; label: string; reasons: readonly string[] };

export type Matched = {
  cells: MatchedCell[];
  refused: RefusedCell[];
  shares: ReadonlyMap<string, string>;
  unsure: number;
};

export function nameKey(name: string): string {
  return plainWords(name);
}

export function matchCells(draft: ValuesDraft, current: CurrentValues, choices: Choices = {}): Matched {
  const ofVillages = (village: WrittenVillage) =>
    findVillage(village, { own: current.villages, foreign: current.foreignVillages });
  const villages = draft.villages.map(current.places?.find ?? ofVillages);
  const indicators = draft.indicators.map((name) => indicatorOf(name, current));
  const cells: MatchedCell[] = [];
  const refused: RefusedCell[] = draft.faults.map(([row, label, reasons]) => ({ row, label, reasons }));
  const firstRows = new Map<string, MatchedCell>();
  const doubles = new Map<MatchedCell, number>();
  const largest = new Map<KnownIndicator, number>();
  const unsure: { row: number; label: string; text: string }[] = [];
  for (const cell of draft.cells) {
    const [row, villageAt, indicatorAt, year, month, written, denominator] = cell;
    const village = villages[villageAt] ?? { reason: "" };
    const label = labelOf(cell, village, draft, current);
    const indicator = indicators[indicatorAt];
    const value = valueMeant(written, choices);
    if (value === "unsure") unsure.push({ row, label, text: String(written) });
    const reasons = [
      ...("reason" in village ? [village.reason] : []),
      ...(hasCome({ year, month }, current.today)
        ? []
        : [`${momentName({ year, month })} belum tiba: periksa tahunnya`]),
      ...(typeof indicator === "string"
        ? [indicator]
        : indicator
          ? numberFaults(indicator, value, written, denominator)
          : []),
    ];
    if (
      reasons.length > 0 ||
      !indicator ||
      typeof indicator === "string" ||
      "reason" in village ||
      value === "unsure"
    ) {
      refused.push({ row, label, reasons });
      continue;
    }
    const key = { indicatorId: indicator.id, villageCode: village.code, year, month };
    const matched: MatchedCell = { row, label, key, value, denominator };
    const place = `${key.indicatorId} ${key.villageCode} ${year} ${month}`;
    const first = firstRows.get(place);
    if (first) {
      if (!doubles.has(first)) doubles.set(first, row);
      doubles.set(matched, first.row);
    } else firstRows.set(place, matched);
    if (valueKind(indicator.form) === "percent" && typeof written === "number")
      largest.set(indicator, Math.max(value, largest.get(indicator) ?? 0));
    cells.push(matched);
  }
  for (const [{ row, label }, other] of doubles)
    refused.push({ row, label, reasons: [doubleFault(row, other, current.places?.noun)] });
  return {
    cells: cells.filter((cell) => !doubles.has(cell)),
    refused,
    shares: sharesAmong(largest),
    unsure: unsure.length,
  };
}

function sharesAmong(largest: ReadonlyMap<KnownIndicator, number>): Map<string, string> {
  const found = [...largest].filter(([, value]) => value > 0 && value <= 1);
  return new Map(
    found.map(([{ id, name }]) => [
      id,
      `Semua nilai ${name} di berkas ini paling banyak 1. Sel berformat persen menyimpan 77 % sebagai 0,77: kalikan 100, ubah format selnya menjadi angka, lalu unggah lagi. Bila memang di bawah 1 persen, ketik di Isi capaian.`,
    ]),
  );
}

function valueMeant(written: number | string, { decimal }: Choices): number | "unsure" {
  if (typeof written === "number") return written;
  const read = readWritten(written, decimal === "," || decimal === "." ? decimal : null);
  return read === null || read === "unsure" ? "unsure" : read.value;
}

function indicatorOf(name: string, { indicators }: CurrentValues): KnownIndicator | string {
  const found = indicators.get(nameKey(name)) ?? [];
  const used = found.filter(({ isArchived }) => !isArchived);
  const [first, second] = used;
  if (second) return `Ada dua indikator bernama “${name}”: ganti nama salah satunya dulu`;
  if (first) return first;
  return found.length > 0
    ? `Indikator “${name}” sudah diarsipkan`
    : `Indikator “${name.slice(0, 100)}” tidak ada; lihat daftarnya di templat`;
}

function numberFaults(
  indicator: KnownIndicator,
  value: number | "unsure",
  written: number | string,
  denominator: number | null,
): string[] {
  const faults: string[] = [];
  const kind = valueKind(indicator.form);
  if (value === "unsure")
    return [
      `“${written}” dapat berarti ribuan atau pecahan: pilih di “Titik dan koma”, atau tulis tanpa titik dan koma`,
    ];
  if (kind === "count" && String(written).endsWith("%"))
    faults.push(`Nilai ${written} adalah persen, sedangkan ${indicator.name} menghitung jumlah`);
  else if (kind === "count" && !Number.isInteger(value))
    faults.push(`Nilai ${cellText(value)} harus angka bulat: ${indicator.name} menghitung jumlah`);
  if (kind === "percent" && value > mostPercent)
    faults.push(`Nilai ${cellText(value)} terlalu besar: persen paling banyak ${cellText(mostPercent)}`);
  if (denominator !== null && !takesMonthlyDenominator(indicator))
    faults.push(`${indicator.name} memakai sasaran setahun: kosongkan sasaran bulan ini`);
  return faults;
}

function doubleFault(row: number, other: number, noun = "Desa"): string {
  return row === other
    ? "Bulan yang sama ada dua kali di baris ini"
    : `${noun}, indikator, dan bulan yang sama juga ada di baris ${other.toLocaleString("id-ID")}: sisakan satu`;
}

function labelOf(
  [, at, indicator, year, month]: DraftCell,
  village: { code: string } | { reason: string },
  draft: ValuesDraft,
  { villages }: CurrentValues,
) {
  const typed = draft.villages[at];
  const name = "code" in village ? villages.get(village.code) : typed?.code || typed?.name;
  return `${name ?? ""}, ${draft.indicators[indicator]}, ${momentName({ year, month })}`;
}

export type ValueEffect = "baru" | "ubah" | "tetap";

export type Change = { row: number; label: string; words: string };

export type ValuesPlan = {
  counts: Record<ValueEffect, number>;
  rows: ValueRow[];
  changes: Change[];
  refused: RefusedCell[];
  kept: number;
  unsure: number;
  /** Changes whenever the plan does: what was shown is what is confirmed. */
  fingerprint: string;
};

const mostChanges = 200;

type Planned = {
  hasDenominator: boolean;
  now: (key: ValueKey) => ValueRow | undefined;
  choices?: Choices;
};

export function planCells(
  { cells, refused: faulty, shares, unsure }: Matched,
  { hasDenominator, now, choices = {} }: Planned,
): ValuesPlan {
  const counts = { baru: 0, ubah: 0, tetap: 0 };
  const rows: ValueRow[] = [];
  const changes: Change[] = [];
  const refused = [...faulty];
  let kept = 0;
  const hash = createHash("sha256");
  for (const { row, label, key, value, denominator: given } of cells) {
    const before = now(key);
    const stored = before?.denominator ?? null;
    if (hasDenominator && given === null && stored !== null) kept += 1;
    const denominator = given ?? (hasDenominator && choices.empty ? null : stored);
    const isSame = before?.value === value && before.denominator === denominator;
    const share = shares.get(key.indicatorId);
    if (share && !isSame) {
      refused.push({ row, label, reasons: [share] });
      continue;
    }
    const effect = !before ? "baru" : isSame ? "tetap" : "ubah";
    counts[effect] += 1;
    const { indicatorId, villageCode, year, month } = key;
    const place = `${indicatorId} ${villageCode} ${year} ${month}`;
    hash.update(`${row} ${place} ${value} ${denominator} ${effect} ${before?.value} ${before?.denominator}\n`);
    if (isSame) continue;
    rows.push({ ...key, value, denominator });
    if (before && changes.length < mostChanges)
      changes.push({ row, label, words: `${told(before)} → ${told({ value, denominator })}` });
  }
  refused.sort((one, other) => one.row - other.row);
  for (const { row, reasons } of refused) hash.update(`${row} ${reasons.join("|")}\n`);
  return { counts, rows, changes, refused, kept, unsure, fingerprint: hash.digest("base64url") };
}

function told({ value, denominator }: Pick<ValueRow, "value" | "denominator">): string {
  return denominator === null ? cellText(value) : `${cellText(value)} dari ${cellText(denominator)}`;
}

export const valuesDoneSchema = z.object({
  baru: z.number(),
  ubah: z.number(),
  tetap: z.number(),
  leftOut: z.number(),
});

export type ValuesDone = z.output<typeof valuesDoneSchema>;
