import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findProblem, listProblemChoices, listProblems } from "@/lib/problems/reads";
import { problemEditSchema, problemSchema, scoresSchema, tieSchema } from "@/lib/problems/schema";
import { decideTie, removeScorer, saveScores } from "@/lib/problems/scoring";
import { addProblem, deleteProblem, editProblem } from "@/lib/problems/writes";
import type { Role } from "@/prisma/generated/enums";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeProblem } from "../factories/problems";
import { makeActor } from "../factories/users";

/** A meeting of two puskesmas with two problems that are equal, and everybody who might come near it. */
async function world() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const elsewhere = await makeKabupaten({ parentId: (await makeProvinsi({ areaCode: "73" })).id, areaCode: "73.22" });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const joint = await makePuskesmas({ parentId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  const meeting = await makeMeeting("SCHEDULED", { host: own, organisers: [joint] });
  const of = { meetingId: meeting.id, puskesmasId: own.id, scores: { Camat: [3, 3, 3] as [number, number, number] } };
  const one = await makeProblem({ ...of, number: 1 });
  const two = await makeProblem({ ...of, number: 2 });
  const places = { own, joint, other, kabupaten, elsewhere, provinsi };
  return { meeting, one, two, at: (place: keyof typeof places) => places[place].id };
}

type World = Awaited<ReturnType<typeof world>>;
type Place = Parameters<World["at"]>[0];

const typed = (id: string = randomUUID()) => ({ id, statement: "Masalah lain" });

const writes = {
  add: (actor: Actor, { meeting }: World) => addProblem(actor, meeting.id, problemSchema.parse(typed())),
  edit: (actor: Actor, { meeting, one }: World) =>
    editProblem(actor, meeting.id, problemEditSchema.parse({ ...typed(one.id), version: 0 })),
  delete: (actor: Actor, { meeting, one }: World) => deleteProblem(actor, meeting.id, one.id),
  score: (actor: Actor, { meeting, one }: World) =>
    saveScores(
      actor,
      meeting.id,
      scoresSchema.parse({
        person: "saya",
        id: randomUUID(),
        nilai: [{ problemId: one.id, urgency: "5", seriousness: "5", growth: "5" }],
      }),
    ),
  unscore: async (actor: Actor, { meeting }: World) =>
    removeScorer(actor, meeting.id, (await db.scorer.findFirst({ where: { meetingId: meeting.id } }))?.id ?? ""),
  decide: (actor: Actor, { meeting, one, two }: World) =>
    decideTie(actor, meeting.id, tieSchema.parse({ order: [two.id, one.id], note: "Mufakat" })),
};

type Write = keyof typeof writes;
const all = Object.keys(writes) as Write[];

/** Role, where it sits, whether it may write, whether it may read. */
const table: [Role, Place, boolean, boolean][] = [
  ["PUSKESMAS_ADMIN", "own", true, true],
  ["PUSKESMAS_HEAD", "own", true, true],
  ["PUSKESMAS_STAFF", "own", true, true],
  ["PUSKESMAS_READER", "own", false, true],
  ["PUSKESMAS_STAFF", "joint", true, true],
  ["PUSKESMAS_READER", "joint", false, true],
  ["PUSKESMAS_ADMIN", "other", false, false],
  ["PUSKESMAS_READER", "other", false, false],
  ["DINKES_ADMIN", "kabupaten", false, true],
  ["DINKES_REVIEWER", "kabupaten", false, true],
  ["DINKES_REVIEWER", "provinsi", false, true],
  ["DINKES_ADMIN", "elsewhere", false, false],
];

const cells = table.flatMap(([role, place, isAllowed]) => all.map((write) => ({ role, place, write, isAllowed })));

test.each(cells)("$role of $place: $write → $isAllowed", async ({ role, place, write, isAllowed }) => {
  const here = await world();
  const actor = await makeActor(role, { organisationId: here.at(place) });
  const attempt = writes[write](actor, here);
  if (isAllowed) {
    expect(await attempt).toMatchObject({ ok: true });
    expect(await db.event.count()).toBe(1);
  } else {
    await expect(attempt).rejects.toThrow(NotAllowed);
    expect(await db.event.count()).toBe(0);
    expect(await db.problem.findMany({ orderBy: { number: "asc" } })).toEqual([here.one, here.two]);
    expect(await db.problemScore.count()).toBe(2);
  }
});

test.each(table)("%s of %s reads what it may see and nothing else", async (role, place, _mayWrite, mayRead) => {
  const { meeting, one, at } = await world();
  const actor = await makeActor(role, { organisationId: at(place) });
  const count = mayRead ? 2 : 0;
  expect(await listProblems(actor, meeting.id)).toHaveLength(count);
  expect(await listProblemChoices(actor, meeting.id)).toHaveLength(count);
  expect((await findProblem(actor, meeting.id, one.id))?.id).toBe(mayRead ? one.id : undefined);
});

test("the Dinkes sees no problem of a draft; approved minutes lock every write", async () => {
  const here = await world();
  const { meeting, at } = here;
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "DRAFT" } });
  const dinkes = await makeActor("DINKES_ADMIN", { organisationId: at("kabupaten") });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: at("own") });
  expect(await listProblems(dinkes, meeting.id)).toEqual([]);
  expect(await listProblems(staff, meeting.id)).toHaveLength(2);
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "CLOSED" } });
  await db.approval.create({
    data: { id: randomUUID(), meetingId: meeting.id, number: 1, approver: "Kepala", checklist: [] },
  });
  for (const write of all) expect(await writes[write](staff, here), write).toMatchObject({ ok: false });
});

test("an address that is no id finds nothing", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  expect(await listProblems(actor, "1' OR true")).toEqual([]);
  expect(await findProblem(actor, randomUUID(), "x")).toBeNull();
});
