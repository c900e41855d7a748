import type { AttendanceStatus } from "@/prisma/generated/enums";

export const attendanceNames: Record<AttendanceStatus, string> = {
  PRESENT: "Hadir",
  REPRESENTED: "Diwakili",
  EXCUSED: "Izin",
  SICK: "Sakit",
  OFFICIAL_TRAVEL: "Dinas luar",
  UNEXCUSED: "Tanpa keterangan",
};

/** Represented counts as present for the institution, but never as the holder himself. */
export function isPresent(status: AttendanceStatus): boolean {
  return status === "PRESENT" || status === "REPRESENTED";
}

/** The key that lets one person stand once on a meeting's roll; namesakes of another post stay apart. */
export function inviteeKey(invitationId: string): string {
  return `undangan:${invitationId}`;
}

export function walkInKey(person: { name: string; title: string; institution: string }): string {
  return `tamu:${personOf(person)}`;
}

/** Name, post and institution without the differences of typing. */
export function personOf(person: { name: string | null; title: string; institution: string }): string {
  return [person.name ?? "", person.title, person.institution]
    .map((part) =>
      part
        .toLocaleLowerCase("id")
        .replace(/[\s.,]+/g, " ")
        .trim(),
    )
    .join("|");
}

export type Roll = { hadir: number; diwakili: number; away: number; unmarked: number; walkIns: number };

/**
 * The big figures over a roll: invitees by what is marked, and guests without invitation.
 * @param attendances confirmed ones: who checked in by code counts when an officer has said so
 */
export function countRoll(
  invited: number,
  attendances: readonly { status: AttendanceStatus; invitationId: string | null }[],
): Roll {
  const ofInvitees = attendances.filter((attendance) => attendance.invitationId !== null);
  return {
    hadir: ofInvitees.filter((attendance) => attendance.status === "PRESENT").length,
    diwakili: ofInvitees.filter((attendance) => attendance.status === "REPRESENTED").length,
    away: ofInvitees.filter((attendance) => !isPresent(attendance.status)).length,
    unmarked: invited - ofInvitees.length,
    walkIns: attendances.length - ofInvitees.length,
  };
}
