// The monthly letter of a Dinkes to a puskesmas, made of the notes of the month.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findFeedback, listFeedback } from "@/lib/feedback/reads";
import { lastDayOf, monthBeside, monthKey, parseMonth, windowOf } from "@/lib/feedback/rules";
import { prepareFeedback, saveRemarks } from "@/lib/feedback/writes";
import { letterSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import { issuePaper } from "@/lib/papers/issue";
import { preparePaper } from "@/lib/papers/prepare";
import { textsOf } from "@/lib/papers/texts";
import { commentOnReport } from "@/lib/reviews/comments";
import { reviewSubmission } from "@/lib/reviews/writes";
import { dayOf } from "@/lib/time";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeReported } from "@/tests/factories/submissions";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";
import { expectSoundPdf, pagesOf } from "@/tests/setup/pdf";
import { ensurePrograms } from "@/tests/setup/programs";

const now = parseMonth(dayOf(new Date(), "Asia/Jakarta").slice(0, 7)) ?? { year: 2026, month: 1 };

async function office() {
  const kabupaten = await makeKabupaten();
  const host = await makePuskesmas({ parentId: kabupaten.id });
  return {
    host,
    kabupaten,
    staff: await makeActor("PUSKESMAS_STAFF", { organisationId: host.id }),
    reviewer: await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id }),
  };
}

const said = (reviewer: Actor, id: string, text: string) =>
  reviewSubmission(reviewer, id, { id: randomUUID(), decision: "ACCEPTED_WITH_NOTES", text });

function letter(number: string) {
  const words = { version: "0", subject: "Umpan balik", addressees: "Kepala Puskesmas", urgency: "ORDINARY", number };
  const signed = { signatorySeat: "Kepala Dinas Kesehatan", signatoryName: "dr. Laras Setyowati", place: "Kalianda" };
  return letterSchema.parse({ id: randomUUID(), day: dayOf(new Date(), "Asia/Jakarta"), ...words, ...signed });
}

const giveNumber = (reviewer: Actor, feedbackId: string, number = "440/12/2026") =>
  saveLetter(reviewer, { subject: { feedbackId }, paperKind: "feedback-letter", input: letter(number), issue: true });

test("months and what belongs to them", () => {
  expect([monthBeside({ year: 2026, month: 1 }, -1), monthBeside({ year: 2026, month: 12 }, 1)].map(monthKey)).toEqual([
    "2025-12",
    "2027-01",
  ]);
  expect(["2026-02", "2026-13", "26-02", ""].map(parseMonth)).toEqual([{ year: 2026, month: 2 }, null, null, null]);
  expect(lastDayOf({ year: 2028, month: 2 })).toBe("2028-02-29");
  expect(windowOf({ year: 2026, month: 1 }, "Asia/Jayapura")).toEqual({
    from: new Date("2025-11-30T15:00:00Z"),
    until: new Date("2026-01-31T15:00:00Z"),
  });
});

test("gathers the notes once; the puskesmas reads it when its letter has a number; later notes go into the next", async () => {
  const { host, staff, reviewer } = await office();
  const { submission } = await makeReported(host);
  const item = await db.actionItem.findFirstOrThrow();
  await said(reviewer, submission.id, "Lampirkan rekap kehadiran per sektor");
  await commentOnReport(reviewer, submission.id, item.id, { id: randomUUID(), text: "Siapa yang mendampingi?" });
  expect(await prepareFeedback(reviewer, now)).toEqual({ ok: true, count: 1 });
  const {
    feedback: [listed],
  } = await listFeedback(reviewer, now, 1);
  const id = listed?.id ?? "";
  expect(listed?._count).toEqual({ reviews: 1, comments: 1 });
  expect(await prepareFeedback(reviewer, now)).toMatchObject({ ok: false });
  expect(await saveRemarks(reviewer, id, { remarks: "Pertahankan", version: 0 })).toEqual({ ok: true });
  expect(await saveRemarks(reviewer, id, { remarks: "Lain", version: 0 })).toMatchObject({ ok: false });
  expect(await findFeedback(staff, id)).toBeNull();
  expect((await preparePaper(reviewer, "umpan-balik", id, {}))?.blocked).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Nomor surat belum diterbitkan/)]),
  );

  expect(await giveNumber(reviewer, id)).toMatchObject({ ok: true, number: "440/12/2026" });
  expect((await findFeedback(staff, id))?.remarks).toBe("Pertahankan");
  expect(await saveRemarks(reviewer, id, { remarks: "Lain", version: 1 })).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/^Surat ini sudah bernomor/),
  });
  expect(await db.event.count({ where: { action: "feedback.sent" } })).toBe(1);

  const later = await makeReported(host, { meeting: { secondReason: "Uji" } });
  await said(reviewer, later.submission.id, "Catatan susulan");
  expect(await prepareFeedback(reviewer, now)).toMatchObject({ ok: false });
  expect((await findFeedback(staff, id))?.reviews).toHaveLength(1);
  expect(await db.submissionReview.count({ where: { feedbackId: null } })).toBe(1);
});

