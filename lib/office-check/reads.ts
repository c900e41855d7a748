import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { canManageOrganisations, nationCode } from "@/lib/organisations/rules";
import { organisationsWithinSql } from "@/lib/within-sql";
import { type OrganisationKind, Prisma } from "@/prisma/generated/client";

export type CheckedOffice = {
  id: string;
  kind: OrganisationKind;
  name: string;
  areaCode: string;
  timeZone: string;
  registrationCode: string | null;
  villages: number;
  users: number;
  /** Of them, who never made a password. */
  strangers: number;
  hasHead: boolean;
  below: number;
};

export type UnservedArea = { code: string; name: string; total: number; unserved: number; names: string[] };
export type SharedVillage = { code: string; name: string; puskesmas: string[] };

const mostOffices = 1000;
const mostShared = 50;

/** What the office's own set-up holds, in three statements: its offices, areas nobody serves, desa that two serve. */
export async function readSetUp(actor: Actor) {
  if (!canManageOrganisations(actor)) throw new NotAllowed(actor, "check the set-up of an office");
  const isRegency = actor.organisation.kind === "DISTRICT_DINKES";
  const [offices, unserved, shared] = await Promise.all([
    readOffices(actor),
    isRegency ? readUnservedVillages(actor) : readAreasWithoutOffice(actor),
    isRegency ? readSharedVillages(actor) : [],
  ]);
  return { offices, unserved, shared };
}

export type SetUp = Awaited<ReturnType<typeof readSetUp>>;

const below = (actor: Actor) =>
  Prisma.sql`o."parentId" = ${actor.organisation.id}::uuid AND ${organisationsWithinSql(actor, "o")}`;

function readOffices(actor: Actor): Promise<CheckedOffice[]> {
  return db.$queryRaw<CheckedOffice[]>`
    SELECT o.id, o.kind::text AS kind, o.name, o."areaCode", o."timeZone", o."registrationCode",
      (SELECT count(*)::int FROM "WorkingArea" w WHERE w."puskesmasId" = o.id) AS villages,
      (SELECT count(*)::int FROM "Organisation" c WHERE c."parentId" = o.id) AS below,
      coalesce(u.users, 0) AS users, coalesce(u.strangers, 0) AS strangers,
      coalesce(u."isLed", false) OR EXISTS (
        SELECT 1 FROM "SeatHolder" h WHERE h."seatId" = o."headSeatId"
          AND (h.since IS NULL OR h.since <= now()) AND (h.until IS NULL OR h.until > now())
      ) AS "hasHead"
    FROM "Organisation" o LEFT JOIN LATERAL (
      SELECT count(*)::int AS users, count(*) FILTER (WHERE u."passwordHash" IS NULL)::int AS strangers,
        bool_or(u.role = 'PUSKESMAS_HEAD') AS "isLed"
      FROM "User" u WHERE u."organisationId" = o.id AND u."deactivatedAt" IS NULL
    ) u ON true
    WHERE ${below(actor)}
    ORDER BY o.name, o.id LIMIT ${mostOffices}`;
}

function readUnservedVillages(actor: Actor): Promise<UnservedArea[]> {
  return db.$queryRaw<UnservedArea[]>`
    SELECT d.code, d.name, count(*)::int AS total, count(*) FILTER (WHERE NOT s.served)::int AS unserved,
      coalesce(array_agg(v.name ORDER BY v.code) FILTER (WHERE NOT s.served), '{}') AS names
    FROM "Area" d JOIN "Area" v ON v."parentCode" = d.code
    CROSS JOIN LATERAL (SELECT EXISTS (
      SELECT 1 FROM "WorkingArea" w JOIN "Organisation" o ON o.id = w."puskesmasId"
      WHERE w."villageCode" = v.code AND ${below(actor)}
    ) AS served) s
    WHERE d."parentCode" = ${actor.organisation.areaCode}
    GROUP BY d.code, d.name HAVING bool_or(NOT s.served) ORDER BY d.code`;
}

/** Kabupaten of a province, or provinces of the nation, whose Dinkes is not there yet. */
function readAreasWithoutOffice(actor: Actor): Promise<UnservedArea[]> {
  const { areaCode } = actor.organisation;
  const parent =
    areaCode === nationCode
      ? Prisma.sql`a."parentCode" IS NULL AND a.code <> ${nationCode}`
      : Prisma.sql`a."parentCode" = ${areaCode}`;
  return db.$queryRaw<UnservedArea[]>`
    SELECT a.code, a.name, 1 AS total, 1 AS unserved, '{}'::text[] AS names FROM "Area" a
    WHERE ${parent} AND NOT EXISTS (SELECT 1 FROM "Organisation" o WHERE o."areaCode" = a.code AND ${below(actor)})
    ORDER BY a.code`;
}

function readSharedVillages(actor: Actor): Promise<SharedVillage[]> {
  return db.$queryRaw<SharedVillage[]>`
    SELECT v.code, v.name, array_agg(o.name ORDER BY o.name) AS puskesmas
    FROM "WorkingArea" w JOIN "Organisation" o ON o.id = w."puskesmasId" JOIN "Area" v ON v.code = w."villageCode"
    WHERE ${below(actor)} GROUP BY v.code, v.name HAVING count(*) > 1 ORDER BY v.code LIMIT ${mostShared}`;
}
