import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { escalationAnswerSchema } from "@/lib/escalations/schema";
import { answerEscalation } from "@/lib/escalations/writes";
import { countUnreviewed, listCarriedItems } from "@/lib/follow-up/carry-over";
import { listQuarterRows, quarterLabel, quarterWords } from "@/lib/follow-up/quarters";
import { reviewSchema } from "@/lib/follow-up/review-schema";
import { reviewCarriedItem, undoReview } from "@/lib/follow-up/review-writes";
import { deleteActionItem } from "@/lib/plan/writes";
import { progressSchema } from "@/lib/progress/schema";
import { reportProgress } from "@/lib/progress/writes";
import { dateToDay, dayToDate } from "@/lib/time";
import type { ActionItem, Meeting, Organisation } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem, makeProgressReport, makeReview } from "../factories/action-items";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeOwnerLink } from "../factories/owner-links";
import { makeActor } from "../factories/users";

let puskesmas: Organisation;
let staff: Actor;
let dinkes: Actor;
let second: Meeting;
let third: Meeting;
let item: ActionItem;

const at = (day: string) => new Date(`${day}T02:00:00Z`);

/** Triwulan II left one row open, due on 31 July; triwulan III of 12 August runs. */
beforeEach(async () => {
  const kabupaten = await makeKabupaten({ name: "Dinas Kesehatan Uji" });
  puskesmas = await makePuskesmas({ parentId: kabupaten.id });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  dinkes = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
  second = await makeMeeting("CLOSED", { host: puskesmas, startsAt: at("2026-05-12"), createdAt: at("2026-05-01") });
  third = await makeMeeting("IN_PROGRESS", {
    host: puskesmas,
    startsAt: at("2026-08-12"),
    createdAt: at("2026-08-01"),
  });
  item = await makeActionItem({ meetingId: second.id, createdAt: at("2026-05-13"), deadline: dayToDate("2026-07-31") });
});

const form = (changes: Record<string, unknown> = {}) =>
  reviewSchema.parse({
    id: randomUUID(),
    outcome: "CONTINUED",
    newDeadline: "2026-10-30",
    reason: "Material belum datang",
    ...changes,
  });

const review = (changes: Record<string, unknown> = {}, actor = staff, meetingId = third.id) =>
  reviewCarriedItem(actor, meetingId, item.id, form(changes));

const row = () => db.actionItem.findUniqueOrThrow({ where: { id: item.id } });
const reviews = () => db.itemReview.findMany({ where: { itemId: item.id }, orderBy: { reviewedAt: "asc" } });

/** What the row says: status, percent, deadline. */
async function standing() {
  const { status, percent, deadline } = await row();
  return [status, percent, dateToDay(deadline)];
}

test("an open row of triwulan II must get a status in triwulan III; continued, it keeps identity and history", async () => {
  await makeProgressReport({ itemId: item.id, percent: 40, createdAt: at("2026-06-20") });
  expect(await countUnreviewed(db, third.id)).toBe(1);
  expect(await review()).toEqual({ ok: true, number: item.number });
  expect(await countUnreviewed(db, third.id)).toBe(0);
  expect(await standing()).toEqual(["IN_PROGRESS", 40, "2026-10-30"]);
  expect(await row()).toMatchObject({ id: item.id, number: item.number, meetingId: second.id, version: 1 });
  const [kept] = await reviews();
  expect(kept).toMatchObject({
    outcome: "CONTINUED",
    percent: 40,
    previousDeadline: dayToDate("2026-07-31"),
    newDeadline: dayToDate("2026-10-30"),
    reason: "Material belum datang",
    reviewer: "Ratna Uji",
  });
  const history = await db.progressReport.findMany({ where: { itemId: item.id }, orderBy: { createdAt: "asc" } });
  expect(history.map(({ note }) => note)).toEqual([
    null,
    `${third.title}: Dilanjutkan sampai 30 Oktober 2026. Alasan: Material belum datang`,
  ]);
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
    meetingId: third.id,
    action: "review.given",
    data: {
      outcome: "CONTINUED",
      before: { status: "IN_PROGRESS", percent: 40, deadline: "2026-07-31" },
      after: { status: "IN_PROGRESS", percent: 40, deadline: "2026-10-30" },
    },
  });
  const [carried] = await listCarriedItems(staff, third.id);
  expect(carried).toMatchObject({ postponements: 1, deadline: "2026-07-31", review: { newDeadline: "2026-10-30" } });

  // Triwulan IV finds it again, with its number, due when triwulan III said.
  await db.meeting.update({ where: { id: third.id }, data: { status: "CLOSED", closedAt: new Date() } });
  const fourth = await makeMeeting("IN_PROGRESS", { host: puskesmas, startsAt: new Date("2027-02-10T02:00:00Z") });
  expect(await review({ newDeadline: "2027-03-31" }, staff, fourth.id)).toMatchObject({ ok: true });
  expect((await listCarriedItems(staff, fourth.id))[0]).toMatchObject({
    item: { id: item.id, number: item.number, deadline: "2027-03-31" },
    deadline: "2026-10-30",
    postponements: 2,
  });
});

