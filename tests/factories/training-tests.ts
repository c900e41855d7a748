import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Prisma, QuestionKind } from "@/prisma/generated/client";

type Options = Partial<Prisma.TrainingTestUncheckedCreateInput> & { meetingId: string };

/** A published post-test of two questions, the second a short text; begun by those named. */
export async function makeTest(begun: readonly { id: string }[], overrides: Options) {
  const question = (position: number, kind: QuestionKind) => ({
    ...{ id: randomUUID(), position, kind, text: `Soal ${position}`, accepted: [], points: 1 },
    ...(kind === "SHORT_TEXT" ? { options: [], correct: [] } : { options: ["Satu", "Dua"], correct: [1] }),
  });
  const test = await db.trainingTest.create({
    data: {
      ...{ id: randomUUID(), kind: "POST", publishedAt: new Date() },
      ...overrides,
      questions: { create: [question(1, "SINGLE"), question(2, "SHORT_TEXT")] },
    },
    include: { questions: { orderBy: { position: "asc" } } },
  });
  await db.testResult.createMany({
    data: begun.map(({ id: invitationId }) => ({ testId: test.id, invitationId, startedAt: new Date() })),
  });
  return test;
}
