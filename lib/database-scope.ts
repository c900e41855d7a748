import { AsyncLocalStorage } from "node:async_hooks";
import type { OrganisationKind } from "@/prisma/generated/enums";

/**
 * Whose rows the policies of the database show: "" nobody's, "all" every office's, "one <id>" an office's own, "tree
 * <id>" also those below it, "wide <id>" the same where they are too many to name.
 */
export type Scope = "" | "all" | `${"one" | "tree" | "wide"} ${string}`;

type Running = { scope: Scope };

/** An actor, or who is like one. */
type OfOffice = { organisation: { id: string; kind: OrganisationKind } };

// Next bundles this module apart from the server around it: one for all.
const shared = globalThis as { lokminScopes?: AsyncLocalStorage<Running>; lokminScopeOutside?: Scope };
shared.lokminScopes ??= new AsyncLocalStorage();
const scopes = shared.lokminScopes;

const reach = {
  PUSKESMAS: "one",
  HOSPITAL: "one",
  DISTRICT_DINKES: "tree",
  PROVINCIAL_DINKES: "wide",
  MINISTRY: "wide",
} as const;

function scopeOf({ organisation }: OfOffice): Scope {
  return `${reach[organisation.kind]} ${organisation.id}`;
}

/** Of what runs now. Commands and their like are beside every request. */
export function currentScope(): Scope {
  return scopes.getStore()?.scope ?? shared.lokminScopeOutside ?? "all";
}

/** From now on, what runs beside every request shows nothing: a server's own work says that it is. */
export function showNothingOutside(): void {
  shared.lokminScopeOutside = "";
}

/**
 * What is answered to people without an account, and to those who are about to sign in: every statement there starts
 * from a token's hash, a code or an e-mail address.
 */
const forStrangers = /^\/(u|t|d|h|periksa|kalender|masuk|pasang|api\/auth|api\/metrik)(\/|$)/;

/** Answers a request, which shows nothing until it is known who asks. */
export function inRequest<T>(path: string, answer: () => T): T {
  return scopes.run({ scope: forStrangers.test(path) ? "all" : "" }, answer);
}

export function takeScope(actor: OfOffice): void {
  const running = scopes.getStore();
  if (running) running.scope = scopeOf(actor);
}

export function inScopeOf<T>(actor: OfOffice, run: () => T | PromiseLike<T>): Promise<T> {
  return within(scopeOf(actor), run);
}

/**
 * Runs with every office's rows: what starts from a token's hash or an e-mail address before anybody is known, and work
 * of the installation itself.
 */
export function acrossOffices<T>(run: () => T | PromiseLike<T>): Promise<T> {
  return within("all", run);
}

function within<T>(scope: Scope, run: () => T | PromiseLike<T>): Promise<T> {
  // Awaited inside: a query of Prisma's client is sent only when somebody waits for it.
  return scopes.run({ scope }, async () => await run());
}
