import { type Actor, isDinkes } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import type { Month } from "@/lib/feedback/rules";
import { feedbackVisibleTo, numbered } from "@/lib/feedback/visible";
import type { Prisma } from "@/prisma/generated/client";

export const feedbackPerPage = 60;

const listed = {
  id: true,
  year: true,
  month: true,
  dinkesId: true,
  puskesmas: { select: { id: true, name: true } },
  dinkes: { select: { name: true } },
  letters: { where: numbered, select: { number: true, day: true } },
  _count: { select: { reviews: true, comments: true } },
} satisfies Prisma.MonthlyFeedbackSelect;

/** Of a Dinkes what it tells of a month, by puskesmas; of a puskesmas all it was told, the newest first. */
export async function listFeedback(actor: Actor, month: Month, page: number) {
  const rows = await db.monthlyFeedback.findMany({
    where: { AND: [feedbackVisibleTo(actor), isDinkes(actor) ? month : {}] },
    orderBy: isDinkes(actor)
      ? [{ puskesmas: { name: "asc" } }, { id: "asc" }]
      : [{ year: "desc" }, { month: "desc" }, { id: "asc" }],
    skip: (page - 1) * feedbackPerPage,
    take: feedbackPerPage + 1,
    select: listed,
  });
  return { feedback: rows.slice(0, feedbackPerPage), hasMore: rows.length > feedbackPerPage };
}

export type ListedFeedback = Awaited<ReturnType<typeof listFeedback>>["feedback"][number];

const most = 200;

const told = {
  ...listed,
  remarks: true,
  version: true,
  creator: true,
  puskesmas: { select: { id: true, name: true, timeZone: true } },
  reviews: {
    orderBy: [{ reviewedAt: "asc" }, { id: "asc" }],
    take: most,
    select: {
      id: true,
      decision: true,
      text: true,
      reviewedAt: true,
      submission: {
        select: { id: true, number: true, submittedAt: true, meeting: { select: { title: true, timeZone: true } } },
      },
    },
  },
  comments: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
    select: {
      id: true,
      text: true,
      createdAt: true,
      item: { select: { number: true, activity: true, meeting: { select: { title: true } } } },
    },
  },
} satisfies Prisma.MonthlyFeedbackSelect;

/** One feedback with all notes it tells of; null where there is none the actor may see. */
export async function findFeedback(actor: Actor, id: string) {
  if (!isId(id)) return null;
  return db.monthlyFeedback.findFirst({ where: { AND: [{ id }, feedbackVisibleTo(actor)] }, select: told });
}

export type FoundFeedback = NonNullable<Awaited<ReturnType<typeof findFeedback>>>;
