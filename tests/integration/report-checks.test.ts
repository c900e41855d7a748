import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { listQuarterRows, quarterWords } from "@/lib/follow-up/quarters";
import { listFollowUps } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { findActionItem } from "@/lib/plan/reads";
import { checkReport, checkSchema, countUnchecked, listUnchecked } from "@/lib/progress/checks";
import { progressWords } from "@/lib/progress/rules";
import { progressSchema } from "@/lib/progress/schema";
import { reportProgress } from "@/lib/progress/writes";
import type { ActionItem, Meeting, Organisation, OwnerLink } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas } from "../factories/organisations";
import { makeOwnerLink } from "../factories/owner-links";
import { makeActor } from "../factories/users";

let puskesmas: Organisation;
let staff: Actor;
let meeting: Meeting;
let item: ActionItem;
let link: OwnerLink;

beforeEach(async () => {
  puskesmas = await makePuskesmas();
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  item = await makeActionItem({ meetingId: meeting.id });
  link = await makeOwnerLink({ organisationId: puskesmas.id, personId: item.responsiblePersonId ?? "" });
});

/** A report through the owner's link; the second one a minute after the first. */
let minutes = 0;
const told = (more: object = {}) => {
  minutes += 1;
  const createdAt = new Date(Date.now() - 3_600_000 + minutes * 60_000);
  return makeProgressReport({ itemId: item.id, ownerLinkId: link.id, reporter: "Kepala Desa", createdAt, ...more });
};

const check = (reportId: string, verdict: string, note = "", actor = staff) =>
  checkReport(actor, meeting.id, item.id, checkSchema.parse({ id: randomUUID(), reportId, verdict, note }));

const shown = async () => {
  const found = await findActionItem(staff, meeting.id, item.id);
  return found ? progressWords(found) : null;
};

test("a report through the link waits until a staff member accepts it", async () => {
  const report = await told({ status: "DONE", percent: 100, note: "Sudah beres" });
  expect(await shown()).toBe("Selesai, menunggu pemeriksaan");
  expect(await listUnchecked(staff)).toMatchObject([{ id: report.id, note: "Sudah beres", photos: [] }]);
  expect(await listFollowUpTasks(staff, new Date())).toMatchObject([{ title: "Periksa laporan (1)" }]);
  expect(await check(report.id, "terima")).toEqual({ ok: true });
  expect(await shown()).toBe("Selesai, diperiksa oleh Ratna Uji");
  expect(await countUnchecked(staff)).toBe(0);
  expect(await listUnchecked(staff)).toEqual([]);
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
    action: "report.accepted",
    data: { report: { status: "DONE", percent: 100 } },
  });
});

test("sent back with a reason, the row runs on with its former percent", async () => {
  await makeProgressReport({ itemId: item.id, percent: 30, createdAt: new Date(Date.now() - 86_400_000) });
  const report = await told({ status: "DONE", percent: 100 });
  expect(
    checkSchema.safeParse({ id: randomUUID(), reportId: report.id, verdict: "kembalikan", note: " " }).success,
  ).toBe(false);
  expect(await check(report.id, "kembalikan", "Fotonya belum ada")).toEqual({ ok: true });
  expect(await shown()).toBe("Berjalan, 30 %");
  const found = await findActionItem(staff, meeting.id, item.id);
  expect(found?.history.map(({ note, check }) => [note, check?.isAccepted])).toEqual([
    ["Laporan Kepala Desa dikembalikan: Fotonya belum ada", undefined],
    [null, false],
    [null, undefined],
  ]);
  const rows = (await listQuarterRows(staff, [item.id], new Date())).get(item.id);
  expect(rows?.map(quarterWords).at(-1)).toBe("Berjalan, 30 %");
});

test("sent back, a row that had not begun has not begun; what the owner merely claimed before counts for nothing", async () => {
  const claim = await told({ status: "DONE", percent: 100 });
  await check(claim.id, "kembalikan", "Belum ada apa-apa di lapangan");
  expect(await shown()).toBe("Belum mulai");
  const accepted = await told({ percent: 40, createdAt: new Date(Date.now() + 1000) });
  await check(accepted.id, "terima");
  await told({ percent: 80, createdAt: new Date(Date.now() + 2000) });
  const last = await told({ status: "DONE", percent: 100, createdAt: new Date(Date.now() + 3000) });
  await check(last.id, "kembalikan", "Fotonya belum ada");
  expect(await shown()).toBe("Berjalan, 40 %");
});

test("in a joint Lokmin the list, its figure and the start page wait for the links of every organiser", async () => {
  const partner = await makePuskesmas();
  const joint = await makeMeeting("CLOSED", { host: puskesmas, organisers: [partner], secondReason: "uji" });
  const shared = await makeActionItem({ meetingId: joint.id });
  const personId = shared.responsiblePersonId ?? "";
  const theirs = await makeOwnerLink({ organisationId: partner.id, personId });
  const report = await makeProgressReport({ itemId: shared.id, ownerLinkId: theirs.id });
  const filter = followUpSchema.parse({ status: "periksa" });
  for (const organisationId of [puskesmas.id, partner.id]) {
    const actor = await makeActor("PUSKESMAS_STAFF", { organisationId });
    expect(await countUnchecked(actor)).toBe(1);
    expect((await listUnchecked(actor)).map(({ id }) => id)).toEqual([report.id]);
    const { items, counts } = await listFollowUps(actor, filter, new Date());
    expect([items.map(({ id }) => id), counts.waiting]).toEqual([[shared.id], 1]);
  }
});

test("a newer report supersedes one that waits: it is no longer asked about, and cannot be checked", async () => {
  const first = await told({ percent: 20 });
  const second = await told({ percent: 60 });
  expect((await listUnchecked(staff)).map(({ id }) => id)).toEqual([second.id]);
  expect(await check(first.id, "terima")).toMatchObject({ ok: false, reason: expect.stringContaining("lebih baru") });
  await reportProgress(
    staff,
    meeting.id,
    item.id,
    progressSchema.parse({ id: randomUUID(), status: "IN_PROGRESS", percent: "70" }),
  );
  expect(await listUnchecked(staff)).toEqual([]);
  expect(await shown()).toBe("Berjalan, 70 %");
});

test("of two who check at once one decides; the same verdict twice is one", async () => {
  const report = await told();
  const other = await makeActor("PUSKESMAS_HEAD", { organisationId: puskesmas.id, name: "Kepala Uji" });
  const both = await allEnded([check(report.id, "terima"), check(report.id, "kembalikan", "Belum", other)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({
    reason: expect.stringMatching(/baru saja (diterima|dikembalikan) oleh|lebih baru/),
  });
  expect(await db.reportCheck.count()).toBe(1);

  const next = await told({ createdAt: new Date(Date.now() + 1000) });
  expect(await allEnded([check(next.id, "terima"), check(next.id, "terima")])).toEqual([{ ok: true }, { ok: true }]);
});

test("a report of staff is nothing to check", async () => {
  const own = await makeProgressReport({ itemId: item.id });
  await expect(check(own.id, "terima")).rejects.toThrow();
  expect(await countUnchecked(staff)).toBe(0);
});
