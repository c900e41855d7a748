// A report goes to the Dinkes, is accepted or returned, and comes again as the next revision.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { submitMeeting } from "@/lib/approvals/submit";
import { approveMeeting, reopenApproval } from "@/lib/approvals/writes";
import { db } from "@/lib/db";
import { listEvents } from "@/lib/events/reads";
import { listItemsNeedingAttention } from "@/lib/follow-up/reads";
import { findMeeting } from "@/lib/meetings/reads";
import { editNote } from "@/lib/minutes/writes";
import { answerComment, closeComment } from "@/lib/plan/comments";
import { listThreads } from "@/lib/plan/threads";
import { commentOnReport } from "@/lib/reviews/comments";
import { findNeighbours, findQueue, findReport, listQueuesBelow, listReports } from "@/lib/reviews/reads";
import { type ReviewInput, reviewSchema } from "@/lib/reviews/schema";
import { notYours, reviewSubmission } from "@/lib/reviews/writes";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeReported } from "@/tests/factories/submissions";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function office() {
  const province = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: province.id });
  const host = await makePuskesmas({ parentId: kabupaten.id });
  return {
    province,
    kabupaten,
    host,
    kepala: await makeActor("PUSKESMAS_HEAD", { organisationId: host.id }),
    staff: await makeActor("PUSKESMAS_STAFF", { organisationId: host.id }),
    reviewer: await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id, name: "Ratna" }),
    provincial: await makeActor("DINKES_ADMIN", { organisationId: province.id }),
  };
}

const accept = (): ReviewInput => ({ id: randomUUID(), decision: "ACCEPTED", text: null });
const withNotes = (text: string): ReviewInput => ({ id: randomUUID(), decision: "ACCEPTED_WITH_NOTES", text });
const giveBack = (text: string): ReviewInput => ({ id: randomUUID(), decision: "RETURNED", text });
const filter = { keadaan: "menunggu", puskesmas: undefined, halaman: 1 } as const;
const stateOf = async (actor: Parameters<typeof findMeeting>[0], id: string) =>
  (await findMeeting(actor, id))?.submissions.map(({ decision }) => decision);

describe("what a form sends", () => {
  const parse = (form: object) => {
    const read = reviewSchema.safeParse({ id: randomUUID(), ...form });
    return read.success ? read.data.text : read.error.issues.map(({ message }) => message);
  };

  test.each([
    [{ decision: "RETURNED", text: "  " }, [expect.stringMatching(/^Isi alasan pengembalian/)]],
    [{ decision: "RETURNED" }, [expect.stringMatching(/^Isi alasan pengembalian/)]],
    [{ decision: "ACCEPTED_WITH_NOTES", text: "\n" }, ["Isi catatan untuk puskesmas"]],
    [{ decision: "ACCEPTED_WITH_NOTES", text: "x".repeat(2001) }, ["Catatan atau alasan paling banyak 2000 huruf"]],
    [{ decision: "ACCEPTED", text: "baik" }, [expect.stringMatching(/^Anda menulis catatan/)]],
    [{ decision: "ACCEPTED" }, null],
    [{ decision: "HAPUS" }, ["Pilih hasil tinjauan"]],
    [{}, ["Pilih hasil tinjauan"]],
  ])("number %$ says what is missing", (form, said) => {
    expect(parse(form)).toEqual(said);
  });
});

