import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { isMobile } from "@/lib/directory/rules";
import { enqueue } from "@/lib/jobs/queue";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { messageNames } from "@/lib/messages/rules";
import { findSendList, isWaiting, type SendRow } from "@/lib/messages/send-list";
import { canSend, statusesToSend } from "@/lib/messages/sending";
import { cannotSend } from "@/lib/messages/writes";
import { transact } from "@/lib/transact";
import { isWhatsappOut, type WhatsappKind } from "@/lib/whatsapp/rules";
import { whatsappSettings } from "@/lib/whatsapp/settings";

type Batch = { meetingId: string; kind: WhatsappKind };

const doublePressMs = 60_000;

const sendingOf = (kind: WhatsappKind): MeetingChange => ({
  name: "send WhatsApp messages for",
  statuses: statusesToSend[kind],
  refusal: ({ status }) => cannotSend(status),
  whenApproved: null,
});

const nobody = refuse(
  "Tidak ada yang perlu dikirimi lewat WhatsApp resmi: nomor ponselnya belum ada, atau sudah dikirim",
);

/** Whether a row would be sent: who waits, has a mobile number, and has none under way. */
export function waitsForWhatsapp(row: SendRow, kind: WhatsappKind): boolean {
  const { phone } = row.invitation;
  return isWaiting(row, kind) && phone !== null && isMobile(phone) && !isWhatsappOut(row.lastWhatsapp);
}

export async function queueWhatsapp(actor: Actor, { meetingId, kind }: Batch): Promise<Outcome<{ queued: number }>> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `send WhatsApp for ${meetingId}`);
  if (!canSend(kind, meeting.status)) return refuse(cannotSend(meeting.status));
  if (!whatsappSettings()) return refuse("WhatsApp resmi belum disiapkan di server ini.");
  const { rows } = await findSendList(actor, meeting, kind, new Date());
  const wanted = rows.filter((row) => waitsForWhatsapp(row, kind)).map((row) => row.invitation.id);
  return transact<Outcome<{ queued: number }>>(async (tx) => {
    const held = await holdMeeting(tx, actor, meetingId, sendingOf(kind));
    if (isRefusal(held)) return held;
    const invitationIds = await withoutRecent(tx, kind, wanted);
    if (invitationIds.length === 0) return nobody;
    const subject = `${messageNames[kind]}: ${meeting.title}`;
    const job = await enqueue(tx, { kind: "whatsapp.send", payload: { meetingId, message: kind }, actor, subject });
    await tx.whatsappDelivery.createMany({
      data: invitationIds.map((id) => ({ invitationId: id, kind, jobId: job.id })),
    });
    return { ok: true, queued: invitationIds.length };
  });
}

async function withoutRecent(tx: Db, kind: WhatsappKind, ids: string[]): Promise<string[]> {
  const free = await tx.invitation.findMany({
    where: {
      id: { in: ids },
      whatsappDeliveries: {
        none: {
          kind,
          OR: [
            { state: { in: ["WAITING", "SENDING"] } },
            {
              state: { in: ["ACCEPTED", "DELIVERED", "READ"] },
              at: { gt: new Date(Date.now() - doublePressMs) },
            },
          ],
        },
      },
    },
    select: { id: true },
  });
  return free.map(({ id }) => id);
}
