// Sending what is due. A message is marked before it goes out and after the server took it: one that a process left in
// between is told to be uncertain and never sent again by itself.
import { type Actor, findActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { mailSettings } from "@/lib/email/settings";
import { connectionsAtOnce, type Mailer, type MailOutcome, openMailer } from "@/lib/email/transport";
import { accountMailKey, queueAccountMails, queueDigests, queueNewsMails } from "@/lib/notifications/mail-queue";
import { type Letter, writeAccountNews, writeDigest, writeNews } from "@/lib/notifications/mail-text";
import { transact } from "@/lib/transact";
import type { NotificationMail, NotificationMailState } from "@/prisma/generated/client";

const atOnce = 200;
const minuteMs = 60_000;
const mostAttempts = 8;
const staleHours = 20;

/** Makes and sends what is due, until nothing is, the server fails or the process stops. */
export async function sendNotificationMails(now: Date, signal?: AbortSignal): Promise<void> {
  const settings = mailSettings();
  if (!settings) return;
  await settleAbandoned(now);
  await queueDigests(now);
  await queueAccountMails(now);
  await queueNewsMails(now);
  let due = await listDue(now);
  if (due.length === 0) return;
  const mailer = openMailer(settings);
  try {
    const begun = Date.now();
    const clock = () => new Date(now.getTime() + Date.now() - begun);
    while (due.length > 0 && (await sendEach({ mailer, clock }, due, signal))) due = await listDue(now);
  } finally {
    mailer.close();
  }
}

type Sending = { mailer: Mailer; clock: () => Date };

async function sendEach(sending: Sending, mails: NotificationMail[], signal?: AbortSignal): Promise<boolean> {
  const left = [...mails];
  let canGoOn = true;
  const work = async () => {
    for (let mail = left.shift(); mail && canGoOn; mail = left.shift())
      if (signal?.aborted || (await isFaultOfServer(sending, mail))) canGoOn = false;
  };
  await Promise.all(Array.from({ length: connectionsAtOnce }, work));
  return canGoOn;
}

function listDue(now: Date): Promise<NotificationMail[]> {
  return db.notificationMail.findMany({
    where: { state: "WAITING", at: { lte: now } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: atOnce,
  });
}

/** A digest of yesterday is not sent today; what a process left while sending may have arrived. */
async function settleAbandoned(now: Date): Promise<void> {
  await transact(async (tx) => {
    await tx.notificationMail.updateMany({
      where: { state: "SENDING", at: { lt: new Date(now.getTime() - minuteMs) } },
      data: { state: "UNCERTAIN", error: "Lokmin berhenti di tengah pengiriman.", at: now },
    });
    await tx.notificationMail.updateMany({
      where: { state: "WAITING", createdAt: { lt: new Date(now.getTime() - staleHours * 60 * minuteMs) } },
      data: { state: "FAILED", error: "Server email tidak dapat dipakai sampai waktunya lewat.", at: now },
    });
  });
}

async function isFaultOfServer({ mailer, clock }: Sending, mail: NotificationMail): Promise<boolean> {
  const actor = await findActor(mail.userId);
  const letter = actor && (await write(actor, mail, clock()));
  if (!actor || !letter) {
    await settle(mail.id, "WAITING", { state: "NOTHING", at: clock() });
    return false;
  }
  if (!(await settle(mail.id, "WAITING", { state: "SENDING", at: clock() }))) return false;
  const to = { name: actor.name, address: actor.email };
  const outcome = await mailer.send({ id: mail.id, to, ...letter });
  await settle(mail.id, "SENDING", resultOf(outcome, mail, clock()));
  return !outcome.ok && outcome.isServerFault === true;
}

function write(actor: Actor, mail: NotificationMail, now: Date): Promise<Letter | null> {
  if (mail.kind === "DIGEST") return writeDigest(actor, now);
  return mail.key.startsWith(accountMailKey) ? writeAccountNews(actor, mail.id) : writeNews(actor, mail.id);
}

type Step = { state: NotificationMailState; at: Date; error?: string | null; attempts?: number };

/** Only from the state it is in, so that of two processes one sends it. */
async function settle(id: string, from: NotificationMailState, data: Step): Promise<boolean> {
  const { count } = await transact((tx) => tx.notificationMail.updateMany({ where: { id, state: from }, data }));
  return count > 0;
}

function resultOf(outcome: MailOutcome, { attempts }: NotificationMail, at: Date): Step {
  if (outcome.ok) return { state: "ACCEPTED", at, error: null };
  const error = outcome.reason;
  if (outcome.isUncertain) return { state: "UNCERTAIN", at, error };
  if (!outcome.isTemporary || attempts + 1 >= mostAttempts) return { state: "FAILED", at, error };
  return { state: "WAITING", at: new Date(at.getTime() + 2 ** attempts * minuteMs), error, attempts: attempts + 1 };
}
