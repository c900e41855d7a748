import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { beginAgendaItem, begunItem } from "@/lib/meetings/agenda";
import { findMeeting } from "@/lib/meetings/reads";
import { meetingSchema } from "@/lib/meetings/schema";
import { editMeeting } from "@/lib/meetings/writes";
import type { Role } from "@/prisma/generated/enums";
import { allEnded } from "@/tests/setup/all-ended";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

async function world() {
  const kabupaten = await makeKabupaten();
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host: own, agenda: ["Pembukaan", "Evaluasi", "Penutup"] });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: own.id });
  const begun = async () => {
    const found = await findMeeting(staff, meeting.id);
    return found && begunItem(found);
  };
  return { meeting, staff, begun, places: { own, other, kabupaten } };
}

test("staff begins an item; twice is once; back and on again follow", async () => {
  const { meeting, staff, begun } = await world();
  expect(await begun()).toBeNull();
  expect(await beginAgendaItem(staff, meeting.id, 2)).toEqual({ ok: true });
  expect(await beginAgendaItem(staff, meeting.id, 2)).toEqual({ ok: true });
  expect(await db.event.findMany({ select: { action: true, data: true } })).toEqual([
    { action: "agenda.item-started", data: { item: 2, topic: "Evaluasi" } },
  ]);
  expect((await begun())?.index).toBe(1);
  await beginAgendaItem(staff, meeting.id, 1);
  expect((await begun())?.index).toBe(0);
});

test("an agenda with another topic in its place forgets the item, one that only grows keeps it", async () => {
  const { meeting, staff, begun } = await world();
  await beginAgendaItem(staff, meeting.id, 2);
  const edit = async (...topics: string[]) => {
    const { version } = await db.meeting.findUniqueOrThrow({ where: { id: meeting.id } });
    const form = { id: meeting.id, kind: meeting.kind, date: "2026-06-24", startTime: "09:00", place: "Aula" };
    const agenda = topics.map((topic) => ({ topic, minutes: "", presenter: "" }));
    expect(await editMeeting(staff, { ...meetingSchema.parse({ ...form, agenda }), version })).toMatchObject({
      ok: true,
    });
  };
  await edit("Pembukaan", "Evaluasi", "Diskusi", "Penutup");
  expect((await begun())?.index).toBe(1);
  await edit("Pembukaan", "Sambutan", "Penutup");
  expect(await begun()).toBeNull();
});

test("an item that is none is refused", async () => {
  const { meeting, staff } = await world();
  for (const item of [0, 4, -1, 1.5, "2", null])
    expect((await beginAgendaItem(staff, meeting.id, item)).ok).toBe(false);
});

test("ten at once wait for the meeting and take one connection each", async () => {
  const { meeting, staff } = await world();
  const outcomes = await allEnded(
    Array.from({ length: 12 }, (_, turn) => beginAgendaItem(staff, meeting.id, (turn % 3) + 1)),
  );
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
});

test("only while it runs", async () => {
  const { meeting, staff } = await world();
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "CLOSED" } });
  expect((await beginAgendaItem(staff, meeting.id, 1)).ok).toBe(false);
});

test.each<[Role, "own" | "other" | "kabupaten", boolean]>([
  ["PUSKESMAS_ADMIN", "own", true],
  ["PUSKESMAS_HEAD", "own", true],
  ["PUSKESMAS_STAFF", "own", true],
  ["PUSKESMAS_READER", "own", false],
  ["PUSKESMAS_STAFF", "other", false],
  ["DINKES_ADMIN", "kabupaten", false],
])("%s of %s begins an item: %s", async (role, place, isAllowed) => {
  const { meeting, places } = await world();
  const actor = await makeActor(role, { organisationId: places[place].id });
  const attempt = beginAgendaItem(actor, meeting.id, 1);
  if (isAllowed) expect(await attempt).toEqual({ ok: true });
  else await expect(attempt).rejects.toThrow(NotAllowed);
});
