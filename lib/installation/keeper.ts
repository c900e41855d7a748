import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";

/** Whether somebody looks after the installation itself: an admin of its topmost office, of several the first made. */
export async function keepsInstallation(actor: Actor): Promise<boolean> {
  const isAdmin = actor.role === "DINKES_ADMIN" || actor.role === "PUSKESMAS_ADMIN";
  if (!isAdmin || actor.organisation.parentId) return false;
  const topmost = await db.organisation.findFirst({
    where: { parentId: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return topmost?.id === actor.organisation.id;
}

export async function requireKeeper(actor: Actor, what: string): Promise<void> {
  if (!(await keepsInstallation(actor))) throw new NotAllowed(actor, what);
}
