// The work of a job that sends by the official WhatsApp API. Each delivery is marked before it goes out: one that a
// process left in between is never sent again by itself.
import { type Actor, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { isMobile } from "@/lib/directory/rules";
import { listLinks } from "@/lib/invitations/reads";
import { linkOf } from "@/lib/invitations/rules";
import { type Attempt, Interrupted, type JobOutcome, TryLater } from "@/lib/jobs/attempt";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { greetingOf } from "@/lib/messages/compose";
import { findSendList, type SendRow } from "@/lib/messages/send-list";
import { canSend } from "@/lib/messages/sending";
import { cannotSend } from "@/lib/messages/writes";
import { dayOf, formatDay, formatHours } from "@/lib/time";
import { sendTemplate, type TemplateMessage } from "@/lib/whatsapp/client";
import { keepWhatsappResult } from "@/lib/whatsapp/results";
import type { WhatsappKind } from "@/lib/whatsapp/rules";
import { type WhatsappSettings, whatsappSettings } from "@/lib/whatsapp/settings";

type Payload = { meetingId: string; message: WhatsappKind };

export const deliverWhatsapp = {
  async run(attempt: Attempt, { meetingId, message }: Payload): Promise<JobOutcome> {
    const { actor, jobId } = attempt;
    const settings = whatsappSettings();
    if (!settings) return refuse("WhatsApp resmi belum disiapkan di server ini.");
    const meeting = await findMeeting(actor, meetingId);
    if (!meeting || !canWriteMeeting(actor, meeting))
      return refuse("Pengirimnya tidak boleh lagi menulis kegiatan ini.");
    if (!canSend(message, meeting.status)) return refuse(cannotSend(meeting.status));
    await prepareDeliveries(jobId);
    const waiting = await messagesOf(actor, meeting, message, jobId);
    await sendInTurn({ attempt, settings, meeting, message }, waiting);
    return { ok: true, says: await summaryOf(jobId) };
  },
  async giveUp(jobId: string, reason: string): Promise<void> {
    await markUncertain(jobId);
    await db.whatsappDelivery.updateMany({
      where: { jobId, state: "WAITING" },
      data: { state: "GIVEN_UP", error: reason, at: new Date() },
    });
  },
};

/** What was given up waits again, unless it was asked for anew since. */
async function prepareDeliveries(jobId: string): Promise<void> {
  await markUncertain(jobId);
  await db.$executeRaw`
    UPDATE "WhatsappDelivery" d SET state = 'WAITING', error = NULL
    WHERE d."jobId" = ${jobId}::uuid AND d.state = 'GIVEN_UP' AND NOT EXISTS (
      SELECT 1 FROM "WhatsappDelivery" other
      WHERE other."invitationId" = d."invitationId" AND other.kind = d.kind AND other.id <> d.id
        AND other.state <> 'FAILED' AND other.at >= d.at)`;
}

async function markUncertain(jobId: string): Promise<void> {
  await db.whatsappDelivery.updateMany({
    where: { jobId, state: "SENDING" },
    data: { state: "UNCERTAIN", at: new Date() },
  });
}

type Waiting = { row: SendRow; message: TemplateMessage };

async function messagesOf(actor: Actor, meeting: FoundMeeting, kind: WhatsappKind, jobId: string): Promise<Waiting[]> {
  const deliveries = await db.whatsappDelivery.findMany({ where: { jobId, state: "WAITING" }, orderBy: { id: "asc" } });
  const { rows } = await findSendList(actor, meeting, kind, new Date());
  const links = await listLinks(actor, meeting.id);
  const messages: Waiting[] = [];
  for (const { id: deliveryId, invitationId } of deliveries) {
    const row = rows.find(({ invitation }) => invitation.id === invitationId);
    const token = links.get(invitationId);
    const to = row?.invitation.phone;
    // Told another way in the meantime, it would arrive twice.
    if (row && !row.isDone && token && to && isMobile(to))
      messages.push({ row, message: { deliveryId, to, parameters: parametersOf(row, meeting, linkOf(token)) } });
    else
      await db.whatsappDelivery.update({
        where: { id: deliveryId },
        data: { state: "FAILED", error: "tidak perlu dikirim lagi, atau nomornya sudah dihapus", at: new Date() },
      });
  }
  return messages;
}

/** In the order of the template's {{1}} to {{5}}. */
function parametersOf({ invitation }: SendRow, meeting: FoundMeeting, link: string): string[] {
  const { title, startsAt, endsAt, timeZone, place } = meeting;
  const when = `${formatDay(dayOf(startsAt, timeZone))}, ${formatHours(startsAt, endsAt, timeZone)}`;
  return [greetingOf(invitation), title, when, place, link];
}

type Sending = { attempt: Attempt; settings: WhatsappSettings; meeting: FoundMeeting; message: WhatsappKind };

/** @throws TryLater where some wait for WhatsApp to take them later, Interrupted where the process stops */
async function sendInTurn({ attempt, settings, meeting, message: kind }: Sending, messages: readonly Waiting[]) {
  const { jobId, actor, signal, onProgress } = attempt;
  const total = await db.whatsappDelivery.count({ where: { jobId } });
  let trouble = "WhatsApp tidak menjawab.";
  for (const { row, message } of messages) {
    if (signal.aborted) throw new Interrupted();
    const { count } = await db.whatsappDelivery.updateMany({
      where: { id: message.deliveryId, state: "WAITING" },
      data: { state: "SENDING", at: new Date() },
    });
    if (count === 0) continue;
    const outcome = await sendTemplate(settings, message);
    await keepWhatsappResult(
      { actor, meeting, message: kind, invitation: row.invitation },
      message.deliveryId,
      outcome,
    );
    const left = await db.whatsappDelivery.count({ where: { jobId, state: { in: ["WAITING", "SENDING"] } } });
    await onProgress(total - left, total);
    if (outcome.ok) continue;
    if (outcome.isTemporary) trouble = outcome.reason;
    if (outcome.isServerFault) break;
  }
  if ((await db.whatsappDelivery.count({ where: { jobId, state: "WAITING" } })) > 0) throw new TryLater(trouble);
}

async function summaryOf(jobId: string): Promise<string> {
  const groups = await db.whatsappDelivery.groupBy({ by: ["state"], where: { jobId }, _count: true });
  const count = (...states: string[]) =>
    groups.filter(({ state }) => states.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
  const parts: [number, string][] = [
    [count("ACCEPTED", "DELIVERED", "READ"), "diterima WhatsApp"],
    [count("FAILED", "GIVEN_UP"), "tidak terkirim (sebabnya tertulis di barisnya)"],
    [count("UNCERTAIN"), "tidak pasti terkirim"],
  ];
  return (
    parts.flatMap(([number, words]) => (number > 0 ? `${number} ${words}` : [])).join(", ") || "Tidak ada yang dikirim"
  );
}
