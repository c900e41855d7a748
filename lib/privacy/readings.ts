import { type Actor, NotAllowed, seesSignatures } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import type { ReadingKind } from "@/lib/privacy/kinds";
import { transact } from "@/lib/transact";

export type Reading = {
  kind: ReadingKind;
  /** The office whose data it is. */
  organisationId: string;
  subjectId: string;
  subject: string;
};

/** Keeps that somebody of another office read something personal: once a day for each reader and subject. */
export async function noteReading(actor: Actor, reading: Reading): Promise<void> {
  const { userId, name, organisation } = actor;
  if (reading.organisationId === organisation.id) return;
  const day = new Date(new Date().toISOString().slice(0, 10));
  const data = { ...reading, day, userId, reader: name, readerOffice: organisation.name };
  await transact((tx) => tx.personalReading.createMany({ data: [data], skipDuplicates: true }));
}

/** Each office hears how many of its people were in a list or an export. */
export async function noteListReading(
  actor: Actor,
  kind: Extract<ReadingKind, `staff-${string}`>,
  officeIds: readonly (string | null)[],
): Promise<void> {
  const { userId, name, organisation } = actor;
  const counts = new Map<string, number>();
  for (const id of officeIds) if (id && id !== organisation.id) counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size === 0) return;
  const day = new Date(new Date().toISOString().slice(0, 10));
  const reader = { day, userId, reader: name, readerOffice: organisation.name, kind };
  const data = [...counts].map(([organisationId, count]) => ({
    ...{ ...reader, organisationId, subjectId: organisationId },
    subject: `${count.toLocaleString("id-ID")} pegawai`,
  }));
  await transact((tx) => tx.personalReading.createMany({ data, skipDuplicates: true }));
}

export async function noteFileReading(actor: Actor, documentId: string): Promise<void> {
  if (!isId(documentId)) return;
  const signature = await db.document.findFirst({
    where: { id: documentId, attendanceId: { not: null } },
    select: {
      attendance: { select: { name: true, title: true, meeting: { select: { hostId: true, organisers: true } } } },
    },
  });
  if (!signature?.attendance) return;
  const { name, title, meeting } = signature.attendance;
  if (meeting.organisers.some(({ puskesmasId }) => puskesmasId === actor.organisation.id)) return;
  const subject = name ?? title;
  await noteReading(actor, { kind: "signature", organisationId: meeting.hostId, subjectId: documentId, subject });
}

/** A roll on paper shows every signature of a meeting at once: one reading, told by the meeting. */
export async function noteRollReading(actor: Actor, meetingId: string): Promise<void> {
  if (!isId(meetingId) || !seesSignatures(actor)) return;
  const meeting = await db.meeting.findFirst({
    where: {
      id: meetingId,
      organisers: { none: { puskesmasId: actor.organisation.id } },
      attendances: { some: { signature: { isNot: null } } },
    },
    select: { hostId: true, title: true },
  });
  if (!meeting) return;
  const { hostId: organisationId, title: subject } = meeting;
  await noteReading(actor, { kind: "signature-roll", organisationId, subjectId: meetingId, subject });
}

export function canSeeReadings({ role }: Actor): boolean {
  return role === "PUSKESMAS_ADMIN" || role === "DINKES_ADMIN";
}

export const readingsPerPage = 50;

export async function listReadings(actor: Actor, page: number) {
  if (!canSeeReadings(actor)) throw new NotAllowed(actor, "see who read personal data");
  const rows = await db.personalReading.findMany({
    where: { organisationId: actor.organisation.id },
    orderBy: [{ firstAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * readingsPerPage,
    take: readingsPerPage + 1,
    select: { id: true, firstAt: true, reader: true, readerOffice: true, kind: true, subject: true },
  });
  return { readings: rows.slice(0, readingsPerPage), hasMore: rows.length > readingsPerPage };
}
