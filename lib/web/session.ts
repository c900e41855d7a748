import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/actor";
import { takeScope } from "@/lib/database-scope";
import { type FoundSession, findSession } from "@/lib/sessions/reads";
import { localAddress } from "@/lib/web/local-address";
import { speakAs } from "@/lib/web/local-words";
import { sessionCookie } from "@/lib/web/session-cookie";

/** The session of this request and who acts in it, read from the database once per request; null for nobody. */
export const currentSession = cache(async (): Promise<FoundSession | null> => {
  const session = await findSession((await cookies()).get(sessionCookie())?.value);
  if (session) takeScope(session.actor);
  return session;
});

export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/** The signed-in actor; anybody else is sent to sign in first, and comes back to the page he asked for. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) {
    speakAs(actor.organisation.areaWords);
    return actor;
  }
  const address = localAddress((await headers()).get("x-address")?.split("?", 1)[0]);
  redirect(address ? `/masuk?lanjut=${encodeURIComponent(address)}` : "/masuk");
}

export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-client-address") ?? "";
}
