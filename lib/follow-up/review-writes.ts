import { type Actor, isRefusal, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { isCarriedItem } from "@/lib/follow-up/carry-over";
import { reviewWords, settleReview } from "@/lib/follow-up/review-rules";
import type { ReviewInput } from "@/lib/follow-up/review-schema";
import { currentOf, findLaterReview, foundDeadline, keepReview, takeBack } from "@/lib/follow-up/review-steps";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { visibleTo } from "@/lib/meetings/reads";
import { notesStatuses } from "@/lib/meetings/rules";
import { findProgressAt, type LockedItem, lockItem } from "@/lib/progress/reports";
import { dateToDay, dayOf, formatMoment, toInstant } from "@/lib/time";
import { transact } from "@/lib/transact";
import type { ItemReview } from "@/prisma/generated/client";

const notOpen =
  "Status RTL lalu diberikan sejak kegiatan dimulai sampai notulennya disahkan. Mulai kegiatan ini dulu, atau buka kembali pengesahannya.";

const reviewing: MeetingChange = {
  name: "review a row in",
  statuses: notesStatuses,
  refusal: notOpen,
  whenApproved: notOpen,
};

/** Meeting and row are locked: of two people at once one review comes about, and the other reads what it says. */
export async function reviewCarriedItem(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: ReviewInput,
): Promise<Outcome<{ number: number }>> {
  return transact<Outcome<{ number: number }>>(
    async (tx) => {
      const held = await holdCarriedItem(tx, actor, meetingId, itemId);
      if (isRefusal(held)) return held;
      const { meeting, item } = held;
      const current = await findReview(tx, meetingId, itemId);
      if (current?.id === input.id) return { ok: true, number: item.number };
      if ((current?.id ?? null) !== input.replaces) return refuse(overtaken(current, meeting));
      if (!current && !(await isCarriedItem(tx, actor, meetingId, itemId)))
        return refuse("RTL ini bukan RTL lalu dari kegiatan ini");
      const taken = current ? await takeBack(tx, actor, item, current) : { ok: true as const, left: currentOf(item) };
      if (!taken.ok) return taken;
      const later = await findLaterReview(tx, itemId, meeting.startsAt);
      const asOf = endOfPast(meeting, new Date());
      const found = asOf ? { ...taken.left, ...(await findProgressAt(tx, itemId, asOf)) } : taken.left;
      const before = later ? { ...found, deadline: foundDeadline(later, found) } : found;
      const after = settleReview(input, before, dayOf(meeting.startsAt, meeting.timeZone));
      // A refusal undoes the taking back as well.
      if (!after.ok) return after;
      const kept = await keepReview(tx, actor, { meeting, item, before, after, isLate: later !== null, asOf }, input);
      return kept.ok ? { ok: true, number: item.number } : kept;
    },
    // An id that another review has: nobody's form makes one.
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

export async function undoReview(actor: Actor, meetingId: string, itemId: string, reviewId: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const held = await holdCarriedItem(tx, actor, meetingId, itemId);
    if (isRefusal(held)) return held;
    const { meeting, item } = held;
    const current = await findReview(tx, meetingId, itemId);
    if (!current) return { ok: true };
    if (current.id !== reviewId) return refuse(overtaken(current, meeting));
    const taken = await takeBack(tx, actor, item, current);
    if (!taken.ok) return taken;
    const { number, activity } = item;
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "review.withdrawn",
      subjectId: itemId,
      data: { number, activity, outcome: current.outcome, now: taken.left },
    });
    return { ok: true };
  });
}

/** First the meeting, then the row: nobody takes them the other way round. */
async function holdCarriedItem(
  tx: Db,
  actor: Actor,
  meetingId: string,
  itemId: string,
): Promise<{ meeting: HeldMeeting; item: LockedItem } | Refusal> {
  const meeting = await holdMeeting(tx, actor, meetingId, reviewing);
  if (isRefusal(meeting)) return meeting;
  if (!isId(itemId)) throw new NotAllowed(actor, `review action item ${itemId} in meeting ${meetingId}`);
  const item = await lockItem(tx, itemId);
  if (!item) return refuse("RTL ini baru saja dihapus");
  if ((await tx.meeting.count({ where: { AND: [{ id: item.meetingId }, visibleTo(actor)] } })) === 0)
    throw new NotAllowed(actor, `review action item ${itemId} in meeting ${meetingId}`);
  return { meeting, item };
}

/** The instant that a status given in a meeting of an earlier day tells of; null for one of today or ahead. */
function endOfPast({ startsAt, endsAt, timeZone }: HeldMeeting, now: Date): Date | null {
  const day = dayOf(startsAt, timeZone);
  return day < dayOf(now, timeZone) ? (endsAt ?? toInstant(day, "23:59", timeZone)) : null;
}

function findReview(tx: Db, meetingId: string, itemId: string): Promise<ItemReview | null> {
  return tx.itemReview.findUnique({ where: { itemId_meetingId: { itemId, meetingId } } });
}

function overtaken(current: ItemReview | null, { timeZone }: { timeZone: string }): string {
  if (!current) return "Status RTL ini baru saja dibatalkan orang lain. Muat ulang halaman, lalu beri status lagi.";
  const { newDeadline } = current;
  const words = reviewWords({ ...current, newDeadline: newDeadline ? dateToDay(newDeadline) : null });
  return `${current.reviewer} baru saja memberi status pada ${formatMoment(current.reviewedAt, timeZone)}: ${words}. Muat ulang halaman bila ingin memperbaikinya.`;
}
