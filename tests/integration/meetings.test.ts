import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, editMeeting } from "@/lib/meetings/writes";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function puskesmasStaff(name = "UPTD Puskesmas Uji", areaCode = "18.01.15"): Promise<Actor> {
  const organisation = await db.organisation.create({
    data: { kind: "PUSKESMAS", name, areaCode, timeZone: "Asia/Jakarta" },
  });
  return makeActor("PUSKESMAS_STAFF", { name: "Ratna Uji", organisationId: organisation.id });
}

function triwulan(changes: Record<string, unknown> = {}) {
  return meetingSchema.parse({
    id: randomUUID(),
    kind: "QUARTERLY_LOKMIN",
    title: "",
    date: "2026-06-24",
    startTime: "09.00",
    endTime: "",
    place: "Aula kecamatan",
    mapUrl: "",
    leader: "",
    year: "",
    month: "",
    quarter: "",
    secondReason: "",
    ...changes,
  });
}

test("the same form sent twice makes one meeting", async () => {
  const actor = await puskesmasStaff();
  const input = triwulan();
  const [first, again] = [await draftMeeting(actor, input), await draftMeeting(actor, input)];
  expect(first).toEqual({ ok: true, id: input.id });
  expect(again).toEqual({ ok: true, id: input.id });
  expect(await db.meeting.count()).toBe(1);
  expect(await db.event.count()).toBe(1);
});

test("a second Lokmin of a triwulan is refused naming the first, unless a reason is given", async () => {
  const actor = await puskesmasStaff();
  const first = triwulan({ title: "Lokmin pertama" });
  await draftMeeting(actor, first);
  const refused = await draftMeeting(actor, triwulan());
  expect(refused).toMatchObject({
    ok: false,
    field: "secondReason",
    second: { meetingId: first.id, title: "Lokmin pertama" },
  });
  expect(refused).toHaveProperty("reason", expect.stringContaining("Triwulan II 2026"));
  expect(await draftMeeting(actor, triwulan({ secondReason: "Banjir memutus jalan pada hari pertama" }))).toMatchObject(
    {
      ok: true,
    },
  );
  expect(await db.meeting.count()).toBe(2);
});

test("two forms racing for one triwulan: exactly one wins, and the other is told which", async () => {
  const actor = await puskesmasStaff();
  const outcomes = await allEnded(
    Array.from({ length: 6 }, (_, index) => draftMeeting(actor, triwulan({ title: `Lokmin ${index}` }))),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await db.meeting.count()).toBe(1);
  for (const outcome of outcomes.filter((outcome) => !outcome.ok)) expect(outcome).toHaveProperty("second");
});

test("two puskesmas may each hold their own Lokmin of a triwulan", async () => {
  const [one, other] = [await puskesmasStaff("Puskesmas Satu"), await puskesmasStaff("Puskesmas Dua")];
  expect(await draftMeeting(one, triwulan())).toMatchObject({ ok: true });
  expect(await draftMeeting(other, triwulan())).toMatchObject({ ok: true });
});

test("moved to a free quarter a second one holds it and forgets its reason, so that a third is refused there", async () => {
  const actor = await puskesmasStaff();
  await draftMeeting(actor, triwulan());
  const second = triwulan({ secondReason: "Banjir memutus jalan" });
  await draftMeeting(actor, second);
  const edit = async (changes: object) => {
    const { version } = await db.meeting.findUniqueOrThrow({ where: { id: second.id } });
    return editMeeting(actor, { ...triwulan({ id: second.id, ...changes }), version });
  };
  const held = () =>
    db.meetingOrganiser.findMany({
      where: { meetingId: second.id },
      select: { holdsPeriod: true, secondReason: true },
    });
  expect(await edit({ place: "Balai desa" })).toMatchObject({ ok: true });
  expect(await held()).toEqual([{ holdsPeriod: null, secondReason: "Banjir memutus jalan" }]);
  expect(await edit({ date: "2026-08-12" })).toMatchObject({ ok: true });
  expect(await held()).toEqual([{ holdsPeriod: "QUARTERLY_LOKMIN 2026-3", secondReason: null }]);
  expect(await draftMeeting(actor, triwulan({ date: "2026-08-20" }))).toMatchObject({
    ok: false,
    field: "secondReason",
  });
  // Back beside the first, it needs a reason anew.
  expect(await edit({ date: "2026-06-25" })).toMatchObject({ ok: false, field: "secondReason" });
});

test("the first of a period needs no reason, whatever the form says", async () => {
  const actor = await puskesmasStaff();
  const first = triwulan({ secondReason: "Banjir" });
  expect(await draftMeeting(actor, first)).toMatchObject({ ok: true });
  expect(await draftMeeting(actor, triwulan())).toMatchObject({ ok: false, second: { meetingId: first.id } });
});
