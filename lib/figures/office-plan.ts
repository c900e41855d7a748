import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import {
  type Change,
  type CurrentValues,
  type KnownIndicator,
  matchCells,
  nameKey,
  planCells,
  type ValuesPlan,
} from "@/lib/figures/import-plan";
import type { ValuesDraft } from "@/lib/figures/import-rows";
import { cellText } from "@/lib/figures/numbers";
import { type OfficeKey, type OfficeRow, officePlace, readOfficeRows, readOthersRows } from "@/lib/figures/office-rows";
import { listPuskesmasWithin, puskesmasFinder } from "@/lib/figures/office-sheet";
import type { ValueKey, ValueRow } from "@/lib/figures/value-rows";
import type { Choices } from "@/lib/imports/choices";
import { usedBy } from "@/lib/indicators/reads";
import { dayOf } from "@/lib/time";

/** What others told differently: kept beside, never written over. */
export type OfficePlan = ValuesPlan & { differing: Change[] };

export function ofPuskesmas<K extends ValueKey>({ villageCode: puskesmasId, ...rest }: K) {
  return { ...rest, puskesmasId };
}

export async function planOfficeValues(
  tx: Db,
  actor: Actor,
  draft: ValuesDraft,
  choices: Choices,
): Promise<OfficePlan> {
  const matched = matchCells(draft, await readCurrent(tx, actor), choices);
  const keys = matched.cells.map(({ key }) => ofPuskesmas(key));
  const sourceId = actor.organisation.id;
  const current = await readOfficeRows(tx, sourceId, keys);
  const plan = planCells(matched, {
    hasDenominator: draft.hasDenominator,
    now: (key) => ofVillage(current.get(officePlace(ofPuskesmas(key)))),
    choices,
  });
  const cells = matched.cells.map(({ row, label, key, value }) => ({ row, label, value, key: ofPuskesmas(key) }));
  return { ...plan, differing: await differingOf(tx, sourceId, cells) };
}

function ofVillage(row: OfficeRow | undefined): ValueRow | undefined {
  if (!row) return undefined;
  const { puskesmasId: villageCode, ...rest } = row;
  return { ...rest, villageCode };
}

type Cell = { row: number; label: string; value: number; key: OfficeKey };

export async function differingOf(tx: Db, sourceId: string, cells: readonly Cell[]): Promise<Change[]> {
  const others = await readOthersRows(
    tx,
    sourceId,
    cells.map(({ key }) => key),
  );
  const byPlace = new Map<string, string[]>();
  const values = new Map(cells.map(({ key, value }) => [officePlace(key), value]));
  for (const other of others) {
    const place = officePlace(other);
    if (values.get(place) === other.value) continue;
    byPlace.set(place, [...(byPlace.get(place) ?? []), `${other.source}: ${cellText(other.value)}`]);
  }
  return cells.flatMap(({ row, label, value, key }) => {
    const words = byPlace.get(officePlace(key));
    return words ? [{ row, label, words: `berkas: ${cellText(value)}; ${words.join("; ")}` }] : [];
  });
}

async function readCurrent(tx: Db, actor: Actor): Promise<CurrentValues> {
  const indicators = await tx.indicator.findMany({
    where: usedBy(actor.organisation),
    select: { id: true, name: true, form: true, isCumulative: true, archivedAt: true },
    take: 5000,
  });
  const puskesmas = await listPuskesmasWithin(tx, actor);
  const byName = new Map<string, KnownIndicator[]>();
  for (const { archivedAt, ...indicator } of indicators) {
    const key = nameKey(indicator.name);
    byName.set(key, [...(byName.get(key) ?? []), { ...indicator, isArchived: archivedAt !== null }]);
  }
  return {
    indicators: byName,
    villages: new Map(puskesmas.map(({ id, name }) => [id, name])),
    foreignVillages: new Map(),
    places: { noun: "Puskesmas", find: puskesmasFinder(puskesmas) },
    today: dayOf(new Date(), actor.organisation.timeZone),
  };
}
