import type { Actor } from "@/lib/actor";
import { reportOfMeeting } from "@/lib/approvals/report-sql";
import type { ReportState } from "@/lib/approvals/report-state";
import { db } from "@/lib/db";
import { type ChecklistRow, missingOf } from "@/lib/evidence/judge";
import { checklistsOf } from "@/lib/evidence/reads";
import type { MeetingTask } from "@/lib/meetings/task";
import { dayOf, daysBetween } from "@/lib/time";

const most = 8;
const mostOldest = 2;
const mostForKepala = 60;
const lateAfterDays = 14;

type Closed = {
  id: string;
  title: string;
  startsAt: Date;
  timeZone: string;
  isApproved: boolean;
  reportState: ReportState;
};

/**
 * What closed meetings of the actor's puskesmas ask for: evidence that is missing (from the staff), the approval (from
 * the kepala), the report to the Dinkes.
 */
export async function listApprovalTasks(actor: Actor, now: Date): Promise<MeetingTask[]> {
  const looked = actor.role === "PUSKESMAS_HEAD" ? mostForKepala : most;
  const meetings = await db.$queryRaw<Closed[]>`
    WITH waiting AS (SELECT m.id, m.title, m."startsAt", m."timeZone", s."isApproved", s."reportState"
    FROM "MeetingOrganiser" g JOIN "Meeting" m ON m.id = g."meetingId"
    ${reportOfMeeting}
    WHERE g."puskesmasId" = ${actor.organisation.id}::uuid AND g."agreedAt" IS NOT NULL AND m.status = 'CLOSED'
      AND m.kind <> 'COACHING_VISIT'
      AND (NOT s."isApproved" OR m.kind <> 'PRE_LOKMIN' AND NOT s."isReported")
    ), newest AS (SELECT * FROM waiting ORDER BY "startsAt" DESC LIMIT ${looked}),
    oldest AS (SELECT * FROM waiting ORDER BY "startsAt" LIMIT ${mostOldest})
    SELECT * FROM newest UNION SELECT * FROM oldest ORDER BY "startsAt" DESC`;
  const open = meetings.filter((meeting) => !meeting.isApproved).map((meeting) => meeting.id);
  const checklists = await checklistsOf(db, open);
  const tasks = meetings.flatMap((meeting) => taskOf(actor, meeting, checklists.get(meeting.id) ?? [], now) ?? []);
  return tasks.length > most ? [...tasks.slice(0, most - mostOldest), ...tasks.slice(-mostOldest)] : tasks;
}

function taskOf(actor: Actor, meeting: Closed, checklist: ChecklistRow[], now: Date): MeetingTask | null {
  const { id, title, startsAt, timeZone } = meeting;
  const day = dayOf(startsAt, timeZone);
  const isLate = daysBetween(day, dayOf(now, timeZone)) > lateAfterDays;
  const task = (verb: string, reason: string) => ({
    meetingId: id,
    title,
    room: "/pengesahan",
    verb,
    reason,
    day,
    isLate,
  });
  const isReturned = meeting.reportState === "RETURNED";
  if (meeting.isApproved)
    return isReturned
      ? task("Perbaiki laporan", "dikembalikan Dinas Kesehatan")
      : task("Laporkan ke Dinkes", "sudah disahkan");
  const missing = missingOf(checklist);
  const isHead = actor.role === "PUSKESMAS_HEAD";
  if (missing.length === 0) return isHead ? task("Sahkan", "semua bukti wajib ada") : null;
  // The head waits for the staff to complete it.
  return isHead ? null : task("Lengkapi bukti", `${missing.length} belum ada: ${namesOf(missing)}`);
}

function namesOf(missing: readonly ChecklistRow[]): string {
  const shown = missing.slice(0, 3).map((row) => row.says);
  return missing.length > shown.length ? `${shown.join(", ")} …` : shown.join(", ");
}
