import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { changeHolder, vacateSeat } from "@/lib/directory/holders";
import { archiveSeat } from "@/lib/directory/writes";
import { listFollowUps } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { findOwnerPage } from "@/lib/owner-links/owner";
import { listOwnerLinks } from "@/lib/owner-links/reads";
import { ownerRefSql } from "@/lib/owner-links/refs";
import { reportThroughLink } from "@/lib/owner-links/report";
import { type OwnerRef, ownerRefOf } from "@/lib/owner-links/rules";
import { ownerReportSchema } from "@/lib/owner-links/schema";
import { issueOwnerLinks, markOwnerReminded, revokeOwnerLink } from "@/lib/owner-links/writes";
import { mergePersons, undoMerge } from "@/lib/persons/merges";
import { progressSchema } from "@/lib/progress/schema";
import { reportProgress } from "@/lib/progress/writes";
import { hashToken } from "@/lib/secrets";
import { addDays, dateToDay, dayToDate } from "@/lib/time";
import { deactivateUser } from "@/lib/users/writes";
import type { Meeting, Organisation, Role } from "@/prisma/generated/client";
import { allEnded } from "@/tests/setup/all-ended";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makePerson } from "../factories/persons";
import { makeSeat } from "../factories/seats";
import { makeActor, makeUser } from "../factories/users";

let kabupaten: Organisation;
let puskesmas: Organisation;
let staff: Actor;
let meeting: Meeting;
let seat: Awaited<ReturnType<typeof makeSeat>>;

beforeEach(async () => {
  kabupaten = await makeKabupaten();
  puskesmas = await makePuskesmas({ parentId: kabupaten.id });
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
  meeting = await makeMeeting("CLOSED", { host: puskesmas });
  seat = await makeSeat({ organisationId: puskesmas.id, title: "Kepala Desa", institution: "Desa Margasari" });
});

const ofSeat = (id: string = seat.id) => ({ meetingId: meeting.id, responsibleSeatId: id });

/** The token of the link an owner has, made where there is none. */
async function tokenOf(key: OwnerRef, actor: Actor = staff): Promise<string> {
  await issueOwnerLinks(actor, [key]);
  const link = (await listOwnerLinks(actor, [key])).get(key);
  return link?.address.split("/t/")[1] ?? "";
}

const look = async (token: string, now = new Date()) => findOwnerPage(hashToken(token), now);

function say(changes: Record<string, unknown> = {}) {
  const input = { id: randomUUID(), status: "IN_PROGRESS", percent: "40", note: "", ...changes };
  return ownerReportSchema.parse(input);
}

test("the database and the program mean the same owner", async () => {
  const owners = [
    { responsibleInstitution: " Polsek  SRAGI ", responsibleTitle: "Kapolsek|Wakil", responsibleName: "Édi  Ñ" },
    { responsibleInstitution: "Dinas", responsibleTitle: null, responsibleName: null },
    { responsibleInstitution: "Desa", responsibleSeatId: seat.id },
    { responsibleInstitution: "Puskesmas", responsibleUserId: staff.userId },
  ];
  for (const owner of owners) {
    const item = await makeActionItem({ meetingId: meeting.id, ...owner });
    const [row] = await db.$queryRaw<{ key: string }[]>`
      SELECT ${ownerRefSql} AS key FROM "ActionItem" t WHERE t.id = ${item.id}::uuid`;
    expect(row?.key).toBe(ownerRefOf(item));
  }
});

