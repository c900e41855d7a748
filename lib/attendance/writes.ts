import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { attendanceNames, inviteeKey, isPresent, personOf, walkInKey } from "@/lib/attendance/rules";
import type { MarkInput, WalkInInput } from "@/lib/attendance/schema";
import { type Db, db, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, takesResults } from "@/lib/meetings/rules";
import { dayOf, toInstant } from "@/lib/time";
import type { MeetingStatus } from "@/prisma/generated/client";

async function writableMeeting(actor: Actor, meetingId: string) {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting))
    throw new NotAllowed(actor, `keep the roll of meeting ${meetingId}`);
  return meeting;
}

/** Holds the meeting still for the transaction: it cannot be closed between the question and the row. */
async function requireRunning(tx: Db, meetingId: string): Promise<Refusal | null> {
  const rows = await tx.$queryRaw<
    { status: MeetingStatus }[]
  >`SELECT status::text AS status FROM "Meeting" WHERE id = ${meetingId}::uuid FOR SHARE`;
  const status = rows[0]?.status;
  return status && takesResults(status)
    ? null
    : refuse("Kehadiran hanya dicatat selama kegiatan berlangsung. Mulai kegiatan ini dulu, atau buka kembali.");
}

/**
 * Marks an invitee. Marking again replaces the mark: one row per invitee, whoever marks first or last.
 * Seat and holder are copied from the invitation, not from today's directory.
 */
export async function markInvitee(actor: Actor, meetingId: string, input: MarkInput): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId);
  return db.$transaction(async (tx) => {
    const closed = await requireRunning(tx, meetingId);
    if (closed) return closed;
    const invitation = await tx.invitation.findFirst({ where: { id: input.invitationId, meetingId } });
    if (!invitation) return refuse("Undangan ini sudah dicabut. Muat ulang halaman ini.");
    const isRepresented = input.status === "DIWAKILI";
    const day = dayOf(meeting.startsAt, meeting.timeZone);
    const arrival = input.arrivedAt ? toInstant(day, input.arrivedAt, meeting.timeZone) : new Date();
    const values = {
      status: input.status,
      name: isRepresented ? input.delegateName : invitation.holderName,
      title: isRepresented ? (input.delegateTitle ?? "") : invitation.title,
      institution: isRepresented ? (input.delegateInstitution ?? invitation.institution) : invitation.institution,
      representedName: isRepresented ? invitation.holderName : null,
      representedTitle: isRepresented ? invitation.title : null,
      representedInstitution: isRepresented ? invitation.institution : null,
      arrivedAt: isPresent(input.status) ? arrival : null,
      note: input.note,
      source: "PETUGAS" as const,
      markedById: actor.userId,
      markedAt: new Date(),
      confirmedById: actor.userId,
      confirmedAt: new Date(),
    };
    const personKey = inviteeKey(invitation.id);
    await tx.attendance.upsert({
      where: { meetingId_personKey: { meetingId, personKey } },
      create: { id: invitation.id, meetingId, invitationId: invitation.id, personKey, ...values },
      update: { ...values, version: { increment: 1 } },
    });
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: `mencatat ${attendanceNames[input.status].toLowerCase()}`,
      subject: [invitation.title, invitation.institution].join(", "),
      detail: isRepresented ? { wakil: [values.name, values.title, values.institution].join(", ") } : {},
    });
    return { ok: true };
  });
}

/** Adds a guest without invitation. The same person twice is refused, a namesake of another post is not. */
export async function addWalkIn(actor: Actor, meetingId: string, input: WalkInInput): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId);
  const already = refuse(`${input.name}, ${input.title} sudah ada di daftar hadir`, "name");
  try {
    return await db.$transaction(async (tx) => {
      const closed = await requireRunning(tx, meetingId);
      if (closed) return closed;
      if (await standsOnRoll(tx, meetingId, input)) return already;
      const { id, name, title, institution } = input;
      await tx.attendance.create({
        data: {
          id,
          meetingId,
          personKey: walkInKey(input),
          status: "HADIR",
          name,
          title,
          institution,
          arrivedAt: new Date(),
          source: "PETUGAS",
          markedById: actor.userId,
          confirmedById: actor.userId,
          confirmedAt: new Date(),
        },
      });
      await recordEvent(tx, {
        ...by(actor),
        organisationId: meeting.hostId,
        meetingId,
        verb: "menambah tamu tanpa undangan",
        subject: [name, title, institution].join(", "),
      });
      return { ok: true };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // The same form sent twice is one guest; anything else with this key is the same person again.
    const same = await db.attendance.findUnique({ where: { id: input.id }, select: { meetingId: true } });
    return same?.meetingId === meetingId ? { ok: true } : already;
  }
}

/** Whether an invitee or a delegate with the same name, post and institution is marked present already. */
async function standsOnRoll(tx: Db, meetingId: string, person: WalkInInput): Promise<boolean> {
  const present = await tx.attendance.findMany({
    where: {
      meetingId,
      invitationId: { not: null },
      status: { in: ["HADIR", "DIWAKILI"] },
      name: { equals: person.name, mode: "insensitive" },
    },
    select: { name: true, title: true, institution: true },
  });
  const wanted = personOf(person);
  return present.some((other) => personOf(other) === wanted);
}

/** Takes a mark or a guest off the roll again. */
export async function unmark(actor: Actor, meetingId: string, attendanceId: string): Promise<Outcome> {
  const meeting = await writableMeeting(actor, meetingId);
  return db.$transaction(async (tx) => {
    const closed = await requireRunning(tx, meetingId);
    if (closed) return closed;
    const row = await tx.attendance.findFirst({ where: { id: attendanceId, meetingId } });
    if (!row) return { ok: true };
    await tx.attendance.deleteMany({ where: { id: attendanceId, meetingId } });
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId,
      verb: "menghapus catatan hadir",
      subject: [row.name, row.title, row.institution].filter(Boolean).join(", "),
      detail: { tadinya: attendanceNames[row.status] },
    });
    return { ok: true };
  });
}
