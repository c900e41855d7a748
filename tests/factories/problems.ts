import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Prisma, Problem } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type ProblemOptions = Partial<Prisma.ProblemCreateManyInput> & { meetingId: string; puskesmasId: string };
export type ProblemRow = Prisma.ProblemCreateManyInput & { id: string };

/** A problem of a meeting; not saved. */
export function problemRow(overrides: ProblemOptions): ProblemRow {
  const number = overrides.number ?? nextNumber();
  return { statement: `Masalah uji ${number}`, ...overrides, number, id: overrides.id ?? randomUUID() };
}

/** The scorer of that name in a meeting; a test that wants namesakes makes them itself. */
async function scorerNamed(meetingId: string, name: string): Promise<string> {
  const known = await db.scorer.findFirst({ where: { meetingId, name } });
  return (known ?? (await db.scorer.create({ data: { id: randomUUID(), meetingId, name } }))).id;
}

type Parts = {
  villageCodes?: string[];
  causes?: Pick<Prisma.ProblemCauseCreateManyInput, "group" | "text">[];
  /** Scores by name: { Ratna: [5, 4, 3] }. */
  scores?: Record<string, [number, number, number]>;
};

/** A problem with its desa, causes and scores. */
export async function makeProblem({
  villageCodes = [],
  causes = [],
  scores = {},
  ...overrides
}: ProblemOptions & Parts): Promise<Problem> {
  const problem = await db.problem.create({ data: problemRow(overrides) });
  const problemId = problem.id;
  await db.problemVillage.createMany({ data: villageCodes.map((villageCode) => ({ problemId, villageCode })) });
  await db.problemCause.createMany({
    data: causes.map((cause, position) => ({ ...cause, id: randomUUID(), problemId, position })),
  });
  for (const [name, [urgency, seriousness, growth]] of Object.entries(scores)) {
    const scorerId = await scorerNamed(problem.meetingId, name);
    await db.problemScore.create({ data: { problemId, scorerId, urgency, seriousness, growth } });
  }
  return problem;
}
