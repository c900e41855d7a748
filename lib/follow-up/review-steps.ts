// The steps of a review inside the transaction that holds meeting and row.

import { type Actor, type Outcome, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { closeUnanswered, openEscalation } from "@/lib/escalations/writes";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { type ItemState, reviewWords } from "@/lib/follow-up/review-rules";
import type { ReviewInput } from "@/lib/follow-up/review-schema";
import { type LockedItem, writeReport } from "@/lib/progress/reports";
import { dateToDay, dayToDate } from "@/lib/time";
import type { ItemReview } from "@/prisma/generated/client";

export function currentOf({ status, percent, deadline }: LockedItem): ItemState {
  return { status, percent, deadline: dateToDay(deadline) };
}

/** The first review of a row in a later meeting, or null. */
export function findLaterReview(tx: Db, itemId: string, startsAt: Date): Promise<ItemReview | null> {
  return tx.itemReview.findFirst({
    where: { itemId, meeting: { startsAt: { gt: startsAt } } },
    orderBy: { meeting: { startsAt: "asc" } },
  });
}

export function foundDeadline(review: ItemReview, { deadline }: ItemState): string {
  return review.previousDeadline ? dateToDay(review.previousDeadline) : deadline;
}

/**
 * Removes a review and what it left, unless something was built on it since: a newer report, a newer review, a deadline
 * changed in the plan, an answer of the Dinkes.
 */
export async function takeBack(
  tx: Db,
  actor: Actor,
  item: LockedItem,
  review: ItemReview,
): Promise<{ ok: true; left: ItemState } | Refusal> {
  const { reportId } = review;
  if (!reportId) {
    await tx.itemReview.delete({ where: { id: review.id } });
    return { ok: true, left: currentOf(item) };
  }
  const reports = await tx.progressReport.findMany({
    where: { itemId: item.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, status: true, percent: true, reporter: true, createdAt: true, enteredAt: true },
  });
  const [newest] = [...reports].sort((one, other) => enteredTime(other) - enteredTime(one));
  const [former] = reports.filter(({ id }) => id !== reportId);
  const hasMoved = (review.newDeadline ?? review.previousDeadline)?.getTime() !== item.deadline.getTime();
  const later = newest?.id === reportId ? null : (newest?.reporter ?? "orang lain");
  if (later)
    return refuse(
      `Sesudah status ini sudah ada laporan dari ${later}, jadi statusnya tidak dapat diubah lagi. Laporkan perubahannya di RTL itu.`,
    );
  if (hasMoved)
    return refuse("Batas waktu RTL ini sudah diubah sesudah status ini, jadi statusnya tidak dapat diubah lagi");
  // The escalation that a review makes carries its id.
  if (review.outcome === "ESCALATED" && (await tx.escalation.count({ where: { id: review.id } })) > 0) {
    const closed = await closeUnanswered(tx, actor, review.id);
    if (!closed.ok) return closed;
  }
  const left = {
    status: former?.status ?? "NOT_STARTED",
    percent: former?.percent ?? 0,
    deadline: foundDeadline(review, currentOf(item)),
  };
  await tx.itemReview.delete({ where: { id: review.id } });
  await tx.progressReport.delete({ where: { id: reportId } });
  await tx.actionItem.update({
    where: { id: item.id },
    data: { ...left, deadline: dayToDate(left.deadline), version: { increment: 1 } },
  });
  return { ok: true, left };
}

function enteredTime({ createdAt, enteredAt }: { createdAt: Date; enteredAt: Date | null }): number {
  return (enteredAt ?? createdAt).getTime();
}

type Reviewed = {
  meeting: { id: string; hostId: string; title: string };
  item: LockedItem;
  before: ItemState;
  after: ItemState;
  isLate: boolean;
  /** The end of a meeting of an earlier day; null while it runs. */
  asOf: Date | null;
};

export async function keepReview(tx: Db, actor: Actor, reviewed: Reviewed, input: ReviewInput): Promise<Outcome> {
  const { meeting, item, before, after, isLate, asOf } = reviewed;
  const { id, outcome, note } = input;
  const reason = outcome === "DONE" || outcome === "IN_PROGRESS" ? null : input.reason;
  const newDeadline = outcome === "CONTINUED" ? after.deadline : null;
  const refusal = outcome === "ESCALATED" ? await escalate(tx, actor, reviewed, { id, reason: reason ?? "" }) : null;
  if (refusal) return refusal;
  if (!isLate) {
    const words = `${meeting.title}: ${reviewWords({ outcome, newDeadline, reason, note })}`;
    const report = { id, itemId: item.id, percent: after.percent, status: after.status, note: words };
    await writeReport(tx, { ...report, reportedById: actor.userId, reporter: actor.name }, asOf);
    if (newDeadline)
      await tx.actionItem.update({
        where: { id: item.id },
        data: { deadline: dayToDate(newDeadline), version: { increment: 1 } },
      });
  }
  await tx.itemReview.create({
    data: {
      id,
      itemId: item.id,
      meetingId: meeting.id,
      outcome,
      percent: after.percent,
      note,
      previousDeadline: dayToDate(before.deadline),
      newDeadline: newDeadline ? dayToDate(newDeadline) : null,
      reason,
      reportId: isLate ? null : id,
      reviewedById: actor.userId,
      reviewer: actor.name,
    },
  });
  const { number, activity } = item;
  await recordMeetingEvent(tx, by(actor), meeting, {
    action: "review.given",
    subjectId: item.id,
    data: {
      number,
      activity,
      outcome,
      before: stateOf(before),
      after: stateOf(after),
      reason: reason ?? null,
      note: note ?? null,
    },
  });
  return { ok: true };
}

function stateOf({ status, percent, deadline }: ItemState): ItemState {
  return { status, percent, deadline };
}

async function escalate(
  tx: Db,
  actor: Actor,
  { item, after, isLate }: Reviewed,
  escalation: { id: string; reason: string },
): Promise<Refusal | null> {
  if (isLate)
    return refuse(
      "Kegiatan sesudah ini sudah memberi status pada RTL ini. Eskalasikan dari halaman RTL-nya.",
      "outcome",
    );
  if ((await tx.escalation.count({ where: { itemId: item.id, closedAt: null } })) > 0) return null;
  const { hostId } = await tx.meeting.findUniqueOrThrow({ where: { id: item.meetingId }, select: { hostId: true } });
  const raised = await openEscalation(tx, actor, { ...item, status: after.status, hostId }, escalation);
  return raised.ok ? null : raised;
}
