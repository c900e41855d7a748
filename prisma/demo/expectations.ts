import { expectationRows } from "@/lib/meeting-types/expectations";
import { mergeTypes, proposedType } from "@/lib/meeting-types/rules";
import { templateContentSchema } from "@/lib/templates/schema";
import type { MeetingRow } from "@/tests/factories/meetings";
import { daysAfter, earlier } from "./calendar";
import type { Rows } from "./demo-rows";

const types = mergeTypes([]);

/** Every meeting gets the type of its place in the year. */
export function giveTypes(rows: Rows) {
  for (const meeting of rows.meetings) {
    const type = typeOf(rows, meeting);
    meeting.typeKey = type?.key ?? null;
    meeting.typeName = type?.name ?? null;
  }
}

/**
 * Every meeting gets what its type expects: of those approved all was there, of those that are over nearly all, of
 * one that runs what was to be brought in.
 */
export function addExpectations(rows: Rows, now: Date) {
  const approved = new Set(rows.approvals.map((approval) => approval.meetingId));
  const clerks = new Map(rows.users.map((user) => [user.id, user.name]));
  for (const meeting of rows.meetings) {
    const type = types.find((candidate) => candidate.key === meeting.typeKey);
    if (!type) continue;
    const { data: taken } = templateContentSchema.safeParse(
      rows.templates.find((template) => template.id === meeting.templateId)?.content,
    );
    expectationRows(taken ?? type).forEach((row, index) => {
      const isMet = isThere(meeting, row.side === "INPUT", index, approved.has(meeting.id));
      const metAt = isMet ? earlier(daysAfter(meeting.startsAt, 0, row.side === "INPUT" ? 5 : 170), now) : null;
      const metBy = isMet ? (clerks.get(meeting.createdById ?? "") ?? null) : null;
      rows.expectations.push({ ...row, meetingId: meeting.id, isMet, metAt, metBy });
    });
  }
}

function typeOf(rows: Rows, meeting: MeetingRow) {
  const { kind = "QUARTERLY_LOKMIN", year, period, hostId } = meeting;
  const others = rows.meetings.filter(
    (other) => other !== meeting && other.hostId === hostId && (other.kind ?? kind) === kind && other.year === year,
  );
  return proposedType(
    types,
    { kind, period },
    others.map((other) => other.period),
  );
}

function isThere({ status }: MeetingRow, isInput: boolean, index: number, isApproved: boolean): boolean {
  if (isApproved) return true;
  if (status === "CLOSED") return index % 4 !== 3;
  return status === "IN_PROGRESS" && isInput && index < 3;
}
