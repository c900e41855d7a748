import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { moveMeeting } from "@/lib/meetings/writes";
import { findActionItem, listActionItems, listOwnerChoices, listVillageChoices } from "@/lib/plan/reads";
import { saveRow } from "@/lib/plan/save-row";
import { actionItemEditSchema, actionItemSchema, gridRowSchema } from "@/lib/plan/schema";
import { addActionItem, deleteActionItem, editActionItem } from "@/lib/plan/writes";
import { toInstant } from "@/lib/time";
import type { Meeting, Organisation } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { allEnded } from "@/tests/setup/all-ended";
import { makeComment, makeProgressReport } from "../factories/action-items";
import { makeAttendance } from "../factories/attendance";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas, villagesOf } from "../factories/organisations";
import { makeHolder, makeSeat } from "../factories/seats";
import { makeActor } from "../factories/users";

const typed = {
  problem: "",
  activity: "Sweeping imunisasi",
  owner: "",
  responsibleInstitution: "Pemerintah Desa Kedaung",
  responsibleTitle: "Kepala Desa",
  responsibleName: "Suparjo Uji",
  person: "baru",
  support: "",
  deadline: "2026-07-31",
  indicator: "",
  baseline: "",
  target: "",
  unit: "",
  fundingSource: "",
  priority: "MEDIUM",
};

function row(changes: Record<string, unknown> = {}) {
  return actionItemSchema.parse({ id: randomUUID(), ...typed, ...changes });
}

function edit(id: string, version: number, changes: Record<string, unknown> = {}) {
  return actionItemEditSchema.parse({ id, version, ...typed, ...changes });
}

let puskesmas: Organisation;
let actor: Actor;
let meeting: Meeting;

beforeEach(async () => {
  puskesmas = await makePuskesmas({ name: "Puskesmas Sragi" });
  actor = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  meeting = await makeMeeting("IN_PROGRESS", {
    host: puskesmas,
    startsAt: toInstant("2026-06-24", "09:00", "Asia/Jakarta"),
  });
});

async function added(changes: Record<string, unknown> = {}) {
  const input = row(changes);
  expect(await addActionItem(actor, meeting.id, input)).toMatchObject({ ok: true });
  const item = await findActionItem(actor, meeting.id, input.id);
  if (!item) throw new Error("The row was not saved");
  return item;
}

test("without kegiatan, instansi and batas waktu each field has its sentence", () => {
  const { error } = actionItemSchema.safeParse({
    ...typed,
    id: randomUUID(),
    activity: " ",
    responsibleInstitution: "",
    deadline: "",
  });
  const sentences = Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));
  expect(sentences).toEqual({
    activity: "Isi kegiatan",
    deadline: "Isi batas waktu",
    responsibleInstitution: "Pilih penanggung jawab dari daftar, atau isi instansi penanggung jawab",
  });
});

test("a deadline before the meeting's day is refused with that day", async () => {
  expect(await addActionItem(actor, meeting.id, row({ deadline: "2026-06-23" }))).toEqual({
    ok: false,
    field: "deadline",
    reason: "Batas waktu tidak boleh sebelum tanggal kegiatan (24 Juni 2026)",
  });
  expect(await addActionItem(actor, meeting.id, row({ deadline: "2026-06-24" }))).toMatchObject({ ok: true });
});

test("a row keeps what was typed, decimals as they are written here", async () => {
  const item = await added({ baseline: "77,5", target: "1.250", unit: "anak", fundingSource: "VILLAGE_FUND" });
  expect(item).toMatchObject({
    number: 1,
    baseline: 77.5,
    target: 1250,
    unit: "anak",
    fundingSource: "VILLAGE_FUND",
    deadline: "2026-07-31",
    status: "NOT_STARTED",
    percent: 0,
    puskesmas: ["Puskesmas Sragi"],
  });
});

