import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findChecklist } from "@/lib/evidence/reads";
import { tickEvidence, untickEvidence } from "@/lib/evidence/writes";
import { tickExpectations, ticksSchema } from "@/lib/meeting-types/expectations";
import { findMeetingType, listMeetingTypes } from "@/lib/meeting-types/reads";
import { meetingTypeSchema } from "@/lib/meeting-types/schema";
import { addMeetingType, editMeetingType, hideMeetingType, restoreMeetingType } from "@/lib/meeting-types/writes";
import { findMeeting } from "@/lib/meetings/reads";
import { meetingEditSchema, meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, editMeeting, moveMeeting } from "@/lib/meetings/writes";
import type { Role } from "@/prisma/generated/enums";
import { allEnded } from "@/tests/setup/all-ended";
import { listSentences } from "../factories/events";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

async function listExpectations(actor: Actor, meetingId: string) {
  return (await findMeeting(actor, meetingId))?.expectations ?? [];
}

/** Staff, a Lokmin that runs, and what is ticked of the signed agreement on both of its lists. */
async function firstQuarterly() {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host, typeKey: "triwulanan-pertama" });
  const text = "Komitmen bersama yang ditandatangani";
  await db.meetingExpectation.create({ data: { meetingId: meeting.id, side: "OUTPUT", position: 2, text } });
  const ticked = async () => {
    const [output] = await listExpectations(actor, meeting.id);
    const evidence = (await findChecklist(actor, meeting.id)).find(({ key }) => key === "kesepakatan");
    return [output?.isMet, output?.note, evidence?.isMet, evidence?.tick?.note];
  };
  return { actor, meeting, text, ticked };
}

test("one fact is ticked once, whichever of the two lists shows it", async () => {
  const { actor, meeting, text, ticked } = await firstQuarterly();
  await tickEvidence(actor, meeting.id, "kesepakatan", "Map merah");
  expect(await ticked()).toEqual([true, "Map merah", true, "Map merah"]);
  await untickEvidence(actor, meeting.id, "kesepakatan");
  expect(await ticked()).toEqual([false, null, false, undefined]);
  const row = { side: "OUTPUT", position: "2", text, wasMet: "", wasNote: "", isMet: "1", note: "Lemari arsip" };
  await tickExpectations(actor, meeting.id, ticksSchema.parse({ rows: [row] }));
  expect(await ticked()).toEqual([true, "Lemari arsip", true, "Lemari arsip"]);
});

const words = (changes: Record<string, unknown> = {}) =>
  meetingTypeSchema.parse({ kind: "MONTHLY_LOKMIN", name: "Lokbul", inputs: "PWS\nRPK", outputs: "RTL", ...changes });

const form = (changes: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  kind: "MONTHLY_LOKMIN",
  date: "2027-03-02",
  startTime: "09:00",
  place: "Ruang rapat",
  ...changes,
});

const staff = () => makeActor("PUSKESMAS_STAFF");

async function drafted(actor: Actor, changes: Record<string, unknown> = {}) {
  const outcome = await draftMeeting(actor, meetingSchema.parse(form(changes)));
  if (!outcome.ok) throw new Error(outcome.reason);
  const meeting = await findMeeting(actor, outcome.id);
  if (!meeting) throw new Error("gone");
  return meeting;
}

/** What a form sends that showed the lists as they stand, with some rows ticked. */
async function ticks(actor: Actor, meetingId: string, met: readonly number[], note = "") {
  const rows = await listExpectations(actor, meetingId);
  return ticksSchema.parse({
    rows: rows.map((row, index) => ({
      side: row.side,
      position: String(row.position),
      text: row.text,
      wasMet: row.isMet ? "1" : "",
      wasNote: row.note ?? "",
      isMet: met.includes(index) ? "1" : "",
      note: met.includes(index) ? note : (row.note ?? ""),
    })),
  });
}

