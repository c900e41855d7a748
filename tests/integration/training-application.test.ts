// The evaluation of a training at work, 90 days later: when it is asked for, who writes it, and what it proves.
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { findChecklist } from "@/lib/evidence/reads";
import { listWaiting } from "@/lib/notifications/waiting";
import { preparePaper } from "@/lib/papers/prepare";
import { addDays, dayOf, toInstant } from "@/lib/time";
import { findApplication, findParticipantApplication } from "@/lib/training-evaluations/application-reads";
import { saveApplication, saveParticipantApplication } from "@/lib/training-evaluations/application-writes";
import { applicationSchema, participantApplicationSchema } from "@/lib/training-evaluations/schema";
import { listApplicationTasks } from "@/lib/training-evaluations/tasks";
import type { Meeting } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";

const day = "2025-11-20";
const at = (when: string, clock = "09:00") => toInstant(when, clock, "Asia/Jakarta");
const due = "2026-02-18";

let senduro: Actor;
let training: Meeting;

beforeEach(async () => {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id });
  senduro = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  training = await makeMeeting("CLOSED", {
    ...{ host, kind: "KALAKARYA", title: "Kalakarya Kegawatdaruratan" },
    startsAt: at("2025-11-19"),
  });
  // Of two days: the 90 days count from the end of its last session.
  await makeTraining(training, {
    sessions: [{}, { startsAt: at(day, "08:00"), endsAt: at(day, "14:00") }],
  });
});

const someone = async (name: string, more: { organisationId?: string } = {}) => {
  const sessions = await db.trainingSession.findMany({ where: { meetingId: training.id } });
  return makeTrainingParticipant({ meetingId: training.id, name, attended: sessions, ...more });
};

const overall = (more: object = {}) =>
  applicationSchema.parse({
    ...{ summary: "Alur baru dipakai di UGD", obstacles: "", followUp: "", assessor: "dr. Anindya, Kepala" },
    ...{ assessedOn: due, version: "", ...more },
  });

const ofOne = (more: object = {}) =>
  participantApplicationSchema.parse({
    ...{ level: "PARTIAL", evidence: "Memakai alur baru", obstacle: "", support: "", assessor: "Koordinator UGD" },
    ...{ assessedOn: due, version: "", ...more },
  });

const asked = async (actor: Actor, when: string) =>
  (await listApplicationTasks(actor, at(when))).map(({ title, reason, day: on, isLate = false }) => ({
    ...{ title, reason, on, isLate },
  }));

test("a task from two weeks before day 90, late after it, gone when everybody who came is assessed", async () => {
  const sri = await someone("Sri Wahyuningsih");
  await makeTrainingParticipant({ meetingId: training.id, name: "Tidak Hadir" });
  expect(await asked(senduro, addDays(due, -15))).toEqual([]);
  const task = {
    title: "Isi evaluasi penerapan: Kalakarya Kegawatdaruratan",
    reason: "0 dari 1 peserta dinilai, ringkasan belum ditulis",
    on: due,
  };
  expect(await asked(senduro, addDays(due, -14))).toEqual([{ ...task, isLate: false }]);
  expect(await asked(senduro, due)).toEqual([{ ...task, isLate: false }]);
  expect(await asked(senduro, addDays(due, 1))).toEqual([{ ...task, isLate: true }]);
  expect((await listWaiting(senduro, at(due))).map(({ title, href }) => `${title} ${href}`)).toContain(
    `Isi evaluasi penerapan: Kalakarya Kegawatdaruratan /kegiatan/${training.id}/evaluasi`,
  );
  const now = at(addDays(due, 1));
  expect(await saveParticipantApplication(senduro, sri.id, ofOne(), now)).toEqual({ ok: true });
  expect(await saveApplication(senduro, training.id, overall(), now)).toEqual({ ok: true });
  expect(await asked(senduro, addDays(due, 1))).toEqual([]);
  expect((await listSentences()).map(({ says }) => says)).toEqual(
    expect.arrayContaining([
      "menilai penerapan hasil pelatihan: Sri Wahyuningsih",
      "mengisi evaluasi penerapan: Kalakarya Kegawatdaruratan",
    ]),
  );
});

