import { type Actor, NotAllowed } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { type GatheredFacts, gatherFacts, readFacts } from "@/lib/evidence/check-data";
import { defaultRules } from "@/lib/evidence/defaults";
import { type ChecklistRow, judge } from "@/lib/evidence/judge";
import { appliesTo, canWriteRules, type ListedRule, mergeRules } from "@/lib/evidence/rules";
import type { Progress } from "@/lib/meetings/counts";
import { type FoundMeeting, visibleTo } from "@/lib/meetings/reads";

export async function listEvidenceRules(actor: Actor): Promise<ListedRule[]> {
  if (!canWriteRules(actor)) throw new NotAllowed(actor, "read the list of evidence");
  const own = await db.evidenceRule.findMany({ where: { organisationId: actor.organisation.id } });
  return mergeRules(defaultRules, own);
}

export async function checklistsOf(tx: Db, meetingIds: string[]): Promise<Map<string, ChecklistRow[]>> {
  const facts = await gatherFacts(tx, meetingIds);
  return new Map([...facts].map(([id, found]) => [id, checklistOf(found)]));
}

function checklistOf(facts: GatheredFacts): ChecklistRow[] {
  const rules = mergeRules(defaultRules, facts.ownRules).filter((rule) => appliesTo(rule, facts));
  return rules.map((rule) => judge(rule, facts));
}

/** How far a meeting is: its counts and what it still lacks, in one statement. */
export async function findProgress({ id }: FoundMeeting): Promise<{ counts: Progress; checklist: ChecklistRow[] }> {
  const facts = await readFacts(id);
  if (!facts) throw new Error(`No meeting ${id}`);
  return { counts: { ...facts, actionItems: facts.items }, checklist: checklistOf(facts) };
}

export async function findChecklist(actor: Actor, meetingId: string): Promise<ChecklistRow[]> {
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ id: meetingId }, visibleTo(actor)] },
    select: { id: true },
  });
  return (meeting && (await checklistsOf(db, [meeting.id])).get(meeting.id)) ?? [];
}
