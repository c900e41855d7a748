import { canReportProgress, itemSubject, progressNames } from "@/lib/action-plans/rules";
import type { ProgressInput } from "@/lib/action-plans/schema";
import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db, isId, isUniqueViolation } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { findMeeting } from "@/lib/meetings/reads";
import type { ProgressStatus } from "@/prisma/generated/client";

/** What a report comes to: finished is 100 percent, not begun is 0, and what does not fit is asked about. */
function settle(input: ProgressInput, before: number) {
  const { status, percent } = input;
  if (status === "SELESAI") return { ok: true as const, percent: 100 };
  if (status === "BELUM_MULAI")
    return percent
      ? refuse(`Kemajuan sudah ${percent} %: pilih status Berjalan, atau tulis kemajuan 0`, "status")
      : { ok: true as const, percent: 0 };
  if (status === "DIBATALKAN")
    return input.note
      ? { ok: true as const, percent: percent ?? before }
      : refuse("Isi catatan: mengapa RTL ini dibatalkan", "note");
  if (percent === null) return refuse("Isi kemajuan dalam persen, 0 sampai 100", "percent");
  if (percent === 100 && !input.stillOpen)
    return refuse(
      "Kemajuan sudah 100 %. Apakah RTL ini selesai? Pilih status Selesai, atau centang bahwa masih ada yang berjalan.",
      "stillOpen",
    );
  return { ok: true as const, percent };
}

/**
 * Adds a report of progress; the row shows the newest. The row's lock keeps two at once in order, and their
 * times never stand still or go back.
 */
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
      const [item] = await tx.$queryRaw<
        { number: number; activity: string; percent: number; status: ProgressStatus }[]
      >`SELECT number, activity, percent, status::text AS status FROM "ActionItem"
        WHERE id = ${itemId}::uuid AND "meetingId" = ${meetingId}::uuid FOR NO KEY UPDATE`;
      if (!item) return refuse("RTL ini baru saja dihapus");
      const already = await tx.progressReport.findUnique({ where: { id: input.id }, select: { itemId: true } });
      if (already?.itemId === itemId) return { ok: true };
      const settled = settle(input, item.percent);
      if (!settled.ok) return settled;
      const { percent } = settled;
      const newest = await tx.progressReport.aggregate({ where: { itemId }, _max: { createdAt: true } });
      const after = (newest._max.createdAt?.getTime() ?? 0) + 1;
      await tx.progressReport.create({
        data: {
          id: input.id,
          itemId,
          percent,
          status: input.status,
          note: input.note,
          reportedById: actor.userId,
          reporter: actor.name,
          createdAt: new Date(Math.max(Date.now(), after)),
        },
      });
      await tx.actionItem.update({ where: { id: itemId }, data: { percent, status: input.status } });
      await recordEvent(tx, {
        ...by(actor),
        organisationId: meeting.hostId,
        meetingId,
        verb: "melaporkan kemajuan",
        subject: itemSubject(item),
        detail: {
          dari: `${progressNames[item.status]}, ${item.percent} %`,
          menjadi: `${progressNames[input.status]}, ${percent} %`,
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
