import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { type Actor, findActor } from "@/lib/actor";
import { authOptions } from "@/lib/web/sign-in";

/** Whoever is signed in, read from the database once per request; null for nobody. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions());
  return session ? findActor(session.userId, session.epoch) : null;
});

/** The signed-in actor; anybody else is sent to sign in first. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect("/masuk");
}

/** The address of whoever asks, for rate limits only. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-client-address") ?? "";
}

/** The id of this request, as it stands in the log. */
export async function requestId(): Promise<string> {
  return (await headers()).get("x-request-id") ?? "";
}