test.each([
  [{ outcome: "DONE" }, ["DONE", 100, "2026-07-31"]],
  [{ outcome: "CANCELLED", reason: "Dana dialihkan" }, ["CANCELLED", 0, "2026-07-31"]],
  [{ outcome: "CONTINUED", percent: "55" }, ["IN_PROGRESS", 55, "2026-10-30"]],
  [{ outcome: "CONTINUED" }, ["NOT_STARTED", 0, "2026-10-30"]],
  [{ outcome: "ESCALATED", reason: "Perlu kabupaten" }, ["NOT_STARTED", 0, "2026-07-31"]],
])("the status %o leaves the row at %o", async (changes, result) => {
  expect(
    await review({
      newDeadline: "",
      reason: "",
      ...(changes.outcome === "CONTINUED" ? { newDeadline: "2026-10-30", reason: "Belum" } : {}),
      ...changes,
    }),
  ).toMatchObject({ ok: true });
  expect(await standing()).toEqual(result);
});

test("running is in time only: a deadline that has passed needs a new date and a reason", async () => {
  expect(await review({ outcome: "IN_PROGRESS", percent: "60" })).toMatchObject({ ok: false, field: "outcome" });
  await db.actionItem.update({ where: { id: item.id }, data: { deadline: dayToDate("2026-09-30") } });
  expect(await review({ outcome: "IN_PROGRESS", percent: "100" })).toMatchObject({ ok: false, field: "stillOpen" });
  expect(await review({ outcome: "IN_PROGRESS", percent: "60" })).toMatchObject({ ok: true });
  expect(await standing()).toEqual(["IN_PROGRESS", 60, "2026-09-30"]);
});

test.each([
  ["2026-08-12", "Batas waktu baru harus sesudah tanggal kegiatan (12 Agustus 2026)"],
  ["2026-07-30", "Batas waktu baru harus sesudah tanggal kegiatan (12 Agustus 2026)"],
  [
    "2026-08-31",
    "Batas waktu baru harus sesudah batas waktu sekarang (30 September 2026). Bila batas waktunya tetap, pilih Berjalan.",
  ],
])("continued until %s is refused", async (newDeadline, reason) => {
  await db.actionItem.update({ where: { id: item.id }, data: { deadline: dayToDate("2026-09-30") } });
  expect(await review({ newDeadline })).toEqual({ ok: false, reason, field: "newDeadline" });
  expect(await reviews()).toEqual([]);
});

test("the same form sent twice makes one review; of two people at once the second reads what the first wrote", async () => {
  const same = { id: randomUUID() };
  const twice = await allEnded([review(same), review(same)]);
  expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
  await undoReview(staff, third.id, item.id, same.id);

  const other = await makeActor("PUSKESMAS_HEAD", { organisationId: puskesmas.id, name: "Kepala Uji" });
  const both = await allEnded([review(), review({ outcome: "DONE" }, other)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [kept] = await reviews();
  expect(await reviews()).toHaveLength(1);
  const [refusal] = both.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]));
  expect(refusal).toMatch(
    new RegExp(`^${kept?.reviewer} baru saja memberi status pada .*: (Selesai|Dilanjutkan sampai)`),
  );
  expect(await db.progressReport.count({ where: { itemId: item.id } })).toBe(1);
});

test("a status is corrected and taken back: deadline, status and percent stand as it found them", async () => {
  await makeProgressReport({ itemId: item.id, percent: 40, createdAt: at("2026-06-20") });
  await review();
  const [first] = await reviews();
  expect(await review({ replaces: first?.id, newDeadline: "2026-11-30", percent: "45" })).toMatchObject({ ok: true });
  expect(await standing()).toEqual(["IN_PROGRESS", 45, "2026-11-30"]);
  const [corrected] = await reviews();
  expect(corrected).toMatchObject({ previousDeadline: dayToDate("2026-07-31") });
  expect((await listCarriedItems(staff, third.id))[0]?.postponements).toBe(1);

  // A correction that cannot stand leaves the status as it was.
  expect(await review({ replaces: corrected?.id, newDeadline: "2026-08-01" })).toMatchObject({ ok: false });
  expect(await standing()).toEqual(["IN_PROGRESS", 45, "2026-11-30"]);

  expect(await undoReview(staff, third.id, item.id, first?.id ?? "")).toMatchObject({ ok: false });
  expect(await undoReview(staff, third.id, item.id, corrected?.id ?? "")).toEqual({ ok: true });
  expect(await standing()).toEqual(["IN_PROGRESS", 40, "2026-07-31"]);
  expect(await db.progressReport.count({ where: { itemId: item.id } })).toBe(1);
  expect(await countUnreviewed(db, third.id)).toBe(1);
  expect(await undoReview(staff, third.id, item.id, corrected?.id ?? "")).toEqual({ ok: true });
});

