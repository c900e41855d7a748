import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { canSubmit, isReported } from "@/lib/approvals/rules";
import type { SubmissionInput } from "@/lib/approvals/schema";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { gatherContent } from "@/lib/reviews/gather";
import { transact } from "@/lib/transact";

type Numbered = Outcome<{ number: number }>;

const submitting: MeetingChange = { name: "submit", isAllowed: canSubmit, whenApproved: null };

/**
 * Reports an approved meeting to the Dinkes of its host, with a copy of what it says. Not undone: after a return, or a
 * reopening and a new approval, the next number is the next revision.
 */
export async function submitMeeting(actor: Actor, meetingId: string, { id, note }: SubmissionInput): Promise<Numbered> {
  return transact<Numbered>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, submitting);
      if (isRefusal(meeting)) return meeting;
      const sent = await listSent(tx, meetingId);
      const same = sent.find((report) => report.id === id);
      if (same) return { ok: true, number: same.number };
      const [approval] = meeting.approvals;
      if (!approval) return refuse("Kegiatan ini belum disahkan; yang dilaporkan hanya yang sudah sah");
      if (isReported(approval, sent)) return refuse("Kegiatan ini sudah dilaporkan ke Dinkes");
      const host = await tx.organisation.findUniqueOrThrow({
        where: { id: meeting.hostId },
        select: { name: true, parent: { select: { id: true, name: true } } },
      });
      if (!host.parent)
        return refuse(`${host.name} belum berada di bawah Dinas Kesehatan di Lokmin. Hubungi Dinas Kesehatan.`);
      await settleWaiting(tx, meetingId);
      const number = (sent.at(-1)?.number ?? 0) + 1;
      await tx.submission.create({
        data: {
          ...{ id, meetingId, number, note, dinkesId: host.parent.id },
          content: await gatherContent(tx, meetingId),
          submittedById: actor.userId,
          submitter: actor.name,
          submittedAt: new Date(),
        },
      });
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "submission.sent",
        subjectId: id,
        data: { title: meeting.title, number, note, to: host.parent.name },
      });
      return { ok: true, number };
    },
    // An id that another meeting's report has: nobody's form makes one.
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

/** Under the meeting's lock: what waited for its review waits no longer. */
export async function settleWaiting(tx: Db, meetingId: string): Promise<void> {
  await tx.submission.updateMany({ where: { meetingId, settledAt: null }, data: { settledAt: new Date() } });
}

async function listSent(tx: Db, meetingId: string) {
  const rows = await tx.submission.findMany({
    where: { meetingId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, submittedAt: true, review: { select: { decision: true } } },
  });
  return rows.map(({ review, ...report }) => ({ ...report, decision: review?.decision ?? null }));
}
