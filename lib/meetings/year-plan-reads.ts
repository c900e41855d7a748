import type { Actor } from "@/lib/actor";
import { acrossOffices } from "@/lib/database-scope";
import { db } from "@/lib/db";
import { listHolidays } from "@/lib/holidays/reads";
import { organisedBy } from "@/lib/meetings/organised";
import { kindNames } from "@/lib/meetings/rules";
import { type Booking, type PlanContext, type PlanKind, planKinds, rowKey } from "@/lib/meetings/year-plan";
import { dayOf, toInstant } from "@/lib/time";
import type { MeetingStatus } from "@/prisma/generated/enums";

export type TakenPeriod = {
  key: string;
  kind: PlanKind;
  period: number;
  id: string;
  title: string;
  status: MeetingStatus;
  startsAt: Date;
  timeZone: string;
};

export async function listTakenPeriods(actor: Actor, year: number): Promise<TakenPeriod[]> {
  const meetings = await db.meeting.findMany({
    where: {
      ...organisedBy(actor.organisation.id),
      kind: { in: [...planKinds] },
      year,
      status: { not: "CANCELLED" },
    },
    orderBy: { startsAt: "asc" },
    take: 200,
    select: { id: true, kind: true, period: true, title: true, status: true, startsAt: true, timeZone: true },
  });
  const taken = new Map<string, TakenPeriod>();
  for (const meeting of meetings) {
    const kind = planKinds.find((candidate) => candidate === meeting.kind);
    if (!kind) continue;
    const key = rowKey({ kind, period: meeting.period });
    if (!taken.has(key)) taken.set(key, { ...meeting, kind, key });
  }
  return [...taken.values()];
}

/**
 * What days of a year are taken: holidays, other meetings of this puskesmas, and Lokmin triwulanan of other puskesmas
 * of the same kecamatan, whose Camat and Kapolsek are the same people.
 */
export async function findPlanContext(actor: Actor, year: number, now: Date): Promise<PlanContext> {
  const [holidays, own, neighbours] = await Promise.all([
    listHolidays(actor, year),
    listOwnBookings(actor, year),
    listNeighbourBookings(actor, year),
  ]);
  return { year, today: dayOf(now, actor.organisation.timeZone), holidays, bookings: [...own, ...neighbours] };
}

function within(actor: Actor, year: number) {
  const { timeZone } = actor.organisation;
  return {
    gte: toInstant(`${year}-01-01`, "00:00", timeZone),
    lt: toInstant(`${year + 1}-01-01`, "00:00", timeZone),
  };
}

async function listOwnBookings(actor: Actor, year: number): Promise<Booking[]> {
  const meetings = await db.meeting.findMany({
    where: {
      ...organisedBy(actor.organisation.id),
      startsAt: within(actor, year),
      status: { not: "CANCELLED" },
    },
    orderBy: { startsAt: "asc" },
    take: 400,
    select: { title: true, startsAt: true },
  });
  return meetings.map(({ title, startsAt }) => ({
    day: dayOf(startsAt, actor.organisation.timeZone),
    words: `Hari yang sama: ${title}`,
    kinds: planKinds,
  }));
}

async function listNeighbourBookings(actor: Actor, year: number): Promise<Booking[]> {
  const { id, parentId, areaCode, timeZone } = actor.organisation;
  if (!parentId) return [];
  const rows = await acrossOffices(() =>
    db.meetingOrganiser.findMany({
      where: {
        agreedAt: { not: null },
        puskesmas: { parentId, areaCode, id: { not: id } },
        startsAt: within(actor, year),
        meeting: {
          kind: "QUARTERLY_LOKMIN",
          // What is still a draft is nobody else's.
          status: { notIn: ["DRAFT", "CANCELLED"] },
          NOT: organisedBy(id),
        },
      },
      orderBy: { startsAt: "asc" },
      take: 100,
      select: { startsAt: true, puskesmas: { select: { name: true } } },
    }),
  );
  return rows.map(({ startsAt, puskesmas }) => ({
    day: dayOf(startsAt, timeZone),
    words: `${puskesmas.name} mengadakan ${kindNames.QUARTERLY_LOKMIN} di kecamatan yang sama hari itu`,
    kinds: ["QUARTERLY_LOKMIN"],
  }));
}

/** Where the puskesmas held each kind last, as a first word for the next. */
export async function findUsualPlaces(actor: Actor): Promise<Partial<Record<PlanKind, string>>> {
  const meetings = await db.meeting.findMany({
    where: { hostId: actor.organisation.id, kind: { in: [...planKinds] }, status: { not: "CANCELLED" } },
    orderBy: [{ kind: "asc" }, { startsAt: "desc" }],
    distinct: ["kind"],
    take: planKinds.length,
    select: { kind: true, place: true },
  });
  return Object.fromEntries(meetings.map(({ kind, place }) => [kind, place]));
}
