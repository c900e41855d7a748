import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor } from "@/lib/actor";

const scopes = new AsyncLocalStorage<object>();

/** Within `work` each read made by `shared` is made once, for as many papers as ask for it. */
export function sharingReads<Result>(work: () => Promise<Result>): Promise<Result> {
  return scopes.run({}, work);
}

type Asked = readonly (string | Actor)[];

/** A read that several papers of one list make: once for the same actor and words. */
export function shared<Args extends Asked, Result>(
  read: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  const made = new WeakMap<object, Map<string, Promise<Result>>>();
  return (...args) => {
    const scope = scopes.getStore();
    if (!scope) return read(...args);
    const ofScope = made.get(scope) ?? new Map<string, Promise<Result>>();
    made.set(scope, ofScope);
    const key = args.map((arg) => (typeof arg === "string" ? arg : arg.userId)).join(" ");
    const known = ofScope.get(key) ?? read(...args);
    ofScope.set(key, known);
    return known;
  };
}
