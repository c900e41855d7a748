import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { listProblems } from "@/lib/problems/reads";
import { scoresSchema, tieSchema } from "@/lib/problems/schema";
import { decideTie, removeScorer, saveScores } from "@/lib/problems/scoring";
import type { Meeting, Organisation, Problem } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { allEnded } from "@/tests/setup/all-ended";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas } from "../factories/organisations";
import { makeProblem } from "../factories/problems";
import { makeActor } from "../factories/users";

let puskesmas: Organisation;
let actor: Actor;
let meeting: Meeting;
let problems: Problem[];

beforeEach(async () => {
  puskesmas = await makePuskesmas();
  actor = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Ratna Uji" });
  meeting = await makeMeeting("SCHEDULED", { host: puskesmas });
  problems = [];
  for (const number of [1, 2, 3])
    problems.push(await makeProblem({ meetingId: meeting.id, puskesmasId: puskesmas.id, number }));
});

type Triple = readonly [number | string, number | string, number | string] | null;

type Said = { name?: string; id?: string; same?: string };

function scores(person: string, triples: Triple[], { name = "", id = randomUUID(), same = "" }: Said = {}) {
  const nilai = triples.map((triple, index) => {
    const [urgency, seriousness, growth] = triple?.map(String) ?? ["", "", ""];
    return { problemId: problems[index]?.id, urgency, seriousness, growth };
  });
  return scoresSchema.parse({ person, id, name, same, nilai });
}

const give = (by: Actor, person: string, triples: Triple[], said: Said | string = {}) =>
  saveScores(by, meeting.id, scores(person, triples, typeof said === "string" ? { name: said } : said));

const scorerOf = async (where: { name?: string; userId?: string }) =>
  (await db.scorer.findFirstOrThrow({ where: { meetingId: meeting.id, ...where } })).id;

const listed = async () => listProblems(actor, meeting.id);
const places = async () =>
  (await listed()).map(
    ({ number, rank, shares, isDecided }) => `${number}: ${rank}/${shares}${isDecided ? " mufakat" : ""}`,
  );

const decide = (numbers: number[], move = "", note = "Mufakat, dipimpin Camat") =>
  decideTie(
    actor,
    meeting.id,
    tieSchema.parse({ order: numbers.map((number) => problems[number - 1]?.id), move, note }),
  );

test("scores of an account and of a typed name: sum, count and rank; equals share it", async () => {
  expect(
    await give(actor, "saya", [
      [5, 4, 3],
      [4, 4, 4],
      [1, 2, 3],
    ]),
  ).toEqual({ ok: true });
  expect(
    await give(
      actor,
      "baru",
      [
        [3, 3, 4],
        [2, 3, 5],
        [5, 1, 1],
      ],
      "Camat  Sragi",
    ),
  ).toEqual({ ok: true });
  expect(await places()).toEqual(["1: 1/2", "2: 1/2", "3: 3/1"]);
  expect((await listed()).map(({ sum, people }) => [sum, people])).toEqual([
    [22, 2],
    [22, 2],
    [13, 2],
  ]);
  expect((await listed())[0]?.scores.map(({ scorer }) => scorer.name)).toEqual(["Camat Sragi", "Ratna Uji"]);
  expect((await listSentences({ action: "score.recorded" })).map(({ says }) => says)).toEqual([
    "mencatat nilai USG: Ratna Uji",
    "mencatat nilai USG: Camat Sragi",
  ]);
});

test("given again they replace, the same twice are one, emptied ones are taken back", async () => {
  await give(actor, "saya", [
    [5, 5, 5],
    [1, 1, 1],
    [2, 2, 2],
  ]);
  await give(actor, "saya", [
    [5, 5, 5],
    [1, 1, 1],
    [2, 2, 2],
  ]);
  expect(await db.event.count()).toBe(1);
  await give(actor, "saya", [[1, 1, 1], null, [2, 2, 2]]);
  expect(await places()).toEqual(["3: 1/1", "1: 2/1", "2: null/1"]);
  expect(await db.problemScore.count()).toBe(2);
  expect(await give(actor, "baru", [null, null, null], "Camat")).toMatchObject({ ok: false });
});

