import type { MeetingStatus } from "@/prisma/generated/enums";

const lockedParts = {
  undangan: "invitations",
  "daftar-hadir": "roll",
  rtl: "plan",
} as const;

export type LockedPart = (typeof lockedParts)[keyof typeof lockedParts];

export const lockedPartNames: Record<LockedPart, string> = {
  invitations: "undangan",
  roll: "daftar hadir",
  plan: "isi RTL",
};

const partPaths: Partial<Record<LockedPart, string>> = { roll: "/kehadiran", plan: "/rtl" };

type Missing = { check: string | null };
type Left = { path: string };

export function partsLeftOpen(missing: readonly Missing[], placeholders: readonly Left[]): LockedPart[] {
  const open = Object.entries(lockedParts).filter(([check, part]) => {
    const path = partPaths[part];
    return (
      missing.some((row) => row.check === check) ||
      (path !== undefined && placeholders.some((left) => left.path.startsWith(path)))
    );
  });
  return open.map(([, part]) => part);
}

export function partsLocked(leftOpen: readonly LockedPart[]): LockedPart[] {
  return Object.values(lockedParts).filter((part) => !leftOpen.includes(part));
}

export function isLeftOpen(
  meeting: { status: MeetingStatus; leftOpen: readonly string[]; approvals: readonly unknown[] },
  part: LockedPart,
): boolean {
  return meeting.status === "CLOSED" && meeting.approvals.length === 0 && meeting.leftOpen.includes(part);
}
