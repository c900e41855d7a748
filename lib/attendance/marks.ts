// What one mark does, inside the transaction of whoever makes it: the page, a device that was offline, the paper.
import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { attendanceNames, inviteeKey, isPresent, personOf, walkInKey } from "@/lib/attendance/rules";
import type { WalkInInput } from "@/lib/attendance/schema";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting, takesResults } from "@/lib/meetings/rules";
import type { AttendanceSource, AttendanceStatus, MeetingStatus } from "@/prisma/generated/client";

/** Who marks, at which meeting, and by which way. */
export type Marking = {
  actor: Actor;
  meeting: Pick<FoundMeeting, "id" | "hostId">;
  source: AttendanceSource;
  /** The device's own clock, where the mark was made before it was sent. */
  deviceAt?: Date | null;
  /** Name of the colleague who made it on the device, where somebody else sends it. */
  madeBy?: string | null;
};

/** What the history says of a mark that one officer made and another one sent. */
function madeByDetail({ madeBy }: Marking): Record<string, string> {
  return madeBy ? { "dicatat di perangkat oleh": madeBy } : {};
}

export type Mark = {
  invitationId: string;
  status: AttendanceStatus;
  delegateName: string | null;
  delegateTitle: string | null;
  delegateInstitution: string | null;
  note: string | null;
  arrivedAt: Date;
};

/** The meeting whose roll the actor may keep. */
export async function requireRoll(actor: Actor, meetingId: string): Promise<FoundMeeting> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) {
    throw new NotAllowed(actor, `keep the roll of meeting ${meetingId}`);
  }
  return meeting;
}

/** Holds the meeting still for the transaction: it cannot be closed between the question and the row. */
export async function refuseUnlessRunning(tx: Db, meetingId: string): Promise<Refusal | null> {
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
export async function setMark(tx: Db, marking: Marking, mark: Mark): Promise<Outcome> {
  const { actor, meeting, source, deviceAt = null } = marking;
  const invitation = await tx.invitation.findFirst({ where: { id: mark.invitationId, meetingId: meeting.id } });
  if (!invitation) return refuse("Undangan ini sudah dicabut. Muat ulang halaman ini.");
  const isRepresented = mark.status === "DIWAKILI";
  const now = new Date();
  const values = {
    status: mark.status,
    name: isRepresented ? mark.delegateName : invitation.holderName,
    title: isRepresented ? (mark.delegateTitle ?? "") : invitation.title,
    institution: isRepresented ? (mark.delegateInstitution ?? invitation.institution) : invitation.institution,
    representedName: isRepresented ? invitation.holderName : null,
    representedTitle: isRepresented ? invitation.title : null,
    representedInstitution: isRepresented ? invitation.institution : null,
    arrivedAt: isPresent(mark.status) ? mark.arrivedAt : null,
    note: mark.note,
    source,
    deviceAt,
    markedById: actor.userId,
    markedAt: now,
    confirmedById: actor.userId,
    confirmedAt: now,
  };
  const personKey = inviteeKey(invitation.id);
  const where = { meetingId_personKey: { meetingId: meeting.id, personKey } };
  // A signature is of whom it was drawn by: another person, or nobody present, has none.
  await tx.document.deleteMany({
    where: {
      attendance: { meetingId: meeting.id, personKey, NOT: { status: mark.status, name: values.name } },
    },
  });
  await tx.attendance.upsert({
    where,
    create: { id: invitation.id, meetingId: meeting.id, invitationId: invitation.id, personKey, ...values },
    update: { ...values, version: { increment: 1 } },
  });
  await recordEvent(tx, {
    ...by(actor),
    organisationId: meeting.hostId,
    meetingId: meeting.id,
    verb: `mencatat ${attendanceNames[mark.status].toLowerCase()}`,
    subject: [invitation.title, invitation.institution].join(", "),
    detail: {
      ...(isRepresented ? { wakil: [values.name, values.title, values.institution].join(", ") } : {}),
      ...madeByDetail(marking),
    },
  });
  return { ok: true };
}

/** Adds a guest without invitation. The same person twice is refused, a namesake of another post is not. */
export async function addGuest(tx: Db, marking: Marking, guest: WalkInInput): Promise<Outcome> {
  const { actor, meeting, source, deviceAt = null } = marking;
  const { id, name, title, institution } = guest;
  const already = refuse(`${name}, ${title} sudah ada di daftar hadir`, "name");
  if (await standsOnRoll(tx, meeting.id, guest)) return already;
  const now = new Date();
  // No exception on a second row: the transaction goes on to tell whether it was the same form or the same person.
  const { count } = await tx.attendance.createMany({
    data: {
      id,
      meetingId: meeting.id,
      personKey: walkInKey(guest),
      status: "HADIR",
      name,
      title,
      institution,
      arrivedAt: deviceAt ?? now,
      deviceAt,
      source,
      markedById: actor.userId,
      confirmedById: actor.userId,
      confirmedAt: now,
    },
    skipDuplicates: true,
  });
  if (count === 0) {
    const same = await tx.attendance.count({ where: { id, meetingId: meeting.id } });
    return same > 0 ? { ok: true } : already;
  }
  await recordEvent(tx, {
    ...by(actor),
    organisationId: meeting.hostId,
    meetingId: meeting.id,
    verb: "menambah tamu tanpa undangan",
    subject: [name, title, institution].join(", "),
    detail: madeByDetail(marking),
  });
  return { ok: true };
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

/** Takes a row off the roll again; one that is gone already is fine. */
export async function removeMark(tx: Db, marking: Marking, attendanceId: string): Promise<Outcome> {
  const { actor, meeting } = marking;
  const row = await tx.attendance.findFirst({ where: { id: attendanceId, meetingId: meeting.id } });
  if (!row) return { ok: true };
  const { count } = await tx.attendance.deleteMany({ where: { id: attendanceId, meetingId: meeting.id } });
  if (count === 0) return { ok: true };
  await recordEvent(tx, {
    ...by(actor),
    organisationId: meeting.hostId,
    meetingId: meeting.id,
    verb: "menghapus catatan hadir",
    subject: [row.name, row.title, row.institution].filter(Boolean).join(", "),
    detail: { tadinya: attendanceNames[row.status], ...madeByDetail(marking) },
  });
  return { ok: true };
}

/** Confirms a row that somebody made by code: it was that person. */
export async function confirmMark(tx: Db, marking: Marking, attendanceId: string): Promise<Outcome> {
  const { actor, meeting } = marking;
  const row = await tx.attendance.findFirst({ where: { id: attendanceId, meetingId: meeting.id } });
  if (!row) return refuse("Catatan ini sudah dihapus orang lain");
  const { count } = await tx.attendance.updateMany({
    where: { id: attendanceId, confirmedAt: null },
    data: { confirmedAt: new Date(), confirmedById: actor.userId, version: { increment: 1 } },
  });
  if (count > 0) {
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId: meeting.id,
      verb: "membenarkan kehadiran",
      subject: [row.name, row.title, row.institution].filter(Boolean).join(", "),
      detail: madeByDetail(marking),
    });
  }
  return { ok: true };
}
