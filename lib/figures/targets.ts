import { type Actor, NotAllowed } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import {
  type Grid,
  type GridOutcome,
  placeOf,
  type ReadyCell,
  readCells,
  type SentCell,
  settle,
} from "@/lib/figures/grid";
import { type FiguresOf, lockFigures, type UsedIndicator } from "@/lib/figures/lock";
import { cellText, targetKind } from "@/lib/figures/numbers";
import { findOfficeInView, listIndicators } from "@/lib/indicators/reads";
import { canSetTargets, isYear } from "@/lib/indicators/rules";
import { monthNames } from "@/lib/time";
import { transact } from "@/lib/transact";

const yearColumn = "setahun";

/** Of "b7" the month 7; null for the year's own column, undefined for what is no column of ours. */
function monthOf(column: string): number | null | undefined {
  if (column === yearColumn) return null;
  const [, month] = /^b([1-9]|1[0-2])$/.exec(column) ?? [];
  return month === undefined ? undefined : Number(month);
}

type Target = { target: number; monthly: number[] };

/** The targets of a year as a table; null where the actor may not look. */
export async function findTargetGrid(actor: Actor, organisationId: string, year: number): Promise<Grid | null> {
  const office = await findOfficeInView(actor, organisationId);
  if (!office) return null;
  const [indicators, inherited, targets, before] = await Promise.all([
    listIndicators(actor, organisationId),
    readInherited(office, year),
    readTargets(db, organisationId, year),
    readTargets(db, organisationId, year - 1),
  ]);
  const hasMonthly = indicators.some(({ spread }) => spread === "MONTHLY");
  const months = monthNames.map((name, index) => ({ key: `b${index + 1}`, label: name.slice(0, 3), hint: name }));
  return {
    rows: indicators.map(({ id, name, unit, form }) => {
      const last = before.get(id);
      const above = inherited.get(id);
      const hints = [
        form === "COUNT" ? `${unit} per desa` : unit,
        last ? `${year - 1}: ${cellText(last.target)}` : "",
        above ? `bila kosong, dari ${above.office}: ${cellText(above.target)}` : "",
      ];
      return { key: id, label: name, hint: hints.filter(Boolean).join("; ") };
    }),
    blocks: [
      { title: null, columns: [{ key: yearColumn, label: `Target ${year}` }] },
      ...(hasMonthly ? [{ title: "Target sampai akhir tiap bulan", columns: months }] : []),
    ],
    cells: indicators.map(({ id, form, spread }) => {
      const kind = targetKind(form);
      const target = targets.get(id);
      const monthly = months.map((_, index) =>
        spread === "MONTHLY" ? { text: cellText(target?.monthly[index] ?? null), kind } : null,
      );
      return [{ text: cellText(target?.target ?? null), kind }, ...(hasMonthly ? monthly : [])];
    }),
  };
}

/** What counts where the office sets none of its own. */
async function readInherited({ id, pathIds }: { id: string; pathIds: readonly string[] }, year: number) {
  const above = pathIds.filter((one) => one !== id);
  const rows = await db.indicatorTarget.findMany({
    where: { organisationId: { in: above }, year },
    select: { indicatorId: true, organisationId: true, target: true, organisation: { select: { name: true } } },
  });
  const nearest = new Map<string, { target: number; office: string }>();
  for (const officeId of above)
    for (const row of rows.filter(({ organisationId }) => organisationId === officeId))
      nearest.set(row.indicatorId, { target: row.target.toNumber(), office: row.organisation.name });
  return nearest;
}

async function readTargets(tx: Db, organisationId: string, year: number): Promise<Map<string, Target>> {
  const rows = await tx.indicatorTarget.findMany({ where: { organisationId, year } });
  return new Map(
    rows.map(({ indicatorId, target, monthly }) => [
      indicatorId,
      { target: target.toNumber(), monthly: monthly.map((one) => one.toNumber()) },
    ]),
  );
}

export async function saveTargets(actor: Actor, year: number, sent: readonly SentCell[]): Promise<GridOutcome> {
  if (!canSetTargets(actor) || !isYear(year)) throw new NotAllowed(actor, "set targets");
  const organisationId = actor.organisation.id;
  return transact(async (tx) => {
    const of = await lockFigures(tx, actor);
    const { ready, refused } = readCells(sent, (cell) => kindOf(cell, of));
    const current = await readTargets(tx, organisationId, year);
    const { changes, conflicts } = settle(ready, ({ row, column }) => numberAt(current.get(row), column));
    const written: { i: string; t: number; m: number[] }[] = [];
    const deleted: string[] = [];
    let saved = 0;
    for (const [id, cells] of byIndicator(changes)) {
      const indicator = of.indicators.get(id);
      const merged = indicator && mergeTarget(indicator, current.get(id), cells);
      if (!merged) continue;
      if ("reason" in merged) {
        for (const { row, column } of cells) refused[placeOf(row, column)] = merged.reason;
        continue;
      }
      saved += cells.length;
      if (merged.target === null) deleted.push(id);
      else written.push({ i: id, t: merged.target, m: merged.monthly });
    }
    await writeTargets(tx, organisationId, year, written);
    if (deleted.length > 0)
      await tx.indicatorTarget.deleteMany({ where: { organisationId, year, indicatorId: { in: deleted } } });
    if (saved > 0)
      await recordEvent(tx, by(actor), {
        action: "targets.saved",
        subjectId: organisationId,
        organisationId,
        data: { year, targets: namedTargets(written, deleted, of) },
      });
    return { saved, refused, conflicts };
  });
}

