import { statusNames } from "@/lib/meetings/rules";
import type { ProposalMeeting } from "@/lib/pws/proposals";
import { dayOf, formatDayShort } from "@/lib/time";

/** "Lokakarya Mini Lintas Sektor Triwulan IV 2026, 24 Nov 2026 (terjadwal)". */
export function meetingWords({ title, status, startsAt, timeZone }: ProposalMeeting): string {
  return `${title}, ${formatDayShort(dayOf(startsAt, timeZone))} (${statusNames[status].toLowerCase()})`;
}
