import { type Actor, isDinkes, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import type { OrganisationKind } from "@/prisma/generated/enums";

/** What the rows of an office's matrix are: its puskesmas, or the offices below it with theirs added up. */
export type RowLevel = "puskesmas" | "kabupaten" | "province";

export type Office = {
  id: string;
  name: string;
  kind: OrganisationKind;
  areaCode: string;
  level: RowLevel;
  /** From the actor's own office down to this one, without it. */
  above: { id: string; name: string }[];
};

export function levelOf(kind: OrganisationKind): RowLevel {
  if (kind === "DISTRICT_DINKES") return "puskesmas";
  return kind === "PROVINCIAL_DINKES" ? "kabupaten" : "province";
}

const offices: OrganisationKind[] = ["DISTRICT_DINKES", "PROVINCIAL_DINKES", "MINISTRY"];

/** The Dinkes whose matrix is asked for: the actor's own, or one below it; null where it sees no such office. */
export async function findOffice(actor: Actor, id?: string): Promise<Office | null> {
  if (!isDinkes(actor)) return null;
  const own = actor.organisation;
  if (!id || id === own.id) return { ...own, level: levelOf(own.kind), above: [] };
  if (!isId(id)) return null;
  const found = await db.organisation.findFirst({
    where: { AND: [{ id, kind: { in: offices } }, organisationsWithin(actor)] },
    select: { id: true, name: true, kind: true, areaCode: true, pathIds: true },
  });
  if (!found) return null;
  const { pathIds, ...office } = found;
  const between = pathIds.slice(pathIds.indexOf(own.id), -1);
  const names = await db.organisation.findMany({ where: { id: { in: between } }, select: { id: true, name: true } });
  return {
    ...office,
    level: levelOf(office.kind),
    above: between.flatMap((above) => names.find((one) => one.id === above) ?? []),
  };
}
