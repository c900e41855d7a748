import type { Actor } from "@/lib/actor";
import { type Place, placeKey } from "@/lib/data-exchange/places";
import type { Db } from "@/lib/db";

export type Stored = { value: number; denominator: number | null; isOfAnother: boolean; source: string };

const rowsPerStatement = 5000;

type Row = Place & { value: number; denominator: number | null; sourceId: string | null; source: string };

/**
 * What is there now: of a whole puskesmas what the actor's own office told; of a desa what anybody did, since there is
 * one number for it.
 */
export async function readStored(tx: Db, actor: Actor, places: readonly Place[]): Promise<Map<string, Stored>> {
  const own = actor.organisation.id;
  const found = new Map<string, Stored>();
  for (let from = 0; from < places.length; from += rowsPerStatement) {
    const wanted = JSON.stringify(
      places.slice(from, from + rowsPerStatement).map(({ puskesmasId, villageCode, indicatorId, year, month }) => ({
        ...{ p: puskesmasId, c: villageCode, i: indicatorId, y: year, m: month },
      })),
    );
    const rows = await tx.$queryRaw<Row[]>`
      WITH r AS (SELECT * FROM jsonb_to_recordset(${wanted}::jsonb) AS r(p uuid, c text, i uuid, y int, m int))
      SELECT v."puskesmasId", v."villageCode", v."indicatorId", v.year, v.month, v.value::float8 AS value, v.denominator,
        coalesce(v."sourceId", v."puskesmasId") AS "sourceId", o.name AS source
      FROM r JOIN "IndicatorValue" v ON v."puskesmasId" = r.p AND v.year = r.y AND v."indicatorId" = r.i
        AND v."villageCode" = r.c AND v.month = r.m
      JOIN "Organisation" o ON o.id = coalesce(v."sourceId", v."puskesmasId")
      UNION ALL
      SELECT v."puskesmasId", NULL, v."indicatorId", v.year, v.month, v.value::float8, v.denominator, v."sourceId", ''
      FROM r JOIN "PuskesmasValue" v ON r.c IS NULL AND v."puskesmasId" = r.p AND v.year = r.y
        AND v."indicatorId" = r.i AND v.month = r.m AND v."sourceId" = ${own}::uuid`;
    for (const { value, denominator, sourceId, source, ...place } of rows)
      found.set(placeKey(place), {
        ...{ value, denominator, source },
        // A puskesmas may correct what its Dinkes entered for its desa.
        isOfAnother: sourceId !== own && place.puskesmasId !== own,
      });
  }
  return found;
}