test("desa are of the organisers' working areas, several of them, by code", async () => {
  const [first, second] = await villagesOf("18.01.15");
  const item = await added({ villages: [second?.code, first?.code, first?.code] });
  expect(item.villages).toEqual([first, second]);
  const [elsewhere] = await villagesOf("73.22.01");
  expect(await addActionItem(actor, meeting.id, row({ villages: [elsewhere?.code] }))).toMatchObject({
    ok: false,
    field: "villages",
  });
  expect((await listVillageChoices(actor, meeting.id)).length).toBe(10);
});

test("ten rows at once get ten numbers; the same form sent six times makes one row", async () => {
  const outcomes = await allEnded(Array.from({ length: 10 }, () => addActionItem(actor, meeting.id, row())));
  const numbers = outcomes.map((outcome) => (outcome.ok ? outcome.number : 0)).sort((a, b) => a - b);
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const same = row({ activity: "Kelas ibu hamil" });
  const repeated = await allEnded(Array.from({ length: 6 }, () => addActionItem(actor, meeting.id, same)));
  expect(repeated).toEqual(Array.from({ length: 6 }, () => ({ ok: true, number: 11, version: 0 })));
  expect(await db.event.count({ where: { action: "item.added" } })).toBe(11);
});

test("a form that comes back with other words is not swallowed as the same", async () => {
  const input = row();
  await addActionItem(actor, meeting.id, input);
  const again = await addActionItem(actor, meeting.id, { ...input, activity: "Posyandu lansia" });
  expect(again).toMatchObject({ ok: false, reason: expect.stringContaining("RTL 1") });
});

test("an id of another meeting's row is refused and changes nothing there", async () => {
  const item = await added();
  const other = await makeMeeting("IN_PROGRESS", { host: puskesmas, secondReason: "Uji" });
  expect(await addActionItem(actor, other.id, row({ id: item.id }))).toMatchObject({ ok: false });
  expect(await editActionItem(actor, other.id, edit(item.id, 0, { activity: "Lain" }))).toMatchObject({ ok: false });
  expect(await deleteActionItem(actor, other.id, item.id)).toEqual({ ok: true });
  expect(await listActionItems(actor, meeting.id)).toMatchObject([{ activity: "Sweeping imunisasi" }]);
});

test("an edit on an older version is refused; the same edit sent twice is one", async () => {
  const item = await added();
  const first = edit(item.id, 0, { activity: "Sweeping imunisasi dan vitamin A" });
  expect(await editActionItem(actor, meeting.id, first)).toEqual({ ok: true, number: 1, version: 1 });
  expect(await editActionItem(actor, meeting.id, first)).toEqual({ ok: true, number: 1, version: 1 });
  expect(await editActionItem(actor, meeting.id, edit(item.id, 0, { activity: "Lain" }))).toMatchObject({
    ok: false,
    reason: expect.stringContaining("diubah orang lain"),
  });
  expect(await findActionItem(actor, meeting.id, item.id)).toMatchObject({
    activity: "Sweeping imunisasi dan vitamin A",
    version: 1,
  });
  expect((await listSentences({ action: "item.changed" })).map(({ lines }) => lines)).toEqual([
    ["kegiatan: Sweeping imunisasi → Sweeping imunisasi dan vitamin A"],
  ]);
});

test("two edits at once: exactly one is kept", async () => {
  const item = await added();
  const outcomes = await allEnded(
    ["A", "B", "C", "D"].map((activity) => editActionItem(actor, meeting.id, edit(item.id, 0, { activity }))),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});

test("an edit waits for who is giving the row to somebody else, and then is refused", async () => {
  const item = await added();
  let editing: ReturnType<typeof editActionItem> | undefined;
  await db.$transaction(async (tx) => {
    await tx.actionItem.update({
      where: { id: item.id },
      data: { responsibleInstitution: "Pemerintah Desa Margasari", version: { increment: 1 } },
    });
    editing = editActionItem(actor, meeting.id, edit(item.id, 0, { activity: "Lain" }));
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await editing).toMatchObject({ ok: false, reason: expect.stringContaining("diubah orang lain") });
  expect(await findActionItem(actor, meeting.id, item.id)).toMatchObject({
    responsibleInstitution: "Pemerintah Desa Margasari",
    activity: "Sweeping imunisasi",
  });
});

test("only a running meeting takes rows; closing locks them", async () => {
  const item = await added();
  await moveMeeting(actor, meeting.id, "close");
  for (const outcome of [
    await addActionItem(actor, meeting.id, row()),
    await editActionItem(actor, meeting.id, edit(item.id, 0, { activity: "Lain" })),
    await deleteActionItem(actor, meeting.id, item.id),
  ])
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining("selama kegiatan berlangsung") });
  expect(await listActionItems(actor, meeting.id)).toHaveLength(1);
});

