import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { escalationState } from "@/lib/escalations/rules";
import type { EscalationFilter, EscalationFilterState } from "@/lib/escalations/schema";
import { organisedBy, organisedWithin, whoAgreed } from "@/lib/meetings/organised";
import { selectItems } from "@/lib/plan/item-query";
import { dateToDay, dayOf, daysBetween } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";

export function escalationsVisibleTo(actor: Actor): Prisma.EscalationWhereInput {
  if (isPuskesmas(actor)) return { item: { meeting: organisedBy(actor.organisation.id) } };
  const ofDinkes = { dinkes: organisationsWithin(actor) };
  return actor.within ? { ...ofDinkes, item: { meeting: organisedWithin(actor) } } : ofDinkes;
}

const ofOpenRow = { item: { status: { in: ["NOT_STARTED", "IN_PROGRESS"] } } } satisfies Prisma.EscalationWhereInput;

const ofState: Record<EscalationFilterState, Prisma.EscalationWhereInput> = {
  terbuka: { closedAt: null },
  menunggu: { closedAt: null, answers: { none: {} }, ...ofOpenRow },
  ditindaklanjuti: { closedAt: { not: null }, answers: { some: { outcome: "ACTED_ON" } } },
  dikembalikan: { closedAt: { not: null }, answers: { some: { outcome: "RETURNED" } } },
  ditarik: { closedAt: { not: null }, answers: { none: {} } },
  semua: {},
};

export const escalationsPerPage = 30;

const origin = {
  select: {
    id: true,
    title: true,
    startsAt: true,
    timeZone: true,
    hostId: true,
    organisers: { ...whoAgreed, select: { puskesmasId: true, puskesmas: { select: { name: true } } } },
  },
} satisfies Prisma.MeetingDefaultArgs;

export async function listEscalations(actor: Actor, filter: EscalationFilter, now: Date) {
  const { status, puskesmas, halaman } = filter;
  const ofPuskesmas = puskesmas ? { item: { meeting: organisedBy(puskesmas) } } : {};
  const rows = await db.escalation.findMany({
    where: { AND: [escalationsVisibleTo(actor), ofState[status], ofPuskesmas] },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { raisedAt: "asc" }, { id: "asc" }],
    skip: (halaman - 1) * escalationsPerPage,
    take: escalationsPerPage + 1,
    select: {
      id: true,
      reason: true,
      raiser: true,
      raisedAt: true,
      closedAt: true,
      item: { select: { number: true, activity: true, status: true, meeting: origin } },
      answers: {
        orderBy: { answeredAt: "desc" },
        take: 1,
        select: { outcome: true, letterNumber: true, answeredAt: true },
      },
    },
  });
  return {
    escalations: rows.slice(0, escalationsPerPage).map(({ answers: [answer], ...row }) => ({
      ...row,
      state: escalationState(row.closedAt, answer?.outcome ?? null),
      letterNumber: answer?.letterNumber ?? null,
      age: ageInDays(row, now),
      puskesmas: hostFirst(row.item.meeting),
    })),
    hasMore: rows.length > escalationsPerPage,
  };
}

export type ListedEscalation = Awaited<ReturnType<typeof listEscalations>>["escalations"][number];

type Origin = Prisma.MeetingGetPayload<typeof origin>;

function hostFirst({ hostId, organisers }: Origin): string[] {
  const rank = (id: string) => (id === hostId ? 0 : 1);
  return organisers
    .toSorted((a, b) => rank(a.puskesmasId) - rank(b.puskesmasId) || a.puskesmas.name.localeCompare(b.puskesmas.name))
    .map(({ puskesmas }) => puskesmas.name);
}

/** Whole days since it was raised; of one that ended, until then. */
function ageInDays(row: { raisedAt: Date; closedAt: Date | null; item: { meeting: { timeZone: string } } }, now: Date) {
  const { timeZone } = row.item.meeting;
  return daysBetween(dayOf(row.raisedAt, timeZone), dayOf(row.closedAt ?? now, timeZone));
}

export function countWaitingEscalations(actor: Actor): Promise<number> {
  return db.escalation.count({ where: { AND: [escalationsVisibleTo(actor), ofState.menunggu] } });
}

const answered = {
  orderBy: { answeredAt: "asc" },
  take: 50,
  include: { letters: { orderBy: { createdAt: "asc" }, select: { id: true, name: true, mimeType: true, size: true } } },
} satisfies Prisma.Escalation$answersArgs;

type StoredAnswer = Prisma.EscalationAnswerGetPayload<typeof answered>;

function withDays({ letterDate, dueOn, ...answer }: StoredAnswer) {
  return {
    ...answer,
    letterDate: letterDate ? dateToDay(letterDate) : null,
    dueOn: dueOn ? dateToDay(dueOn) : null,
  };
}

export type ShownAnswer = ReturnType<typeof withDays>;

/** One escalation with its row and all answers, or null where there is none the actor may see. */
export async function findEscalation(actor: Actor, id: string, now: Date) {
  if (!isId(id)) return null;
  const found = await db.escalation.findFirst({
    where: { AND: [{ id }, escalationsVisibleTo(actor)] },
    include: {
      dinkes: { select: { name: true } },
      item: { select: { meeting: origin } },
      answers: answered,
    },
  });
  if (!found) return null;
  const [item] = await selectItems(Prisma.sql`t.id = ${found.itemId}::uuid`, Prisma.sql`t.number`, { take: 1 });
  if (!item) return null;
  return {
    ...found,
    item,
    meeting: found.item.meeting,
    answers: found.answers.map(withDays),
    state: escalationState(found.closedAt, found.answers.at(-1)?.outcome ?? null),
    age: ageInDays(found, now),
  };
}

export type FoundEscalation = NonNullable<Awaited<ReturnType<typeof findEscalation>>>;

export async function listItemEscalations(actor: Actor, itemId: string) {
  const rows = await db.escalation.findMany({
    where: { AND: [{ itemId }, escalationsVisibleTo(actor)] },
    orderBy: { raisedAt: "desc" },
    take: 20,
    include: { dinkes: { select: { name: true } }, answers: answered },
  });
  return rows.map(({ answers, ...row }) => ({
    ...row,
    answers: answers.map(withDays),
    state: escalationState(row.closedAt, answers.at(-1)?.outcome ?? null),
  }));
}

export type ItemEscalation = Awaited<ReturnType<typeof listItemEscalations>>[number];

const newsDays = 14;

export async function listEscalationNews(actor: Actor, now: Date, limit: number) {
  if (!isPuskesmas(actor)) return [];
  return db.escalationAnswer.findMany({
    where: {
      answeredAt: { gt: new Date(now.getTime() - newsDays * 86_400_000) },
      escalation: escalationsVisibleTo(actor),
    },
    orderBy: { answeredAt: "desc" },
    distinct: ["escalationId"],
    take: limit,
    select: {
      id: true,
      outcome: true,
      letterNumber: true,
      answerer: true,
      answeredAt: true,
      escalation: { select: { id: true, item: { select: { activity: true } }, dinkes: { select: { name: true } } } },
    },
  });
}