test("a name that is known is asked for: the same person, or a namesake with scores of his own", async () => {
  const first = { name: "Kader Baktirasa", id: randomUUID() };
  expect(await give(actor, "baru", [[5, 5, 5], [1, 1, 1], null], first)).toEqual({ ok: true });
  expect(await give(actor, "baru", [[5, 5, 5], [1, 1, 1], null], first)).toEqual({ ok: true });
  const second = { name: "KADER  baktirasa", id: randomUUID() };
  expect(await give(actor, "baru", [[1, 1, 1], null, null], second)).toMatchObject({
    ok: false,
    field: "same",
    choices: [{ id: first.id, line: "Kader Baktirasa" }],
  });
  expect(await db.problemScore.count()).toBe(2);

  expect(await give(actor, "baru", [[1, 1, 1], null, null], { ...second, same: "lain" })).toEqual({ ok: true });
  expect((await listed()).map(({ number, people }) => [number, people])).toEqual([
    [1, 2],
    [2, 1],
    [3, 0],
  ]);
  expect(await give(actor, "baru", [[2, 2, 2], null, null], { name: "kader baktirasa", same: first.id })).toEqual({
    ok: true,
  });
  expect(await give(actor, second.id, [[3, 3, 3], null, null])).toEqual({ ok: true });
  expect(await db.scorer.count()).toBe(2);
  const given = await db.problemScore.findMany({ where: { scorerId: first.id }, orderBy: { urgency: "asc" } });
  expect(given.map(({ urgency }) => urgency)).toEqual([1, 2]);
});

test("two forms for the same new name at once: the second is asked", async () => {
  const outcomes = await allEnded([
    give(actor, "baru", [[5, 5, 5], null, null], "Camat"),
    give(actor, "baru", [[1, 1, 1], null, null], "Camat"),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await db.problemScore.count()).toBe(1);
});

test("an account's scores are its own", async () => {
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Budi Uji" });
  await give(colleague, "saya", [[1, 1, 1], null, null]);
  const own = await scorerOf({ userId: colleague.userId });
  expect(await give(actor, own, [[5, 5, 5], null, null])).toMatchObject({ ok: false });
  expect(await give(actor, "baru", [[5, 5, 5], null, null], "Budi Uji")).toMatchObject({ choices: [{ id: own }] });
  expect(await give(actor, "baru", [[5, 5, 5], null, null], { name: "Budi Uji", same: own })).toMatchObject({
    ok: false,
  });
  expect(await give(actor, randomUUID(), [[5, 5, 5], null, null])).toMatchObject({ ok: false });
  expect(await removeScorer(actor, meeting.id, own)).toMatchObject({ ok: false });
  expect(await removeScorer(colleague, meeting.id, own)).toEqual({ ok: true });
});

test("what a colleague noted for somebody becomes his own once he says that it is him", async () => {
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id, name: "Sri Uji" });
  const typed: Triple[] = [
    [5, 5, 5],
    [4, 4, 4],
    [3, 3, 3],
  ];
  await give(actor, "baru", typed, "sri uji");
  const noted = await scorerOf({ name: "sri uji" });
  expect(await give(colleague, "saya", [null, [1, 1, 1], null])).toMatchObject({
    field: "same",
    choices: [{ id: noted }],
  });
  expect(await give(colleague, "saya", [null, [1, 1, 1], null], { same: noted })).toEqual({ ok: true });
  expect((await listed()).map(({ number, sum, people }) => [number, sum, people])).toEqual([
    [1, 15, 1],
    [3, 9, 1],
    [2, 3, 1],
  ]);
  expect(await db.scorer.findUnique({ where: { id: noted } })).toMatchObject({ userId: colleague.userId });
});

test("a form that names one problem twice takes its scores back once", async () => {
  await give(actor, "saya", [[5, 5, 5], null, null]);
  const empty = { problemId: problems[0]?.id, urgency: "", seriousness: "", growth: "" };
  const other = { problemId: problems[1]?.id, urgency: "2", seriousness: "2", growth: "2" };
  const input = scoresSchema.parse({ person: "saya", id: randomUUID(), nilai: [empty, empty, other] });
  expect(await saveScores(actor, meeting.id, input)).toEqual({ ok: true });
  expect(await db.problemScore.findMany({ select: { problemId: true } })).toEqual([{ problemId: problems[1]?.id }]);
});

