import { attendanceNames, isPresent } from "@/lib/attendance/rules";
import { seatName } from "@/lib/directory/rules";
import type { AttendanceStatus, HolderPrefix } from "@/prisma/generated/enums";

export type Invited = {
  id: string;
  title: string;
  institution: string;
  holderPrefix: HolderPrefix | null;
  holderName: string | null;
};

export type Marked = {
  invitationId: string | null;
  status: AttendanceStatus;
  name: string | null;
  title: string;
  institution: string;
  representedTitle: string | null;
  representedInstitution: string | null;
  arrivedAt: Date | null;
  note: string | null;
  confirmedAt: Date | null;
  signature: { id: string } | null;
};

export type AttendanceRow = {
  name: string;
  title: string;
  institution: string;
  arrivedAt: Date | null;
  signatureId: string | null;
  note: string;
};

const seatOf = (invitation: Invited) => seatName({ title: invitation.title, prefix: invitation.holderPrefix });

export function invitedRows(invitations: readonly Invited[]): AttendanceRow[] {
  return invitations.map((invitation) => ({
    name: invitation.holderName ?? "",
    title: seatOf(invitation),
    institution: invitation.institution,
    arrivedAt: null,
    signatureId: null,
    note: "",
  }));
}

/** Who was there, the invited in protocol order and then the others as they came; and who was excused. */
export function attendedRows(
  invitations: readonly Invited[],
  marks: readonly Marked[],
): { present: AttendanceRow[]; absent: AttendanceRow[] } {
  const confirmed = marks.filter(({ confirmedAt }) => confirmedAt !== null);
  const byInvitation = new Map(confirmed.map((mark) => [mark.invitationId, mark]));
  const inOrder = [
    ...invitations.flatMap((invitation) => {
      const mark = byInvitation.get(invitation.id);
      return mark ? [{ mark, invitation }] : [];
    }),
    ...confirmed.filter(({ invitationId }) => invitationId === null).map((mark) => ({ mark, invitation: null })),
  ];
  const rows = inOrder.map(({ mark, invitation }) => ({ mark, row: rowOf(mark, invitation) }));
  return {
    present: rows.filter(({ mark }) => isPresent(mark.status)).map(({ row }) => row),
    absent: rows
      .filter(({ mark }) => !isPresent(mark.status))
      .map(({ mark, row }) => ({ ...row, note: [attendanceNames[mark.status], row.note].filter(Boolean).join(": ") })),
  };
}

function rowOf(mark: Marked, invitation: Invited | null): AttendanceRow {
  const { arrivedAt, note } = mark;
  const rest = { arrivedAt, signatureId: mark.signature?.id ?? null, note: note ?? "" };
  const represented = invitation ? seatOf(invitation) : mark.representedTitle;
  if (mark.status === "REPRESENTED" && represented) {
    const delegate = [mark.name, mark.title].filter(Boolean).join(", ");
    return {
      name: mark.name ?? "",
      title: `${represented} (diwakili ${delegate})`,
      institution: invitation?.institution ?? mark.representedInstitution ?? mark.institution,
      ...rest,
    };
  }
  if (!invitation) return { name: mark.name ?? "", title: mark.title, institution: mark.institution, ...rest };
  return {
    name: mark.name ?? invitation.holderName ?? "",
    title: seatOf(invitation),
    institution: invitation.institution,
    ...rest,
  };
}
