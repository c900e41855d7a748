import type { Actor } from "@/lib/actor";
import { reportState, type SentReport } from "@/lib/approvals/report-state";
import { canWriteMeeting, isHostedAbove, isOfHostDinkes, isOrganiser, type Organised } from "@/lib/meetings/rules";
import type { MeetingKind, OrganisationKind } from "@/prisma/generated/enums";

/** The kepala of an organiser; of what a Dinkes holds, for itself or for others, that Dinkes's admin. */
export function canApprove(actor: Actor, meeting: Organised): boolean {
  if (isOfHostDinkes(actor, meeting)) return actor.role === "DINKES_ADMIN";
  if (isHostedAbove(meeting)) return false;
  return actor.role === "PUSKESMAS_HEAD" && isOrganiser(actor, meeting);
}

/**
 * The kepala opens again, or the puskesmas's admin: the one who approved may be away or replaced, nothing of the
 * approval is lost, and what was changed needs a kepala's approval anew.
 */
export function canReopenApproval(actor: Actor, meeting: Organised): boolean {
  if (canApprove(actor, meeting)) return true;
  return !isHostedAbove(meeting) && actor.role === "PUSKESMAS_ADMIN" && isOrganiser(actor, meeting);
}

export function canSubmit(actor: Actor, meeting: Organised): boolean {
  return !isHostedAbove(meeting) && !isOfHostDinkes(actor, meeting) && canWriteMeeting(actor, meeting);
}

/** @param hostKind a Dinkes's own training is reported to nobody */
export function isReportable(kind: MeetingKind, hostKind: OrganisationKind): boolean {
  if (kind === "PRE_LOKMIN" || kind === "COACHING_VISIT") return false;
  return hostKind === "PUSKESMAS" || hostKind === "HOSPITAL";
}

export const lockedByApproval =
  "notulen, foto, daftar hadir dan pindaiannya, surat kuasa, masalah, isi RTL, dan status RTL lalu";

/** Whether what was approved has been reported since, and not been returned. */
export function isReported(approval: { approvedAt: Date }, submissions: readonly SentReport[]): boolean {
  const state = reportState(approval, submissions);
  return state === "SENT" || state === "REVIEWED";
}