describe("a link shows its owner's rows and no others", () => {
  test("of a seat, of a user and of one who was typed; of this puskesmas only", async () => {
    const other = await makePuskesmas({ parentId: kabupaten.id });
    const elsewhere = await makeMeeting("CLOSED", { host: other });
    const typed = { responsibleInstitution: "Polsek Sragi", responsibleTitle: "Kapolsek", responsibleName: null };
    await makeActionItem({ ...ofSeat(), activity: "Milik desa A" });
    const second = await makeSeat({ organisationId: puskesmas.id, title: "Kepala Desa" });
    await makeActionItem({ ...ofSeat(second.id), activity: "Milik desa B" });
    await makeActionItem({ meetingId: meeting.id, responsibleUserId: staff.userId, activity: "Milik petugas" });
    const mine = await makeActionItem({ meetingId: meeting.id, ...typed, activity: "Milik Polsek" });
    await makeActionItem({ meetingId: elsewhere.id, ...typed, activity: "Polsek di puskesmas lain" });
    const activities = async (key: OwnerRef) => (await look(await tokenOf(key)))?.open.map((row) => row.activity);
    expect(await activities(`seat:${seat.id}`)).toEqual(["Milik desa A"]);
    expect(await activities(`seat:${second.id}`)).toEqual(["Milik desa B"]);
    expect(await activities(`user:${staff.userId}`)).toEqual(["Milik petugas"]);
    expect(await activities(ownerRefOf(mine))).toEqual(["Milik Polsek"]);
  });

  test("two Kader of one name and desa: each link shows its own rows, until the office says they are one", async () => {
    const words = { responsibleInstitution: "Desa Baktirasa", responsibleTitle: "Kader", responsibleName: "Siti" };
    const record = { organisationId: puskesmas.id, name: "Siti", title: "Kader", institution: "Desa Baktirasa" };
    const [one, two] = [await makePerson(record), await makePerson(record)];
    for (const { id } of [one, two])
      await makeActionItem({ meetingId: meeting.id, ...words, responsiblePersonId: id, activity: `Milik ${id}` });
    const [first, second] = [await tokenOf(`person:${one.id}`), await tokenOf(`person:${two.id}`)];
    const shown = async (token: string) => (await look(token))?.open.map(({ activity }) => activity).sort();
    const both = [`Milik ${one.id}`, `Milik ${two.id}`].sort();
    const of = async (id: string) =>
      (await listFollowUps(staff, followUpSchema.parse({ pemilik: `person:${id}` }), new Date())).items.length;
    expect([await shown(first), await shown(second)]).toEqual([[`Milik ${one.id}`], [`Milik ${two.id}`]]);
    expect([await of(one.id), await of(two.id)]).toEqual([1, 1]);

    const merge = { id: randomUUID(), keptId: one.id, absorbedId: two.id };
    await mergePersons(staff, merge);
    expect([await shown(first), await shown(second)]).toEqual([both, both]);
    expect(await of(one.id)).toBe(2);
    expect((await listOwnerLinks(staff, [`person:${one.id}`])).size).toBe(1);
    await undoMerge(staff, merge.id);
    expect([await shown(first), await shown(second)]).toEqual([[`Milik ${one.id}`], [`Milik ${two.id}`]]);
  });

  test("overdue first; finished ones of the last three months; words of the owner alone", async () => {
    const day = (count: number) => dayToDate(addDays(dateToDay(new Date()), count));
    const late = await makeActionItem({ ...ofSeat(), activity: "Terlambat", deadline: day(-9) });
    await makeActionItem({ ...ofSeat(), activity: "Nanti", deadline: day(40) });
    const done = await makeActionItem({ ...ofSeat(), activity: "Baru selesai" });
    await makeProgressReport({ itemId: done.id, status: "DONE", percent: 100 });
    const old = await makeActionItem({ ...ofSeat(), activity: "Lama selesai" });
    const before = new Date(Date.now() - 100 * 86_400_000);
    await makeProgressReport({ itemId: old.id, status: "DONE", percent: 100, createdAt: before });
    await makeProgressReport({ itemId: late.id, note: "Catatan petugas tentang orang lain" });
    const page = await look(await tokenOf(`seat:${seat.id}`));
    expect(page?.open.map((row) => row.activity)).toEqual(["Terlambat", "Nanti"]);
    expect(page?.finished.map((row) => row.activity)).toEqual(["Baru selesai"]);
    expect(JSON.stringify(page)).not.toContain("Catatan petugas");
  });
});

