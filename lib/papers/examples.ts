import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { visibleTo } from "@/lib/meetings/reads";
import type { Fields, OpenPaper, PaperKind } from "@/lib/papers/definition";

export type Example = { subjectId: string; opened: OpenPaper };

const mostLooked = 12;

/** Papers of a kind that the actor's office has made or could make, the newest first: what a wording or form is tried on. */
export async function listExamples(actor: Actor, paper: PaperKind, most = 1): Promise<Example[]> {
  const found: Example[] = [];
  for (const subjectId of await subjectsOf(actor, paper)) {
    const opened = await paper.open(actor, subjectId, {});
    if (opened?.organisationId === actor.organisation.id) found.push({ subjectId, opened });
    if (found.length === most) break;
  }
  return found;
}

async function subjectsOf(actor: Actor, { subject }: PaperKind): Promise<string[]> {
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const own = { AND: [visibleTo(actor), { hostId: actor.organisation.id }] };
  if (subject === "meeting") {
    const newest = { orderBy: { startsAt: "desc" }, take: mostLooked, select: { id: true } } as const;
    const held = await db.meeting.findMany({ where: { AND: [own, { status: "CLOSED" }] }, ...newest });
    return [...idsOf(held), ...idsOf(await db.meeting.findMany({ where: own, ...newest }))];
  }
  if (subject === "escalation")
    return idsOf(
      await db.escalation.findMany({
        where: escalationsVisibleTo(actor),
        orderBy: { raisedAt: "desc" },
        take: mostLooked,
        select: { id: true },
      }),
    );
  if (subject === "programme")
    return idsOf(
      await db.programme.findMany({
        where: { organisationId: actor.organisation.id },
        orderBy: { createdAt: "desc" },
        take: mostLooked,
        select: { id: true },
      }),
    );
  if (subject === "problem")
    return idsOf(
      await db.problem.findMany({
        where: { meeting: own },
        orderBy: { createdAt: "desc" },
        take: mostLooked,
        select: { id: true },
      }),
    );
  return subject === "year" ? [`${actor.organisation.id}:${new Date().getUTCFullYear()}`] : [];
}

export type KnownFields = { values: string[]; lists: Record<string, string[]> };

/** The names that a form may use, gathered from several papers: a list without rows does not tell its columns. */
export function knownFields(examples: readonly Fields[]): KnownFields {
  const values = new Set(examples.flatMap((fields) => Object.keys(fields.values)));
  const lists: Record<string, string[]> = {};
  for (const { lists: rows } of examples)
    for (const [name, entries] of Object.entries(rows))
      lists[name] = [...new Set([...(lists[name] ?? []), ...entries.slice(0, 1).flatMap(Object.keys)])];
  return { values: [...values], lists };
}
