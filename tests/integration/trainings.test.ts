import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { submitMeeting } from "@/lib/approvals/submit";
import { approveMeeting } from "@/lib/approvals/writes";
import { db } from "@/lib/db";
import { findMeeting, listMeetings } from "@/lib/meetings/reads";
import { meetingEditSchema, meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, editMeeting, moveMeeting } from "@/lib/meetings/writes";
import { findTraining } from "@/lib/trainings/reads";
import { sessionsSchema, trainingSchema } from "@/lib/trainings/schema";
import { saveSessions } from "@/lib/trainings/sessions";
import { saveTraining } from "@/lib/trainings/writes";
import { makeAttendance } from "@/tests/factories/attendance";
import { listSentences } from "@/tests/factories/events";
import { makeEvidence } from "@/tests/factories/evidence";
import { makeHospital, makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

const meetingForm = (overrides: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), kind: "KALAKARYA", title: "Kalakarya kegawatdaruratan", date: "2030-03-05" },
  ...{ startTime: "08:00", endTime: "15:00", place: "Ruang pertemuan" },
  ...overrides,
});

async function draft(actor: Actor, overrides: Record<string, unknown> = {}) {
  const input = meetingSchema.parse(meetingForm(overrides));
  expect(await draftMeeting(actor, input)).toEqual({ ok: true, id: input.id });
  return input.id;
}

const row = (topic: string, startTime: string, endTime: string, overrides: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), form: "THEORY", topic, date: "2030-03-05", startTime, endTime },
  ...overrides,
});
const sessionsOf = (version: number, ...rows: unknown[]) => sessionsSchema.parse({ version, rows });

const hospitalStaff = async () => {
  const { id } = await makeHospital();
  return makeActor("PUSKESMAS_HEAD", { organisationId: id });
};

describe("a training is held", () => {
  test.each([
    ["a puskesmas", async () => makeActor("PUSKESMAS_STAFF")],
    ["a hospital", hospitalStaff],
    ["a kabupaten", async () => makeActor("DINKES_REVIEWER", { organisationId: (await makeKabupaten()).id })],
    ["a province", async () => makeActor("DINKES_ADMIN", { organisationId: (await makeProvinsi()).id })],
  ])("by %s from the draft to the end, with its own row", async (_, make) => {
    const actor = await make();
    const id = await draft(actor);
    expect(await findTraining(actor, id)).toMatchObject({ requiredAttendance: 80, sessions: [], version: 0 });
    expect((await listMeetings(actor, { kind: "KALAKARYA" })).meetings.map((one) => one.id)).toEqual([id]);
    for (const step of ["schedule", "start", "close"] as const)
      expect(await moveMeeting(actor, id, step, step === "start" ? "Dimajukan" : null), step).toEqual({ ok: true });
    expect(await findMeeting(actor, id)).toMatchObject({ status: "CLOSED", host: { kind: actor.organisation.kind } });
  });

  test("in draft for the office alone, and seen by the offices above once it is scheduled", async () => {
    const province = await makeProvinsi();
    const district = await makeKabupaten({ parentId: province.id });
    const actor = await makeActor("DINKES_ADMIN", { organisationId: district.id });
    const above = await makeActor("DINKES_ADMIN", { organisationId: province.id });
    const below = await makeActor("PUSKESMAS_HEAD", {
      organisationId: (await makePuskesmas({ parentId: district.id })).id,
    });
    const id = await draft(actor);
    expect(await findMeeting(above, id)).toBeNull();
    await moveMeeting(actor, id, "schedule");
    expect(await findMeeting(above, id)).not.toBeNull();
    expect(await findMeeting(below, id)).toBeNull();
    await expect(saveTraining(above, id, trainingSchema.parse({ version: 0 }))).rejects.toThrow(NotAllowed);
  });

  test("a hospital and a Dinkes hold no Lokmin, neither new nor by changing the kind", async () => {
    for (const actor of [await hospitalStaff(), await makeActor("DINKES_ADMIN")]) {
      const lokmin = meetingSchema.parse(meetingForm({ kind: "MONTHLY_LOKMIN" }));
      await expect(draftMeeting(actor, lokmin)).rejects.toThrow(NotAllowed);
      const id = await draft(actor);
      const edit = meetingEditSchema.parse({ ...meetingForm({ id, kind: "MONTHLY_LOKMIN" }), version: 0 });
      await expect(editMeeting(actor, edit)).rejects.toThrow(NotAllowed);
    }
  });

  test("by a Dinkes, its admin approves, not its reviewer", async () => {
    const organisationId = (await makeKabupaten()).id;
    const admin = await makeActor("DINKES_ADMIN", { organisationId });
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId });
    const id = await draft(admin, { date: "2026-03-05" });
    await moveMeeting(admin, id, "schedule");
    await moveMeeting(admin, id, "start");
    await makeEvidence(await db.meeting.findUniqueOrThrow({ where: { id } }));
    await moveMeeting(admin, id, "close");
    await expect(approveMeeting(reviewer, id, randomUUID())).rejects.toThrow(NotAllowed);
    expect(await approveMeeting(admin, id, randomUUID())).toMatchObject({ ok: true });
    await expect(submitMeeting(admin, id, { id: randomUUID(), note: null })).rejects.toThrow(NotAllowed);
  });
});

