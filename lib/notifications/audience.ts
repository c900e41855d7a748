// Whom events concern, asked for a whole batch at once.
import { findActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { type Facts, type NewsEvent, readFacts } from "@/lib/notifications/facts";
import { type Audience, findNewsKind } from "@/lib/notifications/kinds";
import { newsVisibleTo } from "@/lib/notifications/visible";

/**
 * Users by event, each of whom may see it now. Who did it and who left the topic out are not among them, except of
 * their own account.
 */
export async function audienceOf(events: readonly NewsEvent[]): Promise<Map<bigint, string[]>> {
  const facts = await readFacts(events);
  const wanted = new Map<bigint, string[]>();
  for (const event of events) {
    const kind = findNewsKind(event.action);
    const ids = (kind?.to ?? []).flatMap((audience) => usersOf(audience, event, facts));
    const isTold = (id: string) =>
      (id !== event.userId || kind?.topic === "akun") &&
      facts.users.has(id) &&
      !(kind && facts.muted.get(id)?.includes(kind.topic));
    wanted.set(event.id, [...new Set(ids)].filter(isTold));
  }
  return withinScope(wanted);
}

function usersOf(audience: Audience, event: NewsEvent, facts: Facts): string[] {
  const meeting = facts.meetings.get(event.meetingId ?? "");
  const escalation = facts.escalations.get(event.subjectId ?? "");
  const row = facts.items.get(event.subjectId ?? "");
  const staffOf = (offices: readonly (string | null | undefined)[]) =>
    offices.flatMap((id) => facts.staff.get(id ?? "") ?? []);
  const forward = escalation?.forwards.find(({ id }) => id === event.forwardId);
  switch (audience) {
    case "puskesmas":
      return staffOf(meeting?.organisers ?? []);
    case "puskesmas, of a comment by the Dinkes":
      return meeting?.organisers.includes(event.officeId ?? "") ? [] : staffOf(meeting?.organisers ?? []);
    case "reviewing Dinkes":
      return staffOf([meeting?.dinkesId]);
    case "reviewing Dinkes of a report":
      return staffOf([meeting?.reportedTo]);
    case "asked Dinkes":
      return staffOf([escalation?.dinkesId]);
    case "forwarded to":
      return staffOf(forward ? [forward.toId] : (escalation?.forwards ?? []).map(({ toId }) => toId));
    case "forwarded from":
      return staffOf([forward?.fromId]);
    case "owner of the row":
      return row?.ownerId ? [row.ownerId] : [];
    case "who commented before":
      return row?.commenters ?? [];
    case "office of the event":
      return staffOf([event.organisationId]);
    case "admins of the office of the event":
      return facts.admins.get(event.organisationId) ?? [];
    case "whose account it is":
      return event.subjectId ? [event.subjectId] : [];
    case "who asked for the job":
      return event.requesterId ? [event.requesterId] : [];
  }
}

/** The same question as when it is read, once for each user. */
async function withinScope(wanted: Map<bigint, string[]>): Promise<Map<bigint, string[]>> {
  const visible = new Map<string, Set<bigint>>();
  for (const userId of new Set([...wanted.values()].flat())) {
    const ids = [...wanted].flatMap(([id, users]) => (users.includes(userId) ? [id] : []));
    const actor = await findActor(userId);
    const seen = actor
      ? await db.event.findMany({ where: { AND: [{ id: { in: ids } }, newsVisibleTo(actor)] }, select: { id: true } })
      : [];
    visible.set(userId, new Set(seen.map(({ id }) => id)));
  }
  return new Map([...wanted].map(([id, users]) => [id, users.filter((userId) => visible.get(userId)?.has(id))]));
}
