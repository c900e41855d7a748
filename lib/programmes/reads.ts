import { type Actor, isDinkes, organisationsWithin } from "@/lib/actor";
import { keptTiles, placeTiles, type Tile } from "@/lib/area-maps/tiles";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { type CoverageState, coverageOf, seesProgrammes } from "@/lib/programmes/rules";
import { dateToDay, dayOf, dayToDate } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import type { MeetingStatus, OrganisationKind, Prisma } from "@/prisma/generated/client";

export function programmesVisibleTo(actor: Actor): Prisma.ProgrammeWhereInput {
  if (!seesProgrammes(actor) || !isDinkes(actor)) return { id: { in: [] } };
  const within = organisationsWithin(actor);
  return { OR: [{ organisation: within }, { members: { some: { organisation: within } } }] };
}

export type ListedProgramme = {
  id: string;
  name: string;
  office: string;
  startsOn: string;
  endsOn: string;
  isClosed: boolean;
  members: number;
  held: number;
  planned: number;
};

export const programmesPerPage = 30;

/** A page of programmes, the newest first, each with how many of the actor's own members were visited: one statement. */
export async function listProgrammes(actor: Actor, page = 1) {
  if (!seesProgrammes(actor) || !isDinkes(actor)) return { programmes: [], hasMore: false };
  const rows = await db.$queryRaw<ListedProgramme[]>`
    SELECT p.id, p.name, o.name AS office, to_char(p."startsOn", 'YYYY-MM-DD') AS "startsOn",
      to_char(p."endsOn", 'YYYY-MM-DD') AS "endsOn", p."closedAt" IS NOT NULL AS "isClosed", c.*
    FROM "Programme" p JOIN "Organisation" o ON o.id = p."organisationId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS members, count(*) FILTER (WHERE v.held)::int AS held,
        count(*) FILTER (WHERE v.planned AND NOT v.held)::int AS planned
      FROM "ProgrammeMember" m JOIN "Organisation" w ON w.id = m."organisationId"
      CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(e.status = 'CLOSED'), false) AS held, coalesce(bool_or(e.status <> 'CANCELLED'), false) AS planned
        FROM "ProgrammeVisit" x JOIN "Meeting" e ON e.id = x."meetingId"
        WHERE x."programmeId" = m."programmeId" AND x."organisationId" = m."organisationId"
      ) v
      WHERE m."programmeId" = p.id AND m."isVisited" AND ${organisationsWithinSql(actor, "w")}
    ) c
    WHERE ${organisationsWithinSql(actor, "o")} OR EXISTS (
      SELECT 1 FROM "ProgrammeMember" n JOIN "Organisation" z ON z.id = n."organisationId"
      WHERE n."programmeId" = p.id AND ${organisationsWithinSql(actor, "z")})
    ORDER BY p."startsOn" DESC, p.id
    LIMIT ${programmesPerPage + 1} OFFSET ${(Math.max(1, page) - 1) * programmesPerPage}`;
  return { programmes: rows.slice(0, programmesPerPage), hasMore: rows.length > programmesPerPage };
}

export async function findProgramme(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const programme = await db.programme.findFirst({
    where: { AND: [{ id }, programmesVisibleTo(actor)] },
    include: {
      organisation: { select: { id: true, name: true, timeZone: true, areaCode: true } },
      indicators: { orderBy: { position: "asc" } },
      facilitators: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        include: { _count: { select: { visits: true } } },
      },
      checklist: { orderBy: { position: "asc" } },
    },
  });
  if (!programme) return null;
  return {
    ...programme,
    startsOn: dateToDay(programme.startsOn),
    endsOn: dateToDay(programme.endsOn),
    indicators: programme.indicators.map(({ baseline, target, ...row }) => ({
      ...row,
      baseline: baseline?.toNumber() ?? null,
      target: target?.toNumber() ?? null,
    })),
    facilitators: programme.facilitators.map(({ daysOff, _count, ...row }) => ({
      ...row,
      daysOff: daysOff.map(dateToDay),
      visits: _count.visits,
    })),
  };
}

export type FoundProgramme = NonNullable<Awaited<ReturnType<typeof findProgramme>>>;

export type CoverageVisit = {
  meetingId: string;
  status: MeetingStatus;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  day: string;
  team: { facilitatorId: string; name: string }[];
  present: number;
  isApproved: boolean;
};

export type Covered = {
  id: string;
  name: string;
  kind: OrganisationKind;
  areaCode: string;
  district: string;
  isVisited: boolean;
  findings: number;
  items: number;
  open: number;
  overdue: number;
  visits: CoverageVisit[];
  state: CoverageState;
};

type CoverageRow = Omit<Covered, "state" | "visits"> & {
  visits: (Omit<CoverageVisit, "startsAt" | "endsAt" | "day"> & { startsAt: string; endsAt: string | null })[];
};

const mostMembers = 400;

