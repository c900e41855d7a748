// Simulation checklists: several observers score the same participants, and how far they agree.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { deleteObservation, saveObservation } from "@/lib/simulations/observations";
import { findSimulation, listSimulations } from "@/lib/simulations/reads";
import { observerPairs } from "@/lib/simulations/results";
import { observationSchema, simulationSchema } from "@/lib/simulations/schema";
import { deleteSimulation, saveSimulation } from "@/lib/simulations/writes";
import { undo } from "@/lib/undo/perform";
import type { Meeting } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let clerk: Actor;
let training: Meeting;
const id = randomUUID();

const checklist = (more: object = {}) =>
  simulationSchema.parse({
    ...{ id, version: "", name: "Henti jantung", passShare: "70" },
    items: [
      { text: "Memastikan keamanan", points: "1" },
      { text: "Kompresi dada", points: "4" },
      { text: "", points: "1" },
    ],
    ...more,
  });

const itemIds = async () => (await findSimulation(clerk, id))?.items.map((item) => item.id) ?? [];

async function seen(invitationId: string, observer: string, points: (string | number)[], more: object = {}) {
  const scores = (await itemIds()).map((itemId, index) => ({ itemId, points: String(points[index] ?? "") }));
  return observationSchema.parse({ id: randomUUID(), version: "", invitationId, observer, scores, ...more });
}

const score = async (...about: Parameters<typeof seen>) =>
  saveObservation(clerk, training.id, id, await seen(...about));

beforeEach(async () => {
  const host = await makePuskesmas();
  clerk = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  training = await makeMeeting("IN_PROGRESS", { host, kind: "KALAKARYA" });
  await makeTraining(training);
  expect(await saveSimulation(clerk, training.id, checklist())).toEqual({ ok: true });
});

test("two observers score three participants with times; the page has what their agreement is made of", async () => {
  const people = [
    await makeTrainingParticipant({ meetingId: training.id, name: "Adi" }),
    await makeTrainingParticipant({ meetingId: training.id, name: "Budi" }),
    await makeTrainingParticipant({ meetingId: training.id, name: "Citra" }),
  ];
  for (const [index, one] of people.entries()) {
    expect(await score(one.id, "dr. Anindya", [1, index + 2], { seconds: "3:40" })).toEqual({ ok: true });
    expect(await score(one.id, "Ns. Heru", [index === 0 ? 0 : 1, index + 2], { seconds: "3.50" })).toEqual({
      ok: true,
    });
  }
  const found = await findSimulation(clerk, id);
  if (!found) throw new Error("not found");
  expect(found.participants.map(({ name }) => name)).toEqual(["Adi", "Budi", "Citra"]);
  expect(found.observations.map(({ seconds }) => seconds).sort()).toEqual([220, 220, 220, 230, 230, 230]);
  const [pair] = observerPairs(found.items, found.observations);
  expect(pair).toMatchObject({ one: "dr. Anindya", other: "Ns. Heru", pairs: 6 });
  expect(pair?.observed).toBeCloseTo(5 / 6);
  expect(await listSimulations(clerk, training.id)).toMatchObject([{ name: "Henti jantung" }]);
  expect((await listSentences()).map(({ says }) => says)).toEqual(
    expect.arrayContaining(["membuat daftar simulasi: Henti jantung", "menilai simulasi: Citra"]),
  );
});

test("an observer scores a participant once, and may change it; points outside the item's scale are refused", async () => {
  const { id: adi } = await makeTrainingParticipant({ meetingId: training.id });
  const form = await seen(adi, "dr. Anindya", [1, 3]);
  const outcomes = await allEnded(Array.from({ length: 4 }, () => saveObservation(clerk, training.id, id, form)));
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  expect(await score(adi, "dr. Anindya", [1, 4])).toMatchObject({ ok: false, field: "observer" });
  expect(await score(adi, "Ns. Heru", [1, 5])).toMatchObject({ ok: false, field: "scores.1.points" });
  expect(await score(adi, "Ns. Heru", ["", 4])).toEqual({ ok: true });
  const changed = await seen(adi, "dr. Anindya", [0, 3], { id: form.id, version: "0" });
  expect(await saveObservation(clerk, training.id, id, changed)).toEqual({ ok: true });
  expect(await saveObservation(clerk, training.id, id, { ...form, note: "Lain" })).toMatchObject({ ok: false });
  expect(await db.simulationScore.count()).toBe(3);
  const { id: foreign } = await makeTrainingParticipant({ meetingId: (await anotherTraining()).id });
  expect(await score(foreign, "dr. Anindya", [1, 1])).toMatchObject({ ok: false, field: "invitationId" });
});

async function anotherTraining() {
  const other = await makeMeeting("CLOSED", { host: await makePuskesmas(), kind: "KALAKARYA" });
  await makeTraining(other);
  return other;
}

test("items stay as they are once somebody was scored by them; the name does not", async () => {
  const { id: adi } = await makeTrainingParticipant({ meetingId: training.id });
  const two = [
    { text: "Memastikan keamanan", points: "1" },
    { text: "Kompresi dada", points: "3" },
  ];
  expect(await saveSimulation(clerk, training.id, checklist({ version: "0", items: two }))).toEqual({ ok: true });
  const form = await seen(adi, "dr. Anindya", [1, 3]);
  await saveObservation(clerk, training.id, id, form);
  expect(await saveSimulation(clerk, training.id, checklist({ version: "1" }))).toMatchObject({
    ok: false,
    field: "items",
  });
  const renamed = checklist({ version: "1", items: two, name: "RJP" });
  expect(await saveSimulation(clerk, training.id, renamed)).toEqual({ ok: true });
  expect(await deleteSimulation(clerk, training.id, id)).toMatchObject({ ok: false });
  expect(await deleteObservation(clerk, training.id, form.id)).toEqual({ ok: true });
  expect(await deleteSimulation(clerk, training.id, id)).toEqual({ ok: true });
});

test("a deleted observation comes back with its scores, and a deleted checklist with its items", async () => {
  const one = await makeTrainingParticipant({ meetingId: training.id, name: "Adi" });
  await score(one.id, "dr. Anindya", [1, 3]);
  const before = await db.simulationObservation.findFirstOrThrow({
    where: { simulationId: id },
    include: { scores: { orderBy: { itemId: "asc" } } },
  });
  const [ofScores, ofList] = [randomUUID(), randomUUID()];
  await deleteObservation(clerk, training.id, before.id, ofScores);
  expect(await undo(clerk, ofScores)).toMatchObject({ ok: true });
  const scores = { include: { scores: { orderBy: { itemId: "asc" } } } } as const;
  const after = await db.simulationObservation.findUniqueOrThrow({ where: { id: before.id }, ...scores });
  expect(after).toEqual({ ...before, version: before.version + 1 });
  await deleteObservation(clerk, training.id, before.id);
  await deleteSimulation(clerk, training.id, id, ofList);
  expect(await undo(clerk, ofList)).toMatchObject({ ok: true });
  expect(await itemIds()).toHaveLength(2);
});
