import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

export const questionsPerPage = 50;
const most = 2000;

const shown = {
  id: true,
  topic: true,
  kind: true,
  text: true,
  options: true,
  correct: true,
  accepted: true,
  points: true,
  pictureId: true,
  version: true,
  archivedAt: true,
} satisfies Prisma.BankQuestionSelect;

export type ListedQuestion = Prisma.BankQuestionGetPayload<{ select: typeof shown }>;

type Filter = { words?: string; topic?: string | undefined; archived?: boolean; page?: number };

export async function listQuestions(actor: Actor, { words = "", topic, archived = false, page = 1 }: Filter) {
  const where: Prisma.BankQuestionWhereInput = {
    organisationId: actor.organisation.id,
    archivedAt: archived ? { not: null } : null,
    ...(topic ? { topic } : {}),
    ...(words ? { text: { contains: words, mode: "insensitive" } } : {}),
  };
  const rows = await db.bankQuestion.findMany({
    where,
    orderBy: [{ topic: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    skip: (page - 1) * questionsPerPage,
    take: questionsPerPage + 1,
    select: shown,
  });
  return {
    questions: rows.slice(0, questionsPerPage),
    total: await db.bankQuestion.count({ where }),
    hasMore: rows.length > questionsPerPage,
  };
}

export function listBank(actor: Actor): Promise<ListedQuestion[]> {
  return db.bankQuestion.findMany({
    where: { organisationId: actor.organisation.id, archivedAt: null },
    orderBy: [{ topic: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    take: most,
    select: shown,
  });
}

export async function listTopics(actor: Actor): Promise<string[]> {
  const rows = await db.bankQuestion.findMany({
    where: { organisationId: actor.organisation.id, archivedAt: null },
    distinct: ["topic"],
    orderBy: { topic: "asc" },
    take: 200,
    select: { topic: true },
  });
  return rows.map(({ topic }) => topic);
}

export async function findQuestion(actor: Actor, id: string): Promise<ListedQuestion | null> {
  if (!isId(id)) return null;
  return db.bankQuestion.findFirst({ where: { id, organisationId: actor.organisation.id }, select: shown });
}
