import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { isCarriedItem } from "@/lib/follow-up/carry-over";
import { reviewOutcomeNames, reviewWords, settleReview } from "@/lib/follow-up/review-rules";
import type { ReviewInput } from "@/lib/follow-up/review-schema";
import {
  currentOf,
  currentWords,
  findLaterReview,
  foundDeadline,
  keepReview,
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
 * Gives a carried-over row its status in this meeting, or corrects the one it has. The row keeps its identity: its
 * deadline moves, the one before stays in the review, and a report of progress tells of it in the row's history.
 * Where a later meeting has looked at the row already, the status stands in this meeting alone and moves nothing.
 * Meeting and row are locked: of two people at once one review comes about, and the other reads what it says.
 */
export async function reviewCarriedItem(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: ReviewInput,
): Promise<Outcome<{ number: number }>> {
  const meeting = await writableMeeting(actor, meetingId, itemId);
  try {
    return await db.$transaction(async (tx): Promise<Outcome<{ number: number }>> => {
      const item = await lockCarriedItem(tx, actor, meetingId, itemId);
      if ("reason" in item) return item;
      const current = await findReview(tx, meetingId, itemId);
      if (current?.id === input.id) return { ok: true, number: item.number };
      if ((current?.id ?? null) !== input.replaces) return refuse(overtaken(current, meeting));
      if (!current && !(await isCarriedItem(tx, actor, meetingId, itemId)))
        return refuse("RTL ini bukan janji lalu dari kegiatan ini");
      const taken = current ? await takeBack(tx, actor, item, current) : { ok: true as const, left: currentOf(item) };
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
    const item = await lockCarriedItem(tx, actor, meetingId, itemId);
    if ("reason" in item) return item;
    const current = await findReview(tx, meetingId, itemId);
    if (!current) return { ok: true };
    if (current.id !== reviewId) return refuse(overtaken(current, meeting));
    const taken = await takeBack(tx, actor, item, current);
    if (!taken.ok) return taken;
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: "membatalkan status janji lalu",
      subject: itemSubject(item),
      detail: { status: reviewOutcomeNames[current.outcome], kini: currentWords(taken.left) },
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
async function lockCarriedItem(tx: Db, actor: Actor, meetingId: string, itemId: string): Promise<LockedItem | Refusal> {
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

function overtaken(current: ItemReview | null, { timeZone }: { timeZone: string }): string {
  if (!current) return "Status janji ini baru saja dibatalkan orang lain. Muat ulang halaman, lalu beri status lagi.";
  const { newDeadline } = current;
  const words = reviewWords({ ...current, newDeadline: newDeadline ? dateToDay(newDeadline) : null });
  return `${current.reviewer} baru saja memberi status pada ${formatMoment(current.reviewedAt, timeZone)}: ${words}. Muat ulang halaman bila ingin memperbaikinya.`;
}
