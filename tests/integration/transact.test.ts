import { expect, test } from "vitest";
import { type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { transact } from "@/lib/transact";
import { makePuskesmas } from "@/tests/factories/organisations";

async function addHoliday(tx: Db, name: string) {
  const { id } = await organisation();
  await tx.holiday.create({ data: { organisationId: id, day: new Date("2026-06-24"), name } });
}

let made: ReturnType<typeof makePuskesmas> | undefined;
function organisation() {
  made ??= makePuskesmas();
  return made;
}

test("what was written before a refusal is not there, and the refusal is returned as it is", async () => {
  made = undefined;
  await organisation();
  const outcome = await transact<Outcome>(async (tx) => {
    await addHoliday(tx, "Cuti bersama");
    return { ...refuse("Tidak jadi", "day"), conflict: 1 };
  });
  expect(outcome).toEqual({ ok: false, reason: "Tidak jadi", field: "day", conflict: 1 });
  expect(await db.holiday.count()).toBe(0);
});

test("an error rolls back and is thrown; anything else stays and is returned", async () => {
  made = undefined;
  await organisation();
  const failing = transact(async (tx) => {
    await addHoliday(tx, "Cuti bersama");
    throw new Error("aus");
  });
  await expect(failing).rejects.toThrow("aus");
  expect(await db.holiday.count()).toBe(0);
  expect(await transact(async (tx) => addHoliday(tx, "Cuti bersama"))).toBeUndefined();
  expect(await db.holiday.count()).toBe(1);
});

test("a row that exists already is answered where the write says how, and is an error where it does not", async () => {
  made = undefined;
  await organisation();
  const again = (options = {}) =>
    transact<string>(async (tx) => {
      await addHoliday(tx, "Cuti bersama");
      return "made";
    }, options);
  expect(await again()).toBe("made");
  await expect(again()).rejects.toThrow(/Unique constraint/);
  // Everything is rolled back by then: another connection may be asked.
  expect(await again({ onDuplicate: async () => `${await db.holiday.count()} there` })).toBe("1 there");
});

test("a read beside the transaction it stands in is found by every test that makes it", async () => {
  const asked = transact(async () => db.holiday.count());
  await expect(asked).rejects.toThrow("beside the transaction");
});
