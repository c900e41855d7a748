import type { AttendanceSource, AttendanceStatus } from "@/prisma/generated/enums";

export type RollRow = {
  id: string;
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
};
