import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { changeHolder, correctHolder } from "@/lib/directory/holders";
import { findSeat } from "@/lib/directory/reads";
import { holderSchema, newHolderSchema, newSeatSchema } from "@/lib/directory/schema";
import { addSeat } from "@/lib/directory/writes";
import { tellEvent } from "@/lib/events/tell";
import { keepApart, mergePersons, undoMerge } from "@/lib/persons/merges";
import { findPerson, listDuplicates, listPersons } from "@/lib/persons/reads";
import { newPerson } from "@/lib/persons/rules";
import { personSchema } from "@/lib/persons/schema";
import { editPerson } from "@/lib/persons/writes";
import { newUserSchema, userSchema } from "@/lib/users/schema";
import { addUser } from "@/lib/users/writes";
import { editUserNow } from "@/tests/factories/edits";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makePerson } from "@/tests/factories/persons";
import { makeSeat } from "@/tests/factories/seats";
import { inSession } from "@/tests/factories/sessions";
import { actorOf, makeActor, makeUser } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const kader = (posyandu: string, changes: Record<string, unknown> = {}) =>
  newSeatSchema.parse({
    id: randomUUID(),
    holderId: randomUUID(),
    title: `Kader Posyandu ${posyandu}`,
    institution: "Desa Baktirasa",
    sector: "DESA",
    name: "Siti Aminah",
    ...changes,
  });

const personOf = async (seatId: string) =>
  (await db.seatHolder.findFirstOrThrow({ where: { seatId, until: null } })).personId;

test("a holder of a known name is asked for; two Kader of one desa stay two people", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const first = kader("Melati");
  expect(await addSeat(actor, first)).toMatchObject({ ok: true });

  const second = kader("Mawar");
  const asked = await addSeat(actor, second);
  expect(asked).toMatchObject({
    ok: false,
    field: "person",
    choices: [
      {
        id: await personOf(first.id),
        line: "Siti Aminah, Kader Posyandu Melati, Desa Baktirasa",
        detail: expect.stringMatching(/^sedang menjabat · dicatat /),
      },
    ],
  });
  expect(await db.seat.count()).toBe(1);

  expect(await addSeat(actor, { ...second, person: newPerson })).toMatchObject({ ok: true });
  expect(await addSeat(actor, second)).toMatchObject({ ok: true });
  expect(await db.person.count({ where: { name: "Siti Aminah" } })).toBe(2);
  expect(await personOf(second.id)).not.toBe(await personOf(first.id));
});

test("titles, blanks and apostrophes do not hide somebody; another name is asked nothing", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  await addSeat(actor, kader("Melati", { name: "Hj. Nur'aini Siti, S.K.M." }));
  for (const name of ["Nur’aini Siti", "NUR'AINI\u00a0 SITI, M.Kes", "dr. Nur`aini Siti"])
    expect(await addSeat(actor, kader("Mawar", { name })), name).toMatchObject({ ok: false, field: "person" });
  expect(await addSeat(actor, kader("Mawar", { name: "Nuraini" }))).toMatchObject({ ok: true });
});

test("a phone that is known is asked for, whatever the name", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  await addSeat(actor, kader("Melati", { phone: "0840-0000-0001" }));
  expect(await addSeat(actor, kader("Mawar", { name: "Aminah", phone: "0840 0000 0001" }))).toMatchObject({
    field: "person",
    choices: [{ line: expect.stringContaining("Siti Aminah") }],
  });
});

test("who acted in a seat and then holds it is one person, where the office says so", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const { id, holder } = await makeSeat({ organisationId: actor.organisation.id, holder: { name: "Bagas Uji" } });
  const next = newHolderSchema.parse({ holderId: randomUUID(), previousId: holder?.id, name: "Bagas Uji, S.STP" });
  expect(await changeHolder(actor, id, next)).toMatchObject({ ok: false, choices: [{ id: holder?.personId }] });
  expect(await changeHolder(actor, id, { ...next, person: holder?.personId ?? "" })).toEqual({ ok: true });
  expect(await personOf(id)).toBe(holder?.personId);
});

test("a change without a day says that nobody knows it", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const { id, holder } = await makeSeat({ organisationId: actor.organisation.id });
  const next = newHolderSchema.parse({ holderId: randomUUID(), previousId: holder?.id, name: "Penerus" });
  await changeHolder(actor, id, next);
  expect(await findSeat(actor, id)).toMatchObject({
    holder: { name: "Penerus", since: null },
    former: [{ id: holder?.id, isUntilKnown: false }],
  });
  await correctHolder(actor, id, next.holderId, holderSchema.parse({ name: "Penerus", since: "2024-02-01" }));
  expect((await findSeat(actor, id))?.holder?.since).toEqual(new Date("2024-01-31T17:00:00Z"));
  await correctHolder(actor, id, next.holderId, holderSchema.parse({ name: "Penerus", since: "" }));
  expect((await findSeat(actor, id))?.holder?.since).toBeNull();
});

