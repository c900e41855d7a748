// A meeting of the past invites, counts and prints the people of its day.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addFormerHolder } from "@/lib/directory/former-holders";
import { formerHolderSchema } from "@/lib/directory/schema";
import { holderAmong } from "@/lib/directory/tenure";
import { inviteHoldersOfDay, listMisnamed } from "@/lib/invitations/people-of-day";
import { listInvitableSeats } from "@/lib/invitations/reads";
import { inviteSeats } from "@/lib/invitations/writes";
import { listLeaders } from "@/lib/meetings/reads";
import { newPerson } from "@/lib/persons/rules";
import { listMisowned, nameOwnersOfDay } from "@/lib/plan/owners-of-day";
import { listOwnerChoices } from "@/lib/plan/reads";
import { actionItemSchema } from "@/lib/plan/schema";
import { addActionItem } from "@/lib/plan/writes";
import type { Meeting, Organisation, Seat, SeatHolder } from "@/prisma/generated/client";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeAttendance } from "@/tests/factories/attendance";
import { listSentences, makeEvent } from "@/tests/factories/events";
import { approvalRow } from "@/tests/factories/evidence";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas, villagesOf } from "@/tests/factories/organisations";
import { makeHolder, makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";
import { asOwner } from "@/tests/setup/owner";

const handover = new Date("2024-01-31T17:00:00Z");
let host: Organisation;
let staff: Actor;
let camat: Seat & { holder: SeatHolder | null };
let past: Meeting;

/** Camat A until 31 January 2024, Camat B since; a meeting of 22 September 2022 is entered afterwards. */
beforeEach(async () => {
  host = await makePuskesmas();
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  camat = await makeSeat({
    organisationId: host.id,
    title: "Camat",
    institution: "Kecamatan Uji",
    holder: { name: "Budi Uji", phone: "6284000000002", since: handover },
  });
  await makeHolder(camat, { name: "Asep Uji", prefix: "PLT", phone: "6284000000001", since: null, until: handover });
  past = await makeMeeting("IN_PROGRESS", { host, startsAt: new Date("2022-09-22T02:00:00Z") });
});

const invitation = (meetingId: string) => db.invitation.findFirstOrThrow({ where: { meetingId } });

test("invitations copy the holder of the meeting's day, with his Plt. and phone", async () => {
  expect((await listInvitableSeats(staff, { ...past, organisers: [] })).seats).toMatchObject([
    { holder: { name: "Asep Uji" } },
  ]);
  await inviteSeats(staff, past.id, [camat.id]);
  expect(await invitation(past.id)).toMatchObject({
    holderName: "Asep Uji",
    holderPrefix: "PLT",
    phone: "6284000000001",
  });
  const today = await makeMeeting("SCHEDULED", { host });
  await inviteSeats(staff, today.id, [camat.id]);
  expect(await invitation(today.id)).toMatchObject({ holderName: "Budi Uji", holderPrefix: null });
});

describe("invitations made with today's people", () => {
  const misnamed = () => listMisnamed(staff, past);

  async function inviteToday() {
    await inviteSeats(staff, past.id, [camat.id]);
    const { id } = await invitation(past.id);
    const wrong = { holderName: "Budi Uji", holderPrefix: null, phone: "6284000000002", tokenHash: "alamat Budi" };
    await db.invitation.update({ where: { id }, data: wrong });
    return id;
  }

  test("are shown with who held the seat then, and mended with the roll", async () => {
    const id = await inviteToday();
    await makeAttendance({ meetingId: past.id, invitationId: id, name: "Budi Uji", status: "PRESENT" });
    expect(await misnamed()).toMatchObject([{ id, invited: "Budi Uji", holder: { name: "Asep Uji", prefix: "PLT" } }]);
    expect(await inviteHoldersOfDay(staff, past.id)).toEqual({ ok: true, count: 1 });
    const mended = await invitation(past.id);
    expect(mended).toMatchObject({ holderName: "Asep Uji", holderPrefix: "PLT", phone: "6284000000001" });
    expect(mended.tokenHash).not.toBe("alamat Budi");
    expect(await db.attendance.findFirst()).toMatchObject({ name: "Asep Uji", version: 1 });
    expect(await misnamed()).toEqual([]);
    expect(await inviteHoldersOfDay(staff, past.id)).toEqual({ ok: true, count: 0 });
  });

  test("stay where they were handed out before the meeting, or name nobody of another time", async () => {
    const id = await inviteToday();
    await db.invitation.update({ where: { id }, data: { handedOutAt: new Date("2022-09-20T02:00:00Z") } });
    expect(await misnamed()).toEqual([]);
    await db.invitation.update({ where: { id }, data: { handedOutAt: null, holderName: "Asep Uji, S.Sos." } });
    expect(await misnamed()).toEqual([]);
  });

  test("stay when the meeting is approved, and are nobody else's", async () => {
    await inviteToday();
    expect(await listMisnamed(await makeActor("PUSKESMAS_STAFF"), past)).toEqual([]);
    await db.meeting.update({ where: { id: past.id }, data: { status: "CLOSED" } });
    await db.approval.create({ data: approvalRow({ meetingId: past.id }) });
    expect(await inviteHoldersOfDay(staff, past.id)).toMatchObject({ ok: false });
  });
});

test("owners of rows and who leads are those of the day as well", async () => {
  expect((await listOwnerChoices(staff, past.id)).directory[0]?.label).toContain("Asep Uji");
  const row = actionItemSchema.parse({
    id: randomUUID(),
    activity: "Sweeping",
    owner: `seat:${camat.id}`,
    deadline: "2022-10-30",
    priority: "MEDIUM",
  });
  await addActionItem(staff, past.id, row);
  expect(await db.actionItem.findFirst()).toMatchObject({
    responsibleName: "Asep Uji",
    responsibleTitle: "Plt. Camat",
  });
  expect(await listLeaders(staff, past.startsAt)).toEqual(["Asep Uji, Plt. Camat"]);
  expect(await listLeaders(staff)).toEqual(["Budi Uji, Camat"]);
});

describe("rows of the plan made with today's people", () => {
  const wrong = () => ({
    ...{ meetingId: past.id, responsibleSeatId: camat.id, responsibleTitle: "Camat", responsibleName: "Budi Uji" },
  });

  test("are shown with who held the seat then, and mended; the row stays with its seat", async () => {
    const { id } = await makeActionItem(wrong());
    expect(await listMisowned(staff, past)).toMatchObject([{ id, holder: { name: "Asep Uji" }, title: "Plt. Camat" }]);
    expect(await nameOwnersOfDay(staff, past.id)).toEqual({ ok: true, count: 1 });
    expect(await db.actionItem.findUnique({ where: { id } })).toMatchObject({
      ...{ responsibleName: "Asep Uji", responsibleTitle: "Plt. Camat", responsibleSeatId: camat.id, version: 1 },
    });
    expect(await listMisowned(staff, past)).toEqual([]);
    const [told] = await listSentences({ action: "item.owner-corrected" });
    expect(told?.lines.join()).toContain("Camat, Budi Uji");
    expect(told?.lines.join()).toContain("Plt. Camat, Asep Uji");
  });

  test("stay where they were handed over, and are nobody else's; an approval locks them", async () => {
    const { id } = await makeActionItem(wrong());
    expect(await listMisowned(await makeActor("PUSKESMAS_STAFF"), past)).toEqual([]);
    await makeEvent({ organisationId: past.hostId, meetingId: past.id, action: "item.reassigned", subjectId: id });
    expect(await listMisowned(staff, past)).toEqual([]);
    await asOwner(['DELETE FROM "Event"']);
    await db.meeting.update({ where: { id: past.id }, data: { status: "CLOSED" } });
    await db.approval.create({ data: approvalRow({ meetingId: past.id }) });
    expect(await nameOwnersOfDay(staff, past.id)).toMatchObject({ ok: false });
  });
});

test("a seat nobody is known to have held then is invited without a name", async () => {
  await db.seatHolder.deleteMany({ where: { name: "Asep Uji" } });
  await inviteSeats(staff, past.id, [camat.id]);
  expect(await invitation(past.id)).toMatchObject({ holderName: null, phone: null });
});

test.each([
  [
    "a known beginning goes before an unknown one",
    [
      ["A", null, null],
      ["B", 10, null],
    ],
    "B",
  ],
  [
    "of two unknown beginnings the first that ended",
    [
      ["A", null, 50],
      ["B", null, null],
    ],
    "A",
  ],
  [
    "of two known ones the later",
    [
      ["A", 5, null],
      ["B", 10, null],
    ],
    "B",
  ],
  ["nobody", [], undefined],
] as const)("%s", (_, terms, name) => {
  const day = (at: number | null) => (at === null ? null : new Date(at));
  const running = terms.map(([held, since, until]) => ({ held, since: day(since), until: day(until) }));
  expect(holderAmong(running)?.held).toBe(name);
});

describe("a former holder", () => {
  const former = (changes: Record<string, string> = {}) =>
    formerHolderSchema.parse({
      holderId: randomUUID(),
      name: "Cecep Uji",
      since: "2020-01-01",
      until: "2021-12-31",
      person: newPerson,
      ...changes,
    });

  test("is entered afterwards with his days, and a meeting of his time finds him", async () => {
    expect(await addFormerHolder(staff, camat.id, former())).toEqual({ ok: true });
    const before = await makeMeeting("IN_PROGRESS", { host, startsAt: new Date("2021-12-31T02:00:00Z") });
    await inviteSeats(staff, before.id, [camat.id]);
    expect(await invitation(before.id)).toMatchObject({ holderName: "Cecep Uji" });
  });

  test("does not run into a known term, nor into today", async () => {
    expect(await addFormerHolder(staff, camat.id, former({ until: "2025-01-01" }))).toMatchObject({ field: "until" });
    expect(await addFormerHolder(staff, camat.id, former({ until: "2099-01-01" }))).toMatchObject({ field: "until" });
    expect(formerHolderSchema.safeParse({ ...former(), since: "2022-01-01" }).success).toBe(false);
  });
});

test("of one Camat in three directories there is one invitation, one owner and no second proposal", async () => {
  const names = ["Puskesmas Pasundan", "Puskesmas Guntur"];
  const others = [];
  for (const name of names) others.push(await makePuskesmas({ name, parentId: host.parentId }));
  const joint = await makeMeeting("IN_PROGRESS", { host, organisers: others });
  await inviteSeats(staff, joint.id, [camat.id]);
  for (const other of others) {
    const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: other.id });
    const written = { title: "CAMAT", institution: "Kecamatan\u00a0Uji", holder: { name: "Budi  Uji" } };
    const same = await makeSeat({ organisationId: other.id, ...written });
    const own = await makeSeat({ organisationId: other.id, title: "Kepala Desa" });
    const { seats, invitedElsewhere } = await listInvitableSeats(colleague, { ...joint, organisers: [] });
    expect([seats.map(({ id }) => id), invitedElsewhere.map(({ id }) => id)]).toEqual([[own.id], [same.id]]);
    expect(await inviteSeats(colleague, joint.id, [same.id, own.id])).toEqual({ ok: true, added: 1 });
    const { invited, directory } = await listOwnerChoices(colleague, joint.id);
    expect([...invited, ...directory].filter(({ label }) => label.toLowerCase().includes("camat"))).toHaveLength(1);
  }
  expect(
    await db.invitation.count({ where: { meetingId: joint.id, title: { equals: "camat", mode: "insensitive" } } }),
  ).toBe(1);
});

