// Closing locks a meeting's results, but for those that its approval still waits for.
import type { MeetingStatus } from "@/prisma/generated/enums";

/** The results that closing locks, by the check that asks for them. */
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

/** Where a placeholder stands that can be mended in one of these parts. */
const partPaths: Partial<Record<LockedPart, string>> = { roll: "/kehadiran", plan: "/rtl" };

type Missing = { check: string | null };
type Left = { path: string };

/** What stays open: the parts in which required evidence is missing, or a placeholder waits to be filled in. */
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

/** What closing locks now. */
export function partsLocked(leftOpen: readonly LockedPart[]): LockedPart[] {
  return Object.values(lockedParts).filter((part) => !leftOpen.includes(part));
}

/** Whether a part of a closed meeting was left open; until the approval. */
export function isLeftOpen(
  meeting: { status: MeetingStatus; leftOpen: readonly string[]; approvals: readonly unknown[] },
  part: LockedPart,
): boolean {
  return meeting.status === "CLOSED" && meeting.approvals.length === 0 && meeting.leftOpen.includes(part);
}
