import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { isOldPromise } from "@/lib/follow-up/carry-over";
import { reviewOutcomeNames, reviewWords, settleReview } from "@/lib/follow-up/review-rules";
import type { ReviewInput } from "@/lib/follow-up/review-schema";
import {
  findLaterReview,
  foundDeadline,
  keepReview,
  standingOf,
  standingWords,
  takeBack,
  Undone,
} from "@/lib/follow-up/review-steps";
import { lockMeeting } from "@/lib/meetings/lock";
import { type FoundMeeting, findMeeting, visibleTo } from "@/lib/meetings/reads";
import { canWriteMeeting, takesNotes } from "@/lib/meetings/rules";
import { itemSubject } from "@/lib/plan/rules";
import { findProgressAt, type LockedItem, lockItem } from "@/lib/progress/reports";
import { dateToDay, dayOf, formatMoment, toInstant } from "@/lib/time";
import type { ItemReview } from "@/prisma/generated/client";

const notOpen =
  "Status janji lalu diberikan sejak kegiatan dimulai sampai notulennya disahkan. Mulai kegiatan ini dulu, atau buka kembali pengesahannya.";

/**
 * Gives an old promise its status in this meeting, or corrects the one it has. The row keeps its identity: its
 * deadline moves, the one before stays in the review, and a report of progress tells of it in the row's history.
 * Where a later meeting has looked at the row already, the status stands in this meeting alone and moves nothing.
 * Meeting and row are locked: of two people at once one review comes about, and the other reads what it says.
 */
export async function reviewPromise(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: ReviewInput,
): Promise<Outcome<{ number: number }>> {
  const meeting = await writableMeeting(actor, meetingId, itemId);
  try {
    return await db.$transaction(async (tx): Promise<Outcome<{ number: number }>> => {
      const item = await lockPromise(tx, actor, meetingId, itemId);
      if ("reason" in item) return item;
      const standing = await findReview(tx, meetingId, itemId);
      if (standing?.id === input.id) return { ok: true, number: item.number };
      if ((standing?.id ?? null) !== input.replaces) return refuse(overtaken(standing, meeting));
      if (!standing && !(await isOldPromise(tx, actor, meetingId, itemId)))
        return refuse("RTL ini bukan janji lalu dari kegiatan ini");
      const taken = standing
        ? await takeBack(tx, actor, item, standing)
        : { ok: true as const, left: standingOf(item) };
      if (!taken.ok) return taken;
      const later = await findLaterReview(tx, itemId, meeting.startsAt);
      const asOf = endOfPast(meeting, new Date());
      const found = asOf ? { ...taken.left, ...(await findProgressAt(tx, itemId, asOf)) } : taken.left;
      const before = later ? { ...found, deadline: foundDeadline(later, found) } : found;
      const after = settleReview(input, before, dayOf(meeting.startsAt, meeting.timeZone));
      // A refusal undoes the taking back as well.
      if (!after.ok) throw new Undone(after);
      await keepReview(tx, actor, { meeting, item, before, after, isLate: later !== null, asOf }, input);
      return { ok: true, number: item.number };
    });
  } catch (error) {
    if (error instanceof Undone) return error.refusal;
    // An id that another review has: nobody's form makes one.
    if (isUniqueViolation(error)) return refuse("Muat ulang halaman ini, lalu coba lagi");
    throw error;
  }
}

/** Takes a status back: deadline, status and percent stand again as the review found them. */
export async function undoReview(actor: Actor, meetingId: string, itemId: string, reviewId: string): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId, itemId);
  return db.$transaction(async (tx): Promise<Outcome> => {
    const item = await lockPromise(tx, actor, meetingId, itemId);
    if ("reason" in item) return item;
    const standing = await findReview(tx, meetingId, itemId);
    if (!standing) return { ok: true };
    if (standing.id !== reviewId) return refuse(overtaken(standing, meeting));
    const taken = await takeBack(tx, actor, item, standing);
    if (!taken.ok) return taken;
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: "membatalkan status janji lalu",
      subject: itemSubject(item),
      detail: { status: reviewOutcomeNames[standing.outcome], kini: standingWords(taken.left) },
    });
    return { ok: true };
  });
}

async function writableMeeting(actor: Actor, meetingId: string, itemId: string): Promise<FoundMeeting> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting) || !isId(itemId))
    throw new NotAllowed(actor, `review action item ${itemId} in meeting ${meetingId}`);
  return meeting;
}

/**
 * First the meeting, then the row: nobody takes them the other way round. In a joint Lokmin each organiser gives a
 * status to the rows of its own meetings alone.
 */
async function lockPromise(tx: Db, actor: Actor, meetingId: string, itemId: string): Promise<LockedItem | Refusal> {
  const meeting = await lockMeeting(tx, meetingId);
  if (!meeting || !takesNotes(meeting)) return refuse(notOpen);
  const item = await lockItem(tx, itemId);
  if (!item) return refuse("RTL ini baru saja dihapus");
  if ((await tx.meeting.count({ where: { AND: [{ id: item.meetingId }, visibleTo(actor)] } })) === 0)
    throw new NotAllowed(actor, `review action item ${itemId} in meeting ${meetingId}`);
  return item;
}

/** The instant that a status given in a meeting of an earlier day tells of; null for one of today or ahead. */
function endOfPast({ startsAt, endsAt, timeZone }: FoundMeeting, now: Date): Date | null {
  const day = dayOf(startsAt, timeZone);
  return day < dayOf(now, timeZone) ? (endsAt ?? toInstant(day, "23:59", timeZone)) : null;
}

function findReview(tx: Db, meetingId: string, itemId: string): Promise<ItemReview | null> {
  return tx.itemReview.findUnique({ where: { itemId_meetingId: { itemId, meetingId } } });
}

function overtaken(standing: ItemReview | null, { timeZone }: { timeZone: string }): string {
  if (!standing) return "Status janji ini baru saja dibatalkan orang lain. Muat ulang halaman, lalu beri status lagi.";
  const { newDeadline } = standing;
  const words = reviewWords({ ...standing, newDeadline: newDeadline ? dateToDay(newDeadline) : null });
  return `${standing.reviewer} baru saja memberi status pada ${formatMoment(standing.reviewedAt, timeZone)}: ${words}. Muat ulang halaman bila ingin memperbaikinya.`;
}