test("the letter is a PDF with number, day, results and comments", { timeout: 120_000 }, async () => {
  await ensurePrograms("pdfinfo", "pdffonts", "pdftotext", "qpdf");
  const { host, staff, reviewer } = await office();
  const { meeting, submission } = await makeReported(host);
  await said(reviewer, submission.id, "Lampirkan rekap <b>kehadiran</b>");
  await prepareFeedback(reviewer, now);
  const { id } = await db.monthlyFeedback.findFirstOrThrow();
  await giveNumber(reviewer, id);
  const prepared = await preparePaper(staff, "umpan-balik", id, {});
  expect(prepared?.blocked).toEqual([]);
  expect(
    prepared
      ? textsOf(prepared.paper)
          .map(({ text }) => text)
          .join("\n")
      : "",
  ).toContain("Lampirkan rekap <b>kehadiran</b>");
  const issued = await issuePaper(staff, "umpan-balik", id, {});
  if (!issued.ok) throw new Error(issued.reason);
  await expectSoundPdf(Buffer.from(issued.file.bytes));
  const words = (await pagesOf(Buffer.from(issued.file.bytes))).join(" ").replace(/\s+/g, " ");
  for (const part of ["440/12/2026", "dr. Laras Setyowati", meeting.title, "Diterima dengan catatan"])
    expect(words).toContain(part);
});

test("two who gather at once make one letter; a cluster's reviewer gathers his own puskesmas only", async () => {
  const { kabupaten, host, reviewer } = await office();
  const admin = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  for (const of of [host, other]) await said(reviewer, (await makeReported(of)).submission.id, "Baik");
  const mine: Actor = { ...reviewer, within: [host.id] };
  expect(await prepareFeedback(mine, now)).toEqual({ ok: true, count: 1 });
  await allEnded([prepareFeedback(admin, now), prepareFeedback(admin, now)]);
  expect(await db.monthlyFeedback.count()).toBe(2);
  expect(await db.submissionReview.count({ where: { feedbackId: null } })).toBe(0);
  expect((await listFeedback(mine, now, 1)).feedback.map(({ puskesmas }) => puskesmas.id)).toEqual([host.id]);
});

test("a month to come is refused, and nobody else writes it", async () => {
  const { host, staff, reviewer } = await office();
  expect(await prepareFeedback(reviewer, monthBeside(now, 1))).toMatchObject({ ok: false });
  await expect(prepareFeedback(staff, now)).rejects.toThrow(NotAllowed);
  await said(reviewer, (await makeReported(host)).submission.id, "Baik");
  await prepareFeedback(reviewer, now);
  const { id } = await db.monthlyFeedback.findFirstOrThrow();
  const stranger = await makeActor("DINKES_ADMIN");
  for (const actor of [staff, stranger]) {
    await expect(saveRemarks(actor, id, { remarks: "x", version: 0 })).rejects.toThrow(NotAllowed);
    await expect(giveNumber(actor, id)).rejects.toThrow(NotAllowed);
    expect(await findFeedback(actor, id)).toBeNull();
  }
});
