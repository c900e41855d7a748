import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { db, isId, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { itemSubject } from "@/lib/plan/rules";
import { findProgressAt, lockItem, settleProgress, writeReport } from "@/lib/progress/reports";
import { canReportProgress, progressNames } from "@/lib/progress/rules";
import type { ReportInput } from "@/lib/progress/schema";
import { dayOf, formatDayLong, toInstant } from "@/lib/time";

/**
 * Adds a report of progress; the row shows the newest. The row's lock keeps two at once in order. With a day of its
 * own, it takes its place among the reports of that day.
 */
export async function reportProgress(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: ReportInput,
): Promise<Outcome> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canReportProgress(actor, meeting) || !isId(itemId))
    throw new NotAllowed(actor, `report on action item ${itemId}`);
  try {
    return await db.$transaction(async (tx) => {
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
      await recordEvent(tx, {
        ...by(actor),
        organisationId: meeting.hostId,
        meetingId,
        verb: "melaporkan kemajuan",
        subject: itemSubject(item),
        detail: {
          dari: `${progressNames[before.status]}, ${before.percent} %`,
          menjadi: `${progressNames[status]}, ${percent} %`,
          ...(asOf && input.day ? { "keadaan per": formatDayLong(input.day) } : {}),
        },
      });
      return { ok: true };
    });
  } catch (error) {
    // An id that another row's report has: nobody's form makes one.
    if (isUniqueViolation(error)) return refuse("Muat ulang halaman ini, lalu coba lagi");
    throw error;
  }
}

/** The instant that a report of an earlier day tells of; null for one of today. */
function endOfDay(day: string | null | undefined, meeting: FoundMeeting, now: Date): { at: Date } | Refusal | null {
  const { timeZone } = meeting;
  const today = dayOf(now, timeZone);
  if (!day || day === today) return null;
  if (day > today) return refuse("Tanggal laporan belum tiba. Kosongkan bila laporan ini tentang hari ini.", "day");
  const meetingDay = dayOf(meeting.startsAt, timeZone);
  if (day < meetingDay)
    return refuse(`Tanggal laporan tidak boleh sebelum tanggal kegiatan (${formatDayLong(meetingDay)})`, "day");
  return { at: toInstant(day, "23:59", timeZone) };
}
