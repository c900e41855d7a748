import { randomUUID } from "node:crypto";
import { type Actor, isDinkes, NotAllowed, type Outcome, organisationsWithin, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { by, recordEvent, recordEvents } from "@/lib/events/record";
import { canGiveFeedback, isIssued, type Month, monthKey, monthWords, windowOf } from "@/lib/feedback/rules";
import type { RemarksInput } from "@/lib/feedback/schema";
import { feedbackVisibleTo, numbered } from "@/lib/feedback/visible";
import { dayOf } from "@/lib/time";
import { transact } from "@/lib/transact";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Gathers the notes of a month that no letter tells of yet, one feedback for each puskesmas. Asked for again, it takes
 * in what came since; a letter that has its number stays as it is.
 */
export async function prepareFeedback(actor: Actor, month: Month): Promise<Outcome<{ count: number }>> {
  if (!isDinkes(actor)) throw new NotAllowed(actor, "give feedback");
  const { timeZone, id: dinkesId } = actor.organisation;
  if (monthKey(month) > dayOf(new Date(), timeZone).slice(0, 7))
    return refuse(`${monthWords(month)} belum tiba. Pilih bulan ini atau bulan yang sudah lewat.`);
  return transact<Outcome<{ count: number }>>(async (tx) => {
    const notes = notesOf(actor, month);
    const puskesmasIds = await listNoted(tx, notes);
    await tx.monthlyFeedback.createMany({
      data: puskesmasIds.map((puskesmasId) => ({
        id: randomUUID(),
        dinkesId,
        puskesmasId,
        ...month,
        creator: actor.name,
      })),
      skipDuplicates: true,
    });
    // Held, so that no letter of them gets its number meanwhile.
    await tx.$queryRaw`SELECT 1 FROM "MonthlyFeedback" WHERE "dinkesId" = ${dinkesId}::uuid AND year = ${month.year}
      AND month = ${month.month} AND "puskesmasId" = ANY(${puskesmasIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
    const open = await tx.monthlyFeedback.findMany({
      where: { dinkesId, ...month, puskesmasId: { in: puskesmasIds }, letters: { none: numbered } },
      select: { id: true, puskesmasId: true, puskesmas: { select: { name: true } } },
    });
    for (const { id, puskesmasId } of open) await takeIn(tx, notes, { id, puskesmasId });
    if (open.length === 0)
      return refuse(`Tidak ada catatan tinjauan ${monthWords(month)} yang belum masuk surat umpan balik.`);
    await recordEvents(
      tx,
      by(actor),
      open.map(({ id, puskesmas }) => ({
        action: "feedback.prepared",
        subjectId: id,
        organisationId: dinkesId,
        data: { puskesmas: puskesmas.name, month: monthWords(month) },
      })),
    );
    return { ok: true, count: open.length };
  });
}

type Notes = { reviews: Prisma.SubmissionReviewWhereInput; comments: Prisma.CommentWhereInput };

function notesOf(actor: Actor, month: Month): Notes {
  const { from, until } = windowOf(month, actor.organisation.timeZone);
  const submission = { dinkesId: actor.organisation.id, meeting: { host: organisationsWithin(actor) } };
  return {
    reviews: { feedbackId: null, reviewedAt: { gte: from, lt: until }, submission },
    comments: { feedbackId: null, answersId: null, createdAt: { gte: from, lt: until }, submission },
  };
}

async function listNoted(tx: Db, { reviews, comments }: Notes): Promise<string[]> {
  const host = { select: { submission: { select: { meeting: { select: { hostId: true } } } } } };
  const found = [
    ...(await tx.submissionReview.findMany({ where: reviews, ...host })),
    ...(await tx.comment.findMany({ where: comments, ...host })),
  ];
  return [...new Set(found.flatMap(({ submission }) => submission?.meeting.hostId ?? []))].sort();
}

async function takeIn(tx: Db, { reviews, comments }: Notes, feedback: { id: string; puskesmasId: string }) {
  const data = { feedbackId: feedback.id };
  const submission = { meeting: { hostId: feedback.puskesmasId } };
  await tx.submissionReview.updateMany({ where: { AND: [reviews, { submission }] }, data });
  await tx.comment.updateMany({ where: { AND: [comments, { submission }] }, data });
}

export async function saveRemarks(actor: Actor, id: string, { remarks, version }: RemarksInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const feedback = await holdFeedback(tx, actor, id);
    if (isIssued(feedback)) return refuse("Surat ini sudah bernomor. Batalkan nomornya dulu untuk mengubah isinya.");
    if (feedback.version !== version)
      return refuse("Umpan balik ini baru saja diubah orang lain. Muat ulang halaman ini, lalu isi lagi.");
    if (feedback.remarks === remarks) return { ok: true };
    await tx.monthlyFeedback.update({ where: { id }, data: { remarks, version: { increment: 1 } } });
    const { dinkesId: organisationId, puskesmas } = feedback;
    const data = { puskesmas: puskesmas.name, month: monthWords(feedback), before: feedback.remarks, after: remarks };
    await recordEvent(tx, by(actor), { action: "feedback.remarked", subjectId: id, organisationId, data });
    return { ok: true };
  });
}

/**
 * Holds a feedback for a change by its own Dinkes.
 * @throws NotAllowed for anybody else
 */
export async function holdFeedback(tx: Db, actor: Actor, id: string) {
  if (!isId(id)) throw new NotAllowed(actor, `write feedback ${id}`);
  await tx.$queryRaw`SELECT 1 FROM "MonthlyFeedback" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const feedback = await tx.monthlyFeedback.findFirst({
    where: { AND: [{ id }, feedbackVisibleTo(actor)] },
    select: {
      ...{ id: true, dinkesId: true, year: true, month: true, remarks: true, version: true },
      puskesmas: { select: { name: true } },
      letters: { where: numbered, select: { id: true } },
    },
  });
  if (!feedback || !canGiveFeedback(actor, feedback)) throw new NotAllowed(actor, `write feedback ${id}`);
  return feedback;
}
