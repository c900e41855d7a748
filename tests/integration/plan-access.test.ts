import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { countActionItems, listFollowUps, listItemsNeedingAttention } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import {
  findActionItem,
  listActionItems,
  listInstitutions,
  listOwnerChoices,
  listVillageChoices,
} from "@/lib/plan/reads";
import type { Role } from "@/prisma/generated/enums";
import { makeActionItem, makeComment } from "../factories/action-items";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

/** A meeting of two puskesmas that runs, with one row, and everybody who might come near it. */
async function world() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const elsewhere = await makeKabupaten({ parentId: (await makeProvinsi({ areaCode: "73" })).id, areaCode: "73.22" });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const joint = await makePuskesmas({ parentId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host: own, organisers: [joint] });
  const item = await makeActionItem({ meetingId: meeting.id, deadline: new Date("2026-01-01") });
  await makeInvitation({ meetingId: meeting.id });
  const places = { own, joint, other, kabupaten, elsewhere, provinsi };
  return { meeting, item, at: (place: keyof typeof places) => places[place].id };
}

type World = Awaited<ReturnType<typeof world>>;
type Place = Parameters<World["at"]>[0];

/** Role, where it sits, whether it may read. */
const table: [Role, Place, boolean][] = [
  ["PUSKESMAS_ADMIN", "own", true],
  ["PUSKESMAS_HEAD", "own", true],
  ["PUSKESMAS_STAFF", "own", true],
  ["PUSKESMAS_READER", "own", true],
  ["PUSKESMAS_ADMIN", "joint", true],
  ["PUSKESMAS_HEAD", "joint", true],
  ["PUSKESMAS_STAFF", "joint", true],
  ["PUSKESMAS_READER", "joint", true],
  ["PUSKESMAS_ADMIN", "other", false],
  ["PUSKESMAS_HEAD", "other", false],
  ["PUSKESMAS_STAFF", "other", false],
  ["PUSKESMAS_READER", "other", false],
  ["DINKES_ADMIN", "kabupaten", true],
  ["DINKES_REVIEWER", "kabupaten", true],
  ["DINKES_ADMIN", "provinsi", true],
  ["DINKES_REVIEWER", "provinsi", true],
  ["DINKES_ADMIN", "elsewhere", false],
  ["DINKES_REVIEWER", "elsewhere", false],
];

test.each(table)("%s of %s reads what it may see and nothing else", async (role, place, mayRead) => {
  const { meeting, item, at } = await world();
  await makeComment({ itemId: item.id });
  const actor = await makeActor(role, { organisationId: at(place) });
  const count = mayRead ? 1 : 0;
  expect(await listActionItems(actor, meeting.id)).toHaveLength(count);
  expect((await findActionItem(actor, meeting.id, item.id))?.id).toBe(mayRead ? item.id : undefined);
  expect(await countActionItems(actor, "2026-11-21")).toEqual({
    overdue: count,
    dueSoon: 0,
    open: count,
    done: 0,
    waiting: 0,
  });
  expect((await listFollowUps(actor, followUpSchema.parse({}), new Date())).items).toHaveLength(count);
  expect((await listVillageChoices(actor, meeting.id)).length > 0).toBe(mayRead);
  expect(await listInstitutions(actor, meeting.id)).toHaveLength(count);
  expect((await listOwnerChoices(actor, meeting.id)).invited).toEqual([]);
  const isReader = role === "PUSKESMAS_READER";
  const attention = await listItemsNeedingAttention(actor, new Date("2026-11-21T05:00:00Z"), 10);
  expect(attention).toHaveLength(isReader ? 0 : count);
});

test("the Dinkes sees no row of a draft", async () => {
  const { item, meeting, at } = await world();
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "DRAFT" } });
  const dinkes = await makeActor("DINKES_ADMIN", { organisationId: at("kabupaten") });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: at("own") });
  expect(await findActionItem(dinkes, meeting.id, item.id)).toBeNull();
  expect(await findActionItem(staff, meeting.id, item.id)).not.toBeNull();
});

test("an address that is no id finds nothing", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  expect(await listActionItems(actor, "1' OR true")).toEqual([]);
  expect(await findActionItem(actor, randomUUID(), "x")).toBeNull();
});
