import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { type Completion, completionOf } from "@/lib/trainings/completion";
import type { Prisma, Profession } from "@/prisma/generated/client";

/** A participant with what he attended: the delegate who came for him, where somebody did. */
export type ParticipantCompletion = Completion & {
  invitationId: string;
  name: string;
  title: string;
  institution: string;
  profession: Profession;
  organisationId: string | null;
  /** Null for a delegate: the record of the invited one says nothing of him. */
  staffId: string | null;
  isDelegate: boolean;
  /** Sessions that he reported by code, which no officer has confirmed: they do not count yet. */
  unconfirmed: number;
};

/** Post-test scores by invitation, 0 to 100. */
export type Scores = ReadonlyMap<string, number>;

export async function listCompletions(
  actor: Actor,
  meetingId: string,
  scores: Scores = new Map(),
): Promise<ParticipantCompletion[]> {
  return readCompletions(db, { meetingId, meeting: visibleTo(actor) }, scores);
}

/** The same for a write that has been allowed already, in its own transaction. */
export async function completionsWithin(tx: Db, meetingId: string, scores: Scores): Promise<ParticipantCompletion[]> {
  return readCompletions(tx, { meetingId }, scores);
}

async function readCompletions(
  from: Db,
  where: Prisma.TrainingWhereInput,
  scores: Scores,
): Promise<ParticipantCompletion[]> {
  const training = await from.training.findFirst({
    where,
    select: {
      requiredAttendance: true,
      requiredScore: true,
      sessions: { select: { id: true, lessons: true } },
      participants: {
        orderBy: [{ invitation: { protocolOrder: "asc" } }, { invitation: { holderName: "asc" } }],
        select: participant,
      },
    },
  });
  if (!training) return [];
  const rule = {
    requiredAttendance: training.requiredAttendance,
    requiredScore: training.requiredScore?.toNumber() ?? null,
  };
  const sessions = training.sessions.map(({ id, lessons }) => ({ id, lessons: lessons.toNumber() }));
  return training.participants.map((row) => {
    const { invitation } = row;
    const presences = invitation.attendance?.presences ?? [];
    const confirmed = presences.filter(({ confirmedAt }) => confirmedAt !== null);
    const attended = new Set(confirmed.map(({ sessionId }) => sessionId));
    const score = scores.get(row.invitationId) ?? null;
    return {
      ...completionOf(rule, sessions, attended, score),
      ...whoCame(row),
      invitationId: row.invitationId,
      profession: row.profession,
      organisationId: row.organisationId,
      unconfirmed: presences.length - confirmed.length,
    };
  });
}

const participant = {
  invitationId: true,
  staffId: true,
  profession: true,
  organisationId: true,
  invitation: {
    select: {
      title: true,
      institution: true,
      holderName: true,
      attendance: {
        select: {
          status: true,
          name: true,
          title: true,
          institution: true,
          presences: { where: { status: "PRESENT" }, select: { sessionId: true, confirmedAt: true } },
        },
      },
    },
  },
} satisfies Prisma.TrainingParticipantSelect;

type Row = Prisma.TrainingParticipantGetPayload<{ select: typeof participant }>;

function whoCame({ staffId, invitation }: Row) {
  const { attendance, holderName, title, institution } = invitation;
  if (attendance?.status !== "REPRESENTED")
    return { name: holderName ?? title, title, institution, staffId, isDelegate: false };
  return {
    name: attendance.name ?? attendance.title,
    title: attendance.title,
    institution: attendance.institution,
    staffId: null,
    isDelegate: true,
  };
}
