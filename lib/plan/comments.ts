import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db, isId, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { findMeeting } from "@/lib/meetings/reads";
import { canComment, itemSubject } from "@/lib/plan/rules";
import type { CommentInput } from "@/lib/plan/schema";

/** Adds to a row's thread. What is written there stays: no verb changes or deletes it. */
export async function addComment(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: CommentInput,
): Promise<Outcome> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canComment(actor, meeting) || !isId(itemId))
    throw new NotAllowed(actor, `comment on action item ${itemId}`);
  try {
    return await db.$transaction(async (tx) => {
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
      await recordEvent(tx, {
        ...by(actor),
        organisationId: meeting.hostId,
        meetingId,
        verb: "mengomentari",
        subject: itemSubject(item),
      });
      return { ok: true };
    });
  } catch (error) {
    // An id that another row's comment has: nobody's form makes one.
    if (isUniqueViolation(error)) return refuse("Muat ulang halaman ini, lalu coba lagi");
    throw error;
  }
}
