import { randomUUID } from "node:crypto";
import { type CauseGroupName, causeGroups } from "@/lib/problems/schema";
import { type ProblemRow, problemRow } from "@/tests/factories/problems";
import { earlier } from "./calendar";
import { byStaff, type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import type { Staff, Village } from "./offices";

type Raised = {
  statement: string;
  /** Part of the indicator's name. */
  indicator?: string;
  evidence?: string;
  villages?: readonly Village[];
  causes?: Partial<Record<CauseGroupName, readonly string[]>>;
  tieOrder?: number;
};

/** Problems of a meeting in the order they were raised, until `at` or until now. */
export function raise(rows: Rows, demo: DemoMeeting, at: Date, raised: readonly Raised[]): ProblemRow[] {
  return raised.map(({ indicator, villages = [], causes = {}, ...facts }, index) => {
    const problem = problemRow({
      ...facts,
      meetingId: demo.meeting.id,
      puskesmasId: demo.by.office.id,
      number: index + 1,
      indicatorId: rows.indicators.find(({ name }) => indicator && name.includes(indicator))?.id ?? null,
      createdById: demo.by.user.id,
      createdAt: earlier(at, demo.calendar.now),
    });
    rows.problems.push(problem);
    rows.problemVillages.push(...villages.map(({ code }) => ({ problemId: problem.id, villageCode: code })));
    const lines = causeGroups.flatMap((group) => (causes[group] ?? []).map((text) => ({ group, text })));
    rows.problemCauses.push(
      ...lines.map((line, position) => ({ id: randomUUID(), problemId: problem.id, ...line, position })),
    );
    const data = { number: index + 1, statement: problem.statement, evidence: problem.evidence ?? null };
    const event = { action: "problem.added" as const, subjectId: problem.id, data };
    record(rows, demo, earlier(at, demo.calendar.now), event);
    return problem;
  });
}

type Triple = readonly [urgency: number, seriousness: number, growth: number];

/** U, S and G of one person, an account or a name typed by the keeper of the record, for problems in their order. */
export function score(
  rows: Rows,
  demo: DemoMeeting,
  at: Date,
  who: Staff | string,
  problems: readonly ProblemRow[],
  triples: readonly Triple[],
) {
  const staff = typeof who === "string" ? demo.by : who;
  const scorer = typeof who === "string" ? who : who.user.name;
  const scoredAt = earlier(at, demo.calendar.now);
  const account = typeof who === "string" ? {} : { userId: who.user.id, personId: who.user.personId };
  const id = randomUUID();
  rows.scorers.push({ id, meetingId: demo.meeting.id, name: scorer, createdAt: scoredAt, ...account });
  triples.forEach(([urgency, seriousness, growth], index) => {
    rows.problemScores.push({
      problemId: problems[index]?.id ?? "",
      scorerId: id,
      urgency,
      seriousness,
      growth,
      scoredById: staff.user.id,
      scoredAt,
    });
  });
  const scores = triples.map(([urgency, seriousness, growth], index) => ({
    number: problems[index]?.number ?? 0,
    before: null,
    after: { urgency, seriousness, growth },
  }));
  const event = { action: "score.recorded" as const, subjectId: id, data: { scorer, scores } };
  record(rows, demo, scoredAt, event, byStaff(staff));
}

/** The forum's word between equals, by their numbers. */
export function decide(rows: Rows, demo: DemoMeeting, at: Date, rank: number, order: readonly number[], note: string) {
  const data = { rank, order: [...order], note };
  record(rows, demo, earlier(at, demo.calendar.now), { action: "problem.order-decided", data });
}
