import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { canWriteDirectory } from "@/lib/directory/rules";
import { visibleTo } from "@/lib/meetings/reads";
import { type Distinguishing, distinguishingSql } from "@/lib/persons/matches";
import { listOwnInvitations, ownAttendance } from "@/lib/persons/own-invitations";
import type { PersonWords } from "@/lib/persons/rules";
import { nameCore } from "@/lib/persons/words";
import { Prisma } from "@/prisma/generated/client";

export const personsPerPage = 50;

export type ListedPerson = PersonWords & Distinguishing & { id: string; merged: number };

export async function listPersons(actor: Actor, { q = "", page = 1 }: { q?: string; page?: number } = {}) {
  if (!canWriteDirectory(actor)) return { persons: [], hasMore: false };
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8);
  const holds = words.map((word) => {
    const part = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    return Prisma.sql`concat_ws(' ', r.name, r.title, r.institution, r.note, r.phone, r.nip) ILIKE ${part}`;
  });
  const rows = await db.$queryRaw<ListedPerson[]>`
    SELECT r.id, r.name, r.title, r.institution, ${distinguishingSql},
      (SELECT count(*)::int FROM "Person" m WHERE m."mergedIntoId" = r.id) AS merged
    FROM "Person" r JOIN "Organisation" o ON o.id = r."organisationId"
    WHERE r."organisationId" = ${actor.organisation.id}::uuid AND r."mergedIntoId" IS NULL
      ${Prisma.join([Prisma.empty, ...holds], " AND ")}
    ORDER BY lower(coalesce(r.name, r.title, r.institution)), r.id
    LIMIT ${personsPerPage + 1} OFFSET ${(Math.max(1, page) - 1) * personsPerPage}`;
  return { persons: rows.slice(0, personsPerPage), hasMore: rows.length > personsPerPage };
}

export type Duplicate = { one: ListedPerson; other: ListedPerson };

const mostProposed = 20;

export async function listDuplicates(actor: Actor): Promise<Duplicate[]> {
  if (!canWriteDirectory(actor)) return [];
  const pairs = await db.$queryRaw<{ oneId: string; otherId: string }[]>`
    WITH record AS (
      SELECT p.id, p.phone, p.email, p.nip, p."createdAt", ${nameCore(Prisma.sql`p.name`)} AS core FROM "Person" p
      WHERE p."organisationId" = ${actor.organisation.id}::uuid AND p."mergedIntoId" IS NULL
    ), pair AS (
      SELECT a.id AS "oneId", b.id AS "otherId", 1 AS likeness FROM record a JOIN record b ON a.core = b.core AND a.core <> ''
      UNION ALL SELECT a.id, b.id, 4 FROM record a JOIN record b ON a.phone = b.phone
      UNION ALL SELECT a.id, b.id, 4 FROM record a JOIN record b ON a.email = b.email
      UNION ALL SELECT a.id, b.id, 8 FROM record a JOIN record b ON a.nip = b.nip
    )
    SELECT "oneId", "otherId" FROM pair
    WHERE "oneId" < "otherId" AND NOT EXISTS (
      SELECT 1 FROM "PersonDistinction" d WHERE d."firstId" = "oneId" AND d."secondId" = "otherId")
    GROUP BY 1, 2 ORDER BY sum(likeness) DESC, 1, 2 LIMIT ${mostProposed}`;
  const ids = [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<ListedPerson[]>`
    SELECT r.id, r.name, r.title, r.institution, ${distinguishingSql}, 0 AS merged
    FROM "Person" r JOIN "Organisation" o ON o.id = r."organisationId" WHERE r.id = ANY(${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return pairs.flatMap(({ oneId, otherId }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    return one && other ? [{ one, other }] : [];
  });
}

const inMeeting = { select: { id: true, title: true } } as const;

/** One record with what was merged into it and what points to them in meetings the actor may see; null if not its own. */
export async function findPerson(actor: Actor, id: string) {
  if (!canWriteDirectory(actor) || !isId(id)) return null;
  const person = await db.person.findFirst({
    where: { id, organisationId: actor.organisation.id },
    include: { kept: { orderBy: { mergedAt: "desc" }, take: 50, include: { absorbed: true } } },
  });
  if (!person) return null;
  const members = { OR: [{ id }, { mergedIntoId: id }] };
  const meeting = visibleTo(actor);
  const ids = (await db.person.findMany({ where: members, select: { id: true } })).map((record) => record.id);
  const invitationIds = await listOwnInvitations(db, actor.organisation.id, ids);
  const [holders, users, items, attendances, delegations, scorers, notes] = await Promise.all([
    db.seatHolder.findMany({
      where: { person: members },
      orderBy: { since: { sort: "desc", nulls: "last" } },
      take: 50,
      include: { seat: { select: { id: true, title: true, institution: true } } },
    }),
    db.user.findMany({ where: { person: members }, select: { id: true, name: true, deactivatedAt: true } }),
    db.actionItem.findMany({
      where: { responsiblePerson: members, meeting },
      orderBy: { createdAt: "desc" },
      take: 50,
      select: { id: true, number: true, activity: true, meeting: inMeeting },
    }),
    db.attendance.findMany({
      where: { ...ownAttendance(ids, invitationIds), meeting },
      orderBy: { meeting: { startsAt: "desc" } },
      take: 50,
      select: { id: true, status: true, title: true, institution: true, meeting: inMeeting },
    }),
    db.answer.findMany({
      where: { delegatePerson: members, invitation: { meeting } },
      take: 50,
      select: { invitationId: true, invitation: { select: { title: true, meeting: inMeeting } } },
    }),
    db.scorer.findMany({ where: { person: members, meeting }, take: 50, select: { id: true, meeting: inMeeting } }),
    db.note.findMany({
      where: { askerPerson: members, deletedAt: null, meeting },
      take: 50,
      select: { id: true, text: true, meeting: inMeeting },
    }),
  ]);
  return { ...person, holders, users, items, attendances, delegations, scorers, notes };
}

export type FoundPerson = NonNullable<Awaited<ReturnType<typeof findPerson>>>;
