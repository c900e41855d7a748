import { type RollPerson, type RollRow, sessionRowId } from "@/lib/attendance/roll";
import type { ShownRow } from "./overlay";
import type { Queued } from "./queue";

/** Who is on the roll of a session: who learns, and who came without an invitation. */
export function sessionPeople(people: readonly RollPerson[], meetingRows: Iterable<ShownRow>): RollPerson[] {
  const rows = [...meetingRows];
  const delegates = new Map(rows.filter(({ status }) => status === "REPRESENTED").map((row) => [row.id, row]));
  const learners = people
    .filter(({ learns }) => learns)
    .map((person) => {
      const delegate = delegates.get(person.invitationId);
      const named = { ...person, seat: person.holder ?? person.seat, holder: person.holder && person.seat };
      return delegate ? { ...named, seat: `${delegate.name}, mewakili ${named.seat}` } : named;
    });
  const guests = rows
    .filter(({ invitationId, isConfirmed }) => invitationId === null && isConfirmed)
    .map(
      (guest): RollPerson => ({
        ...{ invitationId: guest.id, seat: guest.name ?? guest.title, holder: guest.title },
        ...{ institution: `${guest.institution} · tanpa undangan`, sector: "", village: null },
        ...{ announced: null, declined: false, learns: true },
      }),
    );
  return [...learners, ...guests];
}

/** One session's roll as this device has it, by person. */
export function overlaySession(
  rows: readonly RollRow[],
  queue: readonly Queued[],
  sessionId: string,
  people: readonly RollPerson[],
): Map<string, ShownRow> {
  const own = new Map(rows.filter((row) => row.sessionId === sessionId).map((row) => [row.id, row]));
  const shown = new Map<string, ShownRow>();
  for (const { invitationId: attendeeId } of people) {
    const row = own.get(sessionRowId(sessionId, attendeeId));
    if (row) shown.set(attendeeId, { ...row, invitationId: attendeeId, isUnsent: false });
  }
  for (const { operation, state } of queue) {
    if (state !== "waiting" || operation.kind !== "session" || operation.sessionId !== sessionId) continue;
    const { attendeeId, status, deviceAt } = operation;
    const person = people.find((candidate) => candidate.invitationId === attendeeId);
    if (status === null || !person) shown.delete(attendeeId);
    else
      shown.set(attendeeId, {
        ...{ id: sessionRowId(sessionId, attendeeId), sessionId, invitationId: attendeeId },
        status: status === "PRESENT" ? "PRESENT" : "UNEXCUSED",
        ...{ name: person.holder, title: person.seat, institution: person.institution, note: null },
        arrivedAt: status === "PRESENT" ? deviceAt : null,
        source: "OFFICER",
        version: shown.get(attendeeId)?.version ?? -1,
        ...{ isConfirmed: true, isSigned: false, isUnsent: true },
      });
  }
  return shown;
}

export function seenInSession(rows: readonly RollRow[], sessionId: string, attendeeId: string): number | null {
  return rows.find(({ id }) => id === sessionRowId(sessionId, attendeeId))?.version ?? null;
}
