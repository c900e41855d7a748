import { z } from "zod";
import { type Actor, isPuskesmas, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { choice, formId, optionalText } from "@/lib/fields";
import { awaitsCheck } from "@/lib/follow-up/filter";
import { holdMeeting } from "@/lib/meetings/hold";
import { listScope, ofScope } from "@/lib/plan/item-query";
import { lockItem, writeReport } from "@/lib/progress/reports";
import { reportingProgress } from "@/lib/progress/writes";
import { transact } from "@/lib/transact";
import type { ProgressStatus } from "@/prisma/generated/enums";

export const checkSchema = z
  .object({
    id: formId,
    reportId: formId,
    verdict: choice("hasil pemeriksaan", ["terima", "kembalikan"]),
    note: optionalText("alasan", 1000),
  })
  .superRefine(({ verdict, note }, context) => {
    if (verdict === "kembalikan" && !note)
      context.addIssue({ code: "custom", path: ["note"], message: "Isi alasan: apa yang perlu diperbaiki" });
  });

export type CheckInput = z.output<typeof checkSchema>;

export type UncheckedReport = {
  id: string;
  itemId: string;
  meetingId: string;
  number: number;
  activity: string;
  meetingTitle: string;
  timeZone: string;
  status: ProgressStatus;
  percent: number;
  note: string | null;
  reporter: string;
  createdAt: Date;
  photos: { id: string; name: string; mimeType: string }[];
};

export const uncheckedAtMost = 40;

export async function listUnchecked(actor: Actor): Promise<UncheckedReport[]> {
  if (!isPuskesmas(actor)) return [];
  const scope = await listScope(actor);
  return db.$queryRaw<UncheckedReport[]>`
    SELECT p.id, p."itemId", t."meetingId", t.number, t.activity, m.title AS "meetingTitle", m."timeZone",
      p.status::text AS status, p.percent, p.note, p.reporter, p."createdAt",
      (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'mimeType', d."mimeType") ORDER BY d."createdAt"), '[]'::json)
        FROM "Document" d WHERE d."reportId" = p.id) AS photos
    FROM "ActionItem" t JOIN "Meeting" m ON m.id = t."meetingId"
    CROSS JOIN LATERAL (
      SELECT * FROM "ProgressReport" p WHERE p."itemId" = t.id ORDER BY p."createdAt" DESC, p.id DESC LIMIT 1
    ) p
    WHERE ${ofScope(actor, scope)} AND ${awaitsCheck(scope)}
    ORDER BY p."createdAt", p.id LIMIT ${uncheckedAtMost}`;
}

export async function countUnchecked(actor: Actor): Promise<number> {
  if (!isPuskesmas(actor)) return 0;
  const scope = await listScope(actor);
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "ActionItem" t WHERE ${ofScope(actor, scope)} AND ${awaitsCheck(scope)}`;
  return row?.count ?? 0;
}

function findCurrent(tx: Db, itemId: string, before: Date) {
  return tx.progressReport.findFirst({
    where: { itemId, createdAt: { lt: before }, OR: [{ ownerLinkId: null }, { check: { isAccepted: true } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { percent: true, status: true },
  });
}

/** The row's lock keeps it the newest; one check per report. */
export async function checkReport(
  actor: Actor,
  meetingId: string,
  itemId: string,
  { id, reportId, verdict, note }: CheckInput,
): Promise<Outcome> {
  if (!isId(itemId)) throw new NotAllowed(actor, `check report ${reportId}`);
  const isAccepted = verdict === "terima";
  return transact<Outcome>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, reportingProgress);
      if (isRefusal(meeting)) return meeting;
      const item = await lockItem(tx, itemId);
      if (item?.meetingId !== meetingId) return refuse("RTL ini baru saja dihapus");
      const report = await tx.progressReport.findFirst({
        where: { id: reportId, itemId, ownerLinkId: { not: null } },
        select: { percent: true, status: true, createdAt: true, reporter: true, check: true },
      });
      if (!report) throw new NotAllowed(actor, `check report ${reportId}`);
      if (report.check)
        return report.check.isAccepted === isAccepted
          ? { ok: true }
          : refuse(
              `Laporan ini baru saja ${report.check.isAccepted ? "diterima" : "dikembalikan"} oleh ${report.check.checker}`,
            );
      const newer = await tx.progressReport.findFirst({
        where: { itemId, createdAt: { gt: report.createdAt } },
        select: { reporter: true },
      });
      if (newer) return refuse(`Sudah ada laporan yang lebih baru dari ${newer.reporter}. Muat ulang halaman ini.`);
      await tx.reportCheck.create({
        data: { reportId, isAccepted, note, checkedById: actor.userId, checker: actor.name },
      });
      if (!isAccepted) {
        const former = await findCurrent(tx, itemId, report.createdAt);
        await writeReport(tx, {
          id,
          itemId,
          percent: former?.percent ?? 0,
          status: former?.status ?? "NOT_STARTED",
          note: `Laporan ${report.reporter} dikembalikan: ${note}`,
          reportedById: actor.userId,
          reporter: actor.name,
        });
      }
      const { number, activity } = item;
      await recordMeetingEvent(tx, by(actor), meeting, {
        action: isAccepted ? "report.accepted" : "report.returned",
        subjectId: itemId,
        data: { number, activity, report: { status: report.status, percent: report.percent }, note },
      });
      return { ok: true };
    },
    { onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi") },
  );
}
