import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const written = {
  id: true,
  author: true,
  text: true,
  createdAt: true,
  byDinkes: true,
} satisfies Prisma.CommentSelect;

const root = {
  ...written,
  itemId: true,
  submission: { select: { id: true, number: true } },
  closing: { select: { closer: true, closedAt: true } },
  answers: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 100, select: written },
} satisfies Prisma.CommentSelect;

/**
 * The comments on rows that a read has narrowed to its actor, each with its answers and who closed it, by row: one
 * statement for all rows.
 */
export async function listThreads(itemIds: readonly string[]): Promise<Map<string, Thread[]>> {
  const rows = await db.comment.findMany({
    where: { itemId: { in: [...itemIds] }, answersId: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 500,
    select: root,
  });
  const threads = rows.reverse();
  return new Map(itemIds.map((id) => [id, threads.filter(({ itemId }) => itemId === id)]));
}

export type Thread = Prisma.CommentGetPayload<{ select: typeof root }>;
