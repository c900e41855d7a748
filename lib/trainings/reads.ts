import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { countOfForms } from "@/lib/trainings/totals";
import type { Prisma } from "@/prisma/generated/client";

const withSessions = {
  sessions: { orderBy: { position: "asc" }, include: { speakers: { orderBy: { position: "asc" } } } },
  competences: { select: { competence: { select: { id: true, name: true } } } },
  _count: { select: { participants: true } },
} satisfies Prisma.TrainingInclude;

/** A training with its programme, or null where the meeting is none that the actor may see. */
export async function findTraining(actor: Actor, meetingId: string) {
  if (!isId(meetingId)) return null;
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ id: meetingId, kind: "KALAKARYA" }, visibleTo(actor)] },
    select: { id: true, training: { include: withSessions } },
  });
  return meeting && shown(meeting.training ?? untouched(meeting.id));
}

export type FoundTraining = NonNullable<Awaited<ReturnType<typeof findTraining>>>;
export type FoundSession = FoundTraining["sessions"][number];

type Stored = Prisma.TrainingGetPayload<{ include: typeof withSessions }>;

function untouched(meetingId: string): Stored {
  return {
    ...{ meetingId, objectives: [], requiredAttendance: 80, requiredScore: null, version: 0 },
    ...{ skpValue: null, skpNumber: null, skpIssuer: null },
    ...{ sessions: [], competences: [], _count: { participants: 0 } },
  };
}

function shown({ sessions, competences, _count, ...training }: Stored) {
  const told = sessions.map(({ lessons, speakers, ...session }) => ({
    ...session,
    lessons: lessons.toNumber(),
    speakers: speakers.map(({ name, title, institution }) => ({ name, title, institution })),
  }));
  return {
    ...training,
    requiredScore: training.requiredScore?.toNumber() ?? null,
    skpValue: training.skpValue?.toNumber() ?? null,
    sessions: told,
    competences: competences.map(({ competence }) => competence),
    participants: _count.participants,
    totals: countOfForms(told),
  };
}
