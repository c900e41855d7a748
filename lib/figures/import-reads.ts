import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import {
  type CurrentValues,
  type KnownIndicator,
  matchCells,
  nameKey,
  planCells,
  type ValuesPlan,
} from "@/lib/figures/import-plan";
import type { ValuesDraft } from "@/lib/figures/import-rows";
import { readValues, valuePlace } from "@/lib/figures/value-rows";
import type { Choices } from "@/lib/imports/choices";
import { villageCodeIn } from "@/lib/imports/villages";
import { usedBy } from "@/lib/indicators/reads";
import { dayOf } from "@/lib/time";

export async function planValues(tx: Db, actor: Actor, draft: ValuesDraft, choices: Choices): Promise<ValuesPlan> {
  const matched = matchCells(draft, await readCurrent(tx, actor, draft), choices);
  const current = await readValues(
    tx,
    actor.organisation.id,
    matched.cells.map(({ key }) => key),
  );
  return planCells(matched, {
    hasDenominator: draft.hasDenominator,
    now: (key) => current.get(valuePlace(key)),
    choices,
  });
}

async function readCurrent(tx: Db, actor: Actor, draft: ValuesDraft): Promise<CurrentValues> {
  const { id } = actor.organisation;
  const indicators = await tx.indicator.findMany({
    where: usedBy(actor.organisation),
    select: { id: true, name: true, form: true, isCumulative: true, archivedAt: true },
    take: 5000,
  });
  const own = await tx.workingArea.findMany({
    where: { puskesmasId: id },
    select: { village: { select: { code: true, name: true } } },
  });
  const villages = new Map(own.map(({ village }) => [village.code, village.name]));
  const foreign = await tx.area.findMany({
    where: { code: { in: draft.villages.flatMap(({ code }) => villageCodeIn(code) ?? []).slice(0, 5000) } },
    select: { code: true, name: true },
  });
  const byName = new Map<string, KnownIndicator[]>();
  for (const { archivedAt, ...indicator } of indicators) {
    const key = nameKey(indicator.name);
    byName.set(key, [...(byName.get(key) ?? []), { ...indicator, isArchived: archivedAt !== null }]);
  }
  return {
    indicators: byName,
    villages,
    foreignVillages: new Map(foreign.map(({ code, name }) => [code, name])),
    today: dayOf(new Date(), actor.organisation.timeZone),
  };
}
