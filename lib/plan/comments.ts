import { type Actor, isDinkes, isRefusal, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { canComment } from "@/lib/plan/rules";
import type { CommentInput } from "@/lib/plan/schema";
import { transact } from "@/lib/transact";

const commenting: MeetingChange = { name: "comment on the plan of", isAllowed: canComment, whenApproved: null };

const again = { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") };

export async function addComment(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: CommentInput,
): Promise<Outcome> {
  if (!isId(itemId)) throw new NotAllowed(actor, `comment on action item ${itemId}`);
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, commenting);
    return isRefusal(meeting) ? meeting : keepComment(tx, actor, meeting, { ...input, itemId });
    // An id that another row's comment has: nobody's form makes one.
  }, again);
}

/** Answers a comment of either side, in words of one's own; nobody changes what another wrote. */
export async function answerComment(
  actor: Actor,
  meetingId: string,
  commentId: string,
  input: CommentInput,
): Promise<Outcome> {
  if (!isId(commentId)) throw new NotAllowed(actor, `answer comment ${commentId}`);
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, commenting);
    if (isRefusal(meeting)) return meeting;
    const comment = await findRoot(tx, meetingId, commentId);
    if (!comment) return refuse("Komentar ini tidak ada di kegiatan ini. Muat ulang halaman.");
    return keepComment(tx, actor, meeting, { ...input, itemId: comment.itemId, answersId: commentId });
  }, again);
}

/** Says that a comment is dealt with: either side may; once. */
export async function closeComment(actor: Actor, meetingId: string, commentId: string): Promise<Outcome> {
  if (!isId(commentId)) throw new NotAllowed(actor, `close comment ${commentId}`);
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, { ...commenting, name: "close a comment on the plan of" });
    if (isRefusal(meeting)) return meeting;
    const comment = await findRoot(tx, meetingId, commentId);
    if (!comment) return refuse("Komentar ini tidak ada di kegiatan ini. Muat ulang halaman.");
    const before = await tx.commentClosing.findUnique({
      where: { commentId },
      select: { closedById: true, closer: true },
    });
    if (before)
      return before.closedById === actor.userId ? { ok: true } : refuse(`Sudah ditandai selesai oleh ${before.closer}`);
    const closer = `${actor.name}, ${actor.organisation.name}`;
    await tx.commentClosing.create({ data: { commentId, closedById: actor.userId, closer, closedAt: new Date() } });
    const { number, activity } = comment.item;
    const data = { number, activity, text: comment.text };
    await recordMeetingEvent(tx, by(actor), meeting, { action: "comment.closed", subjectId: comment.itemId, data });
    return { ok: true };
  });
}

function findRoot(tx: Db, meetingId: string, id: string) {
  return tx.comment.findFirst({
    where: { id, answersId: null, item: { meetingId } },
    select: { itemId: true, text: true, item: { select: { number: true, activity: true } } },
  });
}

type NewComment = CommentInput & { itemId: string; answersId?: string; submissionId?: string };

/** Under the meeting's lock: writes a comment below those that are there. */
export async function keepComment(
  tx: Db,
  actor: Actor,
  meeting: HeldMeeting,
  { id, itemId, text, answersId, submissionId }: NewComment,
): Promise<{ ok: true } | Refusal> {
  const [item] = await tx.$queryRaw<{ number: number; activity: string }[]>`
    SELECT number, activity FROM "ActionItem"
    WHERE id = ${itemId}::uuid AND "meetingId" = ${meeting.id}::uuid FOR NO KEY UPDATE`;
  if (!item) return refuse("RTL ini baru saja dihapus");
  const already = await tx.comment.findUnique({ where: { id }, select: { itemId: true } });
  if (already?.itemId === itemId) return { ok: true };
  const newest = await tx.comment.aggregate({ where: { itemId }, _max: { createdAt: true } });
  const after = (newest._max.createdAt?.getTime() ?? 0) + 1;
  await tx.comment.create({
    data: {
      ...{ id, itemId, text, answersId: answersId ?? null, submissionId: submissionId ?? null },
      authorId: actor.userId,
      author: `${actor.name}, ${actor.organisation.name}`,
      byDinkes: isDinkes(actor),
      createdAt: new Date(Math.max(Date.now(), after)),
    },
  });
  const event = answersId
    ? ({ action: "comment.answered", data: { ...item, text } } as const)
    : ({ action: "item.commented", data: { ...item, text } } as const);
  await recordMeetingEvent(tx, by(actor), meeting, { ...event, subjectId: itemId });
  return { ok: true };
}
