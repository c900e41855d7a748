import { type Actor, isRefusal, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { type HeldMeeting, holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { findProgressAt, lockItem, settleProgress, writeReport } from "@/lib/progress/reports";
import { canReportProgress } from "@/lib/progress/rules";
import type { ReportInput } from "@/lib/progress/schema";
import { dayOf, formatDayLong, toInstant } from "@/lib/time";
import { transact } from "@/lib/transact";

export const reportingProgress: MeetingChange = {
  name: "report progress of",
  isAllowed: canReportProgress,
  whenApproved: null,
};

/** The row's lock keeps two at once in order. */
export async function reportProgress(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: ReportInput,
): Promise<Outcome> {
  if (!isId(itemId)) throw new NotAllowed(actor, `report on action item ${itemId}`);
  return transact<Outcome>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, reportingProgress);
      if (isRefusal(meeting)) return meeting;
      const item = await lockItem(tx, itemId);
      if (item?.meetingId !== meetingId) return refuse("RTL ini baru saja dihapus");
      const already = await tx.progressReport.findUnique({ where: { id: input.id }, select: { itemId: true } });
      if (already?.itemId === itemId) return { ok: true };
      const asOf = endOfDay(input.day, meeting, new Date());
      if (asOf && "reason" in asOf) return asOf;
      const before = asOf ? await findProgressAt(tx, itemId, asOf.at) : item;
      const settled = settleProgress(input, before.percent);
      if (!settled.ok) return settled;
      const { percent } = settled;
      const { id, status, note } = input;
      const report = { id, itemId, percent, status, note, reportedById: actor.userId, reporter: actor.name };
      await writeReport(tx, report, asOf?.at);
      const { number, activity } = item;
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: "progress.reported",
        subjectId: itemId,
        data: {
          number,
          activity,
          before: { status: before.status, percent: before.percent },
          after: { status, percent },
          day: asOf ? (input.day ?? null) : null,
        },
      });
      return { ok: true };
    },
    // An id that another row's report has: nobody's form makes one.
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}

/** The instant that a report of an earlier day tells of; null for one of today. */
function endOfDay(day: string | null | undefined, meeting: HeldMeeting, now: Date): { at: Date } | Refusal | null {
  const { timeZone } = meeting;
  const today = dayOf(now, timeZone);
  if (!day || day === today) return null;
  if (day > today) return refuse("Tanggal laporan belum tiba. Kosongkan bila laporan ini tentang hari ini.", "day");
  const meetingDay = dayOf(meeting.startsAt, timeZone);
  if (day < meetingDay)
    return refuse(`Tanggal laporan tidak boleh sebelum tanggal kegiatan (${formatDayLong(meetingDay)})`, "day");
  return { at: toInstant(day, "23:59", timeZone) };
}
