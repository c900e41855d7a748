import type { Db } from "@/lib/db";
import { type Author, recordEvent } from "@/lib/events/record";
import { monthWords } from "@/lib/feedback/rules";

export async function tellSent(tx: Db, author: Author, feedbackId: string, number: string): Promise<void> {
  const feedback = await tx.monthlyFeedback.findUniqueOrThrow({
    where: { id: feedbackId },
    select: { dinkesId: true, year: true, month: true, puskesmas: { select: { id: true, name: true } } },
  });
  const { dinkesId: organisationId, puskesmas } = feedback;
  await recordEvent(tx, author, {
    action: "feedback.sent",
    subjectId: feedbackId,
    organisationId,
    data: { puskesmas: puskesmas.name, puskesmasId: puskesmas.id, month: monthWords(feedback), number },
  });
}
