import type { RollPerson, RollRow } from "@/lib/attendance/roll";
import { type Operation, type Queued, targetOf } from "./queue";

export type ShownRow = RollRow & { isUnsent: boolean };

/** The roll as this device has it: what the server said last, and on top what waits to be sent. */
export function overlay(
  rows: readonly RollRow[],
  queue: readonly Queued[],
  people: readonly RollPerson[],
): Map<string, ShownRow> {
  const ofMeeting = rows.filter(({ sessionId }) => !sessionId);
  const shown = new Map<string, ShownRow>(ofMeeting.map((row) => [row.id, { ...row, isUnsent: false }]));
  for (const { operation, state } of queue) {
    if (state === "waiting") apply(shown, operation, people);
  }
  return shown;
}

function apply(shown: Map<string, ShownRow>, operation: Operation, people: readonly RollPerson[]): void {
  const id = targetOf(operation);
  const before = shown.get(id);
  switch (operation.kind) {
    case "mark": {
      const person = people.find((candidate) => candidate.invitationId === id);
      if (!person) return;
      const isRepresented = operation.status === "REPRESENTED";
      const isThere = operation.status === "PRESENT" || isRepresented;
      shown.set(id, {
        id,
        sessionId: null,
        invitationId: id,
        status: operation.status,
        name: isRepresented ? operation.delegateName : person.holder,
        title: isRepresented ? operation.delegateTitle : person.seat,
        institution: isRepresented ? operation.delegateInstitution : person.institution,
        arrivedAt: isThere ? operation.arrivedAt : null,
        note: operation.note || null,
        source: "OFFICER",
        version: before?.version ?? -1,
        isConfirmed: true,
        isSigned: before?.isSigned ?? false,
        isUnsent: true,
      });
      return;
    }
    case "guest":
      shown.set(id, {
        id,
        sessionId: null,
        invitationId: null,
        status: "PRESENT",
        name: operation.name,
        title: operation.title,
        institution: operation.institution,
        arrivedAt: operation.deviceAt,
        note: null,
        source: "OFFICER",
        version: -1,
        isConfirmed: true,
        isSigned: before?.isSigned ?? false,
        isUnsent: true,
      });
      return;
    case "session":
      return;
    case "unmark":
      shown.delete(id);
      return;
    case "confirm":
      if (before) shown.set(id, { ...before, isConfirmed: true, isUnsent: true });
      return;
    case "sign":
      if (before) shown.set(id, { ...before, isSigned: true, isUnsent: true });
  }
}