describe("scenario 23: a return and the next revision", () => {
  test("the puskesmas reads the reason, mends, sends revision 2; revision 1 stays as it was sent", async () => {
    const { host, kepala, staff, reviewer } = await office();
    const { meeting, submission } = await makeReported(host);
    expect(await reviewSubmission(reviewer, submission.id, giveBack("Hambatan belum jelas"))).toEqual({ ok: true });
    expect(await stateOf(staff, meeting.id)).toEqual(["RETURNED"]);
    expect((await findQueue(reviewer, new Date())).count).toBe(0);

    const approval = await db.approval.findFirstOrThrow();
    await reopenApproval(kepala, meeting.id, { approvalId: approval.id, reason: "Dikembalikan Dinkes" });
    const note = await db.note.findFirstOrThrow({ where: { section: "OBSTACLES" } });
    const changed = { ...note, seenVillage: null, text: "Jalan ke dusun terjauh putus saat hujan" };
    await editNote(staff, meeting.id, note.id, { ...changed, version: note.version, person: null });
    await approveMeeting(kepala, meeting.id, randomUUID());
    const id = randomUUID();
    expect(await submitMeeting(staff, meeting.id, { id, note: null })).toEqual({ ok: true, number: 2 });

    const texts = async (of: string) =>
      (await findReport(reviewer, of))?.content.minutes.find(({ section }) => section === "OBSTACLES")?.text;
    expect(await texts(submission.id)).toBe(note.text);
    expect(await texts(id)).toBe("Jalan ke dusun terjauh putus saat hujan");
    expect((await findReport(staff, submission.id))?.review).toMatchObject({ text: "Hambatan belum jelas" });
    expect(await reviewSubmission(reviewer, submission.id, accept())).toMatchObject({ ok: false });
    expect(await reviewSubmission(reviewer, id, accept())).toEqual({ ok: true });
    expect(await stateOf(reviewer, meeting.id)).toEqual(["RETURNED", "ACCEPTED"]);
    expect(await submitMeeting(staff, meeting.id, { id: randomUUID(), note: null })).toMatchObject({ ok: false });
    const { events } = await listEvents(reviewer, { meetingId: meeting.id });
    expect(events.map(({ verb, lines }) => [verb, lines])).toEqual(
      expect.arrayContaining([
        ["mengembalikan laporan", ["revisi: 1", "alasan: Hambatan belum jelas"]],
        ["menerima laporan", ["revisi: 2"]],
      ]),
    );
  });

  test("may be answered by sending again as it is, with a note", async () => {
    const { host, staff, reviewer } = await office();
    const { meeting, submission } = await makeReported(host);
    await reviewSubmission(reviewer, submission.id, giveBack("Foto mana?"));
    const again = { id: randomUUID(), note: "Fotonya sudah ada di Dokumen" };
    expect(await submitMeeting(staff, meeting.id, again)).toEqual({ ok: true, number: 2 });
    expect(await submitMeeting(staff, meeting.id, again)).toEqual({ ok: true, number: 2 });
    expect(await db.submission.count({ where: { settledAt: null } })).toBe(1);
  });

  test("the reviewer changes no word of the puskesmas", async () => {
    const { host, reviewer } = await office();
    const { meeting, submission } = await makeReported(host);
    const words = async () => ({
      meeting: await db.meeting.findMany(),
      notes: await db.note.findMany({ orderBy: { id: "asc" } }),
      items: await db.actionItem.findMany({ orderBy: { id: "asc" } }),
      documents: await db.document.findMany({ orderBy: { id: "asc" } }),
      attendances: await db.attendance.findMany({ orderBy: { id: "asc" } }),
      approvals: await db.approval.findMany(),
      sent: await db.submission.findMany({ select: { content: true, note: true, submitter: true } }),
    });
    const before = await words();
    await reviewSubmission(reviewer, submission.id, withNotes("Baik sekali"));
    expect(await words()).toEqual(before);
    await expect(
      editNote(reviewer, meeting.id, before.notes[0]?.id ?? "", { text: "Lain", version: 0 } as never),
    ).rejects.toThrow(NotAllowed);
  });
});

describe("two at once", () => {
  test("of two reviewers one decides, and the other is told what", async () => {
    const { host, kabupaten, reviewer } = await office();
    const second = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id, name: "Budi" });
    const { submission } = await makeReported(host);
    const outcomes = await allEnded([
      reviewSubmission(reviewer, submission.id, giveBack("Belum lengkap")),
      reviewSubmission(second, submission.id, giveBack("Kurang")),
    ]);
    const refused = outcomes.find((outcome) => !outcome.ok);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(refused && !refused.ok ? refused.reason : "").toMatch(
      /^Laporan ini sudah dikembalikan oleh (Ratna|Budi), .*“(Belum lengkap|Kurang)”$/,
    );
    expect(await db.submissionReview.count()).toBe(1);
  });

  test("the same form sent twice is one decision", async () => {
    const { host, reviewer } = await office();
    const { submission } = await makeReported(host);
    const input = accept();
    expect(await allEnded([1, 2].map(() => reviewSubmission(reviewer, submission.id, input)))).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(await db.event.count({ where: { action: "review.accepted" } })).toBe(1);
  });

  test("a return while the puskesmas opens again: one of the two is told what happened", async () => {
    for (let turn = 0; turn < 3; turn++) {
      const { host, kepala, reviewer } = await office();
      const { meeting, submission } = await makeReported(host);
      const approval = await db.approval.findFirstOrThrow({ where: { meetingId: meeting.id } });
      const [returned, opened] = await allEnded([
        reviewSubmission(reviewer, submission.id, giveBack("Belum lengkap")),
        reopenApproval(kepala, meeting.id, { approvalId: approval.id, reason: "Salah tulis" }),
      ]);
      expect(opened).toEqual({ ok: true });
      expect(await db.submissionReview.count({ where: { submissionId: submission.id } })).toBe(returned.ok ? 1 : 0);
      if (!returned.ok) expect(returned.reason).toMatch(/^Puskesmas membuka kembali laporan ini/);
    }
  });

  test("a decision about a revision that was followed names the newer one", async () => {
    const { host, kepala, staff, reviewer } = await office();
    const { meeting, submission } = await makeReported(host);
    const approval = await db.approval.findFirstOrThrow();
    await reopenApproval(kepala, meeting.id, { approvalId: approval.id, reason: "Salah tulis" });
    await approveMeeting(kepala, meeting.id, randomUUID());
    await submitMeeting(staff, meeting.id, { id: randomUUID(), note: null });
    expect(await reviewSubmission(reviewer, submission.id, accept())).toEqual({
      ok: false,
      reason: "Puskesmas sudah mengirim revisi 2. Tinjau revisi itu.",
    });
  });
});

