import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { listInviteeCalendars } from "@/lib/calendar/reads";
import { db } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { mailSettings } from "@/lib/email/settings";
import { connectionsAtOnce, type Mail, type Mailer, openMailer } from "@/lib/email/transport";
import { by, recordEvent } from "@/lib/events";
import { listLinks } from "@/lib/invitations/reads";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import type { MeetingMessage } from "@/lib/messages/rules";
import { messageNames } from "@/lib/messages/rules";
import { findSendList, isWaiting, type SendRow } from "@/lib/messages/send-list";
import { canSend } from "@/lib/messages/sending";
import { cannotSend, noteTold } from "@/lib/messages/writes";

type Batch = {
  meetingId: string;
  kind: MeetingMessage;
  /** One invitation; left out: everybody who waits on the list and has an address. */
  invitationId?: string;
};

/** How one press may keep a person waiting; what was not begun by then is told and left for the next press. */
const longestPress = 25_000;
const mostAtOnce = 200;
/** A delivery begun this recently is on its way: a second press sends nothing. */
const claimMs = 60_000;
const unfinished = "Belum selesai dikirim. Coba lagi.";

export type Sent = { sent: number; failed: number; left: number };

/**
 * Sends messages by e-mail, each with its calendar file. What the server said to each is kept; a failure of the
 * server itself ends the batch.
 */
export async function sendByEmail(actor: Actor, { meetingId, kind, invitationId }: Batch): Promise<Outcome<Sent>> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `send e-mail for ${meetingId}`);
  if (!canSend(kind, meeting.status)) return refuse(cannotSend(meeting.status));
  const settings = mailSettings();
  if (!settings) return refuse("Email belum disiapkan. Lihat Pengaturan › Email.");
  const list = await findSendList(actor, meeting, kind, new Date());
  const rows = list.rows
    .filter((row) => (invitationId ? row.invitation.id === invitationId : isWaiting(row, kind)))
    .filter((row) => row.invitation.email && row.message.ok)
    .slice(0, mostAtOnce);
  if (rows.length === 0) return refuse("Tidak ada yang perlu dikirimi email: alamatnya belum ada, atau sudah dikirim");
  const mails = await mailsOf(actor, meeting, kind, rows);
  const mailer = openMailer(settings);
  try {
    return { ok: true, ...(await sendInTurn(actor, meeting, kind, mails, mailer)) };
  } finally {
    mailer.close();
  }
}

async function mailsOf(
  actor: Actor,
  meeting: FoundMeeting,
  kind: MeetingMessage,
  rows: readonly SendRow[],
): Promise<{ row: SendRow; mail: Mail }[]> {
  const links = await listLinks(actor, meeting.id);
  const calendars = await listInviteeCalendars(meeting.id, [...links.values()]);
  return rows.flatMap((row) => {
    const { id, title, holderPrefix, holderName, email } = row.invitation;
    const calendar = calendars.get(links.get(id) ?? "");
    if (!email || !row.message.ok || !calendar) return [];
    const mail = {
      to: { name: holderName ?? seatName({ title, prefix: holderPrefix }), address: email },
      subject: `${messageNames[kind]}: ${meeting.title}`,
      text: row.message.text,
      calendar,
    };
    return [{ row, mail }];
  });
}

async function sendInTurn(
  actor: Actor,
  meeting: FoundMeeting,
  kind: MeetingMessage,
  mails: readonly { row: SendRow; mail: Mail }[],
  mailer: Mailer,
): Promise<Sent> {
  const until = Date.now() + longestPress;
  const waiting = [...mails];
  const result: Sent = { sent: 0, failed: 0, left: 0 };
  let isOver = false;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (isOver || Date.now() > until) {
        result.left += 1;
        continue;
      }
      const deliveryId = await claim(next.row.invitation.id, kind);
      if (!deliveryId) continue;
      const outcome = await mailer.send(next.mail);
      await keepResult(actor, meeting, kind, next.row, deliveryId, outcome);
      if (outcome.ok) result.sent += 1;
      else result.failed += 1;
      if (outcome.isServerFault) isOver = true;
    }
  };
  await Promise.all(Array.from({ length: connectionsAtOnce }, work));
  return result;
}

/** Takes a row for this press under its lock; null when another press has it. */
async function claim(invitationId: string, kind: MeetingMessage): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const found = await tx.$queryRaw<
      unknown[]
    >`SELECT 1 FROM "Invitation" WHERE id = ${invitationId}::uuid FOR NO KEY UPDATE`;
    if (found.length === 0) return null;
    const recent = await tx.emailDelivery.count({
      where: {
        invitationId,
        kind,
        at: { gt: new Date(Date.now() - claimMs) },
        OR: [{ error: null }, { error: unfinished }],
      },
    });
    if (recent > 0) return null;
    return (await tx.emailDelivery.create({ data: { invitationId, kind, error: unfinished }, select: { id: true } }))
      .id;
  });
}

async function keepResult(
  actor: Actor,
  meeting: FoundMeeting,
  kind: MeetingMessage,
  { invitation }: SendRow,
  deliveryId: string,
  outcome: Outcome,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.emailDelivery.updateMany({
      where: { id: deliveryId },
      data: { error: outcome.ok ? null : outcome.reason, at: new Date() },
    });
    if (!outcome.ok) return;
    const opened = { meetingId: meeting.id, invitationId: invitation.id, kind, shownSequence: meeting.sequence };
    await noteTold(tx, opened, meeting.sequence);
    await recordEvent(tx, {
      ...by(actor),
      organisationId: meeting.hostId,
      meetingId: meeting.id,
      verb: `mengirim email ${messageNames[kind].toLowerCase()} kepada`,
      subject: `${invitation.title}, ${invitation.institution}`,
    });
  });
}
