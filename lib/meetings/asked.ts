import { type Actor, isPuskesmas } from "@/lib/actor";
import { db, isId, readRows } from "@/lib/db";
import { askedOf } from "@/lib/meetings/organised";
import { Prisma } from "@/prisma/generated/client";

const askedFacts = {
  id: true,
  title: true,
  kind: true,
  status: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  host: { select: { name: true } },
} satisfies Prisma.MeetingSelect;

/** What a puskesmas sees of a meeting it is asked to hold together, until it agrees: when, where and who asks. */
export async function findAskedMeeting(actor: Actor, id: string) {
  if (!isId(id)) return null;
  return db.meeting.findFirst({ where: { AND: [{ id }, askedOf(actor)] }, select: askedFacts });
}

export type AskedMeeting = NonNullable<Awaited<ReturnType<typeof findAskedMeeting>>>;

const askedAtMost = 20;

/** Of a puskesmas alone: a Dinkes is asked for nothing. */
export async function listAskedMeetings(actor: Actor): Promise<AskedMeeting[]> {
  if (!isPuskesmas(actor)) return [];
  return readRows<AskedMeeting>(Prisma.sql`
    SELECT m.id, m.title, m.kind::text AS kind, m.status::text AS status, m."startsAt", m."endsAt", m."timeZone", m.place,
      json_build_object('name', h.name) AS host
    FROM "MeetingOrganiser" g JOIN "Meeting" m ON m.id = g."meetingId" JOIN "Organisation" h ON h.id = m."hostId"
    WHERE g."puskesmasId" = ${actor.organisation.id}::uuid AND g."agreedAt" IS NULL AND m.status <> 'CANCELLED'
    ORDER BY m."startsAt" DESC, m.id LIMIT ${askedAtMost}`);
}
