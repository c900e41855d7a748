import { type Actor, isDinkes, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { isWide, listScope, mostNamed, type Scope } from "@/lib/plan/item-query";

/** What a page shows of an office with many puskesmas: all of it, or one office below it that was chosen. */
export type OfficeView = {
  /** Reads with it are narrowed to the chosen office; never to write with. */
  actor: Actor;
  officeId: string | undefined;
  /** The puskesmas that was asked for, unless another office was chosen since. */
  puskesmasId: string | undefined;
  /** Offices to choose from; none where every puskesmas can be named. */
  offices: Scope;
  /** The puskesmas and hospitals to choose from; none as long as there are too many. */
  members: Scope;
  puskesmas: Scope;
};

const dinkesBelow = { kind: { in: ["PROVINCIAL_DINKES" as const, "DISTRICT_DINKES" as const] } };

type Asked = { dinkes?: string | undefined; puskesmas?: string | undefined };

export async function findOfficeView(actor: Actor, { dinkes = "", puskesmas = "" }: Asked): Promise<OfficeView> {
  const asked = { officeId: undefined, puskesmasId: puskesmas || undefined };
  if (!isDinkes(actor)) return { actor, ...asked, offices: [], ...named([]) };
  const all = await listScope(actor);
  if (!isWide(all)) return { actor, ...asked, offices: [], ...named(all) };
  const office = (await findBelow(actor, dinkes)) ?? (await findOfficeOf(actor, puskesmas));
  if (!office) {
    const offices = await listBelow(actor, [], actor.organisation.id);
    return { actor, officeId: undefined, puskesmasId: undefined, offices, ...named([]) };
  }
  const view = { ...actor, within: [office.id] };
  const scope = await listScope(view);
  return {
    actor: view,
    officeId: office.id,
    puskesmasId: scope.find(({ id }) => id === puskesmas)?.id,
    offices: await officesAround(actor, office),
    ...named(isWide(scope) ? [] : scope),
  };
}

function named(members: Scope): Pick<OfficeView, "members" | "puskesmas"> {
  return { members, puskesmas: members.filter(({ kind }) => kind === "PUSKESMAS") };
}

type Office = { id: string; parentId: string | null; pathIds: string[] };

async function findBelow(actor: Actor, asked: string): Promise<Office | null> {
  if (!isId(asked) || asked === actor.organisation.id) return null;
  return db.organisation.findFirst({
    where: { AND: [{ id: asked }, dinkesBelow, organisationsWithin(actor)] },
    select: { id: true, parentId: true, pathIds: true },
  });
}

async function findOfficeOf(actor: Actor, puskesmas: string): Promise<Office | null> {
  if (!isId(puskesmas)) return null;
  const found = await db.organisation.findFirst({
    where: { AND: [{ id: puskesmas }, organisationsWithin(actor)] },
    select: { parentId: true },
  });
  return findBelow(actor, found?.parentId ?? "");
}

/** The way down to the chosen office with what is below it, or beside it where nothing is. */
async function officesAround(actor: Actor, office: Office): Promise<Scope> {
  const way = office.pathIds.slice(office.pathIds.indexOf(actor.organisation.id) + 1);
  const below = await listBelow(actor, way, office.id);
  if (below.length > way.length || !office.parentId) return below;
  return listBelow(actor, way.slice(0, -1), office.parentId);
}

function listBelow(actor: Actor, way: readonly string[], parentId: string): Promise<Scope> {
  return db.organisation.findMany({
    where: { AND: [organisationsWithin(actor), dinkesBelow, { OR: [{ id: { in: [...way] } }, { parentId }] }] },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    take: mostNamed,
    select: { id: true, name: true },
  });
}