function byIndicator(cells: readonly ReadyCell[]): Map<string, ReadyCell[]> {
  const groups = new Map<string, ReadyCell[]>();
  for (const cell of cells) groups.set(cell.row, [...(groups.get(cell.row) ?? []), cell]);
  return groups;
}

function kindOf({ row, column }: SentCell, { indicators }: FiguresOf) {
  const indicator = indicators.get(row);
  const month = monthOf(column);
  if (!indicator || month === undefined || (month !== null && indicator.spread !== "MONTHLY"))
    return "Indikator ini berubah atau tidak lagi dipakai. Muat ulang halaman.";
  return targetKind(indicator.form);
}

function numberAt(target: Target | undefined, column: string): number | null {
  const month = monthOf(column);
  if (!target || month === undefined) return null;
  return month === null ? target.target : (target.monthly[month - 1] ?? null);
}

type Merged = { target: number; monthly: number[] } | { target: null } | { reason: string };

/** Twelve months or none; of what adds up over the year the target never falls. */
function mergeTarget(indicator: UsedIndicator, before: Target | undefined, cells: readonly ReadyCell[]): Merged {
  let target = before?.target ?? null;
  const monthly = monthNames.map((_, index) => before?.monthly[index] ?? null);
  for (const { column, value } of cells) {
    const month = monthOf(column);
    if (month === null) target = value;
    else if (month !== undefined) monthly[month - 1] = value;
  }
  const filled = monthly.filter((one) => one !== null);
  if (target === null)
    return filled.length > 0 ? { reason: "Isi target setahun, atau kosongkan juga bulannya" } : { target };
  if (indicator.spread !== "MONTHLY" || filled.length === 0) return { target, monthly: [] };
  if (filled.length < 12) return { reason: "Isi kedua belas bulan, atau kosongkan semuanya" };
  const falling = indicator.isCumulative && filled.some((one, index) => one < (filled[index - 1] ?? 0));
  if (falling) return { reason: "Target sampai akhir bulan tidak boleh turun dari bulan sebelumnya" };
  return { target, monthly: filled };
}

async function writeTargets(tx: Db, organisationId: string, year: number, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "IndicatorTarget" ("indicatorId", "organisationId", year, target, monthly)
    SELECT r.i, ${organisationId}::uuid, ${year}, r.t, r.m
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(i uuid, t numeric, m numeric[])
    ON CONFLICT ("indicatorId", "organisationId", year) DO UPDATE SET target = excluded.target, monthly = excluded.monthly`;
}

function namedTargets(
  written: readonly { i: string; t: number }[],
  deleted: readonly string[],
  { indicators }: FiguresOf,
) {
  const nameOf = (id: string) => indicators.get(id)?.name ?? "";
  return [
    ...written.map(({ i, t }) => ({ name: nameOf(i), target: t })),
    ...deleted.map((id) => ({ name: nameOf(id), target: null })),
  ].slice(0, 50);
}

export async function copyTargets(actor: Actor, year: number): Promise<{ copied: number }> {
  if (!canSetTargets(actor) || !isYear(year)) throw new NotAllowed(actor, "copy targets");
  const organisationId = actor.organisation.id;
  return transact(async (tx) => {
    const { indicators } = await lockFigures(tx, actor);
    const copied = await tx.$executeRaw`
      INSERT INTO "IndicatorTarget" ("indicatorId", "organisationId", year, target, monthly)
      SELECT "indicatorId", "organisationId", ${year}, target, monthly FROM "IndicatorTarget"
      WHERE "organisationId" = ${organisationId}::uuid AND year = ${year - 1} AND "indicatorId" = ANY(${[...indicators.keys()]}::uuid[])
      ON CONFLICT DO NOTHING`;
    if (copied > 0)
      await recordEvent(tx, by(actor), {
        action: "targets.copied",
        subjectId: organisationId,
        organisationId: organisationId,
        data: { year, count: copied },
      });
    return { copied };
  });
}
