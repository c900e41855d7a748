import type { Actor, Outcome } from "@/lib/actor";
import { db } from "@/lib/db";
import { isMobile, seatName } from "@/lib/directory/rules";
import { isIn, isOpenSql, narrowed } from "@/lib/follow-up/filter";
import type { FollowUpFilter } from "@/lib/follow-up/schema";
import { composeFollowUp } from "@/lib/messages/follow-up";
import { findTemplates } from "@/lib/messages/templates";
import { whatsappLink } from "@/lib/messages/whatsapp";
import { ownerRefSql } from "@/lib/owner-links/refs";
import { canHandOutOwnerLinks, type OwnerRef, ownerLinkOf } from "@/lib/owner-links/rules";
import { ofScope, type Scope } from "@/lib/plan/item-query";
import { reopenToken } from "@/lib/secrets";
import { dayOf, toInstant } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";
import type { HolderPrefix, ProgressStatus } from "@/prisma/generated/enums";

export const ownersPerPage = 50;

type Found = {
  key: OwnerRef;
  open: number;
  overdue: number;
  dueSoon: number;
  activity: string;
  deadline: string;
  status: ProgressStatus;
  institution: string;
  title: string | null;
  prefix: HolderPrefix | null;
  name: string | null;
  phone: string | null;
  hasLeft: boolean;
  tokenSealed: string | null;
  remindedAt: Date | null;
  isDone: boolean;
};

type Totals = { owners: number; done: number; withoutLink: number; lastUsedAt: Date | null };

export type OwnerRow = Found & {
  message: Outcome<{ text: string }> | null;
  address: string | null;
  /** Opens the chat; null without a mobile number or a message. */
  whatsapp: string | null;
};

export type OwnerSendList = Totals & {
  rows: OwnerRow[];
  hasMore: boolean;
  nextKey: OwnerRef | null;
  today: string;
};

/**
 * Owners with open rows that are ticked, or of the filter: those overdue or due within 14 days where no state says
 * otherwise.
 */
export async function findOwnerSendList(actor: Actor, filter: FollowUpFilter, now: Date): Promise<OwnerSendList> {
  const today = dayOf(now, actor.organisation.timeZone);
  const none = { owners: 0, done: 0, withoutLink: 0, lastUsedAt: null };
  if (!canHandOutOwnerLinks(actor)) return { ...none, rows: [], hasMore: false, nextKey: null, today };
  const owners = ownersOf(actor, filter, today);
  const [found, [totals], templates] = await Promise.all([
    db.$queryRaw<Found[]>`${owners} SELECT * FROM owner
      ORDER BY "isDone", overdue DESC, deadline, key LIMIT ${ownersPerPage + 1} OFFSET ${(filter.halaman - 1) * ownersPerPage}`,
    db.$queryRaw<Totals[]>`${owners} SELECT count(*)::int AS owners, count(*) FILTER (WHERE "isDone")::int AS done,
        count(*) FILTER (WHERE "tokenSealed" IS NULL AND NOT "hasLeft")::int AS "withoutLink",
        (SELECT max("remindedAt") FROM "OwnerLink" WHERE "organisationId" = ${actor.organisation.id}::uuid) AS "lastUsedAt"
      FROM owner`,
    findTemplates(actor),
  ]);
  const rows = found.slice(0, ownersPerPage).map((owner): OwnerRow => {
    const token = owner.tokenSealed && reopenToken(owner.tokenSealed);
    const address = token ? ownerLinkOf(token) : null;
    const { open, overdue, activity, deadline, status, name, institution, phone } = owner;
    const title = owner.title && seatName({ title: owner.title, prefix: owner.prefix });
    const message = address
      ? composeFollowUp(templates.FOLLOW_UP.text, {
          puskesmas: actor.organisation.name,
          owner: { name, title, institution },
          open,
          overdue,
          urgent: { activity, deadline, status },
          today,
          link: address,
        })
      : null;
    const whatsapp = message?.ok && phone && isMobile(phone) ? whatsappLink(phone, message.text) : null;
    return { ...owner, title, message, address, whatsapp };
  });
  const next = rows.find((row) => !row.isDone && row.message?.ok);
  // Only where some cannot be copied are they all looked through.
  const isSomeLost = rows.some(({ tokenSealed, address }) => tokenSealed && !address);
  return {
    ...(totals ?? none),
    ...(isSomeLost && { withoutLink: (await listOwnersWithoutLink(actor, filter, now)).length }),
    rows,
    hasMore: found.length > ownersPerPage,
    nextKey: next?.key ?? null,
    today,
  };
}