describe("who reviews", () => {
  test("the Dinkes of the host; a co-organiser's Dinkes, the province and strangers do not", async () => {
    const { province, host, reviewer, provincial, kepala } = await office();
    const neighbours = await makeKabupaten({ parentId: province.id });
    const partner = await makePuskesmas({ parentId: neighbours.id });
    const { meeting, submission } = await makeReported(host, { meeting: { organisers: [partner] } });
    const beside = await makeActor("DINKES_REVIEWER", { organisationId: neighbours.id });
    const stranger = await makeActor("DINKES_REVIEWER");
    for (const actor of [beside, provincial, stranger, kepala])
      await expect(reviewSubmission(actor, submission.id, accept())).rejects.toThrow(NotAllowed);
    for (const actor of [beside, provincial, kepala, reviewer])
      expect((await findReport(actor, submission.id))?.meeting.id).toBe(meeting.id);
    expect(await findReport(stranger, submission.id)).toBeNull();
    expect((await findQueue(beside, new Date())).count).toBe(0);
    expect((await listReports(beside, filter, new Date())).reports).toEqual([]);
    expect(await reviewSubmission(reviewer, submission.id, accept())).toEqual({ ok: true });
  });

  test("a puskesmas right under the province reports to it; one under nobody to nobody", async () => {
    const { province, provincial } = await office();
    const host = await makePuskesmas({ parentId: province.id });
    const { submission } = await makeReported(host);
    expect(await reviewSubmission(provincial, submission.id, accept())).toEqual({ ok: true });
    const alone = await makePuskesmas({ parentId: null });
    const kepala = await makeActor("PUSKESMAS_HEAD", { organisationId: alone.id });
    const meeting = await makeMeeting("CLOSED", { host: alone });
    await db.approval.create({
      data: { id: randomUUID(), meetingId: meeting.id, number: 1, approver: "x", checklist: [] },
    });
    expect(await submitMeeting(kepala, meeting.id, { id: randomUUID(), note: null })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/belum berada di bawah Dinas Kesehatan/),
    });
  });

  test("who lost the puskesmas during the review is told so, and nothing is saved", async () => {
    const { host, reviewer } = await office();
    const { submission } = await makeReported(host);
    // As a cluster that changed: the host is outside of what the reviewer works on.
    await db.organisation.update({ where: { id: host.id }, data: { parentId: (await makeKabupaten()).id } });
    expect(await reviewSubmission(reviewer, submission.id, withNotes("Panjang"))).toEqual({
      ok: false,
      reason: notYours,
    });
    expect(await db.submissionReview.count()).toBe(0);
  });
});

describe("the queue", () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

  test("counts, tells the oldest, and leads from one to the next", async () => {
    const { kabupaten, reviewer, provincial } = await office();
    const reports = [];
    for (const days of [9, 4, 1]) {
      const host = await makePuskesmas({ parentId: kabupaten.id });
      reports.push((await makeReported(host, { submittedAt: ago(days) })).submission);
    }
    const [first, second, third] = reports as [(typeof reports)[0], (typeof reports)[0], (typeof reports)[0]];
    expect(await findQueue(reviewer, new Date())).toMatchObject({ count: 3, oldestDays: 9, firstId: first.id });
    const listed = await listReports(reviewer, filter, new Date());
    expect(listed.reports.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
    expect(await findNeighbours(reviewer, second)).toEqual({ previous: first.id, next: third.id, place: 2, count: 3 });
    await reviewSubmission(reviewer, second.id, accept());
    expect(await findNeighbours(reviewer, second)).toEqual({ previous: first.id, next: third.id, place: 2, count: 2 });
    expect(await listQueuesBelow(provincial)).toMatchObject([
      { id: kabupaten.id, count: 2, oldest: first.submittedAt },
    ]);
    expect((await findQueue(provincial, new Date())).count).toBe(0);
    expect(await listQueuesBelow(reviewer)).toEqual([]);
  });
});

