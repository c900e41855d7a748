import { type Actor, NotAllowed } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { gatherFacts } from "@/lib/evidence/check-data";
import { defaultRules } from "@/lib/evidence/defaults";
import { type ChecklistRow, type Facts, judge } from "@/lib/evidence/judge";
import { appliesTo, canWriteRules, type ListedRule, mergeRules } from "@/lib/evidence/rules";
import { type FoundMeeting, visibleTo } from "@/lib/meetings/reads";

export async function listEvidenceRules(actor: Actor): Promise<ListedRule[]> {
  if (!canWriteRules(actor)) throw new NotAllowed(actor, "read the list of evidence");
  return (await rulesOf(db, [actor.organisation.id])).get(actor.organisation.id) ?? [];
}

async function rulesOf(tx: Db, organisationIds: string[]): Promise<Map<string, ListedRule[]>> {
  const own = await tx.evidenceRule.findMany({ where: { organisationId: { in: organisationIds } } });
  return new Map(
    organisationIds.map((id) => [
      id,
      mergeRules(
        defaultRules,
        own.filter((rule) => rule.organisationId === id),
      ),
    ]),
  );
}

/** Checklists of meetings that a read or write has already narrowed to its actor. */
export async function checklistsOf(tx: Db, meetingIds: string[]): Promise<Map<string, ChecklistRow[]>> {
  const facts = await gatherFacts(tx, meetingIds);
  const rules = await rulesOf(tx, [...new Set([...facts.values()].map(({ hostId }) => hostId))]);
  return new Map([...facts].map(([id, found]) => [id, checklistOf(rules.get(found.hostId) ?? [], found)]));
}

function checklistOf(rules: readonly ListedRule[], facts: Facts): ChecklistRow[] {
  return rules.filter((rule) => appliesTo(rule, facts)).map((rule) => judge(rule, facts));
}

export async function checklistOfFound({ id }: FoundMeeting): Promise<ChecklistRow[]> {
  return (await checklistsOf(db, [id])).get(id) ?? [];
}

export async function findChecklist(actor: Actor, meetingId: string): Promise<ChecklistRow[]> {
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ id: meetingId }, visibleTo(actor)] },
    select: { id: true },
  });
  return (meeting && (await checklistsOf(db, [meeting.id])).get(meeting.id)) ?? [];
}
