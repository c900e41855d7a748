import { type Actor, isRefusal, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { isUnderWay } from "@/lib/email/rules";
import { mailSettings } from "@/lib/email/settings";
import { enqueue } from "@/lib/jobs/queue";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { type MeetingMessage, messageNames } from "@/lib/messages/rules";
import { findSendList, isWaiting } from "@/lib/messages/send-list";
import { canSend, statusesToSend } from "@/lib/messages/sending";
import { cannotSend } from "@/lib/messages/writes";
import { transact } from "@/lib/transact";

type Batch = {
  meetingId: string;
  kind: MeetingMessage;
  /** One invitation; left out: everybody who waits on the list and has an address. */
  invitationId?: string;
};

const doublePressMs = 60_000;

const sendingOf = (kind: MeetingMessage): MeetingChange => ({
  name: "send e-mail for",
  statuses: statusesToSend[kind],
  refusal: ({ status }) => cannotSend(status),
  whenApproved: null,
});

const nobody = refuse("Tidak ada yang perlu dikirimi email: alamatnya belum ada, atau sudah dikirim");

export async function queueEmails(
  actor: Actor,
  { meetingId, kind, invitationId }: Batch,
): Promise<Outcome<{ queued: number }>> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `send e-mail for ${meetingId}`);
  if (!canSend(kind, meeting.status)) return refuse(cannotSend(meeting.status));
  if (!mailSettings()) return refuse("Email belum disiapkan. Lihat Pengaturan › Email.");
  const list = await findSendList(actor, meeting, kind, new Date());
  const wanted = list.rows
    // Whether one is there is for a person to find out, row by row.
    .filter((row) =>
      invitationId ? row.invitation.id === invitationId : isWaiting(row, kind) && !isUnderWay(row.lastEmail),
    )
    .filter((row) => row.invitation.email && row.message.ok)
    .map((row) => row.invitation.id);
  return transact<Outcome<{ queued: number }>>(async (tx) => {
    const held = await holdMeeting(tx, actor, meetingId, sendingOf(kind));
    if (isRefusal(held)) return held;
    const invitationIds = await withoutOpenDelivery(tx, kind, wanted);
    if (invitationIds.length === 0) return nobody;
    const subject = `${messageNames[kind]}: ${meeting.title}`;
    const job = await enqueue(tx, { kind: "email.send", payload: { meetingId, message: kind }, actor, subject });
    await tx.emailDelivery.createMany({
      data: invitationIds.map((id) => ({ invitationId: id, kind, jobId: job.id })),
    });
    return { ok: true, queued: invitationIds.length };
  });
}

async function withoutOpenDelivery(tx: Db, kind: MeetingMessage, ids: string[]): Promise<string[]> {
  const free = await tx.invitation.findMany({
    where: {
      id: { in: ids },
      deliveries: {
        none: {
          kind,
          OR: [
            { state: { in: ["WAITING", "SENDING"] } },
            { state: "ACCEPTED", at: { gt: new Date(Date.now() - doublePressMs) } },
          ],
        },
      },
    },
    select: { id: true },
  });
  return free.map(({ id }) => id);
}
