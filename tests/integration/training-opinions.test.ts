// What participants think of a training: on their link, once, and without whose it is.
import { beforeEach, expect, test } from "vitest";
import { answerInvitee } from "@/app/u/[token]/invitee";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { hashToken } from "@/lib/secrets";
import { opinionSchema } from "@/lib/training-evaluations/opinion-schema";
import { sendOpinion } from "@/lib/training-evaluations/opinion-writes";
import { findOpinions } from "@/lib/training-evaluations/opinions";
import { questions } from "@/lib/training-evaluations/questions";
import type { Meeting } from "@/prisma/generated/client";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let clerk: Actor;
let training: Meeting;
const hour = 3_600_000;

beforeEach(async () => {
  const host = await makePuskesmas();
  clerk = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  training = await makeMeeting("CLOSED", { host, kind: "KALAKARYA", title: "Kalakarya Gawat Darurat" });
  await makeTraining(training);
});

const participant = () => makeTrainingParticipant({ meetingId: training.id });
const typed = (step: number, more: Record<string, string> = {}) => ({
  ...Object.fromEntries(questions.map(({ key }) => [key, String(step)])),
  ...more,
});
const opinion = (step: number, more: Record<string, string> = {}) => opinionSchema.parse(typed(step, more));

const ask = (path: string, form?: Record<string, string>) =>
  answerInvitee({
    method: form ? "POST" : "GET",
    path,
    headers: form
      ? { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded", host: "localhost" }
      : {},
    address: "127.0.0.1",
    body: form ? new URLSearchParams(form).toString() : "",
  });

test("a participant fills it in on his link without script, once; a guest is not asked", async () => {
  const { token } = await participant();
  const page = async (path = "/evaluasi") => String((await ask(`/u/${token}${path}`)).body);
  expect(await page("")).toContain(`/u/${token}/evaluasi`);
  const asked = await page();
  expect(asked).toContain("Kalakarya Gawat Darurat");
  expect(asked).not.toContain("<script");
  expect(Buffer.byteLength(asked)).toBeLessThan(14 * 1024);
  const half = await ask(`/u/${token}/evaluasi`, { materi: "4", suggestion: "Lebih banyak praktik" });
  expect(half.status).toBe(422);
  expect(String(half.body)).toContain("Lebih banyak praktik");
  expect((await ask(`/u/${token}/evaluasi`, typed(4))).status).toBe(303);
  expect(await page()).toContain("sudah kami terima");
  expect((await ask(`/u/${token}/evaluasi`, typed(1))).status).toBe(409);
  expect(await page("")).not.toContain(`/u/${token}/evaluasi`);
  const guest = await makeInvitation({ meetingId: training.id });
  expect(String((await ask(`/u/${guest.token}`)).body)).not.toContain("evaluasi pelatihan");
  expect((await ask(`/u/${guest.token}/evaluasi`)).status).toBe(404);
});

test("sent six times at once it counts once", async () => {
  const { token } = await participant();
  const outcomes = await allEnded(
    Array.from({ length: 6 }, () => sendOpinion(hashToken(token), opinion(5), new Date())),
  );
  expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(1);
  expect(await db.trainingOpinion.count()).toBe(1);
});

test("results show from three on: means, how many chose what, and words; nothing tells whose they are", async () => {
  const people = [await participant(), await participant(), await participant()];
  for (const [index, { token }] of people.entries()) {
    if (index === 2)
      expect(await findOpinions(clerk, training.id)).toMatchObject({ participants: 3, answered: 2, results: null });
    const words: Record<string, string> = index === 0 ? { mostUseful: "Simulasi" } : {};
    expect(await sendOpinion(hashToken(token), opinion(index + 3, words), new Date())).toEqual({ ok: true });
  }
  const found = await findOpinions(clerk, training.id);
  expect(found?.results?.[0]).toEqual({ key: "materi", text: questions[0].text, mean: 4, counts: [0, 0, 1, 1, 1] });
  expect(found?.mostUseful).toEqual(["Simulasi"]);
  const kept = JSON.stringify([await db.trainingOpinion.findMany(), await db.trainingOpinionRating.findMany()]);
  for (const { id, holderName } of people) {
    expect(kept).not.toContain(id);
    expect(kept).not.toContain(holderName);
  }
  const events = await db.event.findMany({ where: { action: "training-opinion.sent" } });
  expect(new Set(events.map(({ actor, subjectId, userId }) => `${actor} ${subjectId} ${userId}`))).toEqual(
    new Set([`Seorang peserta ${training.id} null`]),
  );
});

test("it is taken from the last session on until a month after it, and not of a cancelled training", async () => {
  const { token } = await participant();
  const sessions = await db.trainingSession.findMany({ orderBy: { startsAt: "desc" }, take: 1 });
  const last = sessions[0];
  if (!last) throw new Error("no session");
  const at = (begin: Date, hours: number) =>
    sendOpinion(hashToken(token), opinion(4), new Date(begin.getTime() + hours * hour));
  expect(await at(last.startsAt, -1)).toMatchObject({ ok: false, reason: expect.stringContaining("sesi terakhir") });
  expect(await at(last.endsAt, 30 * 24 + 1)).toMatchObject({ ok: false, reason: expect.stringContaining("ditutup") });
  await db.meeting.update({ where: { id: training.id }, data: { status: "CANCELLED", statusReason: "Hujan" } });
  expect(await at(last.startsAt, 1)).toMatchObject({ ok: false });
  await db.meeting.update({ where: { id: training.id }, data: { status: "CLOSED", statusReason: null } });
  expect(await at(last.startsAt, 1)).toEqual({ ok: true });
});
