import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { holdsEachWord } from "@/lib/read-words";
import { canManageUsers } from "@/lib/users/rules";
import type { Prisma } from "@/prisma/generated/client";

function visibleTo(actor: Actor): Prisma.UserWhereInput {
  return canManageUsers(actor) ? { organisation: organisationsWithin(actor) } : { id: { in: [] } };
}

export const usersPerPage = 50;

export type UserFilter = { q?: string | undefined; organisationId?: string | undefined; page?: number | undefined };

const shown = {
  id: true,
  name: true,
  email: true,
  position: true,
  role: true,
  deactivatedAt: true,
  organisation: { select: { id: true, name: true, kind: true, timeZone: true } },
} as const;

export async function listUsers(actor: Actor, filter: UserFilter = {}) {
  const page = Math.max(1, filter.page ?? 1);
  const ids = await findIds(filter.q);
  const where: Prisma.UserWhereInput = {
    AND: [
      visibleTo(actor),
      ...(filter.organisationId && isId(filter.organisationId) ? [{ organisationId: filter.organisationId }] : []),
      ...(ids ? [{ id: { in: ids } }] : []),
    ],
  };
  const [total, rows] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      orderBy: [{ organisation: { kind: "asc" } }, { organisation: { name: "asc" } }, { name: "asc" }, { id: "asc" }],
      skip: (page - 1) * usersPerPage,
      take: usersPerPage,
      select: { ...shown, passwordHash: true },
    }),
  ]);
  return {
    users: rows.map(({ passwordHash, ...user }) => ({ ...user, hasPassword: passwordHash !== null })),
    total,
    page,
    hasMore: page * usersPerPage < total,
  };
}

/** Whose words are looked for, before they are narrowed; null where nothing is. */
async function findIds(q = ""): Promise<string[] | null> {
  if (!q.trim()) return null;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "User" u JOIN "Organisation" o ON o.id = u."organisationId"
    WHERE ${holdsEachWord(["u.name", "u.email", "u.position", "o.name"], q)}`;
  return rows.map(({ id }) => id);
}

export type ListedUser = Awaited<ReturnType<typeof listUsers>>["users"][number];

export async function findUser(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const user = await db.user.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      ...shown,
      version: true,
      passwordHash: true,
      signInLinks: {
        where: { usedAt: null, expiresAt: { gt: new Date() } },
        orderBy: { expiresAt: "desc" },
        take: 1,
        select: { expiresAt: true },
      },
    },
  });
  if (!user) return null;
  const { passwordHash, signInLinks, ...rest } = user;
  return { ...rest, hasPassword: passwordHash !== null, openLinkUntil: signInLinks[0]?.expiresAt ?? null };
}

export async function hasUsers(): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}
