import { type Actor, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { isMobile } from "@/lib/directory/rules";
import type { Delivery } from "@/lib/email/rules";
import { type ListedInvitation, listInvitations, listLinks } from "@/lib/invitations/reads";
import { linkOf } from "@/lib/invitations/rules";
import { knownState, noticeSequence, type PastState } from "@/lib/meetings/changes";
import { type FoundMeeting, listChanges } from "@/lib/meetings/reads";
import { invitingWords } from "@/lib/meetings/rules";
import { composeMessage } from "@/lib/messages/compose";
import type { MeetingMessage } from "@/lib/messages/rules";
import { messageKinds } from "@/lib/messages/rules";
import { canSend, sendState } from "@/lib/messages/sending";
import { findTemplates } from "@/lib/messages/templates";
import { whatsappLink } from "@/lib/messages/whatsapp";
import type { WhatsappDelivery } from "@/lib/whatsapp/rules";

export type SendRow = {
  invitation: ListedInvitation;
  isDone: boolean;
  message: Outcome<{ text: string }>;
  /** Opens the chat; null without a mobile number or a message. */
  whatsapp: string | null;
  /** What became of the last e-mail of this kind; null when none was sent. */
  lastEmail: Delivery | null;
  /** What became of the last message of this kind by the official API; null when none was sent. */
  lastWhatsapp: WhatsappDelivery | null;
};

export type SendList = {
  kind: MeetingMessage;
  rows: SendRow[];
  done: number;
  nextId: string | null;
  waiting: Record<MeetingMessage, number>;
};

export async function findSendList(
  actor: Actor,
  meeting: FoundMeeting,
  kind: MeetingMessage,
  now: Date,
): Promise<SendList> {
  const [invitations, links, changes, templates, emails, whatsapps] = await Promise.all([
    listInvitations(actor, meeting.id),
    listLinks(actor, meeting.id),
    listChanges(actor, meeting.id),
    findTemplates(actor),
    db.emailDelivery.findMany({
      where: { kind, invitation: { meetingId: meeting.id } },
      distinct: ["invitationId"],
      orderBy: [{ invitationId: "asc" }, { at: "desc" }],
      select: { invitationId: true, at: true, state: true, error: true },
    }),
    db.whatsappDelivery.findMany({
      where: { kind, invitation: { meetingId: meeting.id } },
      distinct: ["invitationId"],
      orderBy: [{ invitationId: "asc" }, { id: "desc" }],
      select: { invitationId: true, at: true, state: true, error: true },
    }),
  ]);
  const round = { meeting, changes, now };
  const stateOf = (one: MeetingMessage, invitation: ListedInvitation) => sendState(one, invitation, round);
  const rows = invitations.flatMap((invitation): SendRow[] => {
    const { isListed, isDone } = stateOf(kind, invitation);
    const token = links.get(invitation.id);
    if (!isListed || !canSend(kind, meeting.status)) return [];
    if (invitation.holderLeftAt) return [refusedRow(invitation, ended)];
    if (token === null) return [{ ...refusedRow(invitation, lost), isDone }];
    if (!token) return [];
    const message = composeMessage(templates[kind].text, {
      meeting,
      inviting: invitingWords(actor, meeting),
      invitation,
      link: linkOf(token),
      before: stateBefore(changes, invitation.toldSequence),
      answer: invitation.answer && {
        choice: invitation.answer.choice,
        isCurrent: invitation.answer.sequence >= (noticeSequence(meeting, changes) ?? 0),
      },
    });
    const { phone } = invitation;
    const whatsapp = message.ok && phone && isMobile(phone) ? whatsappLink(phone, message.text) : null;
    const lastEmail = emails.find((email) => email.invitationId === invitation.id) ?? null;
    const lastWhatsapp = whatsapps.find((one) => one.invitationId === invitation.id) ?? null;
    return [{ invitation, isDone, message, whatsapp, lastEmail, lastWhatsapp }];
  });
  const count = (one: MeetingMessage) =>
    canSend(one, meeting.status)
      ? invitations.filter((invitation) => {
          const { isListed, isDone } = stateOf(one, invitation);
          return isListed && !isDone;
        }).length
      : 0;
  const [invited = 0, silent = 0, changed = 0] = messageKinds.map(count);
  return {
    kind,
    rows,
    done: rows.filter((row) => row.isDone).length,
    nextId: rows.find((row) => isWaiting(row, kind))?.invitation.id ?? null,
    waiting: { INVITATION: invited, REMINDER: silent, CHANGE: changed },
  };
}

export function isWaiting(row: SendRow, kind: MeetingMessage): boolean {
  return !row.isDone && row.message.ok && (kind === "CHANGE" || !row.invitation.answer);
}

const ended = refuse(
  "Pejabatnya sudah berganti, jadi tautannya berakhir. Perbarui dulu undangan ini di bagian Undangan.",
);

const lost = refuse(
  "Tautan lama undangan ini tetap terbuka, tetapi tidak dapat disalin lagi sejak data dipulihkan tanpa kuncinya. Buat tautan baru di bagian Undangan.",
);

function refusedRow(invitation: ListedInvitation, message: Refusal): SendRow {
  return { invitation, isDone: false, message, whatsapp: null, lastEmail: null, lastWhatsapp: null };
}

function stateBefore(changes: readonly PastState[], toldSequence: number | null): PastState | null {
  return knownState(changes, toldSequence) ?? changes.at(-1) ?? null;
}