describe("a puskesmas's types", () => {
  test("are changed, hidden, added and put back; the neighbour keeps the defaults", async () => {
    const [actor, neighbour] = [await staff(), await staff()];
    expect(await editMeetingType(actor, "bulanan-rutin", words())).toEqual({ ok: true });
    expect(await findMeetingType(actor, "bulanan-rutin")).toMatchObject({ name: "Lokbul", inputs: ["PWS", "RPK"] });
    expect(await findMeetingType(neighbour, "bulanan-rutin")).toMatchObject({ name: "Lokmin Bulanan Rutin" });
    await hideMeetingType(actor, "kalakarya", true);
    expect(await findMeetingType(actor, "kalakarya")).toMatchObject({ isHidden: true });
    const added = await addMeetingType(actor, words({ name: "Lokbul luar gedung" }));
    expect(added).toEqual({ ok: true, key: "lokbul-luar-gedung" });
    expect(await restoreMeetingType(actor, "bulanan-rutin")).toEqual({ ok: true });
    expect(await findMeetingType(actor, "bulanan-rutin")).toMatchObject({ isOwn: false });
    expect(await restoreMeetingType(actor, "lokbul-luar-gedung")).toMatchObject({ ok: false });
    expect((await listSentences()).map(({ says }) => says.split(":", 1)[0])).toEqual([
      "mengubah jenis kegiatan",
      "menyembunyikan jenis kegiatan",
      "menambah jenis kegiatan",
      "mengembalikan jenis kegiatan bawaan",
    ]);
  });

  test("have a name each, also when two add one at once; the same words again leave no event", async () => {
    const actor = await staff();
    const outcomes = await allEnded([1, 2, 3].map(() => addMeetingType(actor, words({ name: "Rapat kader" }))));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await editMeetingType(actor, "bulanan-rutin", words({ name: "rapat KADER" }))).toMatchObject({
      ok: false,
      field: "name",
    });
    await editMeetingType(actor, "rapat-kader", words({ name: "Rapat kader" }));
    expect(await db.event.count()).toBe(1);
    expect(await editMeetingType(actor, "tidak-ada", words())).toMatchObject({ ok: false });
  });

  const table: [Role, boolean][] = [
    ["PUSKESMAS_ADMIN", true],
    ["PUSKESMAS_HEAD", true],
    ["PUSKESMAS_STAFF", true],
    ["PUSKESMAS_READER", false],
    ["DINKES_ADMIN", false],
    ["DINKES_REVIEWER", false],
  ];
  test.each(table)("%s may write them: %s", async (role, may) => {
    const actor = await makeActor(role);
    for (const write of [
      () => addMeetingType(actor, words()),
      () => editMeetingType(actor, "bulanan-rutin", words({ name: "Lain" })),
      () => hideMeetingType(actor, "bulanan-rutin", true),
      () => restoreMeetingType(actor, "bulanan-rutin"),
    ])
      if (may) expect(await write()).toMatchObject({ ok: true });
      else await expect(write()).rejects.toThrow(NotAllowed);
    if (!may) expect((await listMeetingTypes(actor)).some((type) => type.isOwn)).toBe(false);
  });
});

describe("a meeting of a type", () => {
  test("keeps its type's name and lists as they were; the first of the year is the first", async () => {
    const actor = await staff();
    const first = await drafted(actor, { date: "2027-01-05" });
    expect([first.typeKey, first.typeName]).toEqual(["bulanan-pertama", "Lokmin Bulanan Pertama"]);
    const second = await drafted(actor);
    expect(second.typeKey).toBe("bulanan-rutin");
    await editMeetingType(actor, "bulanan-rutin", words());
    expect((await listExpectations(actor, second.id)).map((row) => row.text)).toContain("Hasil audit internal");
    const own = await drafted(actor, { date: "2027-04-02" });
    expect((await listExpectations(actor, own.id)).map((row) => [row.side, row.text])).toEqual([
      ["INPUT", "PWS"],
      ["INPUT", "RPK"],
      ["OUTPUT", "RTL"],
    ]);
  });

  test("of a pra-lokmin needs its klaster, and each klaster has the month for itself", async () => {
    const actor = await staff();
    const pra = { kind: "PRE_LOKMIN" };
    const draft = (changes: Record<string, unknown>) => draftMeeting(actor, meetingSchema.parse(form(changes)));
    expect(await draft(pra)).toMatchObject({ ok: false, field: "typeOfPraLokmin" });
    expect(await draft({ ...pra, typeOfPraLokmin: "bulanan-rutin" })).toMatchObject({ ok: false });
    expect(await draft({ ...pra, typeOfPraLokmin: "pra-klaster-1" })).toMatchObject({ ok: true });
    expect(await draft({ ...pra, typeOfPraLokmin: "pra-klaster-2" })).toMatchObject({ ok: true });
    expect(await draft({ ...pra, typeOfPraLokmin: "pra-klaster-2" })).toMatchObject({
      ok: false,
      field: "secondReason",
    });
  });

  test("changes its lists with its type; what was ticked and is in both stays ticked", async () => {
    const actor = await staff();
    await editMeetingType(actor, "bulanan-pertama", words({ name: "Awal", inputs: "RPK\nPWS", outputs: "" }));
    await editMeetingType(actor, "bulanan-rutin", words());
    const meeting = await drafted(actor, { date: "2027-04-06" });
    await tickExpectations(actor, meeting.id, await ticks(actor, meeting.id, [0, 2]));
    const edit = { ...form({ id: meeting.id, typeOfBulanan: "bulanan-pertama" }), version: meeting.version };
    expect(await editMeeting(actor, meetingEditSchema.parse(edit))).toMatchObject({ ok: true });
    expect((await listExpectations(actor, meeting.id)).map((row) => [row.text, row.isMet])).toEqual([
      ["RPK", false],
      ["PWS", true],
    ]);
    const again = { ...form({ id: meeting.id, date: "2027-03-09" }), version: meeting.version + 1 };
    expect(await editMeeting(actor, meetingEditSchema.parse(again))).toMatchObject({ ok: true });
    expect((await findMeeting(actor, meeting.id))?.typeKey).toBe("bulanan-pertama");
  });
});

