import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { db } from "@/lib/db";
import { hasLeftSql, ownerRefSql } from "@/lib/owner-links/refs";
import type { OwnerRef } from "@/lib/owner-links/rules";
import { organisersWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";
import type {
  FundingSource,
  MeetingStatus,
  OrganisationKind,
  Priority,
  ProgressStatus,
} from "@/prisma/generated/enums";

export type ListedItem = {
  id: string;
  meetingId: string;
  number: number;
  problemId: string | null;
  problemNumber: number | null;
  cause: string | null;
  problem: string | null;
  activity: string;
  responsibleInstitution: string;
  responsibleTitle: string | null;
  responsibleName: string | null;
  responsibleSeatId: string | null;
  responsibleUserId: string | null;
  responsiblePersonId: string | null;
  support: string | null;
  deadline: string;
  indicator: string | null;
  baseline: number | null;
  target: number | null;
  unit: string | null;
  fundingSource: FundingSource | null;
  priority: Priority;
  status: ProgressStatus;
  percent: number;
  version: number;
  meetingTitle: string;
  meetingStatus: MeetingStatus;
  startsAt: Date;
  timeZone: string;
  puskesmas: string[];
  villages: { code: string; name: string }[];
  lastReportedAt: Date | null;
  lastReporter: string | null;
  lastNote: string | null;
  lastCheck: "WAITING" | "ACCEPTED" | null;
  lastChecker: string | null;
  postponements: number;
  plannedAt: Date;
  isEscalated: boolean;
  reports: number;
  comments: number;
  ownerRef: OwnerRef;
  ownerLeft: boolean;
  hasAgreed: boolean;
};

export type Scope = { id: string; name: string; kind?: OrganisationKind }[];

/** As many puskesmas are named; of an office with more, rows are looked for one by one, and it chooses by its matrix. */
export const mostNamed = 150;

export function isWide(scope: Scope): boolean {
  return scope.length > mostNamed;
}

export async function listScope(actor: Actor): Promise<Scope> {
  if (isPuskesmas(actor)) return [{ id: actor.organisation.id, name: actor.organisation.name }];
  return db.organisation.findMany({
    where: { AND: [organisationsWithin(actor), { kind: { in: ["PUSKESMAS", "HOSPITAL"] } }] },
    orderBy: { name: "asc" },
    take: mostNamed + 1,
    select: { id: true, name: true, kind: true },
  });
}

/** Rows ("t") of meetings that one of these puskesmas organises; the Dinkes sees none of a draft. */
export function ofScope(actor: Actor, scope: Scope): Prisma.Sql {
  if (isWide(scope)) return isVisibleSql(actor);
  const ids = scope.map((puskesmas) => puskesmas.id);
  // Not a join, for which all meetings of the country would be read.
  const draft = isPuskesmas(actor)
    ? Prisma.empty
    : Prisma.sql`AND (SELECT v.status FROM "Meeting" v WHERE v.id = g."meetingId") <> 'DRAFT'`;
  return Prisma.sql`t."meetingId" = ANY(ARRAY(
    SELECT g."meetingId" FROM "MeetingOrganiser" g
    WHERE g."puskesmasId" = ANY(${ids}::uuid[]) AND g."agreedAt" IS NOT NULL ${draft}))`;
}

export function isVisibleSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "MeetingOrganiser" g JOIN "Organisation" p ON p.id = g."puskesmasId" JOIN "Meeting" v ON v.id = g."meetingId"
    WHERE g."meetingId" = t."meetingId" AND g."agreedAt" IS NOT NULL AND v.status <> 'DRAFT'
      AND ${organisersWithinSql(actor, "p")})`;
}

export const spelled = (column: string) => Prisma.raw(`lower(regexp_replace(trim(${column}), '\\s+', ' ', 'g'))`);

/** @param order by columns of "t" alone, so that the page is cut before anything is joined to it */
export async function selectItems(
  condition: Prisma.Sql,
  order: Prisma.Sql,
  page: { take: number; skip?: number },
): Promise<ListedItem[]> {
  return db.$queryRaw<ListedItem[]>(itemsStatement(condition, order, page));
}

export function itemsStatement(
  condition: Prisma.Sql,
  order: Prisma.Sql,
  page: { take: number; skip?: number },
): Prisma.Sql {
  return Prisma.sql`
    SELECT t.id, t."meetingId", t.number, t."problemId", q.number AS "problemNumber", t.problem, t.cause, t.activity,
      t."responsibleInstitution", t."responsibleTitle", t."responsibleName", t."responsibleSeatId", t."responsibleUserId", t."responsiblePersonId",
      t.support, to_char(t.deadline, 'YYYY-MM-DD') AS deadline,
      t.indicator, t.baseline::float8 AS baseline, t.target::float8 AS target, t.unit,
      t."fundingSource"::text AS "fundingSource", t.priority::text AS priority,
      t.status::text AS status, t.percent, t.version,
      m.title AS "meetingTitle", m.status::text AS "meetingStatus", m."startsAt", m."timeZone",
      o.names AS puskesmas, d.villages,
      r."createdAt" AS "lastReportedAt", r.reporter AS "lastReporter", r.note AS "lastNote",
      CASE WHEN r."ownerLinkId" IS NULL THEN NULL WHEN r."isAccepted" IS NULL THEN 'WAITING'
        WHEN r."isAccepted" THEN 'ACCEPTED' END AS "lastCheck", r.checker AS "lastChecker",
      w.postponements, coalesce(w."continuedAt", m."startsAt") AS "plannedAt",
      EXISTS (SELECT 1 FROM "Escalation" e WHERE e."itemId" = t.id AND e."closedAt" IS NULL) AS "isEscalated",
      (SELECT count(*)::int FROM "ProgressReport" p WHERE p."itemId" = t.id) AS reports,
      (SELECT count(*)::int FROM "Comment" c WHERE c."itemId" = t.id) AS comments,
      ${ownerRefSql} AS "ownerRef", ${hasLeftSql} AS "ownerLeft",
      (${spelled(`t."responsibleInstitution"`)} IN (
        -- Until anybody is noted as present, all who were invited may still agree.
        SELECT ${spelled("i.institution")} FROM "Invitation" i WHERE i."meetingId" = m.id AND NOT EXISTS (
          SELECT 1 FROM "Attendance" a WHERE a."meetingId" = m.id AND a.status IN ('PRESENT', 'REPRESENTED'))
        UNION ALL
        SELECT ${spelled("n")} FROM "Attendance" a CROSS JOIN unnest(ARRAY[a.institution, a."representedInstitution"]) n
        WHERE a."meetingId" = m.id AND a.status IN ('PRESENT', 'REPRESENTED') AND n IS NOT NULL
        UNION ALL
        SELECT ${spelled("n")} FROM unnest(o.names) AS n
      )) AS "hasAgreed"
    FROM (
      SELECT t.* FROM "ActionItem" t WHERE ${condition} ORDER BY ${order} LIMIT ${page.take} OFFSET ${page.skip ?? 0}
    ) t
    JOIN "Meeting" m ON m.id = t."meetingId"
    LEFT JOIN "Problem" q ON q.id = t."problemId"
    CROSS JOIN LATERAL (
      SELECT array_agg(p.name ORDER BY p.id <> m."hostId", p.name) AS names
      FROM "MeetingOrganiser" g JOIN "Organisation" p ON p.id = g."puskesmasId"
      WHERE g."meetingId" = m.id AND g."agreedAt" IS NOT NULL
    ) o
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('code', a.code, 'name', a.name) ORDER BY a.code), '[]'::json) AS villages
      FROM "ActionItemVillage" w JOIN "Area" a ON a.code = w."villageCode" WHERE w."itemId" = t.id
    ) d
    LEFT JOIN LATERAL (
      SELECT p."createdAt", p.reporter, p.note, p."ownerLinkId", k."isAccepted", k.checker
      FROM "ProgressReport" p LEFT JOIN "ReportCheck" k ON k."reportId" = p.id WHERE p."itemId" = t.id
      ORDER BY p."createdAt" DESC, p.id DESC LIMIT 1
    ) r ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS postponements, max(b."startsAt") AS "continuedAt"
      FROM "ItemReview" a JOIN "Meeting" b ON b.id = a."meetingId"
      WHERE a."itemId" = t.id AND a.outcome = 'CONTINUED'
    ) w
    ORDER BY ${order}`;
}