test("kader and staf of the same words with other names stay apart", async () => {
  const other = await makePuskesmas({ parentId: host.parentId });
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: other.id });
  const joint = await makeMeeting("SCHEDULED", { host, organisers: [other] });
  const kader = { title: "Kader", institution: "Posyandu Melati" };
  const one = await makeSeat({ organisationId: host.id, ...kader, holder: { name: "Ani Uji" } });
  const two = await makeSeat({ organisationId: other.id, ...kader, holder: { name: "Tuti Uji" } });
  await inviteSeats(staff, joint.id, [one.id]);
  expect(await inviteSeats(colleague, joint.id, [two.id])).toEqual({ ok: true, added: 1 });
});

test("ten Bidan Desa carry their desa wherever they are chosen and listed", async () => {
  const village = (await villagesOf("18.01.15")).find(({ name }) => name === "Margasari");
  if (!village) throw new Error("no such desa");
  const bidan = {
    organisationId: host.id,
    title: "Bidan Desa",
    institution: "Puskesmas Uji",
    villageCode: village.code,
  };
  const seat = await makeSeat({ ...bidan, holder: { name: "Ningsih Uji" } });
  const { seats } = await listInvitableSeats(staff, { ...past, organisers: [] });
  expect(seats.map(({ title }) => title)).toContain("Bidan Desa Margasari");
  await inviteSeats(staff, past.id, [seat.id]);
  expect(await invitation(past.id)).toMatchObject({ title: "Bidan Desa Margasari" });
  expect((await listOwnerChoices(staff, past.id)).invited[0]?.label).toContain("Bidan Desa Margasari");
});
