import type { Actor } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { analyse, type ItemFigures } from "@/lib/training-tests/analysis";
import { gainOf, testKinds } from "@/lib/training-tests/names";
import { opennessOf } from "@/lib/training-tests/rules";
import { type Asked, type Given, scoreOf } from "@/lib/training-tests/score";
import type { Prisma, TestKind } from "@/prisma/generated/client";

export type CellState = "none" | "typed" | "running" | "handed in" | "not handed in";

export type TestCell = {
  state: CellState;
  score: number | null;
  answered: number;
  unmarked: number;
  late: number;
  answers: Map<string, Given>;
};

type FoundQuestion = Asked & {
  position: number;
  text: string;
  pictureId: string | null;
  bankQuestionId: string | null;
};

export type FoundTest = {
  id: string;
  minutes: number | null;
  publishedAt: Date | null;
  closedAt: Date | null;
  version: number;
  questions: FoundQuestion[];
  figures: Map<string, ItemFigures>;
};

export type TestPerson = {
  invitationId: string;
  name: string;
  institution: string;
  profession: Prisma.TrainingParticipantGetPayload<object>["profession"];
  PRE: TestCell;
  POST: TestCell;
  gain: number | null;
};

export type TestResults = { PRE: FoundTest | null; POST: FoundTest | null; people: TestPerson[] };

/** Everything about the tests of a training; null where there is none that the actor may see. */
export async function findTestResults(actor: Actor, meetingId: string, now: Date): Promise<TestResults | null> {
  if (!isId(meetingId)) return null;
  const seen = await db.meeting.count({ where: { AND: [{ id: meetingId, kind: "KALAKARYA" }, visibleTo(actor)] } });
  return seen > 0 ? readResults(db, meetingId, now) : null;
}

/** Scores of the post-test, 0 to 100, by invitation; who has none that counts is left out. */
export async function postTestScores(tx: Db, meetingId: string, now: Date): Promise<Map<string, number>> {
  const { people } = await readResults(tx, meetingId, now);
  return new Map(
    people.flatMap(({ invitationId, POST: { score } }) => (score === null ? [] : [[invitationId, score]])),
  );
}

const ofPeople = {
  invitationId: true,
  profession: true,
  invitation: { select: { holderName: true, title: true, institution: true } },
} satisfies Prisma.TrainingParticipantSelect;

async function readResults(tx: Db, meetingId: string, now: Date): Promise<TestResults> {
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { status: true, approvals: { where: { reopening: null }, select: { id: true } } },
  });
  const tests = await tx.trainingTest.findMany({
    where: { meetingId },
    include: { questions: { orderBy: { position: "asc" } }, results: { include: { answers: true } } },
  });
  const participants = await tx.trainingParticipant.findMany({
    where: { meetingId },
    orderBy: [{ invitation: { institution: "asc" } }, { invitation: { holderName: "asc" } }, { invitationId: "asc" }],
    take: 2000,
    select: ofPeople,
  });
  const state = { status: meeting.status, isApproved: meeting.approvals.length > 0 };
  const cells = new Map<TestKind, (invitationId: string) => TestCell>();
  const found: Record<TestKind, FoundTest | null> = { PRE: null, POST: null };
  for (const kind of testKinds) {
    const test = tests.find((one) => one.kind === kind);
    const results = new Map(test?.results.map((result) => [result.invitationId, result]));
    cells.set(kind, (invitationId) => {
      const result = results.get(invitationId);
      return test && result ? cellOf(test, result, { state, now }) : noCell;
    });
    if (!test) continue;
    const counted = test.results
      .map((result) => cellOf(test, result, { state, now }))
      .filter((cell) => cell.state === "handed in" || cell.state === "not handed in");
    const { id, minutes, publishedAt, closedAt, version, questions } = test;
    found[kind] = {
      ...{ id, minutes, publishedAt, closedAt, version, questions },
      figures: analyse(
        questions,
        counted.map(({ answers }) => answers),
      ),
    };
  }
  const cell = (kind: TestKind, invitationId: string) => cells.get(kind)?.(invitationId) ?? noCell;
  const people = participants.map(({ invitationId, profession, invitation }) => {
    const [PRE, POST] = [cell("PRE", invitationId), cell("POST", invitationId)];
    const { holderName, title, institution } = invitation;
    const who = { invitationId, profession, institution, name: holderName ?? title };
    return { ...who, PRE, POST, gain: gainOf(PRE.score, POST.score) };
  });
  return { ...found, people };
}

const noCell: TestCell = { state: "none", score: null, answered: 0, unmarked: 0, late: 0, answers: new Map() };

type StoredTest = Prisma.TrainingTestGetPayload<{
  include: { questions: true; results: { include: { answers: true } } };
}>;
type StoredResult = StoredTest["results"][number];
type Moment = { state: { status: Prisma.MeetingGetPayload<object>["status"]; isApproved: boolean }; now: Date };

/** A participant who began and did not hand in counts with what he had answered once his time is over. */
function cellOf(test: StoredTest, result: StoredResult, { state, now }: Moment): TestCell {
  const given = result.answers.filter(({ savedAt }) => savedAt);
  const answers = new Map<string, Given>(given.map((answer) => [answer.questionId, answer]));
  const late = result.answers.filter(({ lateAt }) => lateAt).length;
  const base = { answers, late, answered: answers.size, unmarked: 0 };
  if (!result.startedAt) {
    const score = result.typedScore?.toNumber() ?? null;
    return { ...base, score, state: score === null ? "none" : "typed" };
  }
  const openness = opennessOf({ ...test, meeting: state }, result, now);
  if (openness === "open") return { ...base, score: null, state: "running" };
  const { score, unmarked } = scoreOf(test.questions, answers);
  return { ...base, score, unmarked, state: result.handedInAt ? "handed in" : "not handed in" };
}