test("a row with reports or comments stays, one without goes", async () => {
  const [reported, commented, plain] = [await added(), await added(), await added()];
  await makeProgressReport({ itemId: reported.id });
  await makeComment({ itemId: commented.id });
  expect(await deleteActionItem(actor, meeting.id, reported.id)).toMatchObject({ ok: false });
  expect(await deleteActionItem(actor, meeting.id, commented.id)).toMatchObject({ ok: false });
  expect(await deleteActionItem(actor, meeting.id, plain.id)).toEqual({ ok: true });
  expect((await listActionItems(actor, meeting.id)).map((item) => item.number)).toEqual([1, 2]);
});

test("an owner chosen from the list is copied, and stays when the seat gets another holder", async () => {
  const seat = await makeSeat({
    organisationId: puskesmas.id,
    title: "Camat",
    institution: "Kecamatan Sragi",
    sector: "KECAMATAN",
    holder: { name: "Bagas Uji", prefix: "PLT" },
  });
  const item = await added({ owner: `seat:${seat.id}`, responsibleInstitution: "" });
  const then = {
    responsibleInstitution: "Kecamatan Sragi",
    responsibleTitle: "Plt. Camat",
    responsibleName: "Bagas Uji",
    responsibleSeatId: seat.id,
  };
  expect(item).toMatchObject(then);
  await db.seatHolder.updateMany({ where: { seatId: seat.id }, data: { until: new Date("2020-01-01") } });
  await makeHolder(seat, { name: "Camat Baru", since: new Date("2020-01-01") });
  expect(await findActionItem(actor, meeting.id, item.id)).toMatchObject(then);
  const kept = edit(item.id, 0, { owner: "tetap", responsibleInstitution: "", activity: "Rembuk stunting" });
  expect(await editActionItem(actor, meeting.id, kept)).toEqual({ ok: true, number: 1, version: 1 });
  expect(await findActionItem(actor, meeting.id, item.id)).toMatchObject({ ...then, activity: "Rembuk stunting" });
  await editActionItem(actor, meeting.id, edit(item.id, 1, { owner: `seat:${seat.id}` }));
  expect(await findActionItem(actor, meeting.id, item.id)).toMatchObject({
    responsibleTitle: "Camat",
    responsibleName: "Camat Baru",
  });
});

test("owners: invitees first, then the directory, then own staff; nobody of another puskesmas", async () => {
  const invited = await makeSeat({ organisationId: puskesmas.id, title: "Camat", institution: "Kecamatan Sragi" });
  const other = await makeSeat({ organisationId: puskesmas.id, title: "Kapolsek", institution: "Polsek Sragi" });
  await makeInvitation({ meetingId: meeting.id, seat: invited });
  const stranger = await makeSeat({ organisationId: (await makePuskesmas()).id });
  const choices = await listOwnerChoices(actor, meeting.id);
  expect(choices.invited.map((choice) => choice.value)).toEqual([`seat:${invited.id}`]);
  expect(choices.directory.map((choice) => choice.value)).toEqual([`seat:${other.id}`]);
  expect(choices.staff).toEqual([{ value: `user:${actor.userId}`, label: "Ratna Uji" }]);
  for (const owner of [`seat:${stranger.id}`, "seat:x", "user:x", `user:${randomUUID()}`, "tetap", "lain"])
    expect(await addActionItem(actor, meeting.id, row({ owner }))).toMatchObject({ ok: false, field: "owner" });
  expect(await added({ owner: `user:${actor.userId}` })).toMatchObject({
    responsibleInstitution: "Puskesmas Sragi",
    responsibleName: "Ratna Uji",
    responsibleUserId: actor.userId,
  });
});

