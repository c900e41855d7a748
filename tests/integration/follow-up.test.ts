import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { countActionItems, listFollowUps, listItemsNeedingAttention } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { dayOf } from "@/lib/time";
import type { Meeting, Organisation } from "@/prisma/generated/client";
import { actionItemRow, makeActionItem, makeComment } from "../factories/action-items";
import { makeIndicator } from "../factories/indicators";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas, villagesOf } from "../factories/organisations";
import { makeProblem } from "../factories/problems";
import { makeActor } from "../factories/users";

const now = new Date("2026-11-21T05:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);

let kabupaten: Organisation;
let puskesmas: Organisation;
let meeting: Meeting;
let staff: Actor;
let dinkes: Actor;

beforeEach(async () => {
  kabupaten = await makeKabupaten();
  puskesmas = await makePuskesmas({ parentId: kabupaten.id });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
  dinkes = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
});

const list = (actor: Actor, filter: Record<string, unknown> = {}) =>
  listFollowUps(actor, followUpSchema.parse(filter), now);
const activities = async (actor: Actor, filter: Record<string, unknown> = {}) =>
  (await list(actor, filter)).items.map((item) => item.activity);

async function fiveRows() {
  const base = { meetingId: meeting.id };
  await makeActionItem({ ...base, activity: "terlambat", deadline: day("2026-11-12") });
  await makeActionItem({
    ...base,
    activity: "hari ini",
    deadline: day("2026-11-21"),
    status: "IN_PROGRESS",
    percent: 5,
  });
  await makeActionItem({ ...base, activity: "14 hari", deadline: day("2026-12-05") });
  await makeActionItem({ ...base, activity: "nanti", deadline: day("2026-12-06") });
  await makeActionItem({ ...base, activity: "beres", deadline: day("2026-10-01"), status: "DONE", percent: 100 });
  await makeActionItem({ ...base, activity: "batal", deadline: day("2026-10-02"), status: "CANCELLED" });
}

test("every state lists what its figure counts", async () => {
  await fiveRows();
  expect(await countActionItems(staff, "2026-11-21")).toEqual({ overdue: 1, dueSoon: 2, open: 4, done: 1, waiting: 0 });
  expect(await activities(staff)).toEqual(["terlambat", "hari ini", "14 hari", "nanti"]);
  expect(await activities(staff, { status: "terlambat" })).toEqual(["terlambat"]);
  expect(await activities(staff, { status: "segera" })).toEqual(["hari ini", "14 hari"]);
  expect(await activities(staff, { status: "selesai" })).toEqual(["beres"]);
  expect(await activities(staff, { status: "batal" })).toEqual(["batal"]);
  expect(await activities(staff, { status: "semua" })).toHaveLength(6);
});

test("a filter nobody offers falls away instead of failing", async () => {
  await fiveRows();
  expect(
    await activities(staff, { status: "x", puskesmas: "x", desa: "x'", halaman: "-3", cari: "\u0000 " }),
  ).toHaveLength(4);
});

test("a row is late from midnight in the puskesmas's own zone", async () => {
  const malangke = await makePuskesmas({ areaCode: "73.22.01", timeZone: "Asia/Makassar" });
  const witaStaff = await makeActor("PUSKESMAS_STAFF", { organisationId: malangke.id });
  const witaMeeting = await makeMeeting("CLOSED", { host: malangke });
  await makeActionItem({ meetingId: witaMeeting.id, deadline: day("2026-11-21") });
  await makeActionItem({ meetingId: meeting.id, deadline: day("2026-11-21") });
  // 00.30 of the 22nd in Luwu Utara, 23.30 of the 21st in Lampung.
  const midnight = new Date("2026-11-21T16:30:00Z");
  const overdue = async (actor: Actor) =>
    (await listFollowUps(actor, followUpSchema.parse({ status: "terlambat" }), midnight)).items.length;
  expect(await overdue(witaStaff)).toBe(1);
  expect(await overdue(staff)).toBe(0);
  expect(await countActionItems(witaStaff, dayOf(midnight, "Asia/Makassar"))).toMatchObject({ overdue: 1 });
});

test("words are found in activity, problem and owner, and are no pattern", async () => {
  const base = { meetingId: meeting.id };
  await makeActionItem({ ...base, activity: "Cakupan 77_5", problem: "Jarak jauh", responsibleName: "Suparjo Uji" });
  await makeActionItem({ ...base, activity: "Lain 7735" });
  for (const cari of ["cakupan", "JARAK", "suparjo", "77_5"])
    expect(await activities(staff, { cari })).toEqual(["Cakupan 77_5"]);
  expect(await activities(staff, { cari: "%" })).toEqual([]);
});

test("desa and puskesmas narrow list and figures; another's puskesmas gives nothing", async () => {
  const [village] = await villagesOf("18.01.15");
  const neighbour = await makePuskesmas({ parentId: kabupaten.id });
  const theirs = await makeMeeting("CLOSED", { host: neighbour });
  await makeActionItem({ meetingId: meeting.id, activity: "kita", villageCodes: [village?.code ?? ""] });
  await makeActionItem({ meetingId: theirs.id, activity: "mereka" });
  expect(await activities(dinkes)).toHaveLength(2);
  expect(await activities(dinkes, { desa: village?.code })).toEqual(["kita"]);
  expect(await activities(dinkes, { puskesmas: neighbour.id })).toEqual(["mereka"]);
  expect((await list(dinkes, { puskesmas: neighbour.id })).counts.open).toBe(1);
  expect(await activities(staff, { puskesmas: neighbour.id })).toEqual([]);
});

test("a joint meeting's row stands once in the Dinkes's list, with all organisers, the host first", async () => {
  const [first, last] = [
    await makePuskesmas({ parentId: kabupaten.id, name: "A" }),
    await makePuskesmas({ parentId: kabupaten.id, name: "B" }),
  ];
  const joint = await makeMeeting("CLOSED", { host: last, organisers: [first] });
  await makeActionItem({ meetingId: joint.id });
  const { items, counts } = await list(dinkes);
  expect(items.map((item) => item.puskesmas)).toEqual([["B", "A"]]);
  expect(counts.open).toBe(1);
});

test("pages of twenty-five, each row once", async () => {
  const { responsiblePersonId } = await makeActionItem({ meetingId: meeting.id });
  await db.actionItem.createMany({
    data: Array.from({ length: 54 }, () => actionItemRow({ meetingId: meeting.id, responsiblePersonId })),
  });
  const pages = [await list(staff), await list(staff, { halaman: "2" }), await list(staff, { halaman: "3" })];
  expect(pages.map((page) => [page.items.length, page.hasMore])).toEqual([
    [25, true],
    [25, true],
    [5, false],
  ]);
  expect(new Set(pages.flatMap((page) => page.items.map((item) => item.id))).size).toBe(55);
});

test("what waits: unanswered comments of the other side first, then overdue rows", async () => {
  await fiveRows();
  const items = await db.actionItem.findMany();
  const itemId = items.find((item) => item.activity === "nanti")?.id ?? "";
  const ask = {
    itemId,
    authorId: dinkes.userId,
    byDinkes: true,
    text: "Sudah sampai mana?",
    createdAt: new Date("2026-11-20T01:00:00Z"),
  };
  await makeComment(ask);
  expect(await listItemsNeedingAttention(staff, now, 5)).toMatchObject([
    { reason: "comment", activity: "nanti", text: "Sudah sampai mana?" },
    { reason: "overdue", activity: "terlambat" },
  ]);
  expect(await listItemsNeedingAttention(dinkes, now, 5)).toMatchObject([{ reason: "overdue" }]);
  const answer = { authorId: staff.userId, byDinkes: false, createdAt: new Date("2026-11-20T02:00:00Z") };
  await makeComment({ ...ask, ...answer, text: "Dua desa" });
  expect(await listItemsNeedingAttention(staff, now, 5)).toMatchObject([{ reason: "overdue" }]);
  expect(await listItemsNeedingAttention(dinkes, now, 1)).toMatchObject([{ reason: "comment", text: "Dua desa" }]);
});

test("by the topic of the problem's indicator, and by a quarter of any year", async () => {
  const indicator = await makeIndicator({ organisationId: kabupaten.id, topic: "Imunisasi" });
  const problem = await makeProblem({ meetingId: meeting.id, puskesmasId: puskesmas.id, indicatorId: indicator.id });
  await makeActionItem({
    meetingId: meeting.id,
    activity: "sweeping",
    problemId: problem.id,
    deadline: day("2026-08-03"),
  });
  await makeActionItem({ meetingId: meeting.id, activity: "posbindu", deadline: day("2025-09-03") });
  await makeActionItem({ meetingId: meeting.id, activity: "kelas ibu", deadline: day("2026-12-03") });
  expect(await activities(staff, { topik: "Imunisasi" })).toEqual(["sweeping"]);
  expect(await activities(staff, { topik: "Gizi" })).toEqual([]);
  expect(await activities(staff, { triwulan: "3" })).toEqual(["posbindu", "sweeping"]);
  expect(await activities(staff, { triwulan: "3", tahun: "2026" })).toEqual(["sweeping"]);
});