test("a record takes over what is corrected where it said the same", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const input = kader("Melati", { name: "Siti Aminh", phone: "0840-0000-0001" });
  await addSeat(actor, input);
  const id = await personOf(input.id);
  await db.person.update({ where: { id }, data: { phone: "6284000000002" } });
  await correctHolder(
    actor,
    input.id,
    input.holderId,
    holderSchema.parse({ name: "Siti Aminah", phone: "084000000003" }),
  );
  expect(await db.person.findUnique({ where: { id } })).toMatchObject({ name: "Siti Aminah", phone: "6284000000002" });
});

test("an account is asked for its person by the office itself; a Dinkes sees nobody's records", async () => {
  const puskesmas = await makePuskesmas();
  const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: puskesmas.id });
  const dinkes = await makeActor("DINKES_ADMIN", { organisationId: puskesmas.parentId ?? "" });
  const known = await makePerson({ organisationId: puskesmas.id, name: "Ratna Uji" });
  const account = () =>
    newUserSchema.parse({
      id: randomUUID(),
      organisationId: puskesmas.id,
      name: "Ratna Uji",
      email: `${randomUUID()}@lokmin.example`,
      position: "Bidan",
      role: "PUSKESMAS_STAFF",
    });
  const asked = account();
  expect(await addUser(await inSession(admin), asked)).toMatchObject({
    ok: false,
    field: "person",
    choices: [{ id: known.id }],
  });
  expect(await addUser(await inSession(admin), { ...asked, person: known.id })).toMatchObject({ ok: true });
  expect(await addUser(await inSession(admin), asked)).toMatchObject({ ok: true, token: null });
  const byDinkes = account();
  expect(await addUser(await inSession(dinkes), byDinkes)).toMatchObject({ ok: true });
  const users = await db.user.findMany({ where: { id: { in: [asked.id, byDinkes.id] } } });
  expect(new Set(users.map(({ personId }) => personId)).size).toBe(2);

  const edited = userSchema.parse({ ...asked, name: "Ratna Uji, S.Tr.Keb." });
  await editUserNow(admin, asked.id, edited);
  expect(await db.person.findUnique({ where: { id: known.id } })).toMatchObject({ name: "Ratna Uji, S.Tr.Keb." });
});

async function office() {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const people = await allEnded(
    ["A", "B", "C", "D"].map((name) => makePerson({ organisationId: actor.organisation.id, name })),
  );
  const [a = "", b = "", c = "", d = ""] = people.map(({ id }) => id);
  const roots = async () => {
    const rows = await db.person.findMany({ where: { id: { in: [a, b, c, d] } } });
    return Object.fromEntries(
      rows.map(({ name, mergedIntoId }) => [name, rows.find(({ id }) => id === mergedIntoId)?.name]),
    );
  };
  return { actor, a, b, c, d, roots };
}

const merging = (keptId: string, absorbedId: string) => ({ id: randomUUID(), keptId, absorbedId });

test("merges follow each other, and each can be undone, in any order", async () => {
  const { actor, a, b, c, roots } = await office();
  const [cIntoB, bIntoA] = [merging(b, c), merging(a, b)];
  expect(await mergePersons(actor, cIntoB)).toEqual({ ok: true });
  expect(await mergePersons(actor, cIntoB)).toEqual({ ok: true });
  expect(await mergePersons(actor, bIntoA)).toEqual({ ok: true });
  expect(await roots()).toMatchObject({ B: "A", C: "A", D: undefined });

  expect(await undoMerge(actor, bIntoA.id)).toEqual({ ok: true });
  expect(await undoMerge(actor, bIntoA.id)).toEqual({ ok: true });
  expect(await roots()).toMatchObject({ B: undefined, C: "B" });
  await mergePersons(actor, merging(a, b));
  await undoMerge(actor, cIntoB.id);
  expect(await roots()).toMatchObject({ B: "A", C: undefined });

  expect(await db.personMerge.findMany({ where: { undoneAt: { not: null } } })).toMatchObject([
    { merger: actor.name, undoer: actor.name },
    { merger: actor.name, undoer: actor.name },
  ]);
  expect((await db.event.findMany({ where: { organisationId: actor.organisation.id } })).length).toBe(5);
});

test("two merges at once of one record: one is in", async () => {
  const { actor, a, b, c } = await office();
  const outcomes = await allEnded([mergePersons(actor, merging(a, c)), mergePersons(actor, merging(b, c))]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await mergePersons(actor, merging(c, a))).toMatchObject({ ok: false });
  expect(await mergePersons(actor, merging(a, a))).toMatchObject({ ok: false });
});

