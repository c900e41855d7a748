import { type Actor, NotAllowed } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { type GridOutcome, placeOf, type ReadyCell, readCells, type SentCell, settle } from "@/lib/figures/grid";
import { readColumnKey, type ValueColumn } from "@/lib/figures/grid-values";
import { type FiguresOf, lockFigures } from "@/lib/figures/lock";
import { hasCome } from "@/lib/figures/months";
import { valueKind } from "@/lib/figures/numbers";
import {
  deleteValues,
  readValues,
  type ValueKey,
  type ValueRow,
  valuePlace,
  writeValues,
} from "@/lib/figures/value-rows";
import { canWriteFigures, isYear, takesMonthlyDenominator } from "@/lib/indicators/rules";
import { momentName } from "@/lib/pws/readings";
import { dayOf } from "@/lib/time";
import { transact } from "@/lib/transact";

/** Saves the cells of a capaian grid: what can be read and nobody else changed meanwhile. */
export async function saveValues(actor: Actor, year: number, sent: readonly SentCell[]): Promise<GridOutcome> {
  if (!canWriteFigures(actor) || !isYear(year)) throw new NotAllowed(actor, "enter figures");
  const today = dayOf(new Date(), actor.organisation.timeZone);
  return transact(async (tx) => {
    const of = await lockFigures(tx, actor);
    const { ready, refused } = readCells(sent, (cell) => kindOf(cell, year, today, of));
    const places = ready.flatMap((cell) => placed(cell, year));
    const current = await readValues(
      tx,
      actor.organisation.id,
      places.map(({ key }) => key),
    );
    const nowOf = (cell: ReadyCell) => {
      const column = readColumnKey(cell.column);
      const row = column && current.get(valuePlace({ ...column, year, villageCode: cell.row }));
      return (column?.part === "d" ? row?.denominator : row?.value) ?? null;
    };
    const { changes, conflicts } = settle(ready, nowOf);
    const rows = mergeChanges(changes, year, current, refused);
    await writeValues(tx, actor.organisation.id, rows.written);
    await deleteValues(tx, actor.organisation.id, rows.deleted);
    if (rows.cells > 0) await tellSaved(tx, actor, year, rows, of);
    return { saved: rows.cells, refused, conflicts };
  });
}

function kindOf({ row, column, typed }: SentCell, year: number, today: string, { indicators, villages }: FiguresOf) {
  const found = readColumnKey(column);
  const indicator = found && indicators.get(found.indicatorId);
  if (!found || !indicator) return "Indikator ini tidak lagi dipakai. Muat ulang halaman.";
  if (!villages.has(row)) return "Desa ini tidak lagi di wilayah kerja. Muat ulang halaman.";
  if (typed !== "" && !hasCome({ year, month: found.month }, today))
    return `${momentName({ year, month: found.month })} belum tiba: periksa tahun dan bulannya`;
  if (found.part === "n") return valueKind(indicator.form);
  return takesMonthlyDenominator(indicator) ? "count" : "Indikator ini memakai sasaran setahun. Muat ulang halaman.";
}

function placed(cell: ReadyCell, year: number): { cell: ReadyCell; key: ValueKey; part: ValueColumn["part"] }[] {
  const column = readColumnKey(cell.column);
  if (!column) return [];
  const { indicatorId, month, part } = column;
  return [{ cell, key: { indicatorId, month, villageCode: cell.row, year }, part }];
}

type Merged = { written: ValueRow[]; deleted: ValueKey[]; cells: number };

function mergeChanges(
  changes: readonly ReadyCell[],
  year: number,
  current: ReadonlyMap<string, ValueRow>,
  refused: Record<string, string>,
): Merged {
  const byRow = new Map<string, ReturnType<typeof placed>>();
  for (const change of changes.flatMap((cell) => placed(cell, year))) {
    const place = valuePlace(change.key);
    byRow.set(place, [...(byRow.get(place) ?? []), change]);
  }
  const merged: Merged = { written: [], deleted: [], cells: 0 };
  for (const [place, parts] of byRow) {
    const before = current.get(place);
    let value = before?.value ?? null;
    let denominator = before?.denominator ?? null;
    for (const { part, cell } of parts) {
      if (part === "n") value = cell.value;
      else denominator = cell.value;
    }
    const [first] = parts;
    if (!first) continue;
    if (value === null && denominator !== null) {
      for (const { cell, part } of parts) refused[placeOf(cell.row, cell.column)] = alone[part];
      continue;
    }
    if (value === null) merged.deleted.push(first.key);
    else merged.written.push({ ...first.key, value, denominator });
    merged.cells += parts.length;
  }
  return merged;
}

const alone = {
  n: "Kosongkan juga sasaran bulan ini, atau isi jumlahnya",
  d: "Isi juga jumlahnya, atau kosongkan sasarannya",
};

async function tellSaved(tx: Db, actor: Actor, year: number, rows: Merged, of: FiguresOf): Promise<void> {
  const touched: ValueKey[] = [...rows.written, ...rows.deleted];
  const months = [...new Set(touched.map(({ month }) => month))].sort((a, b) => a - b);
  const names = [...new Set(touched.map(({ indicatorId }) => of.indicators.get(indicatorId)?.name ?? ""))];
  await recordEvent(tx, by(actor), {
    action: "figures.saved",
    subjectId: actor.organisation.id,
    organisationId: actor.organisation.id,
    data: { year, indicators: names, months, cells: rows.cells },
  });
}