test("an institution has agreed when it came, was represented or holds the meeting; typing decides nothing", async () => {
  const invite = async (institution: string) =>
    makeInvitation({ meetingId: meeting.id, seat: await makeSeat({ organisationId: puskesmas.id, institution }) });
  await invite("Koramil Sragi");
  const polsek = await invite("Polsek Sragi");
  const sent = { status: "REPRESENTED", institution: "Polres Lampung Selatan" } as const;
  await makeAttendance({ meetingId: meeting.id, invitation: polsek, ...sent });
  await makeAttendance({ meetingId: meeting.id, institution: "Puskesmas Katibung" });
  await makeAttendance({ meetingId: meeting.id, institution: "KUA Sragi", status: "EXCUSED" });
  const cases: [string, boolean][] = [
    ["polsek  SRAGI", true],
    ["Polres Lampung Selatan", true],
    ["Koramil Sragi", false],
    ["Puskesmas Katibung", true],
    ["Puskesmas Sragi", true],
    ["KUA Sragi", false],
    ["Dinas Pertanian", false],
  ];
  for (const [responsibleInstitution] of cases) await added({ responsibleInstitution });
  const items = await listActionItems(actor, meeting.id);
  expect(items.map((item) => [item.responsibleInstitution, item.hasAgreed])).toEqual(cases);
});

test("as long as nobody is noted as present, all who were invited may still agree", async () => {
  const seat = await makeSeat({ organisationId: puskesmas.id, institution: "Polsek Sragi" });
  await makeInvitation({ meetingId: meeting.id, seat });
  await added({ responsibleInstitution: "Polsek Sragi" });
  expect(await listActionItems(actor, meeting.id)).toMatchObject([{ hasAgreed: true }]);
  await makeAttendance({ meetingId: meeting.id });
  expect(await listActionItems(actor, meeting.id)).toMatchObject([{ hasAgreed: false }]);
});

test("an owner of a known name is asked for; two Kader of one name and desa own rows of their own", async () => {
  const kader = { responsibleInstitution: "Desa Baktirasa", responsibleTitle: "Kader", responsibleName: "Siti Aminah" };
  const first = row({ ...kader, person: "" });
  expect(await addActionItem(actor, meeting.id, first)).toEqual({ ok: true, number: 1, version: 0 });
  expect(await addActionItem(actor, meeting.id, first)).toEqual({ ok: true, number: 1, version: 0 });
  const ownerOf = async (id: string) => (await findActionItem(actor, meeting.id, id))?.ownerRef;
  const known = (await ownerOf(first.id))?.slice("person:".length) ?? "";

  const second = row({ ...kader, responsibleName: "SITI  aminah", person: "" });
  expect(await addActionItem(actor, meeting.id, second)).toMatchObject({
    ok: false,
    field: "person",
    choices: [{ id: known, line: "Siti Aminah, Kader, Desa Baktirasa" }],
  });
  expect(await addActionItem(actor, meeting.id, { ...second, person: "baru" })).toMatchObject({ ok: true });
  expect(await ownerOf(second.id)).not.toBe(await ownerOf(first.id));

  const third = row({ ...kader, person: known });
  expect(await addActionItem(actor, meeting.id, third)).toMatchObject({ ok: true });
  expect(await ownerOf(third.id)).toBe(await ownerOf(first.id));
  // Changing the row's other words asks nothing again.
  expect(
    await editActionItem(
      actor,
      meeting.id,
      edit(second.id, 0, { ...kader, responsibleName: "SITI  aminah", person: "", activity: "Lain" }),
    ),
  ).toEqual({ ok: true, number: 2, version: 1 });
  const stranger = await makeActor("PUSKESMAS_STAFF");
  const { id: foreign } = await db.person.create({ data: { organisationId: stranger.organisation.id, name: "X" } });
  for (const changes of [{ ...kader, person: foreign }, { owner: `person:${foreign}` }])
    expect(await addActionItem(actor, meeting.id, row(changes))).toMatchObject({ ok: false });
});

