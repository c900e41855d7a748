import type { Actor } from "@/lib/actor";
import { forwardState } from "@/lib/escalations/rules";
import { dateToDay } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

export const answered = {
  orderBy: { answeredAt: "asc" },
  take: 200,
  include: { letters: { orderBy: { createdAt: "asc" }, select: { id: true, name: true, mimeType: true, size: true } } },
} satisfies Prisma.Escalation$answersArgs;

export const withForwards = {
  orderBy: [{ forwardedAt: "asc" }, { id: "asc" }],
  take: 50,
  include: { from: { select: { name: true, kind: true } } },
} satisfies Prisma.Escalation$forwardsArgs;

type StoredAnswer = Prisma.EscalationAnswerGetPayload<typeof answered>;
type StoredForward = Prisma.EscalationForwardGetPayload<typeof withForwards>;

export function shownAnswers(answers: readonly StoredAnswer[]) {
  return answers.map(({ letterDate, dueOn, ...answer }) => ({
    ...answer,
    letterDate: letterDate ? dateToDay(letterDate) : null,
    dueOn: dueOn ? dateToDay(dueOn) : null,
  }));
}

export type ShownAnswer = ReturnType<typeof shownAnswers>[number];

/** From below upwards; an office unknown here is as high as a Dinkes of a district. */
const ranks: Record<string, number> = { PUSKESMAS: 0, PROVINCIAL_DINKES: 2, MINISTRY: 3 };
const rankOf = (kind: string) => ranks[kind] ?? 1;

/** The way an escalation took: everybody sees where it is; what was asked, and whom, the levels from which it went up. */
export function shownForwards(actor: Actor, forwards: readonly StoredForward[], answers: readonly ShownAnswer[]) {
  const rank = rankOf(actor.organisation.kind);
  return forwards.map(({ asked, contact, answerBy, ...forward }) => {
    const seesAll = rank >= rankOf(forward.from.kind);
    const own = answers.filter(({ forwardId }) => forwardId === forward.id);
    return {
      ...forward,
      asked: seesAll ? asked : null,
      contact: seesAll ? contact : null,
      answerBy: dateToDay(answerBy),
      answers: own,
      state: forwardState(forward.closedAt, own.at(-1)?.outcome ?? null),
    };
  });
}

export type ShownForward = ReturnType<typeof shownForwards>[number];
