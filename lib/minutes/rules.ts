import type { Actor } from "@/lib/actor";
import type { MeetingChange } from "@/lib/meetings/hold";
import { canWriteMeeting, isApproved, notesStatuses, type Organised, takesNotes } from "@/lib/meetings/rules";
import type { MeetingStatus } from "@/prisma/generated/enums";

export const mostLines = 1000;

/** How long changes of lines by the same person stand as one event of the history. */
export const editEventMinutes = 15;

type Standing = { status: MeetingStatus; approvals: readonly unknown[] };

export function canWriteNotes(actor: Actor, meeting: Standing & Organised): boolean {
  return canWriteMeeting(actor, meeting) && takesNotes(meeting);
}

const notYet = "Notulen ditulis sejak kegiatan berlangsung. Mulai kegiatan ini dulu di Ringkasan.";
const approved = "Notulen ini sudah disahkan. Untuk mengubahnya, buka kembali pengesahannya dengan alasan.";

export const writingNotes: MeetingChange = {
  name: "write notes of",
  statuses: notesStatuses,
  refusal: notYet,
  whenApproved: approved,
};

/** Why nothing can be written now, and what to do; null where it can. */
export function whyNoNotes(meeting: Standing): string | null {
  if (takesNotes(meeting)) return null;
  return isApproved(meeting) ? approved : notYet;
}
