import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { changeHolder } from "@/lib/directory/holders";
import { listFollowUps, listReassignable } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { findOwnerPage } from "@/lib/owner-links/owner";
import { findOwnerSendList, listOwnersWithoutLink } from "@/lib/owner-links/send-list";
import { issueOwnerLinks, markOwnerReminded } from "@/lib/owner-links/writes";
import { reassignItems, reassignSchema } from "@/lib/plan/reassign";
import { hashToken } from "@/lib/secrets";
import { addDays, dateToDay, dayToDate } from "@/lib/time";
import type { Meeting, Organisation, Role } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeActionItem } from "../factories/action-items";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeOwnerLink } from "../factories/owner-links";
import { makeSeat } from "../factories/seats";
import { makeActor, makeUser } from "../factories/users";

let kabupaten: Organisation;
let puskesmas: Organisation;
let staff: Actor;
let meeting: Meeting;
let former: Awaited<ReturnType<typeof makeSeat>>;
let next: Awaited<ReturnType<typeof makeSeat>>;

beforeEach(async () => {
  kabupaten = await makeKabupaten();
  puskesmas = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas Uji" });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  const seat = { organisationId: puskesmas.id, title: "Kepala Desa" };
  former = await makeSeat({ ...seat, institution: "Desa A", holder: { name: "Pejabat A" } });
  next = await makeSeat({ ...seat, institution: "Desa B", holder: { name: "Pejabat B" } });
});

const day = (count: number) => dayToDate(addDays(dateToDay(new Date()), count));

const makeRow = (changes: Record<string, unknown> = {}) =>
  makeActionItem({
    meetingId: meeting.id,
    responsibleInstitution: "Desa A",
    responsibleTitle: "Kepala Desa",
    responsibleName: "Pejabat A",
    responsibleSeatId: former.id,
    ...changes,
  });

const give = (ids: string[], changes: Record<string, unknown> = {}, actor = staff) =>
  reassignItems(
    actor,
    reassignSchema.parse({ rtl: ids, owner: `seat:${next.id}`, reason: "Pindah tugas", ...changes }),
  );

describe("rows change hands", () => {
  test("with before and after in each row's history, also when approved; the former owner's link shows them no more", async () => {
    const [one, two] = [await makeRow(), await makeRow()];
    await db.approval.create({
      data: { id: randomUUID(), meetingId: meeting.id, number: 1, approver: "Kapus", checklist: [] },
    });
    const link = await makeOwnerLink({ organisationId: puskesmas.id, seatId: former.id });
    expect((await findOwnerPage(hashToken(link.token), new Date()))?.open).toHaveLength(2);
    expect(await give([one.id, two.id])).toEqual({ ok: true, moved: 2 });
    expect(await give([one.id, two.id])).toEqual({ ok: true, moved: 0 });
    expect((await findOwnerPage(hashToken(link.token), new Date()))?.open).toEqual([]);
    const events = await listSentences({ action: "item.reassigned" });
    expect(events).toHaveLength(2);
    expect(events[0]?.lines).toEqual([
      "penanggung jawab: Kepala Desa, Pejabat A, Desa A → Kepala Desa, Pejabat B, Desa B",
      "alasan: Pindah tugas",
    ]);
  });

  test("to a user or to one who is typed", async () => {
    const item = await makeRow();
    const user = await makeUser("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Petugas Uji" });
    await give([item.id], { owner: `user:${user.id}` });
    expect(await db.actionItem.findFirst()).toMatchObject({ responsibleUserId: user.id, responsibleSeatId: null });
    await give([item.id], { owner: "", responsibleInstitution: "Polsek" });
    expect(await db.actionItem.findFirst()).toMatchObject({
      responsibleInstitution: "Polsek",
      responsibleUserId: null,
    });
  });

  test("not without a reason, an owner and a row, not when finished, not to another's contact", async () => {
    const done = await makeRow({ status: "DONE", percent: 100 });
    const item = await makeRow();
    const faults = reassignSchema.safeParse({ reason: "" }).error?.issues.map((issue) => issue.path[0]);
    expect(faults?.sort()).toEqual(["reason", "responsibleInstitution", "rtl"]);
    expect(await give([item.id, done.id])).toMatchObject({ ok: false, field: "rtl" });
    const foreign = await makeSeat({ organisationId: (await makePuskesmas()).id });
    expect(await give([item.id], { owner: `seat:${foreign.id}` })).toMatchObject({ ok: false, field: "owner" });
    expect(await db.event.count()).toBe(0);
  });

  test.each<[Role, "own" | "foreign", boolean]>([
    ["PUSKESMAS_ADMIN", "own", true],
    ["PUSKESMAS_HEAD", "own", true],
    ["PUSKESMAS_STAFF", "own", true],
    ["PUSKESMAS_READER", "own", false],
    ["PUSKESMAS_ADMIN", "foreign", false],
    ["DINKES_ADMIN", "own", false],
    ["DINKES_REVIEWER", "own", false],
  ])("%s of %s: %s", async (role, whose, isAllowed) => {
    const item = await makeRow();
    const own = role.startsWith("DINKES") ? kabupaten.id : puskesmas.id;
    const actor = await makeActor(role, whose === "own" ? { organisationId: own } : {});
    const attempt = give([item.id], { owner: "", responsibleInstitution: "Polsek" }, actor);
    if (isAllowed) expect(await attempt).toEqual({ ok: true, moved: 1 });
    else await expect(attempt).rejects.toThrow("may not");
  });
});