test("what came after a status is not rewritten by taking it back", async () => {
  await review();
  const [kept] = await reviews();
  const undo = () => undoReview(staff, third.id, item.id, kept?.id ?? "");
  const report = progressSchema.parse({ id: randomUUID(), status: "IN_PROGRESS", percent: "70" });
  await reportProgress(staff, second.id, item.id, report);
  expect(await undo()).toMatchObject({
    ok: false,
    reason: expect.stringContaining("Sesudah status ini sudah ada laporan dari Ratna Uji"),
  });
  expect(await review({ replaces: kept?.id, outcome: "DONE" })).toMatchObject({ ok: false });
  await db.progressReport.delete({ where: { id: report.id } });
  await db.actionItem.update({ where: { id: item.id }, data: { deadline: dayToDate("2026-12-31") } });
  expect(await undo()).toMatchObject({
    ok: false,
    reason: expect.stringContaining("Batas waktu RTL ini sudah diubah"),
  });
  expect(await standing()).toEqual(["IN_PROGRESS", 70, "2026-12-31"]);
});

test("an escalated carried asks the Dinkes once; taken back while unanswered, not afterwards", async () => {
  await review({ outcome: "ESCALATED", reason: "Perlu anggaran kabupaten" });
  const [kept] = await reviews();
  const open = () => db.escalation.findMany({ where: { itemId: item.id, closedAt: null } });
  expect(await open()).toMatchObject([
    { id: kept?.id, dinkesId: dinkes.organisation.id, reason: "Perlu anggaran kabupaten" },
  ]);
  expect(await review({ replaces: kept?.id, outcome: "DONE" })).toMatchObject({ ok: true });
  expect(await open()).toEqual([]);

  const [done] = await reviews();
  await review({ replaces: done?.id, outcome: "ESCALATED", reason: "Perlu anggaran kabupaten" });
  const [again] = await reviews();
  const answer = { id: randomUUID(), fileId: randomUUID(), outcome: "RECEIVED" };
  await answerEscalation(dinkes, again?.id ?? "", escalationAnswerSchema.parse(answer));
  expect(await undoReview(staff, third.id, item.id, again?.id ?? "")).toMatchObject({
    ok: false,
    reason: expect.stringContaining("Dinkes sudah menjawab"),
  });
  expect(await reviews()).toHaveLength(1);
});

test("without a Dinkes kabupaten nothing is escalated and nothing is left behind", async () => {
  await db.organisation.update({ where: { id: puskesmas.id }, data: { parentId: null } });
  const alone = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
  expect(await review({ outcome: "ESCALATED" }, alone)).toMatchObject({ ok: false });
  expect(await reviews()).toEqual([]);
  expect(await db.progressReport.count()).toBe(0);
});

test("a status given late, after the next meeting looked at the row, stands in its meeting and moves nothing", async () => {
  const fourth = await makeMeeting("CLOSED", {
    host: puskesmas,
    startsAt: at("2026-11-12"),
    createdAt: at("2026-11-01"),
  });
  await makeReview({
    itemId: item.id,
    meetingId: fourth.id,
    previousDeadline: "2026-09-30",
    newDeadline: "2026-12-20",
  });
  await db.actionItem.update({
    where: { id: item.id },
    data: { deadline: dayToDate("2026-12-20"), status: "IN_PROGRESS", percent: 80 },
  });
  expect(await review({ outcome: "ESCALATED" })).toMatchObject({ ok: false, field: "outcome" });
  expect(await review({ outcome: "IN_PROGRESS", percent: "30" })).toMatchObject({ ok: true });
  expect(await standing()).toEqual(["IN_PROGRESS", 80, "2026-12-20"]);
  expect(await countUnreviewed(db, third.id)).toBe(0);
  const late = await db.itemReview.findFirstOrThrow({ where: { meetingId: third.id } });
  expect(late).toMatchObject({ percent: 30, reportId: null });
  expect(await undoReview(staff, third.id, item.id, late.id)).toEqual({ ok: true });
  expect(await standing()).toEqual(["IN_PROGRESS", 80, "2026-12-20"]);
});

