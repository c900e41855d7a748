import type { z } from "zod";
import type { Actor } from "@/lib/actor";
import type { Page } from "@/lib/api/paging";

/** One list of the API: its address, what it takes and gives, and how it reads. The document is made of the same. */
export type Resource = {
  /** "meetings": below /api/v1. */
  path: string;
  summary: string;
  description: string;
  query: z.ZodObject;
  item: { name: string; schema: z.ZodObject };
  /** @param query as it came, each parameter once */
  answer: (
    actor: Actor,
    query: Record<string, string>,
  ) => Promise<{ ok: true; page: Page<unknown> } | { ok: false; issues: readonly z.core.$ZodIssue[] }>;
};

type Definition<Q extends z.ZodObject, S extends z.ZodObject> = Omit<Resource, "query" | "item" | "answer"> & {
  query: Q;
  item: { name: string; schema: S };
  list: (actor: Actor, query: z.output<Q>) => Promise<Page<z.output<S>>>;
};

export function defineResource<Q extends z.ZodObject, S extends z.ZodObject>({
  list,
  ...definition
}: Definition<Q, S>): Resource {
  return {
    ...definition,
    async answer(actor, sent) {
      const read = definition.query.safeParse(sent);
      if (!read.success) return { ok: false, issues: read.error.issues };
      return { ok: true, page: await list(actor, read.data) };
    },
  };
}
