import type { Actor } from "@/lib/actor";
import { keptChecklist } from "@/lib/approvals/schema";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { type AgreedRow, keptPlan, listAgreedRows } from "@/lib/plan/approved-plan";

/** Nobody approves a meeting more often; an older approval is in the history of the meeting all the same. */
const most = 50;

/** Every approval with its reopening and kept checklist, and every report to the Dinkes; oldest first. */
export async function findApprovals(actor: Actor, meetingId: string) {
  if (!isId(meetingId)) return { approvals: [], submissions: [] };
  const ofMeeting = { meetingId, meeting: visibleTo(actor) };
  const [approvals, submissions] = await Promise.all([
    db.approval.findMany({
      where: ofMeeting,
      orderBy: { number: "desc" },
      take: most,
      select: {
        id: true,
        number: true,
        approver: true,
        position: true,
        approvedAt: true,
        checklist: true,
        reopening: { select: { reason: true, reopener: true, reopenedAt: true } },
      },
    }),
    db.submission.findMany({
      where: ofMeeting,
      orderBy: { number: "desc" },
      take: most,
      select: { id: true, number: true, note: true, submitter: true, submittedAt: true },
    }),
  ]);
  return {
    approvals: approvals.reverse().map((row) => ({ ...row, checklist: keptChecklist.parse(row.checklist) })),
    submissions: submissions.reverse(),
  };
}

/**
 * Who answers for which row until when, as the minutes of a meeting say it: as the approval that holds keeps it, else
 * as it stands. By the row's id; nothing of a meeting the actor may not see.
 */
export async function findAgreedPlan(actor: Actor, meetingId: string): Promise<Map<string, AgreedRow>> {
  if (!isId(meetingId)) return new Map();
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ id: meetingId }, visibleTo(actor)] },
    select: { id: true, startsAt: true, approvals: { where: { reopening: null }, select: { plan: true } } },
  });
  if (!meeting) return new Map();
  const kept = keptPlan.safeParse(meeting.approvals[0]?.plan);
  const rows = kept.success ? kept.data : await listAgreedRows(db, meeting);
  return new Map(rows.map((row) => [row.id, row]));
}

export type Approvals = Awaited<ReturnType<typeof findApprovals>>;
export type FoundApproval = Approvals["approvals"][number];
