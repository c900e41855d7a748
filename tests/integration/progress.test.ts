import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addComment } from "@/lib/plan/comments";
import { findActionItem } from "@/lib/plan/reads";
import { commentSchema } from "@/lib/plan/schema";
import { progressSchema, reportSchema } from "@/lib/progress/schema";
import { reportProgress } from "@/lib/progress/writes";
import type { ActionItem, Meeting } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem } from "../factories/action-items";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

let staff: Actor;
let dinkes: Actor;
let meeting: Meeting;
let item: ActionItem;

beforeEach(async () => {
  const kabupaten = await makeKabupaten();
  const puskesmas = await makePuskesmas({ parentId: kabupaten.id });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  dinkes = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id, name: "Bagas Uji" });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  item = await makeActionItem({ meetingId: meeting.id });
});

function report(changes: Record<string, unknown> = {}) {
  const input = { id: randomUUID(), status: "IN_PROGRESS", percent: "40", note: "", ...changes };
  return reportProgress(staff, meeting.id, item.id, reportSchema.parse(input));
}

const shown = () => findActionItem(staff, meeting.id, item.id);

test("progress is reported after the meeting closed; the row shows the newest, the history keeps all", async () => {
  expect(await report()).toEqual({ ok: true });
  expect(await report({ percent: "60", note: "Tiga desa selesai" })).toEqual({ ok: true });
  const found = await shown();
  expect(found).toMatchObject({
    percent: 60,
    status: "IN_PROGRESS",
    lastReporter: "Ratna Uji",
    lastNote: "Tiga desa selesai",
  });
  expect(found?.history.map((entry) => entry.percent)).toEqual([60, 40]);
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
    action: "progress.reported",
    data: { before: { status: "IN_PROGRESS", percent: 40 }, after: { status: "IN_PROGRESS", percent: 60 } },
  });
});

test("a report entered afterwards carries its own day and takes its place; what is known of later days stays", async () => {
  meeting = await makeMeeting("CLOSED", {
    host: { id: meeting.hostId, timeZone: meeting.timeZone },
    startsAt: new Date("2025-02-12T02:00:00Z"),
  });
  item = await makeActionItem({ meetingId: meeting.id });
  await report({ percent: "80", day: "2025-06-30" });
  expect(await shown()).toMatchObject({ percent: 80, lastReportedAt: new Date("2025-06-30T16:59:00Z") });
  await report({ percent: "30", day: "2025-03-20" });
  await report({ percent: "35", day: "2025-03-20" });
  const found = await shown();
  expect(found).toMatchObject({ percent: 80 });
  expect(found?.history.map(({ percent }) => percent)).toEqual([80, 35, 30]);
  expect(found?.history.every(({ enteredAt }) => enteredAt !== null)).toBe(true);
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
    data: { before: { status: "IN_PROGRESS", percent: 30 }, day: "2025-03-20" },
  });
  await report({ percent: "90" });
  expect((await shown())?.history[0]).toMatchObject({ percent: 90, enteredAt: null });
  expect(await report({ day: "2025-02-11" })).toMatchObject({ ok: false, field: "day" });
  expect(await report({ day: "2099-01-01" })).toMatchObject({ ok: false, field: "day" });
});

test.each([
  [
    { status: "DONE", percent: "60" },
    { status: "DONE", percent: 100 },
  ],
  [
    { status: "DONE", percent: "" },
    { status: "DONE", percent: 100 },
  ],
  [
    { status: "NOT_STARTED", percent: "" },
    { status: "NOT_STARTED", percent: 0 },
  ],
  [
    { percent: "100", stillOpen: "ya" },
    { status: "IN_PROGRESS", percent: 100 },
  ],
  [
    { status: "CANCELLED", percent: "", note: "Tidak ada dana" },
    { status: "CANCELLED", percent: 0 },
  ],
])("%o leaves the row at %o", async (changes, result) => {
  expect(await report(changes)).toEqual({ ok: true });
  expect(await shown()).toMatchObject(result);
});

test.each([
  [{ percent: "100" }, "stillOpen"],
  [{ percent: "" }, "percent"],
  [{ status: "NOT_STARTED", percent: "30" }, "status"],
  [{ status: "CANCELLED", percent: "" }, "note"],
])("%o is asked about at %s", async (changes, field) => {
  expect(await report(changes)).toMatchObject({ ok: false, field });
  expect((await shown())?.history).toEqual([]);
});

test.each(["101", "-1", "3,5", "abc"])("percent %s is no report", (percent) => {
  const parsed = progressSchema.safeParse({ id: randomUUID(), status: "IN_PROGRESS", percent });
  expect(parsed.error?.issues[0]?.message).toBe("Kemajuan harus angka bulat 0 sampai 100");
});

test("eight reports at once all stay, in one order, and the row shows the last of them", async () => {
  const percents = [10, 20, 30, 40, 50, 60, 70, 80];
  await allEnded(percents.map((percent) => report({ percent: String(percent) })));
  const found = await shown();
  expect(found?.history.map((entry) => entry.percent).sort((a, b) => a - b)).toEqual(percents);
  expect(new Set(found?.history.map((entry) => entry.createdAt.getTime())).size).toBe(8);
  expect(found?.percent).toBe(found?.history[0]?.percent);
});

test("the same report sent twice is one", async () => {
  const id = randomUUID();
  expect(await allEnded([report({ id }), report({ id })])).toEqual([{ ok: true }, { ok: true }]);
  expect((await shown())?.history).toHaveLength(1);
});

test("Dinkes and puskesmas write one thread; the Dinkes changes nothing of the row", async () => {
  const write = (actor: Actor, text: string, id: string = randomUUID()) =>
    addComment(actor, meeting.id, item.id, commentSchema.parse({ id, text }));
  const id = randomUUID();
  await write(dinkes, "Mohon sebutkan desa yang belum", id);
  expect(await write(dinkes, "Mohon sebutkan desa yang belum", id)).toEqual({ ok: true });
  await write(staff, "Desa Kedaung dan Baktirasa");
  const found = await shown();
  expect(found?.thread).toMatchObject([
    { text: "Mohon sebutkan desa yang belum", byDinkes: true, author: `Bagas Uji, ${dinkes.organisation.name}` },
    { text: "Desa Kedaung dan Baktirasa", byDinkes: false },
  ]);
  expect(found).toMatchObject({ version: 0, percent: 0, comments: 2 });
  expect(await db.event.count({ where: { action: "item.commented", meetingId: meeting.id } })).toBe(2);
});
