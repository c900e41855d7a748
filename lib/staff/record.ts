import { dateToDay } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

export const heldTraining = { status: { in: ["IN_PROGRESS", "CLOSED"] } } satisfies Prisma.MeetingWhereInput;

export const trainingSelect = {
  invitationId: true,
  meetingId: true,
  training: {
    select: {
      sessions: { select: { lessons: true } },
      meeting: { select: { title: true, startsAt: true, timeZone: true, host: { select: { name: true } } } },
    },
  },
} as const;

export const placementSelect = {
  ...{ id: true, status: true, position: true, startsOn: true, endsOn: true, endReason: true, endNote: true },
  ...{ decreeNumber: true, version: true },
  organisation: { select: { id: true, name: true, parentId: true } },
} as const;

export const certificateSelect = {
  certificates: {
    where: { withdrawnAt: null },
    select: { id: true, training: true, number: true, day: true, expiresOn: true, lessons: true },
  },
  outsideCertificates: {
    select: { id: true, name: true, issuer: true, number: true, issuedOn: true, expiresOn: true, lessons: true },
  },
} as const;

type Certificates = Prisma.StaffMemberGetPayload<{ select: typeof certificateSelect }>;

export function certificatesOf({ certificates, outsideCertificates }: Certificates) {
  const dated = <T extends { expiresOn: Date | null; lessons: Prisma.Decimal | null }>({
    expiresOn,
    lessons,
    ...one
  }: T) => ({
    ...one,
    expiresOn: expiresOn && dateToDay(expiresOn),
    lessons: lessons === null ? null : Number(lessons),
  });
  return [
    ...certificates.map(({ training, day, ...one }) => ({
      name: training,
      issuer: null,
      on: dateToDay(day),
      ...dated(one),
    })),
    ...outsideCertificates.map(({ issuedOn, ...one }) => ({ on: dateToDay(issuedOn), ...dated(one) })),
  ].sort((one, other) => other.on.localeCompare(one.on));
}

type TrainingRow = Prisma.TrainingParticipantGetPayload<{ select: typeof trainingSelect }>;

export function trainingOf({ invitationId, meetingId, training: { sessions, meeting } }: TrainingRow) {
  const lessons = sessions.reduce((sum, session) => sum + Number(session.lessons), 0);
  const { title, startsAt, timeZone, host } = meeting;
  return { invitationId, meetingId, title, startsAt, timeZone, host: host.name, lessons };
}