/** Who takes part, of those the actor sees, each with its visits and what they left: one statement. */
export async function listCoverage(actor: Actor, programmeId: string, now: Date): Promise<Covered[]> {
  if (!isId(programmeId) || !seesProgrammes(actor) || !isDinkes(actor)) return [];
  const today = dayOf(now, actor.organisation.timeZone);
  const rows = await db.$queryRaw<CoverageRow[]>`
    SELECT o.id, o.name, o.kind::text AS kind, o."areaCode", a.name AS district, m."isVisited",
      coalesce(v.visits, '[]'::json) AS visits, coalesce(v.findings, 0)::int AS findings,
      coalesce(v.items, 0)::int AS items, coalesce(v.open, 0)::int AS open, coalesce(v.overdue, 0)::int AS overdue
    FROM "ProgrammeMember" m
    JOIN "Organisation" o ON o.id = m."organisationId" JOIN "Area" a ON a.code = o."areaCode"
    LEFT JOIN LATERAL (
      SELECT sum(f.findings) AS findings, sum(i.items) AS items, sum(i.open) AS open, sum(i.overdue) AS overdue,
        json_agg(json_build_object('meetingId', e.id, 'status', e.status, 'startsAt', e."startsAt", 'endsAt', e."endsAt",
          'timeZone', e."timeZone", 'present', h.present,
          'isApproved', EXISTS (SELECT 1 FROM "Approval" p WHERE p."meetingId" = e.id
            AND NOT EXISTS (SELECT 1 FROM "Reopening" r WHERE r."approvalId" = p.id)),
          'team', (SELECT coalesce(json_agg(json_build_object('facilitatorId', t."facilitatorId", 'name', t.name)
            ORDER BY t.position), '[]') FROM "VisitFacilitator" t WHERE t."meetingId" = e.id)
        ) ORDER BY e."startsAt") AS visits
      FROM "ProgrammeVisit" x JOIN "Meeting" e ON e.id = x."meetingId"
      CROSS JOIN LATERAL (SELECT count(*) AS findings FROM "Problem" q WHERE q."meetingId" = e.id) f
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS present FROM "Attendance" t
        WHERE t."meetingId" = e.id AND t.status IN ('PRESENT', 'REPRESENTED') AND t."confirmedAt" IS NOT NULL) h
      CROSS JOIN LATERAL (
        SELECT count(*) AS items, count(*) FILTER (WHERE t.status IN ('NOT_STARTED', 'IN_PROGRESS')) AS open,
          count(*) FILTER (WHERE t.status IN ('NOT_STARTED', 'IN_PROGRESS') AND t.deadline < ${dayToDate(today)}::date) AS overdue
        FROM "ActionItem" t WHERE t."meetingId" = e.id) i
      WHERE x."programmeId" = m."programmeId" AND x."organisationId" = m."organisationId"
    ) v ON true
    WHERE m."programmeId" = ${programmeId}::uuid AND ${organisationsWithinSql(actor, "o")}
    ORDER BY NOT m."isVisited", o.kind, o."areaCode", o.name
    LIMIT ${mostMembers}`;
  return rows.map((row) => {
    const visits = row.visits.map((visit) => {
      const startsAt = new Date(visit.startsAt);
      const endsAt = visit.endsAt === null ? null : new Date(visit.endsAt);
      return { ...visit, startsAt, endsAt, day: dayOf(startsAt, visit.timeZone) };
    });
    return { ...row, visits, state: coverageOf(visits, today) };
  });
}

export async function findCoverageTiles(programme: FoundProgramme, members: readonly Covered[]): Promise<Tile[]> {
  const found = await db.tileMap.findUnique({ where: { organisationId: programme.organisationId } });
  const kept = keptTiles.safeParse(found?.tiles ?? []);
  return placeTiles(members, kept.success ? kept.data : []);
}

export async function listPossibleMembers(actor: Actor) {
  return db.organisation.findMany({
    where: { AND: [organisationsWithin(actor), { kind: { in: ["PUSKESMAS", "HOSPITAL"] } }] },
    orderBy: [{ kind: "asc" }, { areaCode: "asc" }, { name: "asc" }],
    take: mostMembers,
    select: { id: true, name: true, kind: true, area: { select: { name: true } } },
  });
}

export async function listMemberIds(programmeId: string) {
  const rows = await db.programmeMember.findMany({ where: { programmeId }, take: mostMembers });
  return rows.map(({ organisationId, isVisited }) => ({ organisationId, isVisited }));
}

export function listProgrammeIndicators(actor: Actor) {
  return db.indicator.findMany({
    where: { organisationId: { in: [...actor.organisation.pathIds] }, archivedAt: null },
    orderBy: [{ position: "asc" }, { name: "asc" }],
    take: 200,
    select: { id: true, name: true, unit: true },
  });
}

/** A meeting as a visit, for anyone who sees the meeting; null where it is none. */
export async function findVisit(actor: Actor, meetingId: string) {
  if (!isId(meetingId)) return null;
  return db.programmeVisit.findFirst({
    where: { meetingId, meeting: visibleTo(actor) },
    select: {
      meetingId: true,
      organisation: { select: { id: true, name: true } },
      programme: {
        select: {
          id: true,
          name: true,
          goal: true,
          topics: true,
          organisationId: true,
          organisation: { select: { name: true } },
          facilitators: {
            where: { leftAt: null },
            orderBy: { position: "asc" },
            select: { id: true, name: true, title: true, institution: true, daysOff: true },
          },
        },
      },
      team: { orderBy: { position: "asc" } },
      checklist: { orderBy: { position: "asc" } },
    },
  });
}

export type FoundVisit = NonNullable<Awaited<ReturnType<typeof findVisit>>>;

export type ListedFinding = {
  id: string;
  number: number;
  statement: string;
  topic: string | null;
  owner: string | null;
  version: number;
  items: number;
};

export async function listFindings(actor: Actor, meetingId: string): Promise<ListedFinding[]> {
  if (!isId(meetingId)) return [];
  const rows = await db.problem.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: { number: "asc" },
    take: 200,
    select: {
      ...{ id: true, number: true, statement: true, topic: true, owner: true, version: true },
      _count: { select: { actionItems: true } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, items: _count.actionItems }));
}
