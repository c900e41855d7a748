import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { linkOf } from "@/lib/invitations/rules";
import { knownState, type WhenAndWhere } from "@/lib/meetings/changes";
import { organisedBy, whoAgreed } from "@/lib/meetings/organised";
import { organiserWords } from "@/lib/meetings/rules";
import { composeMessage } from "@/lib/messages/compose";
import { composeFollowUp } from "@/lib/messages/follow-up";
import type { MeetingMessage } from "@/lib/messages/rules";
import { canWriteTemplates } from "@/lib/messages/rules";
import { ownerLinkOf } from "@/lib/owner-links/rules";
import { isOverdue } from "@/lib/plan/rules";
import { newToken, reopenToken } from "@/lib/secrets";
import { dateToDay, dayOf } from "@/lib/time";
import type { MessageKind } from "@/prisma/generated/enums";

export async function listFollowUpExamples(actor: Actor): Promise<{ id: string; label: string }[]> {
  const items = await db.actionItem.findMany({
    where: {
      meeting: organisedBy(actor.organisation.id),
      status: { in: ["NOT_STARTED", "IN_PROGRESS"] },
    },
    orderBy: [{ deadline: "asc" }, { id: "asc" }],
    distinct: ["responsibleInstitution", "responsibleTitle"],
    take: 30,
    select: { id: true, responsibleTitle: true, responsibleName: true, responsibleInstitution: true },
  });
  return items.map((item) => ({
    id: item.id,
    label: [item.responsibleTitle, item.responsibleName ?? item.responsibleInstitution].filter(Boolean).join(", "),
  }));
}

async function composeFollowUpExample(actor: Actor, template: string, itemId: string, now: Date) {
  const item = isId(itemId)
    ? await db.actionItem.findFirst({
        where: { id: itemId, meeting: organisedBy(actor.organisation.id) },
      })
    : null;
  if (!item) return refuse("Pilih contoh penerima");
  const urgent = { activity: item.activity, deadline: dateToDay(item.deadline), status: item.status };
  const today = dayOf(now, actor.organisation.timeZone);
  return composeFollowUp(template, {
    puskesmas: actor.organisation.name,
    owner: {
      name: item.responsibleName,
      title: item.responsibleTitle,
      institution: item.responsibleInstitution,
    },
    open: 1,
    overdue: isOverdue(urgent, today) ? 1 : 0,
    urgent,
    today,
    link: ownerLinkOf("contohTautanBukanAslinya".slice(0, 22)),
  });
}

export async function listExamples(actor: Actor): Promise<{ id: string; label: string }[]> {
  const meeting = await db.meeting.findFirst({
    where: { ...organisedBy(actor.organisation.id), invitations: { some: {} } },
    orderBy: { startsAt: "desc" },
    select: { id: true },
  });
  if (!meeting) return [];
  const invitations = await db.invitation.findMany({
    where: { meetingId: meeting.id },
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }],
    take: 60,
    select: { id: true, title: true, holderPrefix: true, holderName: true, institution: true },
  });
  return invitations.map(({ id, title, holderPrefix, holderName, institution }) => ({
    id,
    label: `${seatName({ title, prefix: holderPrefix })}, ${holderName ?? institution}`,
  }));
}

export async function composeExample(
  actor: Actor,
  kind: MessageKind,
  template: string,
  exampleId: string,
): Promise<Outcome<{ text: string }>> {
  // The example carries a real invitee's link.
  if (!canWriteTemplates(actor)) throw new NotAllowed(actor, `see an example of ${kind}`);
  return kind === "FOLLOW_UP"
    ? composeFollowUpExample(actor, template, exampleId, new Date())
    : composeInvitationExample(actor, kind, template, exampleId);
}

async function composeInvitationExample(
  actor: Actor,
  kind: MeetingMessage,
  template: string,
  invitationId: string,
): Promise<Outcome<{ text: string }>> {
  const invitation = isId(invitationId)
    ? await db.invitation.findFirst({
        where: {
          id: invitationId,
          meeting: organisedBy(actor.organisation.id),
        },
        include: {
          answer: true,
          meeting: {
            include: { changes: true, organisers: { ...whoAgreed, select: { puskesmas: { select: { name: true } } } } },
          },
        },
      })
    : null;
  if (!invitation) return refuse("Pilih contoh penerima");
  const { meeting, answer } = invitation;
  const before = knownState(meeting.changes, null);
  return composeMessage(template, {
    meeting,
    inviting: organiserWords(meeting.organisers),
    invitation,
    link: linkOf(reopenToken(invitation.tokenSealed) ?? newToken()),
    before: before ?? (kind === "CHANGE" ? dayEarlier(meeting) : null),
    answer: answer && {
      choice: answer.choice,
      isCurrent: before !== null && !knownState(meeting.changes, answer.sequence),
    },
  });
}

function dayEarlier(meeting: WhenAndWhere): WhenAndWhere {
  return { ...meeting, startsAt: new Date(meeting.startsAt.getTime() - 86_400_000) };
}