test("statuses are given from the start until the approval, to this meeting's carried-over rows alone", async () => {
  const own = await makeActionItem({ meetingId: third.id });
  expect(await reviewCarriedItem(staff, third.id, own.id, form())).toMatchObject({ ok: false });
  for (const status of ["DRAFT", "SCHEDULED", "POSTPONED", "CANCELLED"] as const) {
    await db.meeting.update({ where: { id: third.id }, data: { status } });
    expect(await review()).toMatchObject({ ok: false, reason: expect.stringContaining("sejak kegiatan dimulai") });
  }
  await db.meeting.update({ where: { id: third.id }, data: { status: "CLOSED", closedAt: new Date() } });
  expect(await review()).toMatchObject({ ok: true });
  const [kept] = await reviews();
  await db.approval.create({
    data: { id: randomUUID(), meetingId: third.id, number: 1, approver: "Kepala", checklist: [] },
  });
  expect(await undoReview(staff, third.id, item.id, kept?.id ?? "")).toMatchObject({ ok: false });
  expect(await review({ replaces: kept?.id })).toMatchObject({ ok: false });
});

test("a row with a status is not deleted from its plan", async () => {
  await review();
  await db.meeting.update({ where: { id: second.id }, data: { status: "IN_PROGRESS" } });
  expect(await deleteActionItem(staff, second.id, item.id)).toMatchObject({ ok: false });
});

test("a status counts to the quarter its meeting was held in, whenever it was typed in", async () => {
  const ofDecember = await makeMeeting("CLOSED", { host: puskesmas, startsAt: at("2026-12-29") });
  await makeProgressReport({ itemId: item.id, percent: 20, createdAt: at("2026-10-05") });
  const typed = { status: "IN_PROGRESS", percent: 60, createdAt: at("2027-01-04") } as const;
  const { id: reportId } = await makeProgressReport({ itemId: item.id, ...typed });
  const moved = { previousDeadline: "2026-07-31", newDeadline: "2027-03-31", reviewedAt: typed.createdAt };
  await makeReview({ itemId: item.id, meetingId: ofDecember.id, reportId, ...moved });
  await db.actionItem.update({ where: { id: item.id }, data: { deadline: dayToDate("2027-03-31") } });
  const rows = (await listQuarterRows(staff, [item.id], at("2027-02-01"))).get(item.id) ?? [];
  expect(rows.slice(-3).map((row) => [quarterLabel(row), quarterWords(row), row.deadline])).toEqual([
    ["TW III 2026", "tidak ada laporan", "2026-07-31"],
    ["TW IV 2026", "Dilanjutkan, Berjalan, 60 %", "2027-03-31"],
    ["TW I 2027", "tidak ada laporan", "2027-03-31"],
  ]);
});

test("a row that its owner merely calls finished can be handed to the Dinkes in the meeting", async () => {
  const link = await makeOwnerLink({ organisationId: puskesmas.id, personId: item.responsiblePersonId ?? "" });
  const claim = { itemId: item.id, ownerLinkId: link.id, status: "DONE", percent: 100 } as const;
  await makeProgressReport({ ...claim, createdAt: at("2026-08-11") });
  const raised = { outcome: "ESCALATED", newDeadline: "", percent: "60", reason: "Jembatannya belum ada" };
  expect(await review(raised)).toMatchObject({ ok: true });
  expect(await standing()).toEqual(["IN_PROGRESS", 60, "2026-07-31"]);
  expect(await db.escalation.count({ where: { itemId: item.id, closedAt: null } })).toBe(1);
});

test("a status typed in long after its meeting tells of the meeting's day: what was reported since stays", async () => {
  await makeProgressReport({ itemId: item.id, percent: 20, createdAt: at("2026-06-20") });
  await makeProgressReport({ itemId: item.id, status: "DONE", percent: 100, createdAt: at("2026-09-20") });
  expect(await review({ percent: "40" })).toMatchObject({ ok: true });
  expect(await standing()).toEqual(["DONE", 100, "2026-10-30"]);
  const told = await db.progressReport.findMany({ where: { itemId: item.id }, orderBy: { createdAt: "asc" } });
  expect(told.map(({ percent }) => percent)).toEqual([20, 40, 100]);
  expect(told[1]?.createdAt).toEqual(new Date("2026-08-12T16:59:00Z"));
  const [given] = await reviews();
  expect(await undoReview(staff, third.id, item.id, given?.id ?? "")).toEqual({ ok: true });
  expect(await standing()).toEqual(["DONE", 100, "2026-07-31"]);
});
