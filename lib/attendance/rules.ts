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

type Called = { name: string | null; title: string; institution: string };

export function isCalledAlike(one: Called, other: Called): boolean {
  return plainWords(one) === plainWords(other);
}

function plainWords(person: Called): string {
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

/** @param attendances confirmed ones: who checked in by code counts when an officer has said so */
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
