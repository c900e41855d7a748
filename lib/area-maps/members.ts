import type { Actor } from "@/lib/actor";
import type { Placed } from "@/lib/area-maps/tiles";
import { db } from "@/lib/db";
import { levelOf, type Office } from "@/lib/matrix/office";
import { scopeOf } from "@/lib/matrix/scope-sql";

export function ownOffice({ organisation }: Actor): Office {
  return { ...organisation, level: levelOf(organisation.kind), above: [] };
}

export function listMembers(actor: Actor, office: Office): Promise<Placed[]> {
  return db.$queryRaw<Placed[]>`
    SELECT o.id, o.name, o."areaCode" FROM "Organisation" o
    WHERE o.id IN (SELECT s."rowId" FROM (${scopeOf(actor, office).rows}) s) ORDER BY o."areaCode", o.name`;
}
