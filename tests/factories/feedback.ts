import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { MonthlyFeedback } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type Options = { dinkesId: string; puskesmasId: string; id?: string; isNumbered?: boolean };

/** The feedback of June 2026, sent with a number unless told otherwise. */
export async function makeFeedback({ isNumbered = true, ...options }: Options): Promise<MonthlyFeedback> {
  const data = { id: randomUUID(), year: 2026, month: 6, creator: "Peninjau", ...options };
  const feedback = await db.monthlyFeedback.create({ data });
  if (isNumbered) await makeFeedbackLetter(feedback);
  return feedback;
}

async function makeFeedbackLetter({ id: feedbackId, dinkesId }: MonthlyFeedback) {
  const number = `440/${nextNumber()}/2026`;
  await db.letter.create({
    data: {
      ...{ id: randomUUID(), organisationId: dinkesId, paperKind: "feedback-letter", feedbackId, issuer: dinkesId },
      ...{ year: 2026, number, numberKey: number, subject: "Umpan balik", addressees: "Kepala", creator: "Peninjau" },
    },
  });
}
