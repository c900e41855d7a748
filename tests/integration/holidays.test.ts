import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { listHolidays } from "@/lib/holidays/reads";
import { addHolidays, removeHoliday } from "@/lib/holidays/writes";
import type { Role } from "@/prisma/generated/enums";
import { allEnded } from "@/tests/setup/all-ended";
import { listSentences } from "../factories/events";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

async function world() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const neighbour = await makePuskesmas({ parentId: kabupaten.id });
  const elsewhere = await makePuskesmas();
  const at = (role: Role, organisationId: string) => makeActor(role, { organisationId });
  return {
    provinsi: await at("DINKES_ADMIN", provinsi.id),
    kabupaten: await at("DINKES_ADMIN", kabupaten.id),
    own: await at("PUSKESMAS_STAFF", own.id),
    neighbour: await at("PUSKESMAS_STAFF", neighbour.id),
    elsewhere: await at("PUSKESMAS_STAFF", elsewhere.id),
  };
}

const nyepi = { day: "2027-03-08", name: "Nyepi" };

test("a Dinkes's days count for its puskesmas, a puskesmas's own only for itself", async () => {
  const it = await world();
  await addHolidays(it.kabupaten, [nyepi]);
  await addHolidays(it.provinsi, [{ day: "2027-03-18", name: "Hari jadi provinsi" }]);
  await addHolidays(it.own, [{ day: "2027-07-07", name: "Libur kecamatan" }]);
  const typed = async (actor: typeof it.own) =>
    (await listHolidays(actor, 2027)).filter((holiday) => holiday.by).map((holiday) => holiday.name);
  expect(await typed(it.own)).toEqual(["Nyepi", "Hari jadi provinsi", "Libur kecamatan"]);
  expect(await typed(it.neighbour)).toEqual(["Nyepi", "Hari jadi provinsi"]);
  expect(await typed(it.kabupaten)).toEqual(["Nyepi", "Hari jadi provinsi"]);
  expect(await typed(it.elsewhere)).toEqual([]);
  expect((await listHolidays(it.own, 2028)).filter((holiday) => holiday.by)).toEqual([]);
});

test("the same list pasted again changes nothing, a new name changes its day; two at once leave one row", async () => {
  const { own } = await world();
  await allEnded([addHolidays(own, [nyepi]), addHolidays(own, [nyepi])]);
  expect(await addHolidays(own, [nyepi])).toEqual({ ok: true, saved: 0 });
  expect(await addHolidays(own, [{ ...nyepi, name: "Hari Raya Nyepi" }])).toEqual({ ok: true, saved: 1 });
  expect(await db.holiday.count()).toBe(1);
  expect(await removeHoliday(own, nyepi.day)).toEqual({ ok: true });
  expect(await removeHoliday(own, nyepi.day)).toEqual({ ok: true });
  expect(await removeHoliday(own, "besok")).toMatchObject({ ok: false });
  expect((await listSentences()).map(({ says }) => says.split(":", 1)[0])).toEqual([
    "mencatat hari libur",
    "mencatat hari libur",
    "menghapus hari libur",
  ]);
});

test("one office does not take a day off another's list", async () => {
  const it = await world();
  await addHolidays(it.kabupaten, [nyepi]);
  await removeHoliday(it.own, nyepi.day);
  expect(await db.holiday.count()).toBe(1);
});

test.each([
  ["PUSKESMAS_ADMIN", true],
  ["PUSKESMAS_HEAD", true],
  ["PUSKESMAS_STAFF", true],
  ["PUSKESMAS_READER", false],
  ["DINKES_ADMIN", true],
  ["DINKES_REVIEWER", false],
] as const)("%s may write: %s", async (role, may) => {
  const actor = await makeActor(role);
  for (const write of [() => addHolidays(actor, [nyepi]), () => removeHoliday(actor, nyepi.day)])
    if (may) expect(await write()).toMatchObject({ ok: true });
    else await expect(write()).rejects.toThrow(NotAllowed);
});
