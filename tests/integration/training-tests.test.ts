import { beforeEach, expect, test } from "vitest";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { db } from "@/lib/db";
import type { PlainRequest } from "@/lib/http/plain-http";
import { questionSchema } from "@/lib/question-bank/schema";
import { saveQuestion } from "@/lib/question-bank/writes";
import { hashToken, newToken } from "@/lib/secrets";
import { handIn, saveAnswers, startTest } from "@/lib/training-tests/answers";
import { findParticipant, findSheet, type Sheet } from "@/lib/training-tests/on-link";
import { markAnswer, reopenForOne, typeScores } from "@/lib/training-tests/result-writes";
import { findTestResults, postTestScores } from "@/lib/training-tests/results";
import { scoresSchema } from "@/lib/training-tests/schema";
import { testWorkbook } from "@/lib/training-tests/workbook";
import { closeTest, publishTest, setTest } from "@/lib/training-tests/writes";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeQuestion } from "@/tests/factories/questions";
import { makeTraining, makeTrainingParticipant } from "@/tests/factories/trainings";
import { makeActor } from "@/tests/factories/users";

type World = Awaited<ReturnType<typeof makeWorld>>;
let it: World;

async function makeWorld() {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host, kind: "KALAKARYA" });
  await makeTraining(meeting);
  const meetingId = meeting.id;
  const ofHost = { organisationId: host.id };
  const questions = [
    await makeQuestion(ofHost),
    await makeQuestion({ ...ofHost, kind: "MULTIPLE", correct: [0, 2] }),
    await makeQuestion({ ...ofHost, kind: "TRUE_FALSE", options: ["Benar", "Salah"], correct: [0] }),
    await makeQuestion({ ...ofHost, kind: "ORDER", correct: [] }),
    await makeQuestion({ ...ofHost, kind: "SHORT_TEXT", options: [], correct: [], accepted: ["119"] }),
    await makeQuestion(ofHost),
  ];
  const people = [];
  for (const name of ["Ani", "Budi", "Cici"]) people.push(await makeTrainingParticipant({ meetingId, name }));
  const [ani, budi, cici] = people;
  if (!ani || !budi || !cici) throw new Error("no participants");
  return { actor, host, meeting, meetingId, questions, ani, budi, cici };
}

beforeEach(async () => {
  it = await makeWorld();
});

const minute = 60_000;
const hashOf = ({ token }: { token: string }) => hashToken(token);

async function publish(kind: "PRE" | "POST" = "POST", minutes: number | null = null) {
  const { actor, meetingId, questions } = it;
  const input = { version: 0, minutes, questions: questions.map(({ id }) => id) };
  expect(await setTest(actor, meetingId, kind, input)).toEqual({ ok: true });
  expect(await publishTest(actor, meetingId, kind)).toEqual({ ok: true });
}

