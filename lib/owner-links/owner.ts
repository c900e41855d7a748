import { pool } from "@/lib/db";
import { type LinkState, linkState } from "@/lib/owner-links/rules";
import type { ProgressStatus } from "@/prisma/generated/enums";

// One prepared statement from the token's hash, which is all an owner has; of the rows nothing of anybody else's is
// selected, and of the reports on them only the owner's own words.

export type OwnerRow = {
  id: string;
  number: number;
  activity: string;
  deadline: string;
  status: ProgressStatus;
  percent: number;
  indicator: string | null;
  baseline: number | null;
  target: number | null;
  unit: string | null;
  villages: string[];
  villageCodes: string[];
  meetingTitle: string;
  lastAt: Date | null;
  own: {
    at: Date;
    status: ProgressStatus;
    percent: number;
    note: string | null;
    files: number;
    isAccepted: boolean | null;
    checkNote: string | null;
  } | null;
};

export type OwnerPage = {
  linkId: string;
  organisationId: string;
  puskesmas: string;
  timeZone: string;
  title: string | null;
  institution: string;
  name: string | null;
  state: Exclude<LinkState, "ended">;
  open: OwnerRow[];
  finished: OwnerRow[];
  more: number;
};

const mostOpen = 40;
const mostFinished = 15;

const rowSql = `
  SELECT t.id, t.number, t.activity, to_char(t.deadline, 'YYYY-MM-DD') AS deadline, t.status, t.percent,
    t.indicator, t.baseline::float8 AS baseline, t.target::float8 AS target, t.unit, m.title AS "meetingTitle",
    (SELECT coalesce(json_agg(a.name ORDER BY a.code), '[]') FROM "ActionItemVillage" w JOIN "Area" a ON a.code = w."villageCode"
      WHERE w."itemId" = t.id) AS villages,
    (SELECT coalesce(json_agg(w."villageCode"), '[]') FROM "ActionItemVillage" w WHERE w."itemId" = t.id) AS "villageCodes",
    (SELECT max(p."createdAt") FROM "ProgressReport" p WHERE p."itemId" = t.id) AS "lastAt",
    (SELECT row_to_json(r) FROM (
      SELECT p."createdAt" AS at, p.status, p.percent, p.note, c."isAccepted", c.note AS "checkNote",
        (SELECT count(*)::int FROM "Document" d WHERE d."reportId" = p.id) AS files
      FROM "ProgressReport" p JOIN "OwnerLink" k ON k.id = p."ownerLinkId" LEFT JOIN "ReportCheck" c ON c."reportId" = p.id
      WHERE p."itemId" = t.id AND k."organisationId" = l."organisationId" AND k."seatId" IS NOT DISTINCT FROM l."seatId" AND k."personId" IS NOT DISTINCT FROM l."personId"
      ORDER BY p."createdAt" DESC LIMIT 1) r) AS own`;

export const ownRowsSql = `
  (SELECT t.* FROM "ActionItem" t WHERE t."responsibleSeatId" = l."seatId"
   UNION ALL
   SELECT t.* FROM "ActionItem" t WHERE t."responsibleSeatId" IS NULL AND t."responsibleUserId" = l."userId"
   UNION ALL
   SELECT t.* FROM "Person" h JOIN "Person" p ON p.id = coalesce(h."mergedIntoId", h.id) OR p."mergedIntoId" = coalesce(h."mergedIntoId", h.id)
     JOIN "ActionItem" t ON t."responsiblePersonId" = p.id
   WHERE h.id = l."personId" AND l."seatId" IS NULL AND l."userId" IS NULL
     AND t."responsibleSeatId" IS NULL AND t."responsibleUserId" IS NULL)`;

export const ofOwnPuskesmasSql = `m.status <> 'DRAFT' AND EXISTS (SELECT 1 FROM "MeetingOrganiser" o
  WHERE o."meetingId" = m.id AND o."puskesmasId" = l."organisationId" AND o."agreedAt" IS NOT NULL)`;

export const standsSql = `l."revokedAt" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = l."seatId" AND s."archivedAt" IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = l."userId" AND u."deactivatedAt" IS NOT NULL)`;

const findStatement = {
  name: "owner-find",
  text: `
    SELECT l.id, l."organisationId", l.name, l.title, l.institution, l."createdAt", o.name AS puskesmas, o."timeZone",
      (SELECT count(*)::int FROM ${ownRowsSql} t JOIN "Meeting" m ON m.id = t."meetingId"
        WHERE ${ofOwnPuskesmasSql} AND t.status IN ('NOT_STARTED', 'IN_PROGRESS')) AS "openRows",
      (SELECT json_agg(x) FROM (${rowSql}
        FROM ${ownRowsSql} t JOIN "Meeting" m ON m.id = t."meetingId"
        WHERE ${ofOwnPuskesmasSql} AND t.status IN ('NOT_STARTED', 'IN_PROGRESS')
        ORDER BY t.deadline, t.number, t.id LIMIT ${mostOpen}) x) AS open,
      (SELECT json_agg(x) FROM (SELECT * FROM (${rowSql}
        FROM ${ownRowsSql} t JOIN "Meeting" m ON m.id = t."meetingId"
        WHERE ${ofOwnPuskesmasSql} AND t.status IN ('DONE', 'CANCELLED')) y
        WHERE y."lastAt" > now() - interval '3 months' ORDER BY y."lastAt" DESC, y.id LIMIT ${mostFinished}) x) AS finished
    FROM "OwnerLink" l JOIN "Organisation" o ON o.id = l."organisationId"
    WHERE l."tokenHash" = $1 AND ${standsSql}`,
};

/** The page behind a token's hash; null for one that is wrong, revoked, of somebody who left, or at its end. */
export async function findOwnerPage(tokenHash: string, now: Date): Promise<OwnerPage | null> {
  const { rows } = await pool.query({ ...findStatement, values: [tokenHash] });
  const row = rows[0];
  if (!row) return null;
  const open: OwnerRow[] = (row.open ?? []).map(withDates);
  const finished: OwnerRow[] = (row.finished ?? []).map(withDates);
  const times = [row.createdAt, ...finished.map((one) => one.lastAt)].map((at) => (at ? at.getTime() : 0));
  const state = linkState({ openRows: row.openRows, lastChange: new Date(Math.max(...times)) }, now, row.timeZone);
  if (state === "ended") return null;
  const { id: linkId, organisationId, puskesmas, timeZone, title, institution, name } = row;
  return {
    linkId,
    organisationId,
    puskesmas,
    timeZone,
    title,
    institution,
    name,
    state,
    open,
    finished,
    more: row.openRows - open.length,
  };
}

function withDates(row: OwnerRow): OwnerRow {
  return {
    ...row,
    lastAt: row.lastAt && new Date(row.lastAt),
    own: row.own && { ...row.own, at: new Date(row.own.at) },
  };
}
