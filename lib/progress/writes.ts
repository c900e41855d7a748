import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db, isId, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { findMeeting } from "@/lib/meetings/reads";
import { itemSubject } from "@/lib/plan/rules";
import { lockItem, settleProgress, writeReport } from "@/lib/progress/reports";
import { canReportProgress, progressNames } from "@/lib/progress/rules";
import type { ProgressInput } from "@/lib/progress/schema";

/** Adds a report of progress; the row shows the newest. The row's lock keeps two at once in order. */
export async function reportProgress(
  actor: Actor,
  meetingId: string,
  itemId: string,
  input: ProgressInput,
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
      const settled = settleProgress(input, item.percent);
      if (!settled.ok) return settled;
      const { percent } = settled;
      const { id, status, note } = input;
      await writeReport(tx, { id, itemId, percent, status, note, reportedById: actor.userId, reporter: actor.name });
      await recordEvent(tx, {
        ...by(actor),
        organisationId: meeting.hostId,
        meetingId,
        verb: "melaporkan kemajuan",
        subject: itemSubject(item),
        detail: {
          dari: `${progressNames[item.status]}, ${item.percent} %`,
          menjadi: `${progressNames[status]}, ${percent} %`,
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
