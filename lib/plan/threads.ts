import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const written = {
  id: true,
  author: true,
  text: true,
  createdAt: true,
  authorUser: { select: { organisation: { select: { kind: true } } } },
} satisfies Prisma.CommentSelect;

const root = {
  ...written,
  itemId: true,
  submission: { select: { id: true, number: true } },
  closing: { select: { closer: true, closedAt: true } },
  answers: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 100, select: written },
} satisfies Prisma.CommentSelect;

type Written = Prisma.CommentGetPayload<{ select: typeof written }>;

/** Side of the one who wrote it: somebody without an account any more counts as the puskesmas. */
function withSide<T extends Written>({ authorUser, ...comment }: T) {
  return { ...comment, byDinkes: authorUser !== null && authorUser.organisation.kind !== "PUSKESMAS" };
}

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
  const threads = rows.reverse().map((row) => ({ ...withSide(row), answers: row.answers.map(withSide) }));
  return new Map(itemIds.map((id) => [id, threads.filter(({ itemId }) => itemId === id)]));
}

export type Thread = Omit<Prisma.CommentGetPayload<{ select: typeof root }>, "authorUser" | "answers"> & {
  byDinkes: boolean;
  answers: (Omit<Written, "authorUser"> & { byDinkes: boolean })[];
};
