import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Indicator, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type IndicatorOptions = Partial<Prisma.IndicatorCreateManyInput> & { organisationId: string };
export type IndicatorRow = Prisma.IndicatorCreateManyInput & { id: string };

/** A coverage that adds up over the year, like immunisation; not saved. */
export function indicatorRow(overrides: IndicatorOptions): IndicatorRow {
  const number = nextNumber();
  return {
    name: `Cakupan ${number}`,
    unit: "%",
    form: "COVERAGE",
    isCumulative: true,
    position: number,
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

export function makeIndicator(options: IndicatorOptions): Promise<Indicator> {
  return db.indicator.create({ data: indicatorRow(options) });
}

type ValueOptions = Prisma.IndicatorValueCreateManyInput;

/** What a desa reported in a month. */
export async function makeValue(row: ValueOptions): Promise<void> {
  await db.indicatorValue.create({ data: row });
}

/** The sasaran of a desa in a year. */
export async function makeDenominator(row: Prisma.IndicatorDenominatorCreateManyInput): Promise<void> {
  await db.indicatorDenominator.create({ data: row });
}

/** The target of a puskesmas in a year. */
export async function makeTarget({
  puskesmasId,
  ...row
}: Omit<Prisma.IndicatorTargetCreateManyInput, "organisationId"> & { puskesmasId: string }): Promise<void> {
  await db.indicatorTarget.create({ data: { ...row, organisationId: puskesmasId } });
}
