// The work of a job that sends messages. Each delivery is marked before it goes out and after the server took it: one
// that a process left in between is never sent again by itself.
import { type Actor, refuse } from "@/lib/actor";
import { listInviteeCalendars } from "@/lib/calendar/reads";
import { db } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { probeEncryption } from "@/lib/email/encryption";
import { keepResult } from "@/lib/email/results";
import { mailServerName, mailSettings } from "@/lib/email/settings";
import { connectionsAtOnce, type Mail, type Mailer, openMailer } from "@/lib/email/transport";
import { listLinks } from "@/lib/invitations/reads";
import { type Attempt, Interrupted, type JobOutcome, TryLater } from "@/lib/jobs/attempt";
import { log } from "@/lib/log";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { type MeetingMessage, messageNames } from "@/lib/messages/rules";
import { findSendList, type SendRow } from "@/lib/messages/send-list";
import { canSend } from "@/lib/messages/sending";
import { cannotSend } from "@/lib/messages/writes";

type Payload = { meetingId: string; message: MeetingMessage };

export const deliverEmails = {
  async run(attempt: Attempt, { meetingId, message }: Payload): Promise<JobOutcome> {
    const { actor, jobId } = attempt;
    const settings = mailSettings();
    if (!settings) return refuse("Email belum disiapkan. Lihat Pengaturan › Email.");
    const meeting = await findMeeting(actor, meetingId);
    if (!meeting || !canWriteMeeting(actor, meeting))
      return refuse("Pengirimnya tidak boleh lagi menulis kegiatan ini.");
    if (!canSend(message, meeting.status)) return refuse(cannotSend(meeting.status));
    await prepareDeliveries(jobId);
    const mails = await mailsOf(actor, meeting, message, jobId);
    if (mails.length > 0 && (await probeEncryption(settings)) === "none")
      log.warn({ server: mailServerName(settings) }, "email dikirim tanpa enkripsi: server email tidak menawarkan TLS");
    const mailer = openMailer(settings);
    try {
      await sendInTurn({ attempt, meeting, message, mailer }, mails);
    } finally {
      mailer.close();
    }
    return { ok: true, says: await summaryOf(jobId) };
  },
  async giveUp(jobId: string, reason: string): Promise<void> {
    await markUncertain(jobId);
    await db.emailDelivery.updateMany({
      where: { jobId, state: "WAITING" },
      data: { state: "GIVEN_UP", error: reason, at: new Date() },
    });
  },
};

/** What a process left while sending is uncertain; what was given up waits again, unless it went another way since. */
async function prepareDeliveries(jobId: string): Promise<void> {
  await markUncertain(jobId);
  await db.$executeRaw`
    UPDATE "EmailDelivery" d SET state = 'WAITING', error = NULL
    WHERE d."jobId" = ${jobId}::uuid AND d.state = 'GIVEN_UP' AND NOT EXISTS (
      SELECT 1 FROM "EmailDelivery" other
      WHERE other."invitationId" = d."invitationId" AND other.kind = d.kind AND other.id <> d.id
        AND other.state <> 'FAILED' AND other.at >= d.at)`;
}

async function markUncertain(jobId: string): Promise<void> {
  await db.emailDelivery.updateMany({
    where: { jobId, state: "SENDING" },
    data: { state: "UNCERTAIN", at: new Date() },
  });
}

type Waiting = { deliveryId: string; row: SendRow; mail: Mail };

async function mailsOf(actor: Actor, meeting: FoundMeeting, kind: MeetingMessage, jobId: string): Promise<Waiting[]> {
  const waiting = await db.emailDelivery.findMany({ where: { jobId, state: "WAITING" }, orderBy: { id: "asc" } });
  const { rows } = await findSendList(actor, meeting, kind, new Date());
  const links = await listLinks(actor, meeting.id);
  const calendars = await listInviteeCalendars(
    meeting.id,
    [...links.values()].filter((token) => token !== null),
  );
  const mails: Waiting[] = [];
  for (const { id: deliveryId, invitationId } of waiting) {
    const row = rows.find(({ invitation }) => invitation.id === invitationId);
    const calendar = calendars.get(links.get(invitationId) ?? "");
    const mail = row && calendar ? mailOf(row, meeting, kind, calendar) : null;
    if (row && mail) mails.push({ deliveryId, row, mail: { ...mail, id: deliveryId } });
    else
      await db.emailDelivery.update({
        where: { id: deliveryId },
        data: { state: "FAILED", error: "tidak perlu dikirim lagi, atau alamatnya sudah dihapus", at: new Date() },
      });
  }
  return mails;
}

function mailOf({ invitation, message }: SendRow, meeting: FoundMeeting, kind: MeetingMessage, calendar: string) {
  const { title, holderPrefix, holderName, email } = invitation;
  if (!email || !message.ok) return null;
  return {
    to: { name: holderName ?? seatName({ title, prefix: holderPrefix }), address: email },
    subject: `${messageNames[kind]}: ${meeting.title}`,
    text: message.text,
    calendar,
  };
}

type Sending = { attempt: Attempt; meeting: FoundMeeting; message: MeetingMessage; mailer: Mailer };

/** @throws TryLater where some wait for a server that may help later, Interrupted where the process stops */
async function sendInTurn({ attempt, meeting, message, mailer }: Sending, mails: readonly Waiting[]): Promise<void> {
  const { jobId, actor, signal, onProgress } = attempt;
  const left = [...mails];
  const total = await db.emailDelivery.count({ where: { jobId } });
  const trouble: string[] = [];
  let isServerDown = false;
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      if (isServerDown || signal.aborted) return;
      const { count } = await db.emailDelivery.updateMany({
        where: { id: next.deliveryId, state: "WAITING" },
        data: { state: "SENDING", at: new Date() },
      });
      if (count === 0) continue;
      const outcome = await mailer.send(next.mail);
      await keepResult({ actor, meeting, message, invitation: next.row.invitation }, next.deliveryId, outcome);
      if (!outcome.ok && outcome.isTemporary) trouble.push(outcome.reason);
      if (!outcome.ok && outcome.isServerFault) isServerDown = true;
      await onProgress(
        await db.emailDelivery.count({ where: { jobId, state: { notIn: ["WAITING", "SENDING"] } } }),
        total,
      );
    }
  };
  await Promise.all(Array.from({ length: connectionsAtOnce }, work));
  if (trouble[0]) throw new TryLater(trouble[0]);
  if (signal.aborted && left.length > 0) throw new Interrupted();
}

async function summaryOf(jobId: string): Promise<string> {
  const groups = await db.emailDelivery.groupBy({ by: ["state"], where: { jobId }, _count: true });
  const count = (...states: string[]) =>
    groups.filter(({ state }) => states.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
  const parts: [number, string][] = [
    [count("ACCEPTED"), "diterima server email"],
    [count("FAILED", "GIVEN_UP"), "tidak terkirim (sebabnya tertulis di barisnya)"],
    [count("UNCERTAIN"), "tidak pasti terkirim"],
  ];
  return (
    parts.flatMap(([number, words]) => (number > 0 ? `${number} ${words}` : [])).join(", ") || "Tidak ada yang dikirim"
  );
}