test("an owner who left is flagged and can be asked for; one who was not named is not", async () => {
  await makeRow({ activity: "Milik yang pergi" });
  await makeRow({ activity: "Tanpa nama", responsibleName: null });
  const user = await makeUser("PUSKESMAS_STAFF", { organisationId: puskesmas.id, deactivatedAt: new Date() });
  await makeRow({ activity: "Milik petugas", responsibleSeatId: null, responsibleUserId: user.id });
  await changeHolder(staff, former.id, {
    holderId: randomUUID(),
    previousId: former.holder?.id ?? null,
    person: null,
    name: "Pejabat Baru",
    prefix: null,
    ownPost: null,
    phone: null,
    email: null,
    rank: null,
    nip: null,
    since: null,
  });
  const list = async (filter: Record<string, unknown>) =>
    (await listFollowUps(staff, followUpSchema.parse(filter), new Date())).items;
  const left = (await list({})).filter((item) => item.ownerLeft).map((item) => item.activity);
  expect(left.sort()).toEqual(["Milik petugas", "Milik yang pergi"]);
  expect((await list({ ganti: "1" })).map((item) => item.activity).sort()).toEqual(left);
  const { items } = await listReassignable(staff, followUpSchema.parse({ ganti: "1" }), new Date());
  expect(items).toHaveLength(2);
});

describe("the list is narrowed", () => {
  const activities = async (filter: Record<string, unknown>) =>
    (await listFollowUps(staff, followUpSchema.parse(filter), new Date())).items.map((item) => item.activity).sort();

  test("by kind, sector, owner, quarter of the deadline, problem and ticked rows", async () => {
    const monthly = await makeMeeting("CLOSED", { host: puskesmas, kind: "MONTHLY_LOKMIN" });
    await makeInvitation({ meetingId: meeting.id, institution: "Polsek  Uji", sector: "SECURITY" });
    const a = await makeRow({ activity: "a", deadline: dayToDate("2027-05-01"), problem: "Jamban" });
    await makeRow({ activity: "b", meetingId: monthly.id, responsibleSeatId: null, responsibleUserId: staff.userId });
    await makeRow({ activity: "c", responsibleSeatId: null, responsibleInstitution: "polsek uji" });
    expect(await activities({ jenis: "MONTHLY_LOKMIN" })).toEqual(["b"]);
    expect(await activities({ sektor: "DESA" })).toEqual(["a"]);
    expect(await activities({ sektor: "SECURITY" })).toEqual(["c"]);
    expect(await activities({ sektor: "HEALTH" })).toEqual(["b"]);
    expect(await activities({ pemilik: `seat:${former.id}` })).toEqual(["a"]);
    expect(await activities({ tahun: "2027", triwulan: "2" })).toEqual(["a"]);
    expect(await activities({ tahun: "2027", triwulan: "1" })).toEqual([]);
    expect(await activities({ cari: "jamban" })).toEqual(["a"]);
    expect(await activities({ rtl: [a.id, "bukan-id"] })).toEqual(["a"]);
    expect(await activities({ jenis: "x", sektor: "x", pemilik: "x", tahun: "9", triwulan: "7" })).toHaveLength(3);
  });
});

