import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import { canApprove, canReopenApproval } from "@/lib/approvals/rules";
import { settleWaiting } from "@/lib/approvals/submit";
import type { Db } from "@/lib/db";
import { headOfOffice } from "@/lib/directory/office-head";
import { officeHeadWords } from "@/lib/directory/rules";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { type ChecklistRow, missingOf, missingWords } from "@/lib/evidence/judge";
import { checklistsOf } from "@/lib/evidence/reads";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { findPlaceholders, placeholdersKey } from "@/lib/placeholders/reads";
import type { Placeholder } from "@/lib/placeholders/rules";
import { listAgreedRows } from "@/lib/plan/approved-plan";
import { dayOf } from "@/lib/time";
import { transact } from "@/lib/transact";
import { Prisma } from "@/prisma/generated/client";

type Numbered = Outcome<{ number: number }>;

const approving: MeetingChange = { name: "approve", isAllowed: canApprove, whenApproved: null };
const reopening: MeetingChange = { name: "reopen the approval of", isAllowed: canReopenApproval, whenApproved: null };

/**
 * Approves once, even if sent twice at the same time.
 * @param id made when the form was shown
 * @param placeholders key of the placeholders ("[Nama Perwakilan]") confirmed as meant
 */
export async function approveMeeting(
  actor: Actor,
  meetingId: string,
  id: string,
  placeholders: string | null = null,
): Promise<Numbered> {
  return transact<Numbered>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, approving);
    if (isRefusal(meeting)) return meeting;
    const newest = await findNewest(tx, meetingId);
    if (newest?.id === id) return { ok: true, number: newest.number };
    if (newest && !newest.reopening) return refuse(`Kegiatan ini sudah disahkan oleh ${newest.approver}`);
    if (meeting.status !== "CLOSED")
      return refuse("Tutup kegiatan dulu: yang disahkan hanya kegiatan yang sudah selesai");
    const checklist = (await checklistsOf(tx, [meetingId])).get(meetingId) ?? [];
    const missing = missingOf(checklist);
    if (missing.length > 0) return refuse(`Belum dapat disahkan. Lengkapi dulu: ${missingWords(missing)}.`);
    const left = await findPlaceholders(tx, meetingId);
    if (left.length > 0 && placeholders !== placeholdersKey(left)) return refuse(askedAbout(left), "placeholders");
    if (await tx.approval.findUnique({ where: { id }, select: { id: true } }))
      return refuse("Muat ulang halaman ini, lalu coba lagi");
    const position = await positionOf(tx, actor);
    const head = await headOfOffice(tx, actor.organisation.id, dayOf(meeting.startsAt, meeting.timeZone));
    const number = (newest?.number ?? 0) + 1;
    await tx.approval.create({
      data: {
        id,
        meetingId,
        number,
        approverId: actor.userId,
        approver: actor.name,
        position,
        head: head ?? Prisma.DbNull,
        approvedAt: new Date(),
        checklist: checklist.map(asKept),
        plan: await listAgreedRows(tx, meeting),
      },
    });
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "approval.given",
      subjectId: id,
      data: {
        title: meeting.title,
        number,
        position,
        head: head && officeHeadWords(head),
        left: left.map(({ place, words }) => ({ place, words })),
      },
    });
    return { ok: true, number };
  });
}

export async function reopenApproval(
  actor: Actor,
  meetingId: string,
  { approvalId, reason }: { approvalId: string; reason: string },
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, reopening);
    if (isRefusal(meeting)) return meeting;
    const approval = await tx.approval.findFirst({
      where: { id: approvalId, meetingId },
      select: { number: true, reopening: { select: { reopener: true, reopenedById: true, reason: true } } },
    });
    if (!approval) return refuse("Pengesahan ini tidak ada. Muat ulang halaman ini.");
    const { reopening: before, number } = approval;
    if (before)
      return before.reopenedById === actor.userId && before.reason === reason
        ? { ok: true }
        : refuse(`Pengesahan ini baru saja dibuka kembali oleh ${before.reopener}`);
    await tx.reopening.create({
      data: { approvalId, reason, reopenedById: actor.userId, reopener: actor.name, reopenedAt: new Date() },
    });
    await settleWaiting(tx, meetingId);
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "approval.reopened",
      subjectId: approvalId,
      data: { title: meeting.title, number, reason },
    });
    return { ok: true };
  });
}

const shownPlaceholders = 3;

function askedAbout(left: readonly Placeholder[]): string {
  const shown = left.slice(0, shownPlaceholders).map(({ place, words }) => `${place} (${words})`);
  const others = left.length - shown.length;
  const more = others > 0 ? `; dan ${others} lainnya` : "";
  return `Tampaknya belum diisi: ${shown.join("; ")}${more}. Perbaiki, atau muat ulang halaman ini lalu centang bahwa memang demikian maksudnya.`;
}

function findNewest(tx: Db, meetingId: string) {
  return tx.approval.findFirst({
    where: { meetingId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, approver: true, approvedAt: true, reopening: { select: { approvalId: true } } },
  });
}

async function positionOf(tx: Db, actor: Actor): Promise<string> {
  const user = await tx.user.findUnique({ where: { id: actor.userId }, select: { position: true } });
  return user?.position ?? "Kepala Puskesmas";
}

function asKept({ ep, text, isMet, says, isRequired }: ChecklistRow) {
  return { ep, text, isMet, says, isRequired };
}
