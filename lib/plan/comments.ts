import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { canComment } from "@/lib/plan/rules";
import type { CommentInput } from "@/lib/plan/schema";
import { transact } from "@/lib/transact";

const commenting: MeetingChange = { name: "comment on the plan of", isAllowed: canComment, whenApproved: null };

export async function addComment(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: CommentInput,
): Promise<Outcome> {
  if (!isId(itemId)) throw new NotAllowed(actor, `comment on action item ${itemId}`);
  return transact<Outcome>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, commenting);
      if (isRefusal(meeting)) return meeting;
      const [item] = await tx.$queryRaw<
        { number: number; activity: string }[]
      >`SELECT number, activity FROM "ActionItem"
        WHERE id = ${itemId}::uuid AND "meetingId" = ${meetingId}::uuid FOR NO KEY UPDATE`;
      if (!item) return refuse("RTL ini baru saja dihapus");
      const already = await tx.comment.findUnique({ where: { id: input.id }, select: { itemId: true } });
      if (already?.itemId === itemId) return { ok: true };
      const newest = await tx.comment.aggregate({ where: { itemId }, _max: { createdAt: true } });
      const after = (newest._max.createdAt?.getTime() ?? 0) + 1;
      await tx.comment.create({
        data: {
          id: input.id,
          itemId,
          authorId: actor.userId,
          author: `${actor.name}, ${actor.organisation.name}`,
          text: input.text,
          createdAt: new Date(Math.max(Date.now(), after)),
        },
      });
      await recordMeetingEvent(tx, by(actor), meeting, { action: "item.commented", subjectId: itemId, data: item });
      return { ok: true };
    },
    // An id that another row's comment has: nobody's form makes one.
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}
