import type { Actor } from "@/lib/actor";
import { keptChecklist, keptHead } from "@/lib/approvals/schema";
import { db, isId } from "@/lib/db";
import { headOfOffice } from "@/lib/directory/office-head";
import type { OfficeHead } from "@/lib/directory/rules";
import { visibleTo } from "@/lib/meetings/reads";
import { isOrganiser } from "@/lib/meetings/rules";
import { type AgreedRow, keptPlan, listAgreedRows } from "@/lib/plan/approved-plan";
import { dayOf } from "@/lib/time";

const most = 50;

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
        head: true,
        checklist: true,
        reopening: { select: { reason: true, reopener: true, reopenedAt: true } },
      },
    }),
    db.submission.findMany({
      where: ofMeeting,
      orderBy: { number: "desc" },
      take: most,
      select: {
        id: true,
        number: true,
        note: true,
        submitter: true,
        submittedAt: true,
        review: { select: { decision: true, text: true, reviewer: true, reviewedAt: true } },
      },
    }),
  ]);
  return {
    approvals: approvals.reverse().map((row) => ({
      ...row,
      head: keptHead.parse(row.head),
      checklist: keptChecklist.parse(row.checklist),
    })),
    submissions: submissions.reverse().map((report) => ({ ...report, decision: report.review?.decision ?? null })),
  };
}

/** Who led the approver's puskesmas on the day of a meeting the actor sees: its own where it organises, else the host. */
export async function findHeadOnDay(actor: Actor, meetingId: string): Promise<OfficeHead | null> {
  if (!isId(meetingId)) return null;
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ id: meetingId }, visibleTo(actor)] },
    select: { hostId: true, startsAt: true, timeZone: true, organisers: { select: { puskesmasId: true } } },
  });
  if (!meeting) return null;
  const officeId = isOrganiser(actor, meeting) ? actor.organisation.id : meeting.hostId;
  return headOfOffice(db, officeId, dayOf(meeting.startsAt, meeting.timeZone));
}

/** Owner and deadline of each row by its id: as kept by the approval in force, else as they are now. */
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
