import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { beginAgendaItem, findBegunItem } from "@/lib/meetings/agenda";
import { findMeeting } from "@/lib/meetings/reads";
import type { Role } from "@/prisma/generated/enums";
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
    return found && (await findBegunItem(found));
  };
  return { meeting, staff, begun, places: { own, other, kabupaten } };
}

test("staff begins an item; twice is once; back and on again follow", async () => {
  const { meeting, staff, begun } = await world();
  expect(await begun()).toBeNull();
  expect(await beginAgendaItem(staff, meeting.id, 2)).toEqual({ ok: true });
  expect(await beginAgendaItem(staff, meeting.id, 2)).toEqual({ ok: true });
  expect(await db.event.findMany({ select: { subject: true } })).toEqual([{ subject: "Evaluasi" }]);
  expect((await begun())?.index).toBe(1);
  await beginAgendaItem(staff, meeting.id, 1);
  expect((await begun())?.index).toBe(0);
});

test("an agenda that was changed since says nothing; an item that is none is refused", async () => {
  const { meeting, staff, begun } = await world();
  await beginAgendaItem(staff, meeting.id, 2);
  await db.agendaLine.update({
    where: { meetingId_position: { meetingId: meeting.id, position: 2 } },
    data: { topic: "Sambutan" },
  });
  expect(await begun()).toBeNull();
  for (const item of [0, 4, -1, 1.5, "2", null])
    expect((await beginAgendaItem(staff, meeting.id, item)).ok).toBe(false);
});

test("only while it runs", async () => {
  const { meeting, staff } = await world();
  await db.meeting.update({ where: { id: meeting.id }, data: { status: "CLOSED" } });
  expect((await beginAgendaItem(staff, meeting.id, 1)).ok).toBe(false);
});

test.each<[Role, "own" | "other" | "kabupaten", boolean]>([
  ["PUSKESMAS_ADMIN", "own", true],
  ["PUSKESMAS_KEPALA", "own", true],
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