describe("the send list of owners", () => {
  const list = (filter: Record<string, unknown> = {}, actor = staff) =>
    findOwnerSendList(actor, followUpSchema.parse(filter), new Date());

  test("one row per owner with what is overdue or soon due, its message naming nobody else", async () => {
    await makeRow({ deadline: day(-9), activity: "Perbaikan jamban" });
    await makeRow({ deadline: day(5) });
    await makeRow({ deadline: day(90) });
    await makeRow({ responsibleSeatId: next.id, deadline: day(90) });
    const before = await list();
    expect(before).toMatchObject({ owners: 1, done: 0, withoutLink: 1, lastUsedAt: null, nextKey: null });
    expect(before.rows).toMatchObject([{ open: 3, overdue: 1, dueSoon: 1, name: "Pejabat A", message: null }]);
    const keys = await listOwnersWithoutLink(staff, followUpSchema.parse({}), new Date());
    await issueOwnerLinks(staff, keys);
    const { rows, nextKey } = await list();
    expect(nextKey).toBe(`seat:${former.id}`);
    const [row] = rows;
    const text = row?.message?.ok ? row.message.text : "";
    expect(text).toContain("Yth. Pejabat A, Kepala Desa");
    expect(text).toContain("Puskesmas Uji");
    expect(text).toContain("3 belum selesai, 1 di antaranya terlambat");
    expect(text).toContain("Perbaikan jamban");
    expect(text).toMatch(/:\nhttp\S*\/t\/[0-9A-Za-z]{22}$/);
    expect(text).not.toContain("Pejabat B");
    expect(row?.whatsapp).toContain(`https://wa.me/${former.holder?.phone}?text=`);
    await markOwnerReminded(staff, `seat:${former.id}`);
    expect(await list()).toMatchObject({ done: 1, nextKey: null, lastUsedAt: expect.any(Date) });
  });

  test("ticked rows put their owner on it whenever they are due; a name that is missing blocks", async () => {
    const item = await makeRow({ deadline: day(90) });
    expect((await list()).owners).toBe(0);
    expect((await list({ rtl: [item.id] })).owners).toBe(1);
    await db.messageTemplate.create({
      data: { organisationId: puskesmas.id, kind: "FOLLOW_UP", text: "Kepada {nama}\n{tautan}" },
    });
    await db.seatHolder.deleteMany({ where: { seatId: former.id } });
    await issueOwnerLinks(staff, [`seat:${former.id}`]);
    expect((await list({ rtl: [item.id] })).rows[0]?.message).toMatchObject({ ok: false });
  });

  test("the present holder of a seat is written to; others see no list", async () => {
    await makeRow({ deadline: day(-1) });
    const reader = await makeActor("PUSKESMAS_READER", { organisationId: puskesmas.id });
    const dinkes = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    const stranger = await makeActor("PUSKESMAS_STAFF");
    for (const actor of [reader, dinkes, stranger]) expect((await list({}, actor)).rows).toEqual([]);
    await db.seat.update({ where: { id: former.id }, data: { archivedAt: new Date() } });
    expect((await list()).rows).toMatchObject([{ hasLeft: true }]);
    expect(await listOwnersWithoutLink(staff, followUpSchema.parse({}), new Date())).toEqual([]);
  });
});
