import { type Actor, NotAllowed } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { type Grid, type GridOutcome, placeOf, readCells, type SentCell, settle } from "@/lib/figures/grid";
import { type FiguresOf, lockFigures } from "@/lib/figures/lock";
import { cellText } from "@/lib/figures/numbers";
import { findPuskesmasInView, listIndicators, listVillages } from "@/lib/indicators/reads";
import { canWriteFigures, isYear, usesDenominator } from "@/lib/indicators/rules";
import { transact } from "@/lib/transact";

/** Desa by coverage; null where the actor may not look. */
export async function findSasaranGrid(actor: Actor, puskesmasId: string, year: number): Promise<Grid | null> {
  if (!(await findPuskesmasInView(actor, puskesmasId))) return null;
  const [indicators, villages, current] = await Promise.all([
    listIndicators(actor, puskesmasId),
    listVillages(actor, puskesmasId),
    readSasaran(db, puskesmasId, year),
  ]);
  const columns = indicators.filter(usesDenominator);
  return {
    rows: villages.map(({ code, name }) => ({ key: code, label: name })),
    blocks: [
      {
        title: null,
        columns: columns.map(({ id, name, denominator }) => ({
          key: id,
          label: name,
          ...(denominator ? { hint: denominator } : {}),
        })),
      },
    ],
    cells: villages.map(({ code }) =>
      columns.map(({ id }) => ({ text: cellText(current.get(placeOf(code, id)) ?? null), kind: "count" as const })),
    ),
  };
}

async function readSasaran(tx: Db, puskesmasId: string, year: number): Promise<Map<string, number>> {
  const rows = await tx.indicatorDenominator.findMany({
    where: { puskesmasId, year },
    select: { villageCode: true, indicatorId: true, value: true },
  });
  return new Map(rows.map(({ villageCode, indicatorId, value }) => [placeOf(villageCode, indicatorId), value]));
}

export async function saveSasaran(actor: Actor, year: number, sent: readonly SentCell[]): Promise<GridOutcome> {
  if (!canWriteFigures(actor) || !isYear(year)) throw new NotAllowed(actor, "set sasaran");
  const puskesmasId = actor.organisation.id;
  return transact(async (tx) => {
    const of = await lockFigures(tx, actor);
    const { ready, refused } = readCells(sent, (cell) => kindOf(cell, of));
    const current = await readSasaran(tx, puskesmasId, year);
    const { changes, conflicts } = settle(ready, ({ row, column }) => current.get(placeOf(row, column)) ?? null);
    const cells = changes.map(({ row, column, value }) => ({ c: row, i: column, v: value }));
    await writeSasaran(tx, puskesmasId, year, cells);
    if (cells.length > 0)
      await recordEvent(tx, by(actor), {
        action: "denominators.saved",
        subjectId: puskesmasId,
        organisationId: puskesmasId,
        data: {
          year,
          indicators: [...new Set(cells.map(({ i }) => of.indicators.get(i)?.name ?? ""))].slice(0, 30),
          cells: cells.length,
        },
      });
    return { saved: cells.length, refused, conflicts };
  });
}

function kindOf({ row, column }: SentCell, { indicators, villages }: FiguresOf) {
  const indicator = indicators.get(column);
  if (!indicator || !usesDenominator(indicator)) return "Indikator ini tidak lagi dipakai. Muat ulang halaman.";
  return villages.has(row) ? "count" : "Desa ini tidak lagi di wilayah kerja. Muat ulang halaman.";
}

type Cell = { c: string; i: string; v: number | null };

async function writeSasaran(tx: Db, puskesmasId: string, year: number, cells: readonly Cell[]): Promise<void> {
  const [filled, emptied] = [cells.filter(({ v }) => v !== null), cells.filter(({ v }) => v === null)];
  if (filled.length > 0)
    await tx.$executeRaw`
      INSERT INTO "IndicatorDenominator" ("puskesmasId", "indicatorId", "villageCode", year, value)
      SELECT ${puskesmasId}::uuid, r.i, r.c, ${year}, r.v
      FROM jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) AS r(i uuid, c text, v int)
      ON CONFLICT ("puskesmasId", year, "indicatorId", "villageCode") DO UPDATE SET value = excluded.value`;
  if (emptied.length > 0)
    await tx.$executeRaw`
      DELETE FROM "IndicatorDenominator" d
      USING jsonb_to_recordset(${JSON.stringify(emptied)}::jsonb) AS r(i uuid, c text)
      WHERE d."puskesmasId" = ${puskesmasId}::uuid AND d.year = ${year} AND d."indicatorId" = r.i AND d."villageCode" = r.c`;
}

export async function copySasaran(actor: Actor, year: number): Promise<{ copied: number }> {
  if (!canWriteFigures(actor) || !isYear(year)) throw new NotAllowed(actor, "copy sasaran");
  const puskesmasId = actor.organisation.id;
  return transact(async (tx) => {
    const { indicators, villages } = await lockFigures(tx, actor);
    const copied = await tx.$executeRaw`
      INSERT INTO "IndicatorDenominator" ("puskesmasId", "indicatorId", "villageCode", year, value)
      SELECT "puskesmasId", "indicatorId", "villageCode", ${year}, value FROM "IndicatorDenominator"
      WHERE "puskesmasId" = ${puskesmasId}::uuid AND year = ${year - 1}
        AND "indicatorId" = ANY(${[...indicators.keys()]}::uuid[]) AND "villageCode" = ANY(${[...villages.keys()]}::text[])
      ON CONFLICT DO NOTHING`;
    if (copied > 0)
      await recordEvent(tx, by(actor), {
        action: "denominators.copied",
        subjectId: puskesmasId,
        organisationId: puskesmasId,
        data: { year, count: copied },
      });
    return { copied };
  });
}
