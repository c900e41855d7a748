import type { Actor } from "@/lib/actor";
import type { ExchangePlan } from "@/lib/data-exchange/plan";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";

/** What was answered on a preview, or known by its name, is kept for the next file. */
export async function keepUsedMapping(tx: Db, actor: Actor, { used }: ExchangePlan): Promise<void> {
  const organisationId = actor.organisation.id;
  const elements = [...used.elements];
  const units = [...used.units];
  await tx.mappedDataElement.createMany({
    data: elements.map(([dataElement, { indicator, part }]) => ({
      ...{ organisationId, dataElement, indicatorId: indicator.id, part },
    })),
    skipDuplicates: true,
  });
  await tx.mappedOrgUnit.createMany({
    data: units.map(([orgUnit, { puskesmasId, villageCode }]) => ({
      ...{ organisationId, orgUnit, puskesmasId, villageCode },
    })),
    skipDuplicates: true,
  });
  const pairs = [
    ...elements.map(([code, { indicator }]) => `${code} → ${indicator.name}`),
    ...units.map(([code, { name }]) => `${code} → ${name}`),
  ];
  if (pairs.length > 0)
    await recordEvent(tx, by(actor), {
      action: "mapping.saved",
      subjectId: organisationId,
      organisationId,
      data: { pairs: pairs.slice(0, 50), count: pairs.length },
    });
}
