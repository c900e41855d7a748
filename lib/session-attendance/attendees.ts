import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { visibleTo } from "@/lib/meetings/reads";
import type { Prisma, Profession } from "@/prisma/generated/client";

export type Attendee = {
  number: number;
  /** Of an invitee his invitation's id, of a walk-in that of his row. */
  attendeeId: string;
  invitationId: string | null;
  /** His row on the meeting's roll; null where there is none yet. */
  attendanceId: string | null;
  name: string;
  title: string;
  institution: string;
  profession: Profession | null;
  /** Whom he came for. */
  represents: string | null;
  signatureId: string | null;
};

export async function listSessionAttendees(actor: Actor, meetingId: string): Promise<Attendee[]> {
  return readAttendees(db, { meetingId, meeting: visibleTo(actor) });
}

/** The same for a write that has been allowed already, in its own transaction. */
export function attendeesWithin(tx: Db, meetingId: string): Promise<Attendee[]> {
  return readAttendees(tx, { meetingId });
}

type Where = { meetingId: string; meeting?: Prisma.MeetingWhereInput };

/** Who learns; everybody invited where no participant is chosen; then who came without an invitation. */
async function readAttendees(from: Db, where: Where): Promise<Attendee[]> {
  const invited = await from.invitation.findMany({
    where,
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }, { holderName: "asc" }, { id: "asc" }],
    select: invitee,
  });
  const walkIns = await from.attendance.findMany({
    where: { ...where, invitationId: null },
    orderBy: [{ markedAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, title: true, institution: true, signature: { select: { id: true } } },
  });
  const participants = invited.filter(({ participant }) => participant);
  const rows = [
    ...(participants.length > 0 ? participants : invited).map(ofInvitee),
    ...walkIns.map(({ id, name, title, institution, signature }) => ({
      ...{ attendeeId: id, invitationId: null, attendanceId: id, profession: null, represents: null },
      ...{ name: name ?? title, title, institution, signatureId: signature?.id ?? null },
    })),
  ];
  return rows.map((row, index) => ({ number: index + 1, ...row }));
}

const invitee = {
  id: true,
  title: true,
  institution: true,
  holderPrefix: true,
  holderName: true,
  participant: { select: { profession: true } },
  attendance: {
    select: {
      id: true,
      status: true,
      name: true,
      title: true,
      institution: true,
      signature: { select: { id: true } },
    },
  },
} satisfies Prisma.InvitationSelect;

type Invitee = Prisma.InvitationGetPayload<{ select: typeof invitee }>;

function ofInvitee({ id, holderName, attendance, participant, ...seat }: Invitee): Omit<Attendee, "number"> {
  const title = seatName({ title: seat.title, prefix: seat.holderPrefix });
  const rest = {
    ...{ attendeeId: id, invitationId: id, attendanceId: attendance?.id ?? null },
    ...{ profession: participant?.profession ?? null, signatureId: attendance?.signature?.id ?? null },
  };
  if (attendance?.status !== "REPRESENTED")
    return { ...rest, name: holderName ?? title, title, institution: seat.institution, represents: null };
  const { name, title: ownTitle, institution } = attendance;
  return { ...rest, name: name ?? ownTitle, title: ownTitle, institution, represents: holderName ?? title };
}