async function sheetOf(person: { token: string }, kind: "PRE" | "POST" = "POST", now = new Date()): Promise<Sheet> {
  const link = await findParticipant(hashOf(person));
  const sheet = link && (await findSheet(link, kind, now));
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

/** Right answers to all questions, as the form sends them. */
const allRight: Record<string, string> = {
  ...{ on: "1,2,3,4,5,6", q1: "1", "q2.0": "1", "q2.2": "1", q3: "0", q5: "119", q6: "1" },
  ...{ "q4.0": "1", "q4.1": "2", "q4.2": "3", "q4.3": "4" },
};

async function results() {
  const found = await findTestResults(it.actor, it.meetingId, new Date());
  if (!found) throw new Error("no results");
  return found;
}

const cellOf = async (name: string, kind: "PRE" | "POST" = "POST") =>
  (await results()).people.find((person) => person.name === name)?.[kind];

test("answers are kept page by page, the order stays the same at every look, and handing in twice counts once", async () => {
  await publish();
  const tokenHash = hashOf(it.ani);
  expect(await saveAnswers(tokenHash, "POST", allRight)).toBe("not begun");
  expect(await startTest(tokenHash, "POST")).toBe("taken");
  const first = await sheetOf(it.ani);
  expect(await startTest(tokenHash, "POST")).toBe("taken");
  expect(await saveAnswers(tokenHash, "POST", { on: "1,2", q1: "1", "q2.0": "1" })).toBe("taken");
  expect(await saveAnswers(tokenHash, "POST", { ...allRight, on: "2,3,4,5,6" })).toBe("taken");
  const again = await sheetOf(it.ani);
  expect(again.questions.map(({ id, options }) => [id, options])).toEqual(
    first.questions.map(({ id, options }) => [id, options]),
  );
  expect([again.startedAt, again.answered]).toEqual([first.startedAt, 6]);
  expect(await cellOf("Ani")).toMatchObject({ state: "running", score: null });
  expect(await handIn(tokenHash, "POST")).toBe("taken");
  const { handedInAt } = await sheetOf(it.ani);
  expect(await handIn(tokenHash, "POST")).toBe("taken");
  expect((await sheetOf(it.ani)).handedInAt).toEqual(handedInAt);
  expect(await cellOf("Ani")).toMatchObject({ state: "handed in", score: 100, unmarked: 0 });
  expect(await db.event.count({ where: { action: "test.handed-in" } })).toBe(1);
  const other = await sheetOf(it.budi);
  expect(new Set(other.questions.map(({ id }) => id))).toEqual(new Set(first.questions.map(({ id }) => id)));
});

test("a question changed after the test was opened changes nothing in it", async () => {
  const { actor, questions } = it;
  await publish();
  const [question] = questions;
  await startTest(hashOf(it.ani), "POST");
  const edit = {
    id: question?.id,
    version: 0,
    topic: "Lain",
    kind: "SINGLE",
    text: "Diganti",
    options: "X\nY",
    key: "A",
  };
  expect(await saveQuestion(actor, questionSchema.parse(edit))).toEqual({ ok: true });
  await saveAnswers(hashOf(it.ani), "POST", allRight);
  await handIn(hashOf(it.ani), "POST");
  expect((await sheetOf(it.ani)).questions.map(({ text }) => text)).not.toContain("Diganti");
  expect((await cellOf("Ani"))?.score).toBe(100);
});

test("a question changed before it was opened is asked as it is then", async () => {
  const { actor, meetingId, questions } = it;
  const [question] = questions;
  await setTest(actor, meetingId, "PRE", { version: 0, minutes: null, questions: [question?.id ?? ""] });
  await db.bankQuestion.updateMany({ where: { id: question?.id ?? "" }, data: { text: "Baru" } });
  await publishTest(actor, meetingId, "PRE");
  expect((await sheetOf(it.ani, "PRE")).questions.map(({ text }) => text)).toEqual(["Baru"]);
  expect(await setTest(actor, meetingId, "PRE", { version: 2, minutes: null, questions: [] })).toMatchObject({
    ok: false,
  });
});

test("what comes after the end is kept apart, told, and counts once staff opens the test again for him", async () => {
  const { actor, meetingId } = it;
  await publish();
  const tokenHash = hashOf(it.ani);
  await startTest(tokenHash, "POST");
  await saveAnswers(tokenHash, "POST", { on: "1", q1: "1" });
  expect(await closeTest(actor, meetingId, "POST", true)).toEqual({ ok: true });
  expect(await saveAnswers(tokenHash, "POST", allRight)).toBe("late");
  expect(await handIn(tokenHash, "POST")).toBe("late");
  expect(await cellOf("Ani")).toMatchObject({ state: "not handed in", answered: 1, late: 5, score: 16.67 });
  expect(await startTest(hashOf(it.budi), "POST")).toBe("gone");
  expect(await reopenForOne(actor, meetingId, "POST", { invitationId: it.ani.id, minutes: 10 })).toEqual({ ok: true });
  expect(await sheetOf(it.ani)).toMatchObject({ openness: "open", answered: 6, late: 0 });
  expect((await sheetOf(it.budi)).openness).toBe("closed");
  expect(await handIn(tokenHash, "POST")).toBe("taken");
  expect(await cellOf("Ani")).toMatchObject({ state: "handed in", score: 100 });
  await saveAnswers(tokenHash, "POST", { ...allRight, q1: "0" });
  expect(await cellOf("Ani")).toMatchObject({ score: 100, late: 1 });
});

test("his time ends it for one, and what he had answered until then counts", async () => {
  await publish("POST", 20);
  const tokenHash = hashOf(it.ani);
  const begun = new Date(Date.now() - 30 * minute);
  await startTest(tokenHash, "POST", begun);
  expect(await saveAnswers(tokenHash, "POST", allRight, new Date(begun.getTime() + 19 * minute))).toBe("taken");
  expect(await saveAnswers(tokenHash, "POST", { on: "1", q1: "0" }, new Date(begun.getTime() + 21 * minute))).toBe(
    "late",
  );
  expect((await sheetOf(it.ani)).openness).toBe("out of time");
  expect(await cellOf("Ani")).toMatchObject({ state: "not handed in", score: 100, late: 1 });
});

test("a new link in the middle of a test goes on where the old one ended", async () => {
  await publish();
  await startTest(hashOf(it.ani), "POST");
  await saveAnswers(hashOf(it.ani), "POST", { on: "1", q1: "1" });
  const before = await sheetOf(it.ani);
  const token = newToken();
  await db.invitation.update({ where: { id: it.ani.id }, data: { tokenHash: hashToken(token) } });
  expect(await saveAnswers(hashOf(it.ani), "POST", allRight)).toBe("gone");
  const after = await sheetOf({ token });
  expect(after.answered).toBe(1);
  expect(after.questions.map(({ id, options }) => [id, options])).toEqual(
    before.questions.map(({ id, options }) => [id, options]),
  );
  expect(await saveAnswers(hashToken(token), "POST", allRight)).toBe("taken");
});

test("a short text that fits no accepted answer waits until it is marked", async () => {
  const { actor, meetingId } = it;
  await publish();
  await startTest(hashOf(it.ani), "POST");
  await saveAnswers(hashOf(it.ani), "POST", { ...allRight, q5: "satu satu sembilan" });
  await handIn(hashOf(it.ani), "POST");
  expect(await cellOf("Ani")).toMatchObject({ unmarked: 1, score: 83.33 });
  const short = (await results()).POST?.questions.find(({ kind }) => kind === "SHORT_TEXT");
  const mark = { questionId: short?.id ?? "", invitationId: it.ani.id, verdict: "right" as const };
  expect(await markAnswer(actor, meetingId, "POST", mark)).toEqual({ ok: true });
  expect(await cellOf("Ani")).toMatchObject({ unmarked: 0, score: 100 });
});

test("typed scores show gain and fall, who has no post-test, and are refused outside 0 to 100", async () => {
  const { actor, meetingId, ani, budi, cici } = it;
  const row = (invitationId: string, PRE: string, POST: string, wasPRE = "", wasPOST = "") => ({
    invitationId,
    PRE,
    POST,
    wasPRE,
    wasPOST,
  });
  const rows = [row(ani.id, "55", "80"), row(budi.id, "70", "62,5"), row(cici.id, "60", "")];
  for (const wrong of ["101", "-1", "abc"])
    expect(scoresSchema.safeParse({ rows: [row(ani.id, wrong, "")] }).success, wrong).toBe(false);
  expect(await typeScores(actor, meetingId, scoresSchema.parse({ rows }))).toEqual({ ok: true });
  expect((await results()).people.map(({ name, PRE, POST, gain }) => [name, PRE.score, POST.score, gain])).toEqual([
    ["Ani", 55, 80, 25],
    ["Budi", 70, 62.5, -7.5],
    ["Cici", 60, null, null],
  ]);
  const older = scoresSchema.parse({ rows: [row(ani.id, "55", "90", "55", "70")] });
  expect(await typeScores(actor, meetingId, older)).toMatchObject({ ok: false, field: "rows.0.POST" });
  expect(Object.fromEntries(await postTestScores(db, meetingId, new Date()))).toEqual({
    [ani.id]: 80,
    [budi.id]: 62.5,
  });
  expect(await testWorkbook(actor, meetingId, new Date())).not.toBeNull();
});

test("on a link nobody types a score over what he answered himself", async () => {
  const { actor, meetingId, ani } = it;
  await publish();
  await startTest(hashOf(ani), "POST");
  const rows = [{ invitationId: ani.id, PRE: "", POST: "90", wasPRE: "", wasPOST: "" }];
  expect(await typeScores(actor, meetingId, scoresSchema.parse({ rows }))).toMatchObject({
    ok: false,
    field: "rows.0.POST",
  });
});

const request = (path: string, body?: string): PlainRequest => ({
  method: body === undefined ? "GET" : "POST",
  path,
  headers: {},
  address: "10.0.0.1",
  body: body ?? "",
});

test("the pages of the link: begun, answered, checked, handed in; at most 14 KB each; no key in them", async () => {
  await publish();
  const base = `/u/${it.ani.token}/tes`;
  const get = async (path: string) => {
    const { status, body } = await answerInvitee(request(path));
    expect(status, path).toBe(200);
    expect(Buffer.byteLength(String(body)), path).toBeLessThan(14 * 1024);
    return String(body);
  };
  const post = async (path: string, fields: Record<string, string>) => {
    const { status, headers } = await answerInvitee(request(path, new URLSearchParams(fields).toString()));
    return [status, headers.Location];
  };
  expect(await get(`/u/${it.ani.token}`)).toContain("Kerjakan tes");
  expect(await get(base)).toContain("Post-test");
  expect(await get(`${base}/post`)).toContain("Mulai post-test");
  expect(await post(`${base}/post`, { do: "mulai" })).toEqual([303, `${base}/post`]);
  expect(await get(`${base}/post`)).toContain("Halaman 1 dari 2");
  expect(await post(`${base}/post?hal=1`, { ...allRight, do: "lanjut" })).toEqual([303, `${base}/post?hal=2`]);
  expect(await get(`${base}/post?hal=2`)).toContain("terjawab 6 dari 6");
  expect(await post(`${base}/post?hal=2`, { ...allRight, do: "simpan", lekas: "1" })).toEqual([204, undefined]);
  expect(await get(`${base}/post?periksa`)).toContain("Semua 6 soal sudah dijawab");
  expect(await post(`${base}/post`, { do: "kumpulkan" })).toEqual([303, `${base}/post`]);
  expect(await get(`${base}/post`)).toContain("sudah dikumpulkan");
  expect(await post(`${base}/post?hal=1`, { ...allRight, q1: "0", do: "lanjut" })).toEqual([
    303,
    `${base}/post?terlambat`,
  ]);
  expect(await get(`${base}/post?terlambat`)).toContain("belum dihitung");
  expect((await answerInvitee(request(`/u/${newToken()}/tes`))).status).toBe(404);
  expect((await answerInvitee(request(`${base}/lain`))).status).toBe(404);
});
