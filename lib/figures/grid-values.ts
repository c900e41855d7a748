import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { Grid, GridCell, GridLine } from "@/lib/figures/grid";
import { cellText, valueKind } from "@/lib/figures/numbers";
import { findPuskesmasInView, type IndicatorFacts, listIndicators, listVillages } from "@/lib/indicators/reads";
import { takesMonthlyDenominator } from "@/lib/indicators/rules";
import { monthNames } from "@/lib/time";

export type Part = "n" | "d";

export type ValueColumn = { indicatorId: string; month: number; part: Part };

export function columnKey({ indicatorId, month, part }: ValueColumn): string {
  return `${indicatorId}.${month}.${part}`;
}

export function readColumnKey(key: string): ValueColumn | null {
  const found = /^([0-9a-f-]{36})\.([1-9]|1[0-2])\.([nd])$/.exec(key);
  const [, indicatorId, month, part] = found ?? [];
  return indicatorId && (part === "n" || part === "d") ? { indicatorId, month: Number(month), part } : null;
}

export type ValuesView = { year: number } & ({ indicatorId: string } | { month: number });

/**
 * Desa by month of one indicator, or desa by indicator of one month, as they stand; null where the actor may not look,
 * or the indicator is none of the puskesmas.
 */
export async function findValuesGrid(actor: Actor, puskesmasId: string, view: ValuesView) {
  const puskesmas = await findPuskesmasInView(actor, puskesmasId);
  if (!puskesmas) return null;
  const [indicators, villages] = await Promise.all([
    listIndicators(actor, puskesmasId),
    listVillages(actor, puskesmasId),
  ]);
  const indicator = "indicatorId" in view ? indicators.find(({ id }) => id === view.indicatorId) : null;
  if ("indicatorId" in view && !indicator) return null;
  const blocks = indicator ? monthBlocks(indicator) : "month" in view ? [indicatorBlock(indicators, view.month)] : [];
  const values = await db.indicatorValue.findMany({
    where: {
      puskesmasId,
      year: view.year,
      ...("month" in view ? { month: view.month } : { indicatorId: view.indicatorId }),
    },
    select: { indicatorId: true, villageCode: true, month: true, value: true, denominator: true },
  });
  return { puskesmas, indicator, grid: gridOf(indicators, villages, blocks, values) };
}

type Block = { title: string | null; columns: (GridLine & { of: ValueColumn })[] };

function monthBlocks(indicator: IndicatorFacts): Block[] {
  const block = (title: string | null, part: Part): Block => ({
    title,
    columns: monthNames.map((name, index) => {
      const of = { indicatorId: indicator.id, month: index + 1, part };
      return { key: columnKey(of), label: name.slice(0, 3), hint: part === "d" ? `${name}, sasaran` : name, of };
    }),
  });
  if (!takesMonthlyDenominator(indicator)) return [block(null, "n")];
  return [
    block(indicator.numerator ?? "Jumlah", "n"),
    block(`${indicator.denominator ?? "Sasaran"} (kosong: sasaran setahun)`, "d"),
  ];
}

function indicatorBlock(indicators: readonly IndicatorFacts[], month: number): Block {
  const column = ({ id, name, unit, form }: IndicatorFacts, part: Part) => {
    const of = { indicatorId: id, month, part };
    const hint = part === "d" ? "sasaran bulan ini" : form === "COVERAGE" ? "jumlah" : unit;
    return { key: columnKey(of), label: name, hint, of };
  };
  return {
    title: null,
    columns: indicators.flatMap((indicator) => [
      column(indicator, "n"),
      ...(takesMonthlyDenominator(indicator) ? [column(indicator, "d")] : []),
    ]),
  };
}

type Value = {
  indicatorId: string;
  villageCode: string;
  month: number;
  value: { toNumber(): number };
  denominator: number | null;
};

function gridOf(
  indicators: readonly IndicatorFacts[],
  villages: readonly { code: string; name: string }[],
  blocks: readonly Block[],
  values: readonly Value[],
): Grid {
  const forms = new Map(indicators.map(({ id, form }) => [id, form]));
  const found = new Map(values.map((value) => [`${value.villageCode} ${value.indicatorId} ${value.month}`, value]));
  const columns = blocks.flatMap((block) => block.columns);
  return {
    rows: villages.map(({ code, name }) => ({ key: code, label: name })),
    blocks: blocks.map(({ title, columns: lines }) => ({
      title,
      columns: lines.map(({ key, label, hint }) => ({ key, label, ...(hint ? { hint } : {}) })),
    })),
    cells: villages.map(({ code }) =>
      columns.map(({ of: { indicatorId, month, part } }): GridCell => {
        const value = found.get(`${code} ${indicatorId} ${month}`);
        const number = part === "n" ? (value?.value.toNumber() ?? null) : (value?.denominator ?? null);
        return { text: cellText(number), kind: part === "d" ? "count" : valueKind(forms.get(indicatorId) ?? "COUNT") };
      }),
    ),
  };
}
