import { type Actor, isPuskesmas } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { answered, shownAnswers, shownForwards, withForwards } from "@/lib/escalations/chain";
import { escalationState, partOf } from "@/lib/escalations/rules";
import type { EscalationFilter } from "@/lib/escalations/schema";
import { puskesmasWhere, stateWhere } from "@/lib/escalations/states";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { whoAgreed } from "@/lib/meetings/organised";
import { selectItems } from "@/lib/plan/item-query";
import { isOpen } from "@/lib/progress/rules";
import { dateToDay, dayOf, daysBetween } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";
import type { ProgressStatus } from "@/prisma/generated/enums";

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
  const { status, puskesmas, lingkup, halaman } = filter;
  const rows = await db.escalation.findMany({
    where: { AND: [escalationsVisibleTo(actor), stateWhere(actor, status, lingkup, now), puskesmasWhere(puskesmas)] },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { answerBy: "asc" }, { raisedAt: "asc" }, { id: "asc" }],
    skip: (halaman - 1) * escalationsPerPage,
    take: escalationsPerPage + 1,
    select: {
      id: true,
      dinkesId: true,
      reason: true,
      raiser: true,
      raisedAt: true,
      answerBy: true,
      closedAt: true,
      item: { select: { number: true, activity: true, status: true, meeting: origin } },
      answers: {
        where: { forwardId: null },
        orderBy: { answeredAt: "desc" },
        take: 1,
        select: { outcome: true, letterNumber: true, answeredAt: true },
      },
      forwards: {
        where: { OR: [{ closedAt: null }, { toId: actor.organisation.id }] },
        orderBy: [{ forwardedAt: "asc" }, { id: "asc" }],
        select: { id: true, fromId: true, toId: true, institution: true, answerBy: true, closedAt: true },
      },
      takeovers: {
        where: { endedAt: null, organisationId: actor.organisation.id },
        select: { name: true, userId: true },
      },
    },
  });
  return {
    escalations: rows.slice(0, escalationsPerPage).map(({ answers: [answer], takeovers: [taken], ...row }) => ({
      ...row,
      state: escalationState(row.closedAt, answer?.outcome ?? null),
      letterNumber: answer?.letterNumber ?? null,
      age: ageInDays(row, now),
      due: dueOf(actor, row, now),
      inCharge: taken?.name ?? null,
      whereNow: row.forwards.filter(({ closedAt }) => closedAt === null).map(({ institution }) => institution),
      puskesmas: hostFirst(row.item.meeting),
    })),
    hasMore: rows.length > escalationsPerPage,
  };
}

type Due = {
  dinkesId: string;
  answerBy: Date;
  closedAt: Date | null;
  item: { status: ProgressStatus };
  forwards: readonly { id: string; fromId: string; toId: string | null; answerBy: Date; closedAt: Date | null }[];
};

/** Days until the answer of the actor's level is due, below zero when overdue; null where nobody waits for it. */
function dueOf(actor: Actor, row: Due, now: Date): number | null {
  if (row.closedAt || !isOpen(row.item.status)) return null;
  const part = partOf(actor, row);
  const forward = row.forwards.find(({ id }) => id === part?.forwardId);
  if (forward?.closedAt) return null;
  const last = forward?.answerBy ?? row.answerBy;
  return daysBetween(dayOf(now, actor.organisation.timeZone), dateToDay(last));
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

export async function countWaitingEscalations(actor: Actor, now: Date): Promise<{ waiting: number; overdue: number }> {
  const count = (state: "menunggu" | "terlambat") =>
    db.escalation.count({ where: { AND: [escalationsVisibleTo(actor), stateWhere(actor, state, "kami", now)] } });
  const [waiting, overdue] = await Promise.all([count("menunggu"), count("terlambat")]);
  return { waiting, overdue };
}

const countedStates = ["terbuka", "menunggu", "terlambat", "lewat-selesai"] as const;

export async function countEscalations(actor: Actor, { puskesmas, lingkup }: EscalationFilter, now: Date) {
  const counts = await Promise.all(
    countedStates.map((state) =>
      db.escalation.count({
        where: {
          AND: [escalationsVisibleTo(actor), stateWhere(actor, state, lingkup, now), puskesmasWhere(puskesmas)],
        },
      }),
    ),
  );
  return new Map<string, number>(countedStates.map((state, index) => [state, counts[index] ?? 0]));
}

/** One escalation with its row, its way and all answers, or null where there is none the actor may see. */
export async function findEscalation(actor: Actor, id: string, now: Date) {
  if (!isId(id)) return null;
  const found = await db.escalation.findFirst({
    where: { AND: [{ id }, escalationsVisibleTo(actor)] },
    include: {
      dinkes: { select: { name: true, parentId: true, parent: { select: { name: true } } } },
      item: { select: { status: true, meeting: origin } },
      answers: answered,
      forwards: withForwards,
      takeovers: {
        orderBy: { takenAt: "asc" },
        take: 50,
        include: { organisation: { select: { name: true } }, user: { select: { deactivatedAt: true } } },
      },
    },
  });
  if (!found) return null;
  const [item] = await selectItems(Prisma.sql`t.id = ${found.itemId}::uuid`, Prisma.sql`t.number`, { take: 1 });
  if (!item) return null;
  const answers = shownAnswers(found.answers);
  const own = answers.filter(({ forwardId }) => forwardId === null);
  return {
    ...found,
    item,
    meeting: found.item.meeting,
    answers: own,
    forwards: shownForwards(actor, found.forwards, answers),
    answerBy: dateToDay(found.answerBy),
    part: partOf(actor, found),
    state: escalationState(found.closedAt, own.at(-1)?.outcome ?? null),
    age: ageInDays(found, now),
    due: dueOf(actor, found, now),
  };
}

export type FoundEscalation = NonNullable<Awaited<ReturnType<typeof findEscalation>>>;

export async function listItemEscalations(actor: Actor, itemId: string) {
  const rows = await db.escalation.findMany({
    where: { AND: [{ itemId }, escalationsVisibleTo(actor)] },
    orderBy: { raisedAt: "desc" },
    take: 20,
    include: { dinkes: { select: { name: true } }, answers: answered, forwards: withForwards },
  });
  return rows.map(({ answers, forwards, ...row }) => {
    const all = shownAnswers(answers);
    const own = all.filter(({ forwardId }) => forwardId === null);
    return {
      ...row,
      answers: own,
      forwards: shownForwards(actor, forwards, all),
      answerBy: dateToDay(row.answerBy),
      state: escalationState(row.closedAt, own.at(-1)?.outcome ?? null),
    };
  });
}

export type ItemEscalation = Awaited<ReturnType<typeof listItemEscalations>>[number];

const newsDays = 14;

export async function listEscalationNews(actor: Actor, now: Date, limit: number) {
  if (!isPuskesmas(actor)) return [];
  return db.escalationAnswer.findMany({
    where: {
      answeredAt: { gt: new Date(now.getTime() - newsDays * 86_400_000) },
      forwardId: null,
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
