import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { type HeldMeeting, holdMeeting } from "@/lib/meetings/hold";
import { requireWritable } from "@/lib/meetings/reads";
import { ownPuskesmasId } from "@/lib/meetings/rules";
import { insertRow, type PlannedRow, planRow } from "@/lib/plan/planned-row";
import { listOwnerChoices } from "@/lib/plan/reads";
import { canWriteItems } from "@/lib/plan/rules";
import { actionItemSchema } from "@/lib/plan/schema";
import { notRunning, writingPlan } from "@/lib/plan/writes";
import type { FindingRow } from "@/lib/training-evaluations/finding-schema";
import { transact } from "@/lib/transact";

const longestOwner = 160;

type Prepared = FindingRow & { planned: PlannedRow | null };

export type SavedFindings = { findings: number; items: number };

/**
 * What the evaluation session found becomes problems of the training and rows of its plan, all of them or none. The
 * same form sent twice makes each once.
 */
export async function saveFindings(
  actor: Actor,
  meetingId: string,
  rows: readonly FindingRow[],
): Promise<Outcome<SavedFindings>> {
  const meeting = await requireWritable(actor, meetingId, writingPlan.name);
  if (!canWriteItems(actor, meeting)) return refuse(notRunning);
  const owners = await ownersByLabel(actor, meetingId);
  const prepared: Prepared[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.plan && !owners.has(row.plan.owner.toLowerCase()) && row.plan.owner.length > longestOwner)
      return refuse(`Penanggung jawab paling banyak ${longestOwner} huruf`, `rows.${index}.owner`);
    const input = row.plan && inputOf(row.itemId, row.plan, owners);
    const stored = await db.actionItem.findFirst({ where: { id: row.itemId, meetingId } });
    const planned = input && (await planRow(meeting, actor, input, stored));
    if (planned && !planned.ok)
      return { ...planned, field: `rows.${index}.${planned.field === "deadline" ? "deadline" : "owner"}` };
    prepared.push({ ...row, planned });
  }
  return transact<Outcome<SavedFindings>>(
    async (tx) => {
      const held = await holdMeeting(tx, actor, meetingId, writingPlan);
      if (isRefusal(held)) return held;
      const saved = { findings: 0, items: 0 };
      for (const row of prepared) {
        if (await keepFinding(tx, actor, held, row)) saved.findings += 1;
        if (await keepItem(tx, actor, held, row)) saved.items += 1;
      }
      return { ok: true, ...saved };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

type PlanOf = NonNullable<FindingRow["plan"]>;

function inputOf(id: string, { activity, owner, deadline }: PlanOf, owners: ReadonlyMap<string, string>) {
  const chosen = owners.get(owner.toLowerCase()) ?? "";
  return actionItemSchema.parse({
    ...{ id, activity, deadline, owner: chosen, priority: "MEDIUM" },
    responsibleInstitution: chosen ? "" : owner,
  });
}

async function ownersByLabel(actor: Actor, meetingId: string): Promise<Map<string, string>> {
  const { invited, directory, staff, written } = await listOwnerChoices(actor, meetingId);
  return new Map(
    [...written, ...staff, ...directory, ...invited].map(({ label, value }) => [label.toLowerCase(), value]),
  );
}

async function keepFinding(tx: Db, actor: Actor, held: HeldMeeting, row: Prepared): Promise<boolean> {
  const { problemId: id, statement } = row;
  const already = await tx.problem.findFirst({ where: { id, meetingId: held.id }, select: { id: true } });
  if (already) return false;
  const { _max } = await tx.problem.aggregate({ where: { meetingId: held.id }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  await tx.problem.create({
    data: {
      ...{ id, meetingId: held.id, number, statement, createdById: actor.userId },
      puskesmasId: ownPuskesmasId(held),
    },
  });
  const data = { number, statement, evidence: null };
  await recordMeetingEvent(tx, by(actor), held, { action: "problem.added", subjectId: id, data });
  return true;
}

async function keepItem(tx: Db, actor: Actor, held: HeldMeeting, row: Prepared): Promise<boolean> {
  const { planned, itemId, problemId, statement } = row;
  if (!planned || (await tx.actionItem.findFirst({ where: { id: itemId, meetingId: held.id } }))) return false;
  const values = { ...planned.row.values, problemId, problem: statement };
  await insertRow(tx, actor, held, itemId, { ...planned, row: { ...planned.row, values } });
  return true;
}
