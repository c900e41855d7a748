import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { dateToDay, dayOf } from "@/lib/time";
import { dueDayOf } from "@/lib/training-evaluations/application-rules";
import { applicationVisibleTo, canAssess } from "@/lib/training-evaluations/visible";
import type { Prisma } from "@/prisma/generated/client";

const participant = {
  invitationId: true,
  profession: true,
  organisationId: true,
  organisation: { select: { name: true } },
  application: true,
  invitation: {
    select: {
      title: true,
      institution: true,
      holderName: true,
      protocolOrder: true,
      attendance: { select: { status: true, name: true, title: true, institution: true, confirmedAt: true } },
    },
  },
} as const satisfies Prisma.TrainingParticipantSelect;

const trained = {
  id: true,
  hostId: true,
  title: true,
  status: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  host: { select: { name: true } },
  organisers: { where: { agreedAt: { not: null } }, select: { puskesmasId: true } },
} as const satisfies Prisma.MeetingSelect;

type Participant = Prisma.TrainingParticipantGetPayload<{ select: typeof participant }>;
type Trained = Prisma.MeetingGetPayload<{ select: typeof trained }>;

export type AssessedParticipant = ReturnType<typeof participantOf>;

function participantOf({
  invitationId,
  profession,
  organisationId,
  organisation,
  application,
  invitation,
}: Participant) {
  const { attendance, title, institution, holderName, protocolOrder } = invitation;
  const came = attendance?.confirmedAt && (attendance.status === "PRESENT" || attendance.status === "REPRESENTED");
  const learner = came && attendance.name ? attendance : { name: holderName, title, institution };
  return {
    ...{ invitationId, profession, organisationId, protocolOrder },
    name: learner.name ?? learner.title,
    title: learner.title,
    institution: organisation?.name ?? learner.institution,
    hasAttended: Boolean(came),
    application: application && { ...application, assessedOn: dateToDay(application.assessedOn) },
  };
}

async function daysOf({ id, startsAt, endsAt, timeZone }: Trained) {
  const { _max } = await db.trainingSession.aggregate({ where: { meetingId: id }, _max: { endsAt: true } });
  const endDay = dayOf(_max.endsAt ?? endsAt ?? startsAt, timeZone);
  return { endDay, dueDay: dueDayOf(endDay) };
}

/** The evaluasi penerapan of a training that the actor sees; null where the meeting is none. */
export async function findApplication(actor: Actor, meetingId: string) {
  if (!isId(meetingId)) return null;
  const training = await db.training.findFirst({
    where: { meetingId, meeting: visibleTo(actor) },
    select: { application: true, meeting: { select: trained }, participants: { select: participant } },
  });
  if (!training) return null;
  const { meeting, application } = training;
  const participants = training.participants.map(participantOf).sort(inOrder);
  const attended = participants.filter((one) => one.hasAttended);
  return {
    meeting,
    ...(await daysOf(meeting)),
    overall: application && { ...application, assessedOn: dateToDay(application.assessedOn) },
    participants,
    counts: {
      attended: attended.length,
      assessed: attended.filter((one) => one.application).length,
      isSummed: application !== null,
    },
    canWrite: canWriteMeeting(actor, meeting) && meeting.status === "CLOSED",
  };
}

export type FoundApplication = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** One participant's, for those who see the training and for the office he comes from. */
export async function findParticipantApplication(actor: Actor, invitationId: string) {
  if (!isId(invitationId)) return null;
  const found = await db.trainingParticipant.findFirst({
    where: { AND: [{ invitationId }, applicationVisibleTo(actor)] },
    select: { ...participant, training: { select: { meeting: { select: trained } } } },
  });
  if (!found) return null;
  const { meeting } = found.training;
  return {
    ...participantOf(found),
    meeting,
    ...(await daysOf(meeting)),
    canWrite: canAssess(actor, meeting, found) && meeting.status === "CLOSED",
    seesTraining: (await db.meeting.count({ where: { AND: [{ id: meeting.id }, visibleTo(actor)] } })) > 0,
  };
}

/** Of a training those who came and whose evaluation the actor may see, in the order of the roll. */
export async function listAssessed(actor: Actor, meetingId: string): Promise<AssessedParticipant[]> {
  if (!isId(meetingId)) return [];
  const found = await db.trainingParticipant.findMany({
    where: { AND: [{ meetingId }, applicationVisibleTo(actor)] },
    select: participant,
  });
  return found
    .map(participantOf)
    .filter((one) => one.hasAttended)
    .sort(inOrder);
}

function inOrder(one: AssessedParticipant, other: AssessedParticipant): number {
  return one.protocolOrder - other.protocolOrder || one.name.localeCompare(other.name, "id");
}
