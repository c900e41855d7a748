// What one change of the roll does, inside the transaction that holds the meeting: from the page, a device that was
// offline, the paper.
import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { arrivalAt } from "@/lib/attendance/arrival";
import { isCalledAlike } from "@/lib/attendance/rules";
import type { WalkInInput } from "@/lib/attendance/schema";
import type { Db } from "@/lib/db";
import type { EventDevice } from "@/lib/events/attendance";
import { by, recordEvent } from "@/lib/events/record";
import type { HeldMeeting, MeetingChange } from "@/lib/meetings/hold";
import { resultStatuses } from "@/lib/meetings/rules";
import { dayOf, toInstant } from "@/lib/time";
import type { AttendanceSource, AttendanceStatus } from "@/prisma/generated/client";

export type Marking = {
  actor: Actor;
  meeting: HeldMeeting;
  source: AttendanceSource;
  device?: MarkingDevice | null;
  madeBy?: string | null;
};

export type MarkingDevice = {
  deviceAt: Date;
  /** How far the server's clock is ahead, in milliseconds. */
  difference: number;
  /** The mark's moment in the server's time; null where the device's clock cannot tell it. */
  madeAt: Date | null;
};

export const keepingRoll: MeetingChange = {
  name: "keep the roll of",
  statuses: resultStatuses,
  part: "roll",
  refusal: "Kehadiran hanya dicatat selama kegiatan berlangsung. Mulai kegiatan ini dulu, atau buka kembali.",
};

export function deviceOf({ madeBy = null, device, meeting }: Marking): EventDevice | null {
  const isClockWrong = device && (device.difference !== 0 || device.madeAt === null);
  if (!madeBy && !isClockWrong) return null;
  const clock = isClockWrong
    ? {
        deviceAt: device.deviceAt.toISOString(),
        difference: device.difference,
        isKnown: device.madeAt !== null,
        timeZone: meeting.timeZone,
      }
    : null;
  return { madeBy, clock };
}

export function ofRow(marking: Marking, row: { id: string; name: string | null; title: string; institution: string }) {
  const { id: meetingId, hostId: organisationId } = marking.meeting;
  const { id: subjectId, name, title, institution } = row;
  return { subjectId, organisationId, meetingId, data: { name, title, institution, device: deviceOf(marking) } };
}

export type Mark = {
  invitationId: string;
  status: AttendanceStatus;
  delegateName: string | null;
  delegateTitle: string | null;
  delegateInstitution: string | null;
  note: string | null;
  /** null: unknown; left out: as it is. */
  arrivedAt?: Date | null | undefined;
};

export function typedArrival(
  { startsAt, timeZone }: Pick<HeldMeeting, "startsAt" | "timeZone">,
  clock: string | null | undefined,
): Date | null {
  return clock ? toInstant(dayOf(startsAt, timeZone), clock, timeZone) : null;
}

type Guest = Omit<WalkInInput, "person">;

export async function addGuest(
  tx: Db,
  marking: Marking,
  guest: Guest,
  personId: string | null = null,
): Promise<Outcome> {
  const { actor, meeting, source, device } = marking;
  const { id, name, title, institution } = guest;
  const now = new Date();
  // The row of an invitee has the invitation's id, so a guest under it would keep him from being marked.
  if ((await tx.invitation.count({ where: { id } })) > 0) return refuse("Muat ulang halaman ini, lalu coba lagi");
  if (!guest.isAnother && (await isCalledOnRoll(tx, meeting.id, guest)))
    return refuse(
      `${name}, ${title} sudah ada di daftar hadir. Bila ini orang lain dengan nama yang sama, tambahkan sebagai orang lain.`,
      "isAnother",
    );
  const { count } = await tx.attendance.createMany({
    data: {
      id,
      meetingId: meeting.id,
      status: "PRESENT",
      name,
      title,
      institution,
      personId,
      arrivedAt: arrivalOf(marking, now),
      deviceAt: device?.deviceAt ?? null,
      source,
      markedById: actor.userId,
      confirmedById: actor.userId,
      confirmedAt: now,
    },
    skipDuplicates: true,
  });
  if (count === 0) {
    const same = await tx.attendance.count({ where: { id, meetingId: meeting.id } });
    return same > 0 ? { ok: true } : refuse("Muat ulang halaman ini, lalu coba lagi");
  }
  await recordEvent(tx, by(actor), { ...ofRow(marking, guest), action: "attendance.guest-added" });
  return { ok: true };
}

function arrivalOf({ meeting, device }: Marking, now: Date): Date | null {
  const madeAt = device ? device.madeAt : now;
  return madeAt && arrivalAt(meeting, madeAt);
}

async function isCalledOnRoll(tx: Db, meetingId: string, person: Guest): Promise<boolean> {
  const present = await tx.attendance.findMany({
    where: { meetingId, status: { in: ["PRESENT", "REPRESENTED"] }, id: { not: person.id } },
    select: { name: true, title: true, institution: true },
  });
  return present.some((other) => isCalledAlike(other, person));
}

export function presentInSessions(who: string): string {
  return `${who} tercatat hadir di sesi pelatihan. Hapus dulu tanda hadirnya di bagian Sesi.`;
}

export async function removeMark(tx: Db, marking: Marking, attendanceId: string): Promise<Outcome> {
  const { actor, meeting } = marking;
  const row = await tx.attendance.findFirst({ where: { id: attendanceId, meetingId: meeting.id } });
  if (!row) return { ok: true };
  const sessions = await tx.sessionPresence.count({ where: { attendanceId: row.id, status: "PRESENT" } });
  if (sessions > 0) return refuse(presentInSessions(row.name ?? row.title));
  const { count } = await tx.attendance.deleteMany({ where: { id: attendanceId, meetingId: meeting.id } });
  if (count === 0) return { ok: true };
  const event = ofRow(marking, row);
  await recordEvent(tx, by(actor), {
    ...event,
    action: "attendance.removed",
    data: { ...event.data, status: row.status },
  });
  return { ok: true };
}

export async function confirmMark(tx: Db, marking: Marking, attendanceId: string): Promise<Outcome> {
  const { actor, meeting } = marking;
  const row = await tx.attendance.findFirst({ where: { id: attendanceId, meetingId: meeting.id } });
  if (!row) return refuse("Catatan ini sudah dihapus orang lain");
  const { count } = await tx.attendance.updateMany({
    where: { id: attendanceId, confirmedAt: null },
    data: { confirmedAt: new Date(), confirmedById: actor.userId, version: { increment: 1 } },
  });
  if (count > 0) await recordEvent(tx, by(actor), { ...ofRow(marking, row), action: "attendance.confirmed" });
  return { ok: true };
}
