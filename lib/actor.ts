import { type AreaWords, areaWordsOf, villageKindsOf } from "@/lib/area-words/words";
import { acrossOffices } from "@/lib/database-scope";
import { isId, pool } from "@/lib/db";
import { log, redactText } from "@/lib/log";
import type { OrganisationKind, Prisma, Role } from "@/prisma/generated/client";

/** Who acts: read from the database at every request, so a removed officer is out at once. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** A reviewer's organisations where the office has clusters: beside the office itself, these and what is below them. */
  within: readonly string[] | null;
  organisation: {
    id: string;
    kind: OrganisationKind;
    name: string;
    timeZone: string;
    parentId: string | null;
    /** The offices above it, topmost first, and itself. */
    pathIds: readonly string[];
    areaCode: string;
    areaWords: AreaWords;
  };
};

/** Thrown where something may not be done; the log keeps it. */
export class NotAllowed extends Error {
  readonly digest = "NEXT_HTTP_ERROR_FALLBACK;404";

  constructor(actor: Actor, what: string) {
    super(`${actor.role} ${actor.userId} may not ${what}`);
    this.name = "NotAllowed";
    log.warn({ actor: actor.userId, what: redactText(what) }, "tidak diizinkan");
  }
}

export type Choice = { id: string; line: string; detail: string };

export type Refusal = { ok: false; reason: string; field?: string; choices?: Choice[] };
export type Outcome<T extends object = object> = ({ ok: true } & T) | Refusal;

export function isRefusal(result: unknown): result is Refusal {
  return typeof result === "object" && result !== null && "ok" in result && result.ok === false;
}

export function refuse(reason: string, field?: string): Refusal {
  return field ? { ok: false, reason, field } : { ok: false, reason };
}

/** Columns of an actor, as of now, over "User" u and "Organisation" o. */
export const actorColumns = `
  u.id AS "userId", u.name, u.email, u.role,
  o.id AS "organisationId", o.kind, o.name AS "organisationName", o."timeZone", o."parentId", o."pathIds", o."areaCode",
  (SELECT array_agg(DISTINCT left(w."villageCode", 10)) FROM "WorkingArea" w WHERE w."puskesmasId" = o.id) AS villages,
  CASE WHEN u.role = 'DINKES_REVIEWER' AND EXISTS (SELECT 1 FROM "Cluster" c WHERE c."organisationId" = o.id) THEN ARRAY(
    SELECT m."organisationId" FROM "Cluster" c
    JOIN "ClusterMember" m ON m."clusterId" = c.id
    JOIN "Organisation" b ON b.id = m."organisationId" AND b."parentId" = o.id
    WHERE c."organisationId" = o.id AND (
      EXISTS (SELECT 1 FROM "ClusterReviewer" r WHERE r."clusterId" = c.id AND r."userId" = u.id)
      OR EXISTS (SELECT 1 FROM "StandIn" s WHERE s."clusterId" = c.id AND s."userId" = u.id AND s."endedAt" IS NULL
        AND (now() AT TIME ZONE o."timeZone")::date BETWEEN s.since AND s.until))
  ) END AS "within"`;

export type ActorRow = Pick<Actor, "userId" | "name" | "email" | "role" | "within"> &
  Pick<Actor["organisation"], "kind" | "timeZone" | "parentId" | "pathIds" | "areaCode"> & {
    organisationId: string;
    organisationName: string;
    /** How the codes of its desa begin, up to the figure that tells kelurahan. */
    villages: string[] | null;
  };

export function actorOfRow(row: ActorRow): Actor {
  const { userId, name, email, role, within, kind, timeZone, parentId, pathIds, areaCode } = row;
  const organisation = {
    id: row.organisationId,
    kind,
    name: row.organisationName,
    timeZone,
    parentId,
    pathIds,
    areaCode,
    areaWords: areaWordsOf(areaCode, villageKindsOf(row.villages ?? [])),
  };
  return { userId, name, email, role, within, organisation };
}

const findStatement = {
  name: "actor-find",
  text: `SELECT ${actorColumns} FROM "User" u JOIN "Organisation" o ON o.id = u."organisationId"
    WHERE u.id = $1 AND u."deactivatedAt" IS NULL`,
};

/** A user as one who acts, or null when deactivated. */
export async function findActor(userId: string): Promise<Actor | null> {
  if (!isId(userId)) return null;
  const { rows } = await acrossOffices(() => pool.query<ActorRow>({ ...findStatement, values: [userId] }));
  return rows[0] ? actorOfRow(rows[0]) : null;
}

/** Of an office that holds its own meetings and has none below it: a puskesmas, or a hospital, which works like one. */
export function isPuskesmas(actor: Actor): boolean {
  return actor.organisation.kind === "PUSKESMAS" || actor.organisation.kind === "HOSPITAL";
}

export function isDinkes(actor: Actor): boolean {
  const { kind } = actor.organisation;
  return kind === "DISTRICT_DINKES" || kind === "PROVINCIAL_DINKES" || kind === "MINISTRY";
}

export function isDinkesStaff(actor: Actor): boolean {
  return actor.role === "DINKES_ADMIN" || actor.role === "DINKES_REVIEWER";
}

export function isPuskesmasWriter(actor: Actor): boolean {
  return actor.role === "PUSKESMAS_ADMIN" || actor.role === "PUSKESMAS_HEAD" || actor.role === "PUSKESMAS_STAFF";
}

/** A province and the ministry read what people did, not their signatures. */
export function seesSignatures(actor: Actor): boolean {
  return isPuskesmas(actor) || actor.organisation.kind === "DISTRICT_DINKES";
}

/** What an actor may see: its own organisation and those below it; a reviewer of clusters, those of the clusters. */
export function organisationsWithin(actor: Actor): Prisma.OrganisationWhereInput {
  const { id } = actor.organisation;
  if (!isDinkes(actor)) return { id };
  if (!actor.within) return { pathIds: { has: id } };
  return { OR: [{ id }, { pathIds: { hasSome: [...actor.within] } }] };
}
