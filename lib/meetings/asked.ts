import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { askedOf } from "@/lib/meetings/organised";
import type { Prisma } from "@/prisma/generated/client";

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

export function listAskedMeetings(actor: Actor): Promise<AskedMeeting[]> {
  return db.meeting.findMany({
    where: askedOf(actor),
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: askedAtMost,
    select: askedFacts,
  });
}
