import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor } from "@/lib/actor";
import { filterCookie, keptFilterQuery } from "@/lib/kept-filter";
import type { Query } from "@/lib/web/query";
import { isSecure } from "@/lib/web/session-cookie";

/** A list opened without a question answers the one that this user asked last. */
export async function openKeptFilter(actor: Actor, path: string, query: Awaited<Query>): Promise<void> {
  if (Object.keys(query).length > 0) return;
  const kept = keptFilterQuery(actor.userId, (await cookies()).get(filterCookie(path, isSecure()))?.value);
  if (kept) redirect(`${path}?${kept}`);
}
