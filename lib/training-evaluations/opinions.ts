import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { fewestShown, opinionDays, type QuestionResult, summarise } from "@/lib/training-evaluations/questions";
import type { MeetingStatus } from "@/prisma/generated/enums";

export type OpinionState = "open" | "early" | "closed" | "sent";

const asked = {
  invitationId: true,
  opinionSent: { select: { invitationId: true } },
  training: {
    select: {
      sessions: { orderBy: { startsAt: "desc" }, take: 1, select: { startsAt: true, endsAt: true } },
      meeting: {
        select: { id: true, title: true, status: true, startsAt: true, endsAt: true, host: { select: { name: true } } },
      },
    },
  },
} as const;

type Session = { startsAt: Date; endsAt: Date };
type Held = { status: MeetingStatus; startsAt: Date; endsAt: Date | null };

/** From the beginning of the last session until a month after it. */
export function stateOf(meeting: Held, last: Session | undefined, hasSent: boolean, now: Date): OpinionState {
  if (hasSent) return "sent";
  const begins = last?.startsAt ?? meeting.startsAt;
  const ends = last?.endsAt ?? meeting.endsAt ?? meeting.startsAt;
  if (meeting.status === "CANCELLED" || now.getTime() > ends.getTime() + opinionDays * 86_400_000) return "closed";
  const isHeld = meeting.status === "IN_PROGRESS" || meeting.status === "CLOSED";
  return isHeld && now >= begins ? "open" : "early";
}

/** What the holder of a participant's link may say now; null where the link is no participant's. */
export async function findOpinionAsked(tokenHash: string, now: Date) {
  const found = await db.trainingParticipant.findFirst({
    where: { invitation: { tokenHash, meeting: { status: { not: "DRAFT" } } } },
    select: asked,
  });
  if (!found) return null;
  const { meeting, sessions } = found.training;
  return {
    invitationId: found.invitationId,
    meetingId: meeting.id,
    title: meeting.title,
    host: meeting.host.name,
    state: stateOf(meeting, sessions[0], found.opinionSent !== null, now),
  };
}

export type OpinionAsked = NonNullable<Awaited<ReturnType<typeof findOpinionAsked>>>;

export type OpinionResults = {
  participants: number;
  answered: number;
  /** Null where there are too few to be shown without telling whose they are. */
  results: QuestionResult[] | null;
  mostUseful: string[];
  suggestions: string[];
};

/** What participants think of a training that the actor sees, without whose it is; null where it is no training. */
export async function findOpinions(actor: Actor, meetingId: string): Promise<OpinionResults | null> {
  if (!isId(meetingId)) return null;
  const training = await db.training.findFirst({
    where: { meetingId, meeting: visibleTo(actor) },
    select: {
      _count: { select: { participants: true } },
      // By their id, which is made by chance: in no order of time.
      opinions: { orderBy: { id: "asc" }, select: { mostUseful: true, suggestion: true } },
    },
  });
  if (!training) return null;
  const { opinions, _count } = training;
  const counts = { participants: _count.participants, answered: opinions.length };
  if (opinions.length < fewestShown) return { ...counts, results: null, mostUseful: [], suggestions: [] };
  const ratings = await db.trainingOpinionRating.groupBy({
    by: ["question", "rating"],
    where: { opinion: { meetingId } },
    _count: true,
  });
  return {
    ...counts,
    results: summarise(ratings.map(({ question, rating, _count: count }) => ({ question, rating, count }))),
    mostUseful: opinions.flatMap(({ mostUseful }) => mostUseful ?? []),
    suggestions: opinions.flatMap(({ suggestion }) => suggestion ?? []),
  };
}