describe("the programme of a training", () => {
  test("is saved at once, by day and clock, with speakers, and JPL reckoned where none is typed", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const id = await draft(actor, { endDate: "2030-03-06" });
    const input = sessionsOf(
      0,
      row("Evaluasi sistem", "08:00", "09:30", { date: "2030-03-06", form: "EVALUATION" }),
      row("Protokol terbaru", "08:00", "10:15", {
        speakers: "dr. Ani, Sp.EM / Instruktur / RSUD\n dr. Budi \n",
        room: "Aula",
      }),
      row("Simulasi kasus", "10:30", "12:00", { form: "SIMULATION", lessons: "2,5" }),
      { topic: " " },
    );
    expect(await saveSessions(actor, id, input)).toEqual({ ok: true });
    const training = await findTraining(actor, id);
    expect(training?.sessions.map(({ position, topic, lessons }) => [position, topic, lessons])).toEqual([
      [1, "Protokol terbaru", 3],
      [2, "Simulasi kasus", 2.5],
      [3, "Evaluasi sistem", 2],
    ]);
    expect(training?.sessions[0]?.speakers).toEqual([
      { name: "dr. Ani, Sp.EM", title: "Instruktur", institution: "RSUD" },
      { name: "dr. Budi", title: "", institution: "" },
    ]);
    expect(training?.totals.lessons).toBe(7.5);
    const sentences = (await listSentences()).map(({ says }) => says);
    expect(sentences.at(-1)).toBe("mengubah sesi pelatihan: Kalakarya kegawatdaruratan");
  });

  test("keeps the sessions that stay, and those that were attended cannot be deleted", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const id = await draft(actor);
    const [first, second] = [row("A", "08:00", "09:00"), row("B", "09:00", "10:00")];
    await saveSessions(actor, id, sessionsOf(0, first, second));
    const later = { ...first, startTime: "10:00", endTime: "11:00" };
    expect(await saveSessions(actor, id, sessionsOf(1, later, second))).toEqual({ ok: true });
    expect((await findTraining(actor, id))?.sessions.map((one) => one.id)).toEqual([second.id, first.id]);
    expect(await saveSessions(actor, id, sessionsOf(1, later))).toMatchObject({
      reason: expect.stringMatching(/diubah orang lain/),
    });
    const attendance = await makeAttendance({ meetingId: id });
    await db.sessionPresence.create({
      data: { sessionId: first.id, attendanceId: attendance.id, status: "PRESENT", source: "PAPER" },
    });
    expect(await saveSessions(actor, id, sessionsOf(2, second))).toMatchObject({
      reason: expect.stringMatching(/sudah ada kehadirannya/),
    });
    expect(await saveSessions(actor, id, sessionsOf(2, later))).toEqual({ ok: true });
  });

  test("stays within the days of the meeting, and moves with them", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const id = await draft(actor);
    const other = row("Praktik", "08:00", "12:00", { date: "2030-03-06" });
    expect(await saveSessions(actor, id, sessionsOf(0, other))).toMatchObject({
      field: "rows.0.date",
      reason: expect.stringMatching(/Di luar hari kegiatan \(5 Mar 2030\): Praktik/),
    });
    const edit = (overrides: Record<string, unknown>, version: number) =>
      editMeeting(actor, meetingEditSchema.parse({ ...meetingForm({ id, ...overrides }), version }));
    expect(await edit({ endDate: "2030-03-06" }, 0)).toMatchObject({ ok: true });
    expect(await saveSessions(actor, id, sessionsOf(0, other))).toEqual({ ok: true });
    expect(await edit({ date: "2030-03-12", endDate: "2030-03-13" }, 1)).toMatchObject({ ok: true });
    expect((await findTraining(actor, id))?.sessions[0]?.startsAt).toEqual(new Date("2030-03-13T01:00:00Z"));
    expect(await edit({ date: "2030-03-12" }, 2)).toMatchObject({ field: "endDate" });
    expect(await edit({ kind: "MONTHLY_LOKMIN" }, 2)).toMatchObject({ field: "kind" });
  });

  test("says what each row lacks, in its place", () => {
    const bad = row("BHD", "10:00", "09:00", { lessons: "30" });
    const parsed = sessionsSchema.safeParse({ version: 0, rows: [{ topic: "" }, bad] });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["rows.1.lessons", "JPL satu sesi harus 0 sampai 24"],
      ["rows.1.endTime", "Jam selesai harus sesudah jam mulai"],
    ]);
  });
});

test("credits are kept with their number alone, and the score rule within its scale", () => {
  const messages = (values: Record<string, unknown>) =>
    trainingSchema.safeParse({ version: 0, ...values }).error?.issues.map(({ message }) => message);
  expect(messages({ skpValue: "3" })).toEqual([
    "Nilai SKP hanya dicatat bersama nomornya: isi keduanya atau kosongkan keduanya",
  ]);
  expect(messages({ requiredScore: "101" })).toEqual(["Nilai post-test harus 0 sampai 100"]);
  expect(messages({ skpValue: "3", skpNumber: "SKP/1", requiredScore: "70,5" })).toBeUndefined();
});
