import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { findProblem, listProblemChoices, listProblems } from "@/lib/problems/reads";
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

/** Role, where it sits, whether it may read. */
const table: [Role, Place, boolean][] = [
  ["PUSKESMAS_ADMIN", "own", true],
  ["PUSKESMAS_HEAD", "own", true],
  ["PUSKESMAS_STAFF", "own", true],
  ["PUSKESMAS_READER", "own", true],
  ["PUSKESMAS_STAFF", "joint", true],
  ["PUSKESMAS_READER", "joint", true],
  ["PUSKESMAS_ADMIN", "other", false],
  ["PUSKESMAS_READER", "other", false],
  ["DINKES_ADMIN", "kabupaten", true],
  ["DINKES_REVIEWER", "kabupaten", true],
  ["DINKES_REVIEWER", "provinsi", true],
  ["DINKES_ADMIN", "elsewhere", false],
];

test.each(table)("%s of %s reads what it may see and nothing else", async (role, place, mayRead) => {
  const { meeting, one, at } = await world();
  const actor = await makeActor(role, { organisationId: at(place) });
  const count = mayRead ? 2 : 0;
  expect(await listProblems(actor, meeting.id)).toHaveLength(count);
  expect(await listProblemChoices(actor, meeting.id)).toHaveLength(count);
  expect((await findProblem(actor, meeting.id, one.id))?.id).toBe(mayRead ? one.id : undefined);
});

test("the Dinkes sees no problem of a draft", async () => {
  const here = await world();
  const { meeting, at } = here;
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "DRAFT" } });
  const dinkes = await makeActor("DINKES_ADMIN", { organisationId: at("kabupaten") });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: at("own") });
  expect(await listProblems(dinkes, meeting.id)).toEqual([]);
  expect(await listProblems(staff, meeting.id)).toHaveLength(2);
});

test("an address that is no id finds nothing", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  expect(await listProblems(actor, "1' OR true")).toEqual([]);
  expect(await findProblem(actor, randomUUID(), "x")).toBeNull();
});
