import type { AttendanceSource, AttendanceStatus, PresenceStatus } from "@/prisma/generated/enums";

export type RollRow = {
  /** Of a session's row: sessionRowId. */
  id: string;
  /** null: of the whole meeting. */
  sessionId: string | null;
  invitationId: string | null;
  status: AttendanceStatus;
  name: string | null;
  title: string;
  institution: string;
  /** ISO instant. */
  arrivedAt: string | null;
  note: string | null;
  source: AttendanceSource;
  version: number;
  isConfirmed: boolean;
  isSigned: boolean;
};

type Row = {
  id: string;
  invitationId: string | null;
  status: AttendanceStatus;
  name: string | null;
  title: string;
  institution: string;
  arrivedAt: Date | null;
  note: string | null;
  source: AttendanceSource;
  version: number;
  confirmedAt: Date | null;
  signature: { id: string } | null;
};

export function rollRow({ arrivedAt, confirmedAt, signature, ...row }: Row): RollRow {
  return {
    id: row.id,
    sessionId: null,
    invitationId: row.invitationId,
    status: row.status,
    name: row.name,
    title: row.title,
    institution: row.institution,
    arrivedAt: arrivedAt?.toISOString() ?? null,
    note: row.note,
    source: row.source,
    version: row.version,
    isConfirmed: confirmedAt !== null,
    isSigned: signature !== null,
  };
}

export type RollPerson = {
  invitationId: string;
  seat: string;
  holder: string | null;
  institution: string;
  sector: string;
  village: string | null;
  announced: { name: string; title: string; institution: string } | null;
  declined: boolean;
  /** Whether he is on the rolls of a training's sessions. */
  learns: boolean;
};

export type RollSession = {
  id: string;
  position: number;
  topic: string;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
};

export function sessionRowId(sessionId: string, attendeeId: string): string {
  return `${sessionId}/${attendeeId}`;
}

type Presence = {
  sessionId: string;
  status: PresenceStatus;
  source: AttendanceSource;
  arrivedAt: Date | null;
  confirmedAt: Date | null;
  version: number;
};
type Attended = Pick<Row, "id" | "invitationId" | "name" | "title" | "institution">;

/** One person in one session, as a row like those of the whole meeting. */
export function sessionRow({ id, invitationId, name, title, institution }: Attended, presence: Presence): RollRow {
  return {
    id: sessionRowId(presence.sessionId, invitationId ?? id),
    ...{ sessionId: presence.sessionId, invitationId, name, title, institution },
    status: presence.status === "PRESENT" ? "PRESENT" : "UNEXCUSED",
    arrivedAt: presence.arrivedAt?.toISOString() ?? null,
    note: null,
    source: presence.source,
    version: presence.version,
    isConfirmed: presence.confirmedAt !== null,
    isSigned: false,
  };
}
