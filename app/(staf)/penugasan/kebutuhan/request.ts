import { notFound } from "next/navigation";
import type { Actor } from "@/lib/actor";
import { findOffice, type Office } from "@/lib/matrix/office";
import { type NeedFilter, needFilterSchema } from "@/lib/needs/filter";
import { readNeeds } from "@/lib/needs/reads";
import type { NeedRow } from "@/lib/needs/states";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export type Request = { actor: Actor; office: Office; filter: NeedFilter; now: Date; rows: NeedRow[] };

/** What the address asks for: which office's staffing. Nobody else's is found. */
export async function readRequest(query: Awaited<Query>): Promise<Request> {
  const actor = await requireActor();
  const filter = needFilterSchema.parse(query);
  const office = await findOffice(actor, filter.wilayah);
  if (!office) notFound();
  const now = new Date();
  return { actor, office, filter, now, rows: await readNeeds(actor, office, { now }) };
}
