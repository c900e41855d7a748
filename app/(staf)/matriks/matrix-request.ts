import { notFound } from "next/navigation";
import type { Actor } from "@/lib/actor";
import { narrowToCluster } from "@/lib/clusters/reads";
import { type MatrixFilter, matrixFilterSchema } from "@/lib/matrix/filter";
import { findOffice, type Office } from "@/lib/matrix/office";
import { findMatrix } from "@/lib/matrix/reads";
import type { Matrix } from "@/lib/matrix/rows";
import { dayOf } from "@/lib/time";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export type Request = { actor: Actor; office: Office; filter: MatrixFilter; year: number; now: Date; matrix: Matrix };

/** What the address asks for: which office's matrix, of which year. Nobody else's is found. */
export async function readRequest(query: Awaited<Query>): Promise<Request> {
  const actor = await requireActor();
  const filter = matrixFilterSchema.parse(query);
  const office = await findOffice(actor, filter.wilayah);
  if (!office) notFound();
  const now = new Date();
  const year = filter.tahun ?? Number(dayOf(now, actor.organisation.timeZone).slice(0, 4));
  const seen = await narrowToCluster(actor, filter.klaster, now);
  return { actor, office, filter, year, now, matrix: await findMatrix(seen, office, year, now) };
}
