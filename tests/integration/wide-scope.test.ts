// An office with more puskesmas than are named reads the same rows and counts as one that names them.
import { expect, test } from "vitest";
import { findTurnout } from "@/lib/attendance/statistics";
import { db } from "@/lib/db";
import { countActionItems, listFollowUps } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { refreshSummaries } from "@/lib/matrix/summary";
import { findOfficeView } from "@/lib/organisations/office-view";
import { isWide, listScope, mostNamed } from "@/lib/plan/item-query";
import { findActionItem } from "@/lib/plan/reads";
import { addDays, dayOf, dayToDate } from "@/lib/time";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas, organisationRow } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

const today = dayOf(new Date(), "Asia/Jakarta");

async function makeRows(host: Awaited<ReturnType<typeof makePuskesmas>>) {
  const startsAt = new Date(Date.now() - 20 * 86_400_000);
  const { id: meetingId } = await makeMeeting("CLOSED", { host, startsAt });
  const row = (days: number, status: "IN_PROGRESS" | "DONE" = "IN_PROGRESS") =>
    makeActionItem({
      meetingId,
      deadline: dayToDate(addDays(today, days)),
      status,
      percent: status === "DONE" ? 100 : 0,
    });
  return [await row(-5), await row(3), await row(60), await row(2, "DONE")];
}

test("a province with many puskesmas", async () => {
  const province = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: province.id });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const foreign = await makePuskesmas();
  const [late] = await makeRows(own);
  const [elsewhere] = await makeRows(foreign);
  if (!late || !elsewhere) throw new Error("No rows");
  const ofKabupaten = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
  const ofProvince = await makeActor("DINKES_ADMIN", { organisationId: province.id });
  const filters = ["belum", "terlambat", "segera", "selesai", "semua"].map((status) =>
    followUpSchema.parse({ status }),
  );
  const narrow = [];
  for (const filter of filters) narrow.push(await listFollowUps(ofKabupaten, filter, new Date()));

  const neighbour = await makeKabupaten({ parentId: province.id });
  await db.organisation.createMany({
    data: Array.from({ length: mostNamed }, () => organisationRow({ parentId: neighbour.id })),
  });
  await refreshSummaries(new Date());
  expect([isWide(await listScope(ofKabupaten)), isWide(await listScope(ofProvince))]).toEqual([false, true]);
  for (const [index, filter] of filters.entries()) {
    const { items, counts } = await listFollowUps(ofProvince, filter, new Date());
    expect(items, filter.status).toEqual(narrow[index]?.items);
    expect(counts, filter.status).toEqual(narrow[index]?.counts);
  }
  expect(await countActionItems(ofProvince, today)).toEqual(narrow[0]?.counts);
  for (const puskesmas of [own.id, foreign.id]) {
    const { items } = await listFollowUps(ofProvince, followUpSchema.parse({ puskesmas }), new Date());
    expect(items.map(({ id }) => id).includes(late.id)).toBe(puskesmas === own.id);
  }
  expect(await findActionItem(ofProvince, late.meetingId, late.id)).not.toBeNull();
  expect(await findActionItem(ofProvince, elsewhere.meetingId, elsewhere.id)).toBeNull();
});

test("the filters of an office with many puskesmas choose an office below it first", async () => {
  const province = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: province.id });
  const neighbour = await makeKabupaten({ parentId: province.id });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  await db.organisation.createMany({
    data: Array.from({ length: mostNamed }, () => organisationRow({ parentId: neighbour.id })),
  });
  const foreign = await makePuskesmas();
  const actor = await makeActor("DINKES_ADMIN", { organisationId: province.id });
  const idsOf = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));

  const all = await findOfficeView(actor, {});
  expect([all.puskesmas, all.actor, idsOf(all.offices)]).toEqual([[], actor, new Set([kabupaten.id, neighbour.id])]);

  const one = await findOfficeView(actor, { dinkes: kabupaten.id, puskesmas: own.id });
  expect([idsOf(one.puskesmas), one.puskesmasId]).toEqual([new Set([own.id, other.id]), own.id]);
  expect(idsOf(await listScope(one.actor))).toEqual(new Set([own.id, other.id]));
  expect(idsOf(one.offices)).toEqual(new Set([kabupaten.id, neighbour.id]));
  expect(await findTurnout(all.actor, {}, new Date())).toMatchObject({ isTooWide: true, choices: [] });
  const turnout = await findTurnout(one.actor, {}, new Date());
  expect([turnout.isTooWide, idsOf(turnout.choices)]).toEqual([false, new Set([own.id, other.id])]);
  expect((await findOfficeView(actor, { puskesmas: own.id })).officeId).toBe(kabupaten.id);
  expect((await findOfficeView(actor, { dinkes: neighbour.id, puskesmas: own.id })).puskesmasId).toBeUndefined();

  for (const asked of [{ dinkes: foreign.parentId ?? "" }, { puskesmas: foreign.id }, { dinkes: "x" }])
    expect((await findOfficeView(actor, asked)).actor).toBe(actor);
  const reviewer = { ...(await makeActor("DINKES_REVIEWER", { organisationId: province.id })), within: [neighbour.id] };
  expect((await findOfficeView(reviewer, { dinkes: kabupaten.id })).actor.within).toEqual([neighbour.id]);
});
