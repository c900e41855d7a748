import type { Actor } from "@/lib/actor";
import { addTurnout, noTurnout, quartersShown, type Turnout, type TurnoutGroup } from "@/lib/attendance/turnout";
import { db } from "@/lib/db";
import { listPuskesmasNames } from "@/lib/meetings/reads";
import { mostNamed } from "@/lib/plan/item-query";
import { dayOf } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";
import type { MeetingKind, Sector } from "@/prisma/generated/enums";

export type TurnoutFilter = {
  kind?: MeetingKind | undefined;
  year?: number | undefined;
  sector?: Sector | undefined;
  puskesmasId?: string | undefined;
};

export type TurnoutReport = {
  quarters: number[];
  total: Turnout;
  sectors: TurnoutGroup[];
  villages: TurnoutGroup[];
  seats: TurnoutGroup[];
  puskesmas: TurnoutGroup[];
  choices: { id: string; name: string }[];
  isCut: boolean;
  /** Of more puskesmas than are counted at once. */
  isTooWide: boolean;
};

const mostRows = 6000;

type Row = Turnout & {
  dimension: "semua" | "sektor" | "desa" | "jabatan" | "puskesmas";
  key: string;
  label: string | null;
  detail: string | null;
  sector: Sector | null;
  quarter: number;
};

/**
 * Who was invited, who accepted and who came, per sector, desa and seat (of one puskesmas) or per sector and puskesmas
 * (of several), quarter by quarter.
 */
export async function findTurnout(actor: Actor, filter: TurnoutFilter, now: Date): Promise<TurnoutReport> {
  const listed = await listPuskesmasNames(actor);
  const isTooWide = listed.length > mostNamed;
  const choices = isTooWide ? [] : listed;
  const scope = choices.filter(({ id }) => !filter.puskesmasId || id === filter.puskesmasId).map(({ id }) => id);
  const quarters = quartersShown(filter.year, dayOf(now, actor.organisation.timeZone));
  const rows = scope.length > 0 ? await readRows(scope, filter, quarters) : [];
  const groupsOf = (dimension: Row["dimension"]) =>
    groupRows(
      rows.filter((row) => row.dimension === dimension),
      quarters,
    );
  const [all] = groupsOf("semua");
  return {
    quarters,
    total: all?.total ?? noTurnout,
    sectors: groupsOf("sektor"),
    villages: groupsOf("desa"),
    seats: groupsOf("jabatan"),
    puskesmas: groupsOf("puskesmas"),
    choices,
    isTooWide,
    isCut: rows.length === mostRows,
  };
}

