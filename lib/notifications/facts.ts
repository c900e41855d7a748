import { z } from "zod";
import { db } from "@/lib/db";
import { findNewsKind } from "@/lib/notifications/kinds";
import type { Role } from "@/prisma/generated/enums";

export type NewsEvent = {
  id: bigint;
  at: Date;
  action: string | null;
  userId: string | null;
  meetingId: string | null;
  subjectId: string | null;
  organisationId: string;
  officeId: string | null;
  forwardId: string | null;
  requesterId: string | null;
};

const named = z.object({ forwardId: z.string().nullish(), requesterId: z.string().nullish() }).catch({});

export async function listUntold(limit: number): Promise<NewsEvent[]> {
  const rows = await db.event.findMany({
    where: { isNews: true },
    orderBy: { id: "asc" },
    take: limit,
    select: {
      ...{ id: true, at: true, action: true, userId: true, meetingId: true, subjectId: true, data: true },
      organisationId: true,
      user: { select: { organisationId: true } },
    },
  });
  return rows.map(({ data, user, ...event }) => {
    const { forwardId = null, requesterId = null } = named.parse(data ?? {});
    return { ...event, officeId: user?.organisationId ?? null, forwardId, requesterId };
  });
}

export type Facts = Awaited<ReturnType<typeof readFacts>>;

const admins: Role[] = ["PUSKESMAS_ADMIN", "DINKES_ADMIN"];

const told: Role[] = ["PUSKESMAS_ADMIN", "PUSKESMAS_HEAD", "PUSKESMAS_STAFF", "DINKES_ADMIN", "DINKES_REVIEWER"];

export async function readFacts(events: readonly NewsEvent[]) {
  const subjects = events.flatMap(({ subjectId }) => subjectId ?? []);
  const [meetings, escalations, items] = await Promise.all([
    readMeetings(events.flatMap(({ meetingId }) => meetingId ?? [])),
    readEscalations(subjects),
    readItems(subjects),
  ]);
  const offices = new Set([
    ...events.map(({ organisationId }) => organisationId),
    ...[...meetings.values()].flatMap(({ organisers, dinkesId, reportedTo }) => [...organisers, dinkesId, reportedTo]),
    ...[...escalations.values()].flatMap(({ dinkesId, forwards }) => [
      dinkesId,
      ...forwards.flatMap(({ fromId, toId }) => [fromId, toId]),
    ]),
  ]);
  const named = [
    ...[...items.values()].flatMap(({ ownerId, commenters }) => [ownerId, ...commenters]),
    ...events.map(({ requesterId }) => requesterId),
    ...events.map(({ action, subjectId }) => (findNewsKind(action)?.topic === "akun" ? subjectId : null)),
  ];
  const users = await db.user.findMany({
    where: {
      deactivatedAt: null,
      OR: [{ organisationId: { in: present([...offices]) }, role: { in: told } }, { id: { in: present(named) } }],
    },
    select: { id: true, organisationId: true, role: true, notificationChoice: { select: { muted: true } } },
  });
  const byOffice = (roles: readonly Role[]) => {
    const ids = new Map<string, string[]>();
    for (const { id, organisationId, role } of users)
      if (roles.includes(role)) ids.set(organisationId, [...(ids.get(organisationId) ?? []), id]);
    return ids;
  };
  return {
    ...{ meetings, escalations, items, staff: byOffice(told), admins: byOffice(admins) },
    users: new Set(users.map(({ id }) => id)),
    muted: new Map(users.map(({ id, notificationChoice }) => [id, notificationChoice?.muted ?? []])),
  };
}

const present = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

async function readMeetings(ids: readonly string[]) {
  const rows = await db.meeting.findMany({
    where: { id: { in: present(ids) } },
    select: {
      id: true,
      host: { select: { pathIds: true } },
      organisers: { where: { agreedAt: { not: null } }, select: { puskesmasId: true } },
      submissions: { orderBy: { number: "desc" }, take: 1, select: { dinkesId: true } },
    },
  });
  const above = await db.organisation.findMany({
    where: { id: { in: present(rows.flatMap(({ host }) => host.pathIds)) }, kind: "DISTRICT_DINKES" },
    select: { id: true },
  });
  const dinkes = new Set(above.map(({ id }) => id));
  return new Map(
    rows.map(({ id, host, organisers, submissions: [report] }) => [
      id,
      {
        organisers: organisers.map(({ puskesmasId }) => puskesmasId),
        dinkesId: report?.dinkesId ?? host.pathIds.find((office) => dinkes.has(office)) ?? null,
        reportedTo: report?.dinkesId ?? null,
      },
    ]),
  );
}

async function readEscalations(ids: readonly string[]) {
  const rows = await db.escalation.findMany({
    where: { id: { in: present(ids) } },
    select: { id: true, dinkesId: true, forwards: { select: { id: true, fromId: true, toId: true } } },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

async function readItems(ids: readonly string[]) {
  const rows = await db.actionItem.findMany({
    where: { id: { in: present(ids) } },
    select: {
      id: true,
      responsibleUserId: true,
      comments: { where: { authorId: { not: null } }, distinct: ["authorId"], select: { authorId: true } },
    },
  });
  return new Map(
    rows.map(({ id, responsibleUserId: ownerId, comments }) => [
      id,
      { ownerId, commenters: present(comments.map(({ authorId }) => authorId)) },
    ]),
  );
}