test("what was kept elsewhere and ticked, and what is long past, is asked for no more", async () => {
  await db.meetingEvidence.create({
    data: { meetingId: training.id, key: "evaluasi-penerapan", note: "Map 3", tickedBy: "Maya" },
  });
  expect(await asked(senduro, due)).toEqual([]);
  await db.meetingEvidence.deleteMany();
  expect(await asked(senduro, addDays(due, 365))).toHaveLength(1);
  expect(await asked(senduro, addDays(due, 366))).toEqual([]);
});

test("the checklist shows it under EP 1.3.3 and 1.3.4", async () => {
  const sri = await someone("Sri Wahyuningsih");
  const row = async (key: string) => (await findChecklist(senduro, training.id)).find((one) => one.key === key);
  expect(await row("evaluasi-penerapan")).toMatchObject({ ep: "1.3.3 c", isMet: false });
  await saveParticipantApplication(senduro, sri.id, ofOne(), at(due));
  expect(await row("penerapan-peserta")).toMatchObject({ ep: "1.3.4", isMet: true });
  expect(await row("evaluasi-penerapan")).toMatchObject({ isMet: false });
  await saveApplication(senduro, training.id, overall(), at(due));
  expect(await row("evaluasi-penerapan")).toMatchObject({
    isMet: true,
    says: "1 dari 1 peserta dinilai, ringkasan sudah ditulis",
  });
});

test("the paper lists who applies what, and is held back while nothing is filled in", async () => {
  const prepared = () => preparePaper(senduro, "evaluasi-penerapan", training.id, {});
  expect((await prepared())?.blocked).toEqual(["Pelatihan ini belum memiliki peserta: pilih di bagian Pelatihan."]);
  const sri = await someone("Sri Wahyuningsih");
  expect((await prepared())?.blocked).toEqual(["Evaluasi penerapan belum diisi: isi di bagian Evaluasi."]);
  await saveParticipantApplication(senduro, sri.id, ofOne(), at(due));
  await saveApplication(senduro, training.id, overall(), at(due));
  const paper = await prepared();
  expect(paper?.blocked).toEqual([]);
  const words = JSON.stringify(paper?.paper);
  for (const text of ["Sri Wahyuningsih", "Diterapkan sebagian", "Alur baru dipakai di UGD", "100 %"])
    expect(words).toContain(text);
});

test("the head of another puskesmas assesses his own people, and sees nobody else of the training", async () => {
  const dinkes = await makeKabupaten();
  const { id: organisationId } = await makePuskesmas({ parentId: dinkes.id });
  const other = await makeActor("PUSKESMAS_HEAD", { organisationId });
  const own = await someone("Peserta Titipan", { organisationId });
  const foreign = await someone("Sri Wahyuningsih");
  expect(await findApplication(other, training.id)).toBeNull();
  expect(await findParticipantApplication(other, foreign.id)).toBeNull();
  expect(await findParticipantApplication(other, own.id)).toMatchObject({ canWrite: true, seesTraining: false });
  expect(await asked(other, due)).toEqual([
    {
      title: "Nilai penerapan: Kalakarya Kegawatdaruratan",
      ...{ reason: "1 pegawai belum dinilai", on: due, isLate: false },
    },
  ]);
  await expect(saveParticipantApplication(other, foreign.id, ofOne(), at(due))).rejects.toThrow();
  expect(await saveParticipantApplication(other, own.id, ofOne(), at(due))).toEqual({ ok: true });
  expect(await asked(other, due)).toEqual([]);
});

test("a day before the training or still to come is refused, and so is an edit of an older version", async () => {
  const save = (more: object) => saveApplication(senduro, training.id, overall(more), at(due));
  expect(await save({ assessedOn: "2025-11-18" })).toMatchObject({ ok: false, field: "assessedOn" });
  expect(await save({ assessedOn: addDays(dayOf(at(due), "Asia/Jakarta"), 1) })).toMatchObject({ ok: false });
  expect(await save({})).toEqual({ ok: true });
  expect(await save({})).toEqual({ ok: true });
  expect(await save({ summary: "Lain" })).toMatchObject({ ok: false });
  expect(await save({ summary: "Lain", version: 0 })).toEqual({ ok: true });
});
