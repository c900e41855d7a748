import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, readRows } from "@/lib/db";
import { endOfDayOf, holderAmong, isRunningAt } from "@/lib/directory/tenure";
import { by, recordEvents } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { visibleTo } from "@/lib/meetings/reads";
import { isSameWords } from "@/lib/plain-words";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import { Prisma, type SeatHolder } from "@/prisma/generated/client";

type Meeting = { id: string; startsAt: Date; timeZone: string };

export type Misnamed = {
  id: string;
  title: string;
  institution: string;
  invited: string;
  /** Who held the seat on the meeting's day; null: nobody is recorded. */
  holder: SeatHolder | null;
};

/**
 * Invitations to a meeting of the past that name somebody who held the seat at another time. What was handed out before
 * the meeting or signed was issued to him and stays; so does a name that no holder of the seat has.
 */
async function misnamed(tx: Db, actor: Actor, meeting: Meeting): Promise<Misnamed[]> {
  const at = endOfDayOf(meeting);
  if (at > new Date()) return [];
  const invitations = await tx.invitation.findMany({
    where: {
      meetingId: meeting.id,
      meeting: visibleTo(actor),
      // Where nobody's term begins later or had ended, nobody is of another time: most seats are not read at all.
      seat: {
        organisationId: actor.organisation.id,
        holders: { some: { OR: [{ since: { gt: at } }, { until: { lte: at } }] } },
      },
      holderName: { not: null },
      OR: [{ handedOutAt: null }, { handedOutAt: { gt: meeting.startsAt } }],
      NOT: { attendance: { signature: { isNot: null } } },
    },
    orderBy: [{ protocolOrder: "asc" }, { title: "asc" }, { id: "asc" }],
    select: { id: true, title: true, institution: true, holderName: true, seat: { select: { holders: true } } },
  });
  return invitations.flatMap(({ holderName, seat, ...invitation }) => {
    const holders = seat?.holders ?? [];
    const invited = holderName ?? "";
    const named = holders.filter(({ name }) => isSameWords(name, invited));
    const holder = holderAmong(holders.filter((one) => isRunningAt(one, at)));
    const isOfAnotherTime = named.length > 0 && !named.some((one) => isRunningAt(one, at));
    return isOfAnotherTime ? [{ ...invitation, invited, holder }] : [];
  });
}

export async function listMisnamed(actor: Actor, meeting: Meeting): Promise<Misnamed[]> {
  const at = endOfDayOf(meeting);
  if (at > new Date() || !(await hasSeatOfAnotherTime(meeting.id, at))) return [];
  return misnamed(db, actor, meeting);
}

async function hasSeatOfAnotherTime(meetingId: string, at: Date): Promise<boolean> {
  const rows = await readRows(Prisma.sql`
    SELECT 1 FROM "Invitation" n JOIN "SeatHolder" h ON h."seatId" = n."seatId"
    WHERE n."meetingId" = ${meetingId}::uuid AND (h.since > ${at} OR h.until <= ${at}) LIMIT 1`);
  return rows.length > 0;
}

const correcting: MeetingChange = { name: "correct the people invited to" };

/** Invites in their place who held the seats on the meeting's day; the roll's rows of them take the same names. */
export async function inviteHoldersOfDay(actor: Actor, meetingId: string): Promise<Outcome<{ count: number }>> {
  return transact<Outcome<{ count: number }>>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, correcting);
    if (isRefusal(meeting)) return meeting;
    if (endOfDayOf(meeting) > new Date()) return refuse("Yang diperbaiki hanya undangan kegiatan yang sudah lewat");
    const rows = await misnamed(tx, actor, meeting);
    for (const row of rows) await correct(tx, row);
    await recordEvents(
      tx,
      by(actor),
      rows.map(({ id, title, institution, invited, holder }) => ({
        action: "invitation.holder-corrected",
        subjectId: id,
        organisationId: meeting.hostId,
        meetingId,
        data: { title, institution, before: invited, after: holder?.name ?? null },
      })),
    );
    return { ok: true, count: rows.length };
  });
}

async function correct(tx: Db, { id, invited, holder }: Misnamed): Promise<void> {
  // The address that was handed out ends with whom it named.
  const token = newToken();
  await tx.invitation.update({
    where: { id },
    data: {
      holderPrefix: holder?.prefix ?? null,
      holderName: holder?.name ?? null,
      holderOwnPost: holder?.ownPost ?? null,
      phone: holder?.phone ?? null,
      email: holder?.email ?? null,
      tokenHash: hashToken(token),
      tokenSealed: sealToken(token),
      holderLeftAt: null,
    },
  });
  const name = holder?.name ?? null;
  const ofInvitation = { invitationId: id };
  await tx.attendance.updateMany({
    where: { ...ofInvitation, name: invited, status: { not: "REPRESENTED" } },
    data: { name, version: { increment: 1 } },
  });
  await tx.attendance.updateMany({
    where: { ...ofInvitation, representedName: invited },
    data: { representedName: name, version: { increment: 1 } },
  });
}