describe("a report through a link", () => {
  test("changes the row, carries the link, and is one when sent twice", async () => {
    const item = await makeActionItem(ofSeat());
    const hash = hashToken(await tokenOf(`seat:${seat.id}`));
    const input = say({ note: "Dua dusun selesai" });
    const both = await allEnded([
      reportThroughLink(hash, item.id, input, []),
      reportThroughLink(hash, item.id, input, []),
    ]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    const reports = await db.progressReport.findMany({ include: { ownerLink: true } });
    expect(reports).toMatchObject([{ percent: 40, note: "Dua dusun selesai", reportedById: null }]);
    expect(reports[0]?.ownerLink?.seatId).toBe(seat.id);
    expect(reports[0]?.reporter).toContain("Kepala Desa, Desa Margasari");
    expect(await db.actionItem.findUnique({ where: { id: item.id } })).toMatchObject({
      percent: 40,
      status: "IN_PROGRESS",
    });
    expect(await db.event.findFirst({ where: { action: "progress.reported" } })).toMatchObject({
      onBehalfOf: "tautan pribadi",
      userId: null,
    });
  });

  test("and one of the staff at the same time both stay, in one order", async () => {
    const item = await makeActionItem(ofSeat());
    const hash = hashToken(await tokenOf(`seat:${seat.id}`));
    const byStaff = progressSchema.parse({ id: randomUUID(), status: "IN_PROGRESS", percent: "70" });
    await allEnded([reportThroughLink(hash, item.id, say(), []), reportProgress(staff, meeting.id, item.id, byStaff)]);
    const reports = await db.progressReport.findMany({ orderBy: { createdAt: "asc" } });
    expect(reports).toHaveLength(2);
    expect(reports[0]?.createdAt).not.toEqual(reports[1]?.createdAt);
    expect((await db.actionItem.findUniqueOrThrow({ where: { id: item.id } })).percent).toBe(reports[1]?.percent);
  });

  test("what is in the way is told with the percent there was; done is 100", async () => {
    const item = await makeActionItem({ ...ofSeat(), percent: 30, status: "IN_PROGRESS" });
    const hash = hashToken(await tokenOf(`seat:${seat.id}`));
    await reportThroughLink(hash, item.id, say({ status: "KENDALA", percent: "", note: "Jalan putus" }), []);
    expect(await db.progressReport.findFirst()).toMatchObject({ percent: 30, note: "Kendala: Jalan putus" });
    expect(await reportThroughLink(hash, item.id, say({ percent: "100" }), [])).toMatchObject({ field: "stillOpen" });
    expect(await reportThroughLink(hash, item.id, say({ percent: "" }), [])).toMatchObject({ field: "percent" });
    expect(await reportThroughLink(hash, item.id, say({ status: "DONE", percent: "" }), [])).toEqual({ ok: true });
    expect(await db.actionItem.findFirst()).toMatchObject({ status: "DONE", percent: 100 });
    expect(await reportThroughLink(hash, item.id, say(), [])).toMatchObject({ ok: false });
    expect(ownerReportSchema.safeParse({ id: randomUUID(), status: "KENDALA" }).success).toBe(false);
  });

  test("reaches no row of another owner and none that was given away", async () => {
    const other = await makeSeat({ organisationId: puskesmas.id });
    const foreign = await makeActionItem(ofSeat(other.id));
    const mine = await makeActionItem(ofSeat());
    const hash = hashToken(await tokenOf(`seat:${seat.id}`));
    expect(await reportThroughLink(hash, foreign.id, say(), [])).toBe("gone");
    expect(await reportThroughLink(hash, randomUUID(), say(), [])).toBe("gone");
    expect(await reportThroughLink(hash, "bukan-id", say(), [])).toBe("gone");
    await db.actionItem.update({ where: { id: mine.id }, data: { responsibleSeatId: other.id } });
    expect(await reportThroughLink(hash, mine.id, say(), [])).toBe("gone");
    expect(await db.progressReport.count()).toBe(0);
  });
});

describe("a link ends", () => {
  const key = (): OwnerRef => `seat:${seat.id}`;
  const newHolder = () => ({
    holderId: randomUUID(),
    previousId: seat.holder?.id ?? null,
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

  test.each([
    ["a new holder", () => changeHolder(staff, seat.id, newHolder())],
    ["a vacant seat", () => vacateSeat(staff, seat.id, seat.holder?.id ?? "")],
    ["an archived seat", () => archiveSeat(staff, seat.id)],
    ["the staff's wish", () => revokeOwnerLink(staff, key())],
  ])("with %s: it neither shows nor takes anything", async (_, leave) => {
    const item = await makeActionItem(ofSeat());
    const token = await tokenOf(key());
    expect(await look(token)).not.toBeNull();
    expect(await leave()).toEqual({ ok: true });
    expect(await look(token)).toBeNull();
    expect(await reportThroughLink(hashToken(token), item.id, say(), [])).toBe("gone");
  });

  test("the successor's link is another, of the same rows without the predecessor's words", async () => {
    const item = await makeActionItem(ofSeat());
    const token = await tokenOf(key());
    await reportThroughLink(hashToken(token), item.id, say({ note: "Kata pejabat lama" }), []);
    await changeHolder(staff, seat.id, newHolder());
    const next = await tokenOf(key());
    expect(next).not.toBe(token);
    const page = await look(next);
    expect(page).toMatchObject({ name: "Pejabat Baru", open: [{ percent: 40, own: null }] });
  });

  test("with the user who is shut out", async () => {
    const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: puskesmas.id });
    const user = await makeUser("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
    await makeActionItem({ meetingId: meeting.id, responsibleUserId: user.id });
    const token = await tokenOf(`user:${user.id}`);
    expect(await look(token)).not.toBeNull();
    await deactivateUser(admin, user.id);
    expect(await look(token)).toBeNull();
    expect(await issueOwnerLinks(staff, [`user:${user.id}`])).toEqual({ ok: true, issued: 0 });
  });

  test("thirty days after nothing is open any more, and opens again with a new row", async () => {
    await makeActionItem({ ...ofSeat(), status: "DONE", percent: 100 });
    const token = await tokenOf(key());
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await look(token, inDays(29))).toMatchObject({ state: "readOnly" });
    expect(await look(token, inDays(32))).toBeNull();
    await makeActionItem(ofSeat());
    expect(await look(token, inDays(32))).toMatchObject({ state: "open" });
  });
});

test("made by two at once, it is one link", async () => {
  await makeActionItem(ofSeat());
  await allEnded([issueOwnerLinks(staff, [`seat:${seat.id}`]), issueOwnerLinks(staff, [`seat:${seat.id}`])]);
  expect(await db.ownerLink.count()).toBe(1);
});

describe("who may hand links out", () => {
  const verbs: [string, (actor: Actor, key: OwnerRef) => Promise<unknown>][] = [
    ["make", (actor, key) => issueOwnerLinks(actor, [key])],
    ["revoke", revokeOwnerLink],
    ["remind", markOwnerReminded],
  ];
  const roles: [Role, boolean][] = [
    ["PUSKESMAS_ADMIN", true],
    ["PUSKESMAS_HEAD", true],
    ["PUSKESMAS_STAFF", true],
    ["PUSKESMAS_READER", false],
    ["DINKES_ADMIN", false],
    ["DINKES_REVIEWER", false],
  ];
  test.each(roles)("%s: %s", async (role, isAllowed) => {
    const organisationId = role.startsWith("DINKES") ? kabupaten.id : puskesmas.id;
    const actor = await makeActor(role, { organisationId });
    await makeActionItem(ofSeat());
    await tokenOf(`seat:${seat.id}`);
    for (const [, verb] of verbs) {
      if (isAllowed) await verb(actor, `seat:${seat.id}`);
      else await expect(verb(actor, `seat:${seat.id}`)).rejects.toThrow("may not");
    }
    if (!isAllowed) expect((await listOwnerLinks(actor, [`seat:${seat.id}`])).size).toBe(0);
  });

  test("another puskesmas makes and finds none of ours", async () => {
    const stranger = await makeActor("PUSKESMAS_STAFF");
    await makeActionItem(ofSeat());
    const token = await tokenOf(`seat:${seat.id}`);
    expect(await issueOwnerLinks(stranger, [`seat:${seat.id}`])).toEqual({ ok: true, issued: 0 });
    expect((await listOwnerLinks(stranger, [`seat:${seat.id}`])).size).toBe(0);
    await revokeOwnerLink(stranger, `seat:${seat.id}`);
    expect(await look(token)).not.toBeNull();
  });
});
