import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { nationCode } from "@/lib/organisations/rules";
import { holdsEachWord } from "@/lib/read-words";
import type { Prisma } from "@/prisma/generated/client";

export const organisationsPerPage = 50;

export type OrganisationFilter = { parentId: string; q?: string | undefined; page?: number | undefined };

export async function listOrganisations(actor: Actor, filter: OrganisationFilter) {
  const page = Math.max(1, filter.page ?? 1);
  const ids = await findIds(filter.parentId, filter.q);
  const where: Prisma.OrganisationWhereInput = {
    AND: [organisationsWithin(actor), { parentId: filter.parentId }, ...(ids ? [{ id: { in: ids } }] : [])],
  };
  const [total, rows] = await Promise.all([
    db.organisation.count({ where }),
    db.organisation.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * organisationsPerPage,
      take: organisationsPerPage,
      select: {
        id: true,
        kind: true,
        name: true,
        registrationCode: true,
        timeZone: true,
        area: { select: { name: true } },
        _count: { select: { workingArea: true, children: true, users: { where: { deactivatedAt: null } } } },
      },
    }),
  ]);
  return { organisations: rows, total, page, hasMore: page * organisationsPerPage < total };
}

async function findIds(parentId: string, q = ""): Promise<string[] | null> {
  if (!q.trim() || !isId(parentId)) return null;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Organisation" o JOIN "Area" a ON a.code = o."areaCode"
    WHERE o."parentId" = ${parentId}::uuid
      AND ${holdsEachWord(["o.name", "a.name", `o."areaCode"`, `o."registrationCode"`], q)}`;
  return rows.map(({ id }) => id);
}

export type ListedOrganisation = Awaited<ReturnType<typeof listOrganisations>>["organisations"][number];

/** One organisation the actor may see, with its counts, or null. */
export async function findOrganisation(actor: Actor, id: string) {
  if (!isId(id)) return null;
  return db.organisation.findFirst({
    where: { AND: [{ id }, organisationsWithin(actor)] },
    include: {
      area: { select: { code: true, name: true } },
      parent: { select: { id: true, name: true, areaCode: true } },
      _count: { select: { workingArea: true, children: true, users: { where: { deactivatedAt: null } } } },
    },
  });
}

export type FoundOrganisation = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

export async function listWorkingArea(actor: Actor, puskesmasId: string) {
  const rows = await db.workingArea.findMany({
    where: { puskesmasId, puskesmas: organisationsWithin(actor) },
    orderBy: { villageCode: "asc" },
    take: 2000,
    select: { village: { select: { code: true, name: true, parent: { select: { code: true, name: true } } } } },
  });
  const districts = new Map<string, { code: string; name: string; villages: { code: string; name: string }[] }>();
  for (const { village } of rows) {
    if (!village.parent) continue;
    const district = districts.get(village.parent.code) ?? { ...village.parent, villages: [] };
    district.villages.push({ code: village.code, name: village.name });
    districts.set(district.code, district);
  }
  return [...districts.values()];
}

export function areasBelow(areaCode: string): Prisma.AreaWhereInput {
  return areaCode === nationCode ? { parentCode: null, code: { not: nationCode } } : { parentCode: areaCode };
}

export function listAreas(parentCode: string): Promise<{ code: string; name: string }[]> {
  return db.area.findMany({
    where: areasBelow(parentCode),
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
}

export async function listVillagesOf(actor: Actor, districtCodes: readonly string[], puskesmasId: string) {
  const rows = await db.area.findMany({
    where: { code: { in: districtCodes.slice(0, 100) } },
    orderBy: { code: "asc" },
    select: {
      code: true,
      name: true,
      children: {
        orderBy: { code: "asc" },
        select: {
          code: true,
          name: true,
          workingAreas: {
            where: { puskesmasId: { not: puskesmasId }, puskesmas: organisationsWithin(actor) },
            select: { puskesmas: { select: { name: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ children, ...district }) => ({
    ...district,
    villages: children.map(({ workingAreas, ...village }) => ({
      ...village,
      others: workingAreas.map((other) => other.puskesmas.name),
    })),
  }));
}

export function listChoices(actor: Actor) {
  const { id } = actor.organisation;
  return db.organisation.findMany({
    where: { AND: [organisationsWithin(actor), { OR: [{ id }, { parentId: id }] }] },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    take: 500,
    select: { id: true, name: true, kind: true },
  });
}
