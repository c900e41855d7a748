import { db } from "@/lib/db";
import { type Openness, opennessOf } from "@/lib/training-tests/rules";
import { optionOrder, shuffled } from "@/lib/training-tests/shuffle";
import type { Prisma, QuestionKind, TestKind } from "@/prisma/generated/client";

// What a participant sees on his personal link: his own tests and answers, and never which answer is right.

const ofLink = {
  id: true,
  holderName: true,
  title: true,
  institution: true,
  meeting: {
    select: {
      id: true,
      kind: true,
      title: true,
      timeZone: true,
      status: true,
      hostId: true,
      approvals: { where: { reopening: null }, select: { id: true } },
    },
  },
  participant: { select: { meetingId: true } },
} satisfies Prisma.InvitationSelect;

type Link = Prisma.InvitationGetPayload<{ select: typeof ofLink }>;

export type ParticipantLink = Omit<Link, "participant">;

/** Who takes part in a training by this link; null for a wrong one, for a guest, and before it is scheduled. */
export async function findParticipant(tokenHash: string): Promise<ParticipantLink | null> {
  const found = await db.invitation.findUnique({ where: { tokenHash }, select: ofLink });
  return found?.participant && found.meeting.status !== "DRAFT" ? found : null;
}

export const participantName = ({ holderName, title, institution }: ParticipantLink) =>
  holderName ?? `${title}, ${institution}`;

export function stateOf(test: { publishedAt: Date | null; closedAt: Date | null }, { meeting }: ParticipantLink) {
  return { ...test, meeting: { status: meeting.status, isApproved: meeting.approvals.length > 0 } };
}

const resultOf = (invitationId: string) =>
  ({
    where: { invitationId },
    select: { startedAt: true, until: true, reopenedAt: true, handedInAt: true },
  }) satisfies Prisma.TrainingTest$resultsArgs;

export type TestOnLink = {
  kind: TestKind;
  minutes: number | null;
  questions: number;
  openness: Openness;
  startedAt: Date | null;
  handedInAt: Date | null;
};

export async function listTestsOnLink(link: ParticipantLink, now: Date): Promise<TestOnLink[]> {
  const tests = await db.trainingTest.findMany({
    where: { meetingId: link.meeting.id, publishedAt: { not: null } },
    orderBy: { kind: "asc" },
    select: {
      kind: true,
      minutes: true,
      publishedAt: true,
      closedAt: true,
      results: resultOf(link.id),
      _count: { select: { questions: true } },
    },
  });
  return tests
    .filter(({ _count }) => _count.questions > 0)
    .map(({ kind, minutes, results: [result], _count, ...test }) => ({
      ...{ kind, minutes, questions: _count.questions },
      openness: opennessOf(stateOf(test, link), result ?? null, now),
      startedAt: result?.startedAt ?? null,
      handedInAt: result?.handedInAt ?? null,
    }));
}

export function isAnswered(kind: QuestionKind, { chosen, text }: { chosen: readonly number[]; text: string | null }) {
  if (kind === "SHORT_TEXT") return text !== null;
  return kind === "ORDER" ? chosen.some((rank) => rank > 0) : chosen.length > 0;
}

export type SheetQuestion = {
  id: string;
  position: number;
  kind: QuestionKind;
  text: string;
  pictureId: string | null;
  /** In the order this participant sees them, with their place in the question. */
  options: { place: number; words: string }[];
  chosen: number[];
  said: string | null;
};

export type Sheet = {
  testId: string;
  minutes: number | null;
  openness: Openness;
  startedAt: Date | null;
  until: Date | null;
  handedInAt: Date | null;
  answered: number;
  late: number;
  questions: SheetQuestion[];
};

const asked = { id: true, position: true, kind: true, text: true, options: true, pictureId: true } as const;

/** One test as this participant sees it: the same order of questions and options at every look. */
export async function findSheet(link: ParticipantLink, kind: TestKind, now: Date): Promise<Sheet | null> {
  const test = await db.trainingTest.findUnique({
    where: { meetingId_kind: { meetingId: link.meeting.id, kind } },
    select: {
      ...{ id: true, minutes: true, publishedAt: true, closedAt: true },
      results: resultOf(link.id),
      questions: { orderBy: { position: "asc" }, select: asked },
    },
  });
  if (!test?.publishedAt || test.questions.length === 0) return null;
  const answers = await db.testAnswer.findMany({
    where: { testId: test.id, invitationId: link.id },
    select: { questionId: true, chosen: true, text: true, savedAt: true, lateAt: true },
  });
  const given = new Map(answers.filter(({ savedAt }) => savedAt).map((answer) => [answer.questionId, answer]));
  const [result] = test.results;
  return {
    ...{ testId: test.id, minutes: test.minutes },
    openness: opennessOf(stateOf(test, link), result ?? null, now),
    startedAt: result?.startedAt ?? null,
    until: result?.until ?? null,
    handedInAt: result?.handedInAt ?? null,
    answered: test.questions.filter(({ id, kind }) => {
      const answer = given.get(id);
      return answer && isAnswered(kind, answer);
    }).length,
    late: answers.filter(({ lateAt }) => lateAt).length,
    questions: shuffled(test.questions, `${test.id} ${link.id}`).map((question) => ({
      ...question,
      options: optionOrder(question, link.id).map((place) => ({ place, words: question.options[place] ?? "" })),
      chosen: given.get(question.id)?.chosen ?? [],
      said: given.get(question.id)?.text ?? null,
    })),
  };
}

export async function findSheetPicture(link: ParticipantLink, pictureId: string) {
  return db.document.findFirst({
    where: {
      id: pictureId,
      inTests: {
        some: {
          test: {
            meetingId: link.meeting.id,
            publishedAt: { not: null },
            results: { some: { invitationId: link.id, startedAt: { not: null } } },
          },
        },
      },
    },
    select: { id: true, mimeType: true, objectKey: true },
  });
}