describe("comments on rows of the plan", () => {
  const says = (text: string) => ({ id: randomUUID(), text });

  test("a reviewer comments, the puskesmas answers, either closes; nobody's words change", async () => {
    const { host, staff, reviewer } = await office();
    const { meeting, submission } = await makeReported(host);
    const item = await db.actionItem.findFirstOrThrow();
    const question = says("Siapa yang bertanggung jawab?");
    expect(await commentOnReport(reviewer, submission.id, item.id, question)).toEqual({ ok: true });
    expect(await commentOnReport(reviewer, submission.id, item.id, question)).toEqual({ ok: true });
    expect(await answerComment(staff, meeting.id, question.id, says("Bidan desa"))).toEqual({ ok: true });
    expect((await listItemsNeedingAttention(reviewer, new Date(), 5)).map(({ reason }) => reason)).toEqual(["comment"]);
    expect(await closeComment(reviewer, meeting.id, question.id)).toEqual({ ok: true });
    expect(await closeComment(staff, meeting.id, question.id)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^Sudah ditandai selesai oleh Ratna/),
    });
    const [thread] = (await listThreads([item.id])).get(item.id) ?? [];
    expect(thread).toMatchObject({
      text: "Siapa yang bertanggung jawab?",
      byDinkes: true,
      submission: { number: 1 },
      answers: [{ text: "Bidan desa", byDinkes: false }],
      closing: { closer: expect.stringMatching(/^Ratna/) },
    });
    expect(await listItemsNeedingAttention(reviewer, new Date(), 5)).toEqual([]);
    const { events } = await listEvents(staff, { meetingId: meeting.id });
    expect(events.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(["mengomentari", "menjawab komentar", "menandai komentar selesai"]),
    );
  });

  test("a row that is not in this revision takes none, and an answer is not answered", async () => {
    const { host, staff, reviewer } = await office();
    const { meeting, submission } = await makeReported(host);
    const later = await makeActionItem({ meetingId: meeting.id });
    expect(await commentOnReport(reviewer, submission.id, later.id, says("Apa ini?"))).toEqual({
      ok: false,
      reason: "RTL itu tidak ada di revisi 1. Muat ulang halaman ini.",
    });
    expect(await commentOnReport(reviewer, submission.id, "bukan-id", says("Apa ini?"))).toMatchObject({ ok: false });
    const other = await makeReported(host, { meeting: { secondReason: "Uji" } });
    const foreign = await db.actionItem.findFirstOrThrow({ where: { meetingId: other.meeting.id } });
    expect(await commentOnReport(reviewer, submission.id, foreign.id, says("Apa ini?"))).toMatchObject({ ok: false });
    const item = await db.actionItem.findFirstOrThrow({ where: { meetingId: meeting.id, id: { not: later.id } } });
    const question = says("Kapan?");
    const answer = says("Besok");
    await commentOnReport(reviewer, submission.id, item.id, question);
    await answerComment(staff, meeting.id, question.id, answer);
    expect(await answerComment(reviewer, meeting.id, answer.id, says("Jam berapa?"))).toMatchObject({ ok: false });
    expect(await answerComment(reviewer, other.meeting.id, question.id, says("?"))).toMatchObject({ ok: false });
    await expect(commentOnReport(staff, submission.id, item.id, says("?"))).rejects.toThrow(NotAllowed);
  });

  test("a row that the puskesmas deleted since takes none", async () => {
    const { host, reviewer } = await office();
    const { submission } = await makeReported(host);
    const item = await db.actionItem.findFirstOrThrow();
    await db.actionItem.delete({ where: { id: item.id } });
    expect(await commentOnReport(reviewer, submission.id, item.id, says("?"))).toEqual({
      ok: false,
      reason: "RTL ini baru saja dihapus",
    });
  });
});

describe("a report of before the copies were kept", () => {
  test("shows what the meeting says now, marked as such", async () => {
    const { host, reviewer } = await office();
    const { meeting, submission } = await makeReported(host, { isKept: false });
    const report = await findReport(reviewer, submission.id);
    expect(report).toMatchObject({ isKept: false, content: { head: { title: meeting.title } } });
    expect(report?.content.plan).toHaveLength(1);
    expect(
      (await findReport(reviewer, (await makeReported(host, { meeting: { secondReason: "Uji" } })).submission.id))
        ?.isKept,
    ).toBe(true);
  });
});