function readRows(scope: string[], filter: TurnoutFilter, quarters: number[]): Promise<Row[]> {
  const [from = 0] = quarters;
  const to = quarters.at(-1) ?? 0;
  // A Lokmin may be held well before or after the quarter it is set for; the index only needs a bound.
  const since = new Date(Date.UTC(Math.floor(from / 4) - 1, 0, 1));
  return db.$queryRaw<Row[]>`
    WITH held AS (
      SELECT m.id, m.year * 4 + (CASE WHEN m.kind = 'QUARTERLY_LOKMIN' THEN m.period ELSE (m.period + 2) / 3 END) - 1 AS quarter
      FROM "Meeting" m
      WHERE m.id = ANY (ARRAY(
          SELECT o."meetingId" FROM "MeetingOrganiser" o
          WHERE o."puskesmasId" = ANY (${scope}::uuid[]) AND o."agreedAt" IS NOT NULL AND o."startsAt" >= ${since}))
        AND (m.status = 'CLOSED' OR m.status = 'IN_PROGRESS' AND EXISTS (
          SELECT 1 FROM "Attendance" t WHERE t."meetingId" = m.id AND t."confirmedAt" IS NOT NULL))
        ${filter.kind ? Prisma.sql`AND m.kind = ${filter.kind}::"MeetingKind"` : Prisma.empty}
    ), marked AS (
      SELECT h.id AS meeting, h.quarter, i."seatId", i.title, i.institution, i.sector, i."villageCode", i."protocolOrder",
        1 AS invited, f.accepted::int AS accepted, f.came::int AS came, f.represented::int AS represented,
        (f.accepted AND NOT f.came AND NOT f.represented)::int AS absent,
        f.declined::int AS declined, (w.choice IS NULL)::int AS silent
      FROM held h
      JOIN "Invitation" i ON i."meetingId" = h.id
      LEFT JOIN "Answer" w ON w."invitationId" = i.id
      LEFT JOIN "Attendance" t ON t."invitationId" = i.id AND t."confirmedAt" IS NOT NULL
      CROSS JOIN LATERAL (
        SELECT coalesce(w.choice IN ('PRESENT', 'REPRESENTED'), false) AS accepted, coalesce(w.choice = 'ABSENT', false) AS declined,
          coalesce(t.status = 'PRESENT', false) AS came, coalesce(t.status = 'REPRESENTED', false) AS represented
      ) f
      WHERE h.quarter BETWEEN ${from} AND ${to}
        ${filter.sector ? Prisma.sql`AND i.sector = ${filter.sector}::"Sector"` : Prisma.empty}
    ), per_meeting AS (
      SELECT d.dimension, d.key, k.meeting, k.quarter, max(d.label) AS label, max(d.detail) AS detail, min(k.sector) AS sector,
        min(k."protocolOrder") AS place, sum(k.invited) AS invited, sum(k.accepted) AS accepted, sum(k.came) AS came,
        sum(k.represented) AS represented, sum(k.absent) AS absent, sum(k.declined) AS declined, sum(k.silent) AS silent
      FROM (${scope.length === 1 ? eachInvitation : eachSector}) k
      CROSS JOIN LATERAL (
        SELECT 'semua' AS dimension, '' AS key, NULL AS label, NULL AS detail
        UNION ALL SELECT 'sektor', k.sector::text, NULL, NULL
        ${scope.length === 1 ? ofOne : ofSeveral(scope)}
      ) d
      GROUP BY d.dimension, d.key, k.meeting, k.quarter
    )
    SELECT dimension, key, quarter::int, max(label) AS label, max(detail) AS detail, min(sector)::text AS sector,
      count(*)::int AS meetings, count(*) FILTER (WHERE came + represented = 0)::int AS missed,
      sum(invited)::int AS invited, sum(accepted)::int AS accepted, sum(came)::int AS came,
      sum(represented)::int AS represented, sum(absent)::int AS "acceptedAbsent", sum(declined)::int AS declined,
      sum(silent)::int AS silent
    FROM per_meeting
    GROUP BY dimension, key, quarter
    ORDER BY dimension = 'jabatan', min(place), max(label), key, quarter DESC
    LIMIT ${mostRows}`;
}

const eachInvitation = Prisma.sql`SELECT * FROM marked`;

const eachSector = Prisma.sql`
  SELECT meeting, quarter, sector, min("protocolOrder") AS "protocolOrder", sum(invited) AS invited, sum(accepted) AS accepted,
    sum(came) AS came, sum(represented) AS represented, sum(absent) AS absent, sum(declined) AS declined, sum(silent) AS silent
  FROM marked GROUP BY meeting, quarter, sector`;

const ofOne = Prisma.sql`
  UNION ALL SELECT 'jabatan', coalesce(k."seatId"::text, k.title || '|' || k.institution), k.title, k.institution
  UNION ALL SELECT 'desa', v.code, v.name, NULL FROM "Area" v WHERE v.code = k."villageCode"`;

function ofSeveral(scope: string[]): Prisma.Sql {
  return Prisma.sql`
    UNION ALL SELECT 'puskesmas', p.id::text, p.name, NULL
    FROM "MeetingOrganiser" o JOIN "Organisation" p ON p.id = o."puskesmasId"
    WHERE o."meetingId" = k.meeting AND o."agreedAt" IS NOT NULL AND o."puskesmasId" = ANY (${scope}::uuid[])`;
}

function groupRows(rows: readonly Row[], quarters: readonly number[]): TurnoutGroup[] {
  const groups = new Map<string, TurnoutGroup>();
  const newest = new Map<string, number>();
  for (const { dimension, key, label, detail, sector, quarter, ...turnout } of rows) {
    const group = groups.get(key) ?? {
      key,
      label: "",
      detail: "",
      sector: dimension === "sektor" || dimension === "jabatan" ? sector : null,
      total: noTurnout,
      quarters: quarters.map(() => null),
    };
    group.total = addTurnout(group.total, turnout);
    group.quarters[quarters.indexOf(quarter)] = turnout;
    if (quarter > (newest.get(key) ?? 0)) {
      newest.set(key, quarter);
      group.label = label ?? "";
      group.detail = detail ?? "";
    }
    groups.set(key, group);
  }
  return [...groups.values()];
}

export function yearsToChoose(today: string): number[] {
  const year = Number(today.slice(0, 4));
  return [year, year - 1, year - 2];
}