test("scores of a problem of another meeting fall away", async () => {
  const other = await makeMeeting("SCHEDULED", { host: puskesmas, secondReason: "uji" });
  const foreign = await makeProblem({ meetingId: other.id, puskesmasId: puskesmas.id });
  const input = scoresSchema.parse({
    person: "saya",
    id: randomUUID(),
    nilai: [
      { problemId: foreign.id, urgency: "5", seriousness: "5", growth: "5" },
      { problemId: randomUUID(), urgency: "5", seriousness: "5", growth: "5" },
    ],
  });
  expect(await saveScores(actor, meeting.id, input)).toEqual({ ok: true });
  expect(await db.problemScore.count()).toBe(0);
});

test("a tie is put in order by the forum, with who decided; it falls with the scores it rested on", async () => {
  await give(actor, "saya", [
    [4, 4, 4],
    [4, 4, 4],
    [5, 5, 5],
  ]);
  expect(await places()).toEqual(["3: 1/1", "1: 2/2", "2: 2/2"]);
  expect(await decide([1, 2], `naik:${problems[1]?.id}`)).toEqual({ ok: true });
  expect(await decide([1, 2], `naik:${problems[1]?.id}`)).toEqual({ ok: true });
  expect(await db.event.count({ where: { action: "problem.order-decided" } })).toBe(1);
  expect(await places()).toEqual(["3: 1/1", "2: 2/2 mufakat", "1: 2/2 mufakat"]);
  expect((await listed()).map(({ decision }) => decision)).toEqual([
    null,
    "Mufakat, dipimpin Camat",
    "Mufakat, dipimpin Camat",
  ]);
  await give(
    actor,
    "baru",
    [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ],
    "Kapolsek",
  );
  expect(await places()).toEqual(["3: 1/1", "1: 2/2", "2: 2/2"]);
});

test("only equals are put in order, and only all of them as they were seen", async () => {
  await give(actor, "saya", [
    [4, 4, 4],
    [4, 4, 4],
    [5, 5, 5],
  ]);
  expect(await decide([1, 3])).toMatchObject({ ok: false });
  expect(await decide([1, 2, 3])).toMatchObject({ ok: false });
  expect(tieSchema.safeParse({ order: problems.map(({ id }) => id), note: " " }).success).toBe(false);
  await give(
    actor,
    "baru",
    [
      [5, 5, 5],
      [1, 1, 1],
      [5, 5, 5],
    ],
    "Camat",
  );
  expect(await decide([1, 2])).toMatchObject({ ok: false });
});

test("somebody's scores are taken back as a whole", async () => {
  await give(actor, "saya", [
    [4, 4, 4],
    [4, 4, 4],
    [5, 5, 5],
  ]);
  await give(
    actor,
    "baru",
    [
      [5, 5, 5],
      [1, 1, 1],
      [5, 5, 5],
    ],
    "Camat",
  );
  const camat = await scorerOf({ name: "Camat" });
  expect(await removeScorer(actor, meeting.id, camat)).toEqual({ ok: true });
  expect(await removeScorer(actor, meeting.id, camat)).toEqual({ ok: true });
  expect(await places()).toEqual(["3: 1/1", "1: 2/2", "2: 2/2"]);
});

test("the database itself holds 1 to 5", async () => {
  const { id: scorerId } = await db.scorer.create({ data: { id: randomUUID(), meetingId: meeting.id, name: "X" } });
  const score = { problemId: problems[0]?.id ?? "", scorerId, seriousness: 1, growth: 1 };
  for (const urgency of [0, 6]) await expect(db.problemScore.create({ data: { ...score, urgency } })).rejects.toThrow();
});

test("nobody scores in one meeting under the id of a scorer of another, to take his scores back from there", async () => {
  await give(actor, "baru", [[5, 5, 5], null, null], "Camat Uji");
  const camat = await scorerOf({ name: "Camat Uji" });
  const outsider = await makeActor("PUSKESMAS_STAFF");
  const { organisation } = outsider;
  const elsewhere = await makeMeeting("SCHEDULED", { host: organisation });
  const { id } = await makeProblem({ meetingId: elsewhere.id, puskesmasId: organisation.id, number: 1 });
  const nilai = [{ problemId: id, urgency: "1", seriousness: "1", growth: "1" }];
  const input = scoresSchema.parse({ person: "baru", id: camat, name: "Siapa Saja", same: "", nilai });
  expect(await saveScores(outsider, elsewhere.id, input)).toMatchObject({ ok: false });
  await removeScorer(outsider, elsewhere.id, camat);
  expect(await db.problemScore.count({ where: { scorerId: camat } })).toBe(1);
});
