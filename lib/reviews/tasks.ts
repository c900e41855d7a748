import { type Actor, isDinkes, isPuskesmas, isPuskesmasWriter } from "@/lib/actor";
import { db } from "@/lib/db";
import type { FollowUpTask } from "@/lib/follow-up/tasks";
import { organisedBy } from "@/lib/meetings/organised";
import { findQueue } from "@/lib/reviews/reads";
import { queueWords } from "@/lib/reviews/rules";
import { shortened } from "@/lib/shortened";
import { dayOf } from "@/lib/time";

const newsDays = 14;
const newsAtMost = 3;

/** For the start page: what waits for a Dinkes's review, and the notes that a puskesmas was given lately. */
export async function listReviewTasks(actor: Actor, now: Date): Promise<FollowUpTask[]> {
  if (isPuskesmas(actor)) return isPuskesmasWriter(actor) ? listNotes(actor, now) : [];
  if (!isDinkes(actor)) return [];
  const { count, oldestDays, firstId } = await findQueue(actor, now);
  if (!firstId) return [];
  return [
    {
      href: `/tinjauan/${firstId}`,
      title: `Tinjau laporan (${count})`,
      reason: queueWords(count, oldestDays),
      day: null,
    },
  ];
}

async function listNotes(actor: Actor, now: Date): Promise<FollowUpTask[]> {
  const reviews = await db.submissionReview.findMany({
    where: {
      decision: "ACCEPTED_WITH_NOTES",
      reviewedAt: { gt: new Date(now.getTime() - newsDays * 86_400_000) },
      submission: { meeting: organisedBy(actor.organisation.id) },
    },
    orderBy: { reviewedAt: "desc" },
    take: newsAtMost,
    select: {
      submissionId: true,
      text: true,
      reviewedAt: true,
      submission: { select: { meeting: { select: { title: true } } } },
    },
  });
  return reviews.map(({ submissionId, text, reviewedAt, submission }) => ({
    href: `/tinjauan/${submissionId}`,
    title: `Baca catatan Dinkes: ${submission.meeting.title}`,
    reason: shortened(text ?? "", 120),
    day: dayOf(reviewedAt, actor.organisation.timeZone),
  }));
}
