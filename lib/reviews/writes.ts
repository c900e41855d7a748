import {
  type Actor,
  isRefusal,
  NotAllowed,
  type Outcome,
  organisationsWithin,
  type Refusal,
  refuse,
} from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { canReview, decisionNames } from "@/lib/reviews/rules";
import type { ReviewInput } from "@/lib/reviews/schema";
import { formatMoment } from "@/lib/time";
import { transact } from "@/lib/transact";

const reviewing: MeetingChange = {
  name: "review a report of",
  isAllowed: () => true,
  // Who lost it during the review is told so below.
  seenBy: ({ organisation }) => ({ submissions: { some: { dinkesId: organisation.id } } }),
  whenApproved: null,
};

/** Said to a reviewer whose puskesmas went to another cluster, or whose time as a stand-in ended. */
export const notYours =
  "Puskesmas ini tidak lagi termasuk yang Anda tinjau, jadi belum ada yang tersimpan. Salin tulisan Anda bila perlu, lalu hubungi admin Dinas Kesehatan.";

/**
 * Decides about one revision of a report, once; nothing of what the puskesmas wrote changes. Of two reviewers the
 * second is told what the first decided.
 * @throws NotAllowed for anyone who is not of the Dinkes that reviews it
 */
export async function reviewSubmission(actor: Actor, submissionId: string, input: ReviewInput): Promise<Outcome> {
  return transact<Outcome>(
    async (tx) => {
      const report = await holdReport(tx, actor, submissionId, "review");
      if (isRefusal(report)) return report;
      const { meeting, number, review } = report;
      if (review) return review.id === input.id ? { ok: true } : refuse(decidedWords(review, meeting.timeZone));
      if (report.settledAt) return refuse(await whySettled(tx, meeting.id, number));
      const at = new Date();
      await tx.submissionReview.create({
        data: {
          ...{ id: input.id, submissionId, decision: input.decision, text: input.text },
          ...{ reviewerId: actor.userId, reviewer: actor.name, reviewedAt: at },
        },
      });
      await tx.submission.update({ where: { id: submissionId }, data: { settledAt: at } });
      const about = { title: meeting.title, number };
      const event =
        input.decision === "RETURNED"
          ? ({ action: "review.returned", data: { ...about, reason: input.text ?? "" } } as const)
          : ({ action: "review.accepted", data: { ...about, notes: input.text } } as const);
      await recordMeetingEvent(tx, by(actor), meeting, { ...event, subjectId: submissionId });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

type Held = {
  ok: true;
  number: number;
  settledAt: Date | null;
  content: unknown;
  review: {
    id: string;
    decision: ReviewInput["decision"];
    reviewer: string;
    reviewedAt: Date;
    text: string | null;
  } | null;
  meeting: HeldMeeting;
};

export async function holdReport(tx: Db, actor: Actor, id: string, what: string): Promise<Held | Refusal> {
  const found = isId(id)
    ? await tx.submission.findUnique({ where: { id }, select: { meetingId: true, dinkesId: true } })
    : null;
  if (!found || !canReview(actor, found)) throw new NotAllowed(actor, `${what} report ${id}`);
  const meeting = await holdMeeting(tx, actor, found.meetingId, reviewing);
  if (isRefusal(meeting)) return meeting;
  const host = await tx.organisation.findFirst({
    where: { AND: [{ id: meeting.hostId }, organisationsWithin(actor)] },
    select: { id: true },
  });
  if (!host) return refuse(notYours);
  const report = await tx.submission.findUniqueOrThrow({
    where: { id },
    select: {
      number: true,
      settledAt: true,
      content: true,
      review: { select: { id: true, decision: true, reviewer: true, reviewedAt: true, text: true } },
    },
  });
  return { ok: true, ...report, meeting };
}

function decidedWords({ decision, reviewer, reviewedAt, text }: NonNullable<Held["review"]>, timeZone: string): string {
  const words = `Laporan ini sudah ${decisionNames[decision].toLowerCase()} oleh ${reviewer}, ${formatMoment(reviewedAt, timeZone)}`;
  return text ? `${words}: “${text}”` : `${words}.`;
}

async function whySettled(tx: Db, meetingId: string, number: number): Promise<string> {
  const next = await tx.submission.findFirst({
    where: { meetingId, number: { gt: number } },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return next
    ? `Puskesmas sudah mengirim revisi ${next.number}. Tinjau revisi itu.`
    : "Puskesmas membuka kembali laporan ini dan akan mengirim revisi berikutnya. Tinjau revisi itu.";
}
