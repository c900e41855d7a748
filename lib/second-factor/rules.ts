import type { Actor } from "@/lib/actor";

export const pendingMinutes = 20;

/** How long after the password or a second factor was shown the account's protection may be changed. */
export const confirmedMinutes = 10;

export const mostFactors = 10;

export const recoveryCodeCount = 10;

export type Account = Pick<Actor, "userId" | "name" | "email"> & {
  organisation: Pick<Actor["organisation"], "id" | "name" | "timeZone">;
};

export type SignedIn = Account & { sessionId: string };

/** Who changes his own second factors: in a session, or at a sign-in that has to set one up first. */
export type Holder = SignedIn | (Account & { pendingId: string });

export function authorOf({ userId, name, organisation }: Account) {
  return { userId, actor: name, onBehalfOf: organisation.name };
}

export type NextStep = "open" | "confirm" | "set up";
