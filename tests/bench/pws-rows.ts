// What PWS is measured on: 20 desa of one puskesmas, 30 indicators, every month of the last 36.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";

const indicatorCount = 30;
const villageCount = 20;
const monthCount = 36;

const topics = ["Imunisasi", "Kesehatan ibu", "Gizi", "Penyakit menular", "Sanitasi", "Lansia"];

/** Most add up to a yearly sasaran, some are a month's own coverage, a typed percent or a number. */
function formOf(index: number) {
  if (index % 6 === 3) return { form: "COVERAGE", isCumulative: false, spread: "FLAT", unit: "%" } as const;
  if (index % 6 === 4) return { form: "PERCENT", isCumulative: false, spread: "FLAT", unit: "%" } as const;
  if (index % 6 === 5)
    return { form: "COUNT", isCumulative: true, spread: "TWELFTHS", unit: "kasus", lowerIsBetter: true } as const;
  return { form: "COVERAGE", isCumulative: true, spread: "TWELFTHS", unit: "%" } as const;
}

/** @returns an indicator whose page is opened */
export async function addFigures(puskesmasId: string): Promise<string> {
  const villages = await db.area.findMany({
    where: { parent: { parentCode: "18.01" } },
    orderBy: { code: "asc" },
    take: villageCount,
    select: { code: true },
  });
  const codes = villages.map(({ code }) => code);
  await db.workingArea.createMany({ data: codes.map((villageCode) => ({ puskesmasId, villageCode })) });
  const indicators = Array.from({ length: indicatorCount }, (_, index) => ({
    id: randomUUID(),
    organisationId: puskesmasId,
    name: `Cakupan pelayanan ukur ke-${index + 1}`,
    topic: topics[index % topics.length] ?? null,
    position: index,
    ...formOf(index),
  }));
  await db.indicator.createMany({ data: indicators });
  const ids = indicators.map(({ id }) => id);
  const now = new Date();
  const last = now.getUTCFullYear() * 12 + now.getUTCMonth();
  const firstYear = Math.floor((last - monthCount + 1) / 12);
  await db.$executeRaw`
    INSERT INTO "IndicatorTarget" ("indicatorId", "organisationId", year, target, monthly)
    SELECT i, ${puskesmasId}::uuid, y, 90, '{}' FROM unnest(${ids}::uuid[]) i, generate_series(${firstYear}::int, ${now.getUTCFullYear()}::int) y`;
  await db.$executeRaw`
    INSERT INTO "IndicatorDenominator" ("puskesmasId", "indicatorId", "villageCode", year, value)
    SELECT ${puskesmasId}::uuid, i, v, y, 60 + length(v) * 3
    FROM unnest(${ids}::uuid[]) i, unnest(${codes}::text[]) v, generate_series(${firstYear}::int, ${now.getUTCFullYear()}::int) y`;
  await db.$executeRaw`
    INSERT INTO "IndicatorValue" ("puskesmasId", "indicatorId", "villageCode", year, month, value)
    SELECT ${puskesmasId}::uuid, i.id, v.code, n / 12, n % 12 + 1, (n * 7 + i.place * 5 + v.place * 11) % 13
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY i(id, place), unnest(${codes}::text[]) WITH ORDINALITY v(code, place),
      generate_series(${last - monthCount + 1}::int, ${last}::int) n`;
  return ids[0] ?? "";
}