describe("ticking", () => {
  test("writes who and when, only what was changed, and beside what another ticked meanwhile", async () => {
    const actor = await staff();
    const other = await makeActor("PUSKESMAS_ADMIN", { organisationId: actor.organisation.id });
    const meeting = await drafted(actor);
    const [mine, theirs] = [await ticks(actor, meeting.id, [0], "lengkap"), await ticks(other, meeting.id, [1])];
    expect(await tickExpectations(actor, meeting.id, mine)).toEqual({ ok: true });
    expect(await tickExpectations(other, meeting.id, theirs)).toEqual({ ok: true });
    const [first, second] = await listExpectations(actor, meeting.id);
    expect([first?.isMet, first?.note, first?.metBy, second?.metBy]).toEqual([true, "lengkap", actor.name, other.name]);
    await tickExpectations(actor, meeting.id, await ticks(actor, meeting.id, [0, 1], "lengkap"));
    const untick = await ticks(actor, meeting.id, [1], "");
    await tickExpectations(actor, meeting.id, untick);
    expect((await listExpectations(actor, meeting.id))[0]).toMatchObject({ isMet: false, metBy: null, metAt: null });
  });

  test("ends with the approval and the cancellation, and refuses lists that were replaced", async () => {
    const actor = await staff();
    const meeting = await drafted(actor);
    const shown = await ticks(actor, meeting.id, [0]);
    await db.meetingExpectation.updateMany({ where: { meetingId: meeting.id }, data: { text: "lain" } });
    expect(await tickExpectations(actor, meeting.id, shown)).toMatchObject({ ok: false });
    await db.approval.create({
      data: { id: randomUUID(), meetingId: meeting.id, number: 1, approver: "dr. Uji", checklist: [] },
    });
    expect(await tickExpectations(actor, meeting.id, await ticks(actor, meeting.id, [0]))).toMatchObject({ ok: false });
    const cancelled = await drafted(actor, { date: "2027-05-04" });
    await moveMeeting(actor, cancelled.id, "cancel", "uji");
    const late = await tickExpectations(actor, cancelled.id, await ticks(actor, cancelled.id, [0]));
    expect(late).toMatchObject({ ok: false });
  });

  test("is for the writers of the organisers; others do not even see the lists", async () => {
    const kabupaten = await makeKabupaten();
    const own = await makePuskesmas({ parentId: kabupaten.id });
    const neighbour = await makePuskesmas({ parentId: kabupaten.id });
    const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
    const meeting = await drafted(actor);
    const input = await ticks(actor, meeting.id, [0]);
    const at = (role: Role, organisationId?: string) => makeActor(role, organisationId ? { organisationId } : {});
    const strangers = [
      await at("PUSKESMAS_ADMIN", neighbour.id),
      await at("DINKES_ADMIN"),
      await at("PUSKESMAS_ADMIN"),
    ];
    const readers = [await at("PUSKESMAS_READER", own.id)];
    for (const someone of [...strangers, ...readers])
      await expect(tickExpectations(someone, meeting.id, input)).rejects.toThrow(NotAllowed);
    for (const stranger of strangers) expect(await listExpectations(stranger, meeting.id)).toEqual([]);
    for (const reader of readers) expect(await listExpectations(reader, meeting.id)).not.toEqual([]);
    expect(await listExpectations(actor, "tidak-ada")).toEqual([]);
  });
});
