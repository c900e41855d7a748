import { type Actor, NotAllowed, type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { isLeftOpen, type LockedPart } from "@/lib/meetings/left-open";
import { whoAgreed } from "@/lib/meetings/organised";
import { visibleTo } from "@/lib/meetings/reads";
import { canWriteMeeting, isApproved } from "@/lib/meetings/rules";
import type { MeetingStatus, Prisma } from "@/prisma/generated/client";

const held = {
  id: true,
  hostId: true,
  kind: true,
  typeKey: true,
  status: true,
  title: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  sequence: true,
  version: true,
  leftOpen: true,
  organisers: { ...whoAgreed, select: { puskesmasId: true } },
  // The approval that holds, if any.
  approvals: { where: { reopening: null }, select: { id: true, number: true, approver: true, approvedAt: true } },
} satisfies Prisma.MeetingSelect;

export type HeldMeeting = Prisma.MeetingGetPayload<{ select: typeof held }>;

export type MeetingChange = {
  /** "invite to": for the log, where it is not allowed. */
  name: string;
  /** Who may; the staff of the organisers where nothing else is said. */
  isAllowed?: (actor: Actor, meeting: HeldMeeting) => boolean;
  /** Who sees it, where that is more than those who hold it. */
  seenBy?: (actor: Actor) => Prisma.MeetingWhereInput;
  /** What is said of an approved meeting; null where an approval does not lock. */
  whenApproved?: string | null;
  field?: string;
  /** The part of the results it writes: closing leaves it open where the approval needs it. */
  part?: LockedPart;
} & (OnlyIn | { statuses?: never; refusal?: never });

type OnlyIn = { statuses: readonly MeetingStatus[]; refusal: string | ((meeting: HeldMeeting) => string) };

const approved = "Kegiatan ini sudah disahkan. Buka kembali pengesahannya dulu, di bagian Pengesahan.";

/**
 * Holds a meeting for a change until the transaction ends: neither closed nor approved nor changed meanwhile. The one
 * way for a write to reach a meeting. Anyone who locks a meeting and a row of it takes the meeting first.
 * @throws NotAllowed where the actor may not see or change it
 */
export async function holdMeeting(
  tx: Db,
  actor: Actor,
  id: string,
  change: MeetingChange,
): Promise<HeldMeeting | Refusal> {
  const { isAllowed = canWriteMeeting, seenBy = visibleTo } = change;
  const meeting = await lock(tx, id, seenBy(actor));
  if (!meeting || !isAllowed(actor, meeting)) throw new NotAllowed(actor, `${change.name} meeting ${id}`);
  return whyNot(meeting, change) ?? meeting;
}

/** The same for the holder of a personal link: finding the meeting through the link is what allows it. */
export async function holdMeetingForLink(tx: Db, id: string, change: MeetingChange): Promise<HeldMeeting | Refusal> {
  const meeting = await lock(tx, id, {});
  if (!meeting) throw new Error(`Meeting ${id} is gone`);
  return whyNot(meeting, change) ?? meeting;
}

async function lock(tx: Db, id: string, visible: Prisma.MeetingWhereInput): Promise<HeldMeeting | null> {
  if (!isId(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  // Read after the lock: what was being written while this waited is seen.
  return tx.meeting.findFirst({ where: { AND: [{ id }, visible] }, select: held });
}

function whyNot(meeting: HeldMeeting, change: MeetingChange): Refusal | null {
  const { statuses, refusal, whenApproved = approved, field, part } = change;
  if (whenApproved !== null && isApproved(meeting)) return refuse(whenApproved, field);
  if (!statuses || statuses.includes(meeting.status)) return null;
  if (part && isLeftOpen(meeting, part)) return null;
  return refuse(typeof refusal === "string" ? refusal : refusal(meeting), field);
}
