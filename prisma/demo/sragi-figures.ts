import { type IndicatorRow, indicatorRow } from "@/tests/factories/indicators";
import type { OrganisationRow } from "@/tests/factories/organisations";
import type { Rows } from "./demo-rows";
import { beginning, type Village } from "./offices";
import { dinkesFigures, type Figure, formerIndicators, sragiFigures } from "./sragi-indicators";

type Place = { dinkes: OrganisationRow; puskesmas: OrganisationRow; villages: readonly Village[] };

/**
 * Indicators of the Dinkes and of Sragi with invented figures for every desa: last year whole, this year up to last
 * month. Some desa did not report, one has nobody to reach, one reached more than it has.
 */
export function addFigures(rows: Rows, { dinkes, puskesmas, villages }: Place, today: string): void {
  const thisYear = Number(today.slice(0, 4));
  const reported = Number(today.slice(5, 7)) - 1;
  const all = [
    ...dinkesFigures.map((figure) => ({ figure, owner: dinkes })),
    ...sragiFigures.map((figure) => ({ figure, owner: puskesmas })),
  ];
  for (const [index, { figure, owner }] of all.entries()) {
    const row = indicatorRow({
      ...figure.definition,
      organisationId: owner.id,
      position: (index + 1) * 10,
      createdAt: beginning,
    });
    rows.indicators.push(row);
    for (const [year, months] of [
      [thisYear - 1, 12],
      [thisYear, reported],
    ] as const)
      addYear(rows, { row, figure, puskesmas, villages }, year, year === thisYear, months);
  }
  for (const definition of formerIndicators)
    rows.indicators.push(indicatorRow({ ...definition, organisationId: dinkes.id, createdAt: beginning }));
}

type Told = { row: IndicatorRow; figure: Figure; puskesmas: OrganisationRow; villages: readonly Village[] };

function addYear(rows: Rows, told: Told, year: number, isNow: boolean, months: number): void {
  const { row, figure, puskesmas, villages } = told;
  const key = { puskesmasId: puskesmas.id, indicatorId: row.id, year };
  rows.targets.push({
    ...{ organisationId: puskesmas.id, indicatorId: row.id, year },
    target: isNow ? figure.target : figure.lastTarget,
    monthly: figure.monthly ?? [],
  });
  for (const [place, { code: villageCode }] of villages.entries()) {
    const sasaran = figure.sasaran?.[place % figure.sasaran.length];
    if (sasaran !== undefined) rows.denominators.push({ ...key, villageCode, value: sasaran });
    let soFar = 0;
    for (let month = 1; month <= months; month++) {
      const told = figure.tell({ place, month, sasaran: sasaran ?? 0, isNow, soFar });
      if (!told) continue;
      soFar += told.value;
      rows.values.push({ ...key, villageCode, month, value: told.value, denominator: told.of ?? null });
    }
  }
}