export async function listOwnersWithoutLink(actor: Actor, filter: FollowUpFilter, now: Date): Promise<OwnerRef[]> {
  if (!canHandOutOwnerLinks(actor)) return [];
  const today = dayOf(now, actor.organisation.timeZone);
  const rows = await db.$queryRaw<{ key: OwnerRef; tokenSealed: string | null }[]>`
    ${ownersOf(actor, filter, today)} SELECT key, "tokenSealed" FROM owner WHERE NOT "hasLeft" ORDER BY key`;
  return rows
    .filter(({ tokenSealed }) => !tokenSealed || reopenToken(tokenSealed) === null)
    .slice(0, 500)
    .map(({ key }) => key);
}

function isChosen(actor: Actor, scope: Scope, filter: FollowUpFilter, today: string): Prisma.Sql {
  const { status, halaman: _, ...narrowing } = filter;
  const base = narrowed(actor, scope, narrowing);
  if (filter.rtl.length > 0 || filter.pemilik) return base;
  const state = status === "terlambat" || status === "segera" ? isIn(status, today, scope) : isDue(today, scope);
  return Prisma.sql`${base} AND ${state}`;
}

const isDue = (today: string, scope: Scope) =>
  Prisma.sql`(${isIn("terlambat", today, scope)} OR ${isIn("segera", today, scope)})`;

function ownersOf(actor: Actor, filter: FollowUpFilter, today: string): Prisma.Sql {
  const { id, name, timeZone } = actor.organisation;
  const scope = [{ id, name }];
  const midnight = toInstant(today, "00:00", timeZone);
  return Prisma.sql`
    WITH open_row AS (
      SELECT ${ownerRefSql} AS key, t.*, ${isIn("terlambat", today, scope)} AS "isOverdue", ${isIn("segera", today, scope)} AS "isSoon",
        ${isChosen(actor, scope, filter, today)} AS "isChosen"
      FROM "ActionItem" t WHERE ${ofScope(actor, scope)} AND ${isOpenSql}
    ), grouped AS (
      SELECT key, count(*)::int AS open, count(*) FILTER (WHERE "isOverdue")::int AS overdue,
        count(*) FILTER (WHERE "isSoon")::int AS "dueSoon",
        (array_agg(id ORDER BY deadline, number, id))[1] AS "urgentId"
      FROM open_row GROUP BY key HAVING bool_or("isChosen")
    ), owner AS (
      SELECT g.key, g.open, g.overdue, g."dueSoon", t.activity, to_char(t.deadline, 'YYYY-MM-DD') AS deadline,
        t.status::text AS status,
        CASE WHEN s.id IS NOT NULL THEN s.institution WHEN u.id IS NOT NULL THEN w.name ELSE t."responsibleInstitution" END AS institution,
        CASE WHEN s.id IS NOT NULL THEN s.title WHEN u.id IS NOT NULL THEN u.position ELSE t."responsibleTitle" END AS title,
        CASE WHEN s.id IS NOT NULL THEN h.name WHEN u.id IS NOT NULL THEN u.name ELSE t."responsibleName" END AS name,
        h.prefix::text AS prefix,
        CASE WHEN s."organisationId" = ${id}::uuid THEN h.phone WHEN r."organisationId" = ${id}::uuid THEN r.phone END AS phone,
        (s."archivedAt" IS NOT NULL OR u."deactivatedAt" IS NOT NULL) AS "hasLeft",
        l."tokenSealed", l."remindedAt", coalesce(l."remindedAt" >= ${midnight}, false) AS "isDone"
      FROM grouped g
      JOIN "ActionItem" t ON t.id = g."urgentId"
      LEFT JOIN "Seat" s ON s.id = t."responsibleSeatId"
      LEFT JOIN "SeatHolder" h ON h."seatId" = s.id AND h.until IS NULL
      LEFT JOIN "User" u ON u.id = t."responsibleUserId" AND s.id IS NULL
      LEFT JOIN "Person" q ON q.id = t."responsiblePersonId" AND s.id IS NULL
      LEFT JOIN "Person" r ON r.id = coalesce(q."mergedIntoId", q.id)
      LEFT JOIN "Organisation" w ON w.id = u."organisationId"
      LEFT JOIN LATERAL (
        -- Of persons that were merged each may have a link: the one last used goes on.
        SELECT k."tokenSealed", k."remindedAt" FROM "OwnerLink" k LEFT JOIN "Person" p ON p.id = k."personId"
        WHERE k."organisationId" = ${id}::uuid AND k."revokedAt" IS NULL AND CASE
          WHEN t."responsibleSeatId" IS NOT NULL THEN k."seatId" = t."responsibleSeatId"
          WHEN t."responsibleUserId" IS NOT NULL THEN k."seatId" IS NULL AND k."userId" = t."responsibleUserId"
          ELSE k."seatId" IS NULL AND k."userId" IS NULL AND 'person:' || coalesce(p."mergedIntoId", p.id) = g.key END
        ORDER BY k."remindedAt" DESC NULLS LAST, k."createdAt" DESC LIMIT 1
      ) l ON true
    )`;
}
