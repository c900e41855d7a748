import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { canEnterForPuskesmas } from "@/lib/indicators/rules";

const mostShown = 1000;

export async function listMappings(actor: Actor) {
  if (!canEnterForPuskesmas(actor)) throw new NotAllowed(actor, "see the mapping");
  const organisationId = actor.organisation.id;
  const [elements, units] = await Promise.all([
    db.mappedDataElement.findMany({
      where: { organisationId },
      orderBy: [{ dataElement: "asc" }, { categoryOptionCombo: "asc" }],
      take: mostShown,
      select: { dataElement: true, categoryOptionCombo: true, part: true, indicator: { select: { name: true } } },
    }),
    db.mappedOrgUnit.findMany({
      where: { organisationId },
      orderBy: { orgUnit: "asc" },
      take: mostShown,
      select: { orgUnit: true, puskesmas: { select: { name: true } }, village: { select: { name: true, code: true } } },
    }),
  ]);
  return { elements, units };
}