test("who holds a seat or has an account is owner by it, where he is the one who is meant", async () => {
  const seat = await makeSeat({ organisationId: puskesmas.id, title: "Kepala Desa", institution: "Desa Baktirasa" });
  const typedSeat = { responsibleInstitution: "Desa Baktirasa", responsibleTitle: "Kepala Desa", responsibleName: "" };
  const asked = row({ ...typedSeat, person: "" });
  expect(await addActionItem(actor, meeting.id, asked)).toMatchObject({ choices: [{ id: seat.holder?.personId }] });
  await addActionItem(actor, meeting.id, { ...asked, person: seat.holder?.personId ?? "" });
  expect(await findActionItem(actor, meeting.id, asked.id)).toMatchObject({ ownerRef: `seat:${seat.id}` });
  const mine = row({ responsibleName: "Ratna Uji", person: "" });
  const { personId } = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  expect(await addActionItem(actor, meeting.id, mine)).toMatchObject({ choices: [{ id: personId }] });
  await addActionItem(actor, meeting.id, { ...mine, person: personId });
  expect(await findActionItem(actor, meeting.id, mine.id)).toMatchObject({ ownerRef: `user:${actor.userId}` });
});

test("an institution without anybody named is one owner, asked for by nobody", async () => {
  const polsek = { responsibleInstitution: "Polsek Sragi", responsibleTitle: "", responsibleName: "", person: "" };
  for (const responsibleInstitution of ["Polsek Sragi", " polsek  SRAGI"])
    await added({ ...polsek, responsibleInstitution });
  const refs = (await listActionItems(actor, meeting.id)).map(({ ownerRef }) => ownerRef);
  expect(new Set(refs).size).toBe(1);
});

function gridRow(changes: Record<string, unknown> = {}) {
  const { id, ...input } = row(changes);
  return gridRowSchema.parse({ ...typed, ...changes, id, deadline: input.deadline, version: null, as: actor.userId });
}

test("a row of the grid whose answer was lost is saved with what was typed since, once", async () => {
  const first = gridRow();
  expect(await saveRow(actor, meeting.id, first)).toEqual({ ok: true, number: 1, version: 0 });
  const second = { ...first, activity: "Sweeping imunisasi dari rumah ke rumah" };
  expect(await saveRow(actor, meeting.id, second)).toEqual({ ok: true, number: 1, version: 1 });
  expect(await listActionItems(actor, meeting.id)).toMatchObject([
    { number: 1, activity: second.activity, version: 1 },
  ]);
});

test("a row of the grid that somebody changed meanwhile is not written over", async () => {
  const first = gridRow();
  await saveRow(actor, meeting.id, first);
  await editActionItem(actor, meeting.id, edit(first.id, 0, { activity: "Kata orang lain" }));
  expect(await saveRow(actor, meeting.id, { ...first, version: 0, activity: "Kata saya" })).toMatchObject({
    ok: false,
  });
  expect(await saveRow(actor, meeting.id, { ...first, activity: "Kata saya" })).toMatchObject({ ok: false });
  expect(await listActionItems(actor, meeting.id)).toMatchObject([{ activity: "Kata orang lain" }]);
});

test("a row that another account typed in this browser is not saved as one's own", async () => {
  const row = { ...gridRow(), as: randomUUID() };
  expect(await saveRow(actor, meeting.id, row)).toMatchObject({ ok: false });
  expect(await listActionItems(actor, meeting.id)).toEqual([]);
});
