// Writers of this process wake waiting readers at once; those of another process by one statement a second for all.
import { db } from "@/lib/db";

type Waiter = { meetingId: string; userId: string; since: number; wake: () => void };

type Waiting = { waiters: Set<Waiter>; clock?: NodeJS.Timeout | undefined; isClosed: boolean };

// Next bundles this module apart from the server around it: one waiting for all.
const shared = globalThis as { lokminNotesWaiting?: Waiting };
shared.lokminNotesWaiting ??= { waiters: new Set(), isClosed: false };
const waiting = shared.lokminNotesWaiting;

const mostPerMeeting = 60;
const mostPerUser = 8;
const lookEvery = 1000;

export function announceNotes(meetingId: string): void {
  for (const waiter of [...waiting.waiters]) if (waiter.meetingId === meetingId) waiter.wake();
}

export function endWaiting(): void {
  waiting.isClosed = true;
  for (const waiter of [...waiting.waiters]) waiter.wake();
}

/**
 * Waits for a change after a revision; begins at once, so that nothing written after the call is missed.
 * @returns null where too many wait already, or the server stops
 */
export function waitForNotes(
  { meetingId, userId, since }: { meetingId: string; userId: string; since: number },
  milliseconds: number,
): { over: Promise<void>; end: () => void } | null {
  const here = [...waiting.waiters].filter((waiter) => waiter.meetingId === meetingId);
  const own = here.filter((waiter) => waiter.userId === userId);
  if (waiting.isClosed || here.length >= mostPerMeeting || own.length >= mostPerUser) return null;
  let end = () => {};
  const over = new Promise<void>((done) => {
    const late = setTimeout(() => end(), milliseconds);
    const waiter: Waiter = { meetingId, userId, since, wake: () => end() };
    end = () => {
      clearTimeout(late);
      waiting.waiters.delete(waiter);
      if (waiting.waiters.size === 0) stopClock();
      done();
    };
    waiting.waiters.add(waiter);
    startClock();
  });
  return { over, end: () => end() };
}

function startClock(): void {
  waiting.clock ??= setInterval(() => void look().catch(() => {}), lookEvery).unref();
}

function stopClock(): void {
  clearInterval(waiting.clock);
  waiting.clock = undefined;
}

async function look(): Promise<void> {
  const ids = [...new Set([...waiting.waiters].map(({ meetingId }) => meetingId))];
  if (ids.length === 0) return;
  const meetings = await db.meeting.findMany({ where: { id: { in: ids } }, select: { id: true, notesRevision: true } });
  const revisions = new Map(meetings.map(({ id, notesRevision }) => [id, notesRevision]));
  for (const waiter of [...waiting.waiters]) if ((revisions.get(waiter.meetingId) ?? 0) > waiter.since) waiter.wake();
}