test("what was undone, or told apart, is said once", async () => {
  const { actor, a, b, c } = await office();
  const merge = merging(a, b);
  await mergePersons(actor, merge);
  await undoMerge(actor, merge.id);
  await keepApart(actor, b, a);
  await keepApart(actor, c, a);
  expect(await db.personDistinction.count()).toBe(2);
});

test("records are their own office's, and its staff's", async () => {
  const { actor, a, b } = await office();
  const others = [
    await makeActor("PUSKESMAS_STAFF"),
    await actorOf(await makeUser("PUSKESMAS_READER", { organisationId: actor.organisation.id })),
    await makeActor("DINKES_ADMIN", { organisationId: actor.organisation.parentId ?? "" }),
  ];
  const merge = merging(a, b);
  await mergePersons(actor, merge);
  for (const other of others) {
    await expect(mergePersons(other, merging(a, b))).rejects.toThrow(NotAllowed);
    await expect(undoMerge(other, merge.id)).rejects.toThrow(NotAllowed);
    await expect(keepApart(other, a, b)).rejects.toThrow(NotAllowed);
    const theirs = await makePerson({ organisationId: other.organisation.id });
    if (other.organisation.id !== actor.organisation.id)
      await expect(mergePersons(actor, merging(a, theirs.id))).rejects.toThrow(NotAllowed);
  }
  const foreign = kader("Melati");
  const elsewhere = await makeActor("PUSKESMAS_STAFF");
  expect(await addSeat(elsewhere, { ...foreign, person: a })).toMatchObject({ ok: false, field: "person" });
});

test("the list shows each person once and proposes who may be the same, until somebody says that they are two", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF", { name: "Petugas Uji" });
  const { id: organisationId } = actor.organisation;
  const one = await makePerson({ organisationId, name: "Siti Aminah", title: "Kader", institution: "Desa Baktirasa" });
  const two = await makePerson({ organisationId, name: "Hj. Siti  Aminah, A.Md.", note: "Posyandu Mawar" });
  const three = await makePerson({ organisationId, name: "Sulastri", phone: "6284000000001" });
  await makePerson({ organisationId, name: "Lastri", phone: "6284000000001" });
  const pairs = async () =>
    (await listDuplicates(actor)).map((pair) => [pair.one.name, pair.other.name].sort().join(" / "));
  expect(await pairs()).toEqual(["Lastri / Sulastri", "Hj. Siti  Aminah, A.Md. / Siti Aminah"]);
  await keepApart(actor, one.id, two.id);
  expect(await pairs()).toEqual(["Lastri / Sulastri"]);
  expect((await listPersons(actor, { q: "aminah mawar" })).persons).toMatchObject([{ id: two.id }]);
  await mergePersons(actor, merging(one.id, two.id));
  expect((await listPersons(actor, { q: "aminah" })).persons).toMatchObject([{ id: one.id, merged: 1 }]);
  expect(await findPerson(actor, two.id)).toMatchObject({ mergedIntoId: one.id });

  for (const other of [
    await makeActor("PUSKESMAS_STAFF"),
    await makeActor("PUSKESMAS_READER", { organisationId }),
    await makeActor("DINKES_ADMIN", { organisationId: actor.organisation.parentId ?? "" }),
  ]) {
    expect((await listPersons(other, { q: "aminah" })).persons).toEqual([]);
    expect(await listDuplicates(other)).toEqual([]);
    expect(await findPerson(other, three.id)).toBeNull();
  }
});

test("a record shows what points to it, with what was merged; an edit on an older version is refused", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const { id: organisationId } = actor.organisation;
  const seat = await makeSeat({ organisationId, title: "Kader", holder: { name: "Siti Aminah" } });
  const kept = await makePerson({ organisationId, name: "Siti Aminah" });
  const merge = merging(kept.id, seat.holder?.personId ?? "");
  await mergePersons(actor, merge);
  expect(await findPerson(actor, kept.id)).toMatchObject({
    holders: [{ seat: { id: seat.id } }],
    kept: [{ merger: actor.name, undoneAt: null }],
  });
  const edit = personSchema.parse({
    version: "0",
    name: "Siti Aminah",
    note: "Posyandu Melati",
    phone: "0840 0000 0001",
  });
  expect(await editPerson(actor, kept.id, edit)).toEqual({ ok: true });
  expect(await editPerson(actor, kept.id, edit)).toMatchObject({ ok: false });
  expect(await findPerson(actor, kept.id)).toMatchObject({ note: "Posyandu Melati", phone: "6284000000001" });
  expect((await db.seatHolder.findFirst())?.name).toBe("Siti Aminah");
  const elsewhere = await makeActor("PUSKESMAS_STAFF");
  await expect(editPerson(elsewhere, kept.id, edit)).rejects.toThrow(NotAllowed);
  const told = (await db.event.findMany({ where: { organisationId } })).map(tellEvent);
  expect(told.map(({ verb }) => verb).sort()).toEqual(["menggabungkan catatan orang", "mengubah catatan orang"]);
});
