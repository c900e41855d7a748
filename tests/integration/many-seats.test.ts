// What is done with several ticked seats of a directory at once.
import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { exportDirectory } from "@/lib/directory/export";
import { archiveSeats, chosenSeats, listChosenSeats, restoreSeats } from "@/lib/directory/many";
import { listInvitingMeetings } from "@/lib/invitations/reads";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";

async function office() {
  const host = await makePuskesmas();
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const seatOf = (title: string) => makeSeat({ organisationId: host.id, title, institution: "Sragi" });
  const [camat, danramil, head] = [await seatOf("Camat"), await seatOf("Danramil"), await seatOf("Kepala Puskesmas")];
  await db.organisation.update({ where: { id: host.id }, data: { headSeatId: head.id } });
  return { host, staff, camat, danramil, head };
}

test("ticked seats are archived but for the head's own, and restored all or none", async () => {
  const { host, staff, camat, danramil, head } = await office();
  const ids = [camat.id, danramil.id, head.id];
  expect(await archiveSeats(staff, ids)).toEqual({
    ...{ ok: true, archived: 2, before: 0 },
    kept: ["Kepala Puskesmas, Sragi"],
  });
  expect(await archiveSeats(staff, [camat.id])).toEqual({ ok: true, archived: 0, before: 1, kept: [] });
  expect((await listChosenSeats(staff, ids)).map(({ title }) => title)).toEqual(["Kepala Puskesmas"]);
  expect(await listSentences({ action: "seat.archived" })).toHaveLength(2);
  const again = await makeSeat({ organisationId: host.id, title: "Camat", institution: "Sragi" });
  expect(await restoreSeats(staff, [camat.id, danramil.id])).toMatchObject({ ok: false });
  expect(await db.seat.count({ where: { organisationId: host.id, archivedAt: { not: null } } })).toBe(2);
  await archiveSeats(staff, [again.id]);
  expect(await restoreSeats(staff, [camat.id, danramil.id])).toEqual({ ok: true, restored: 2 });
});

test("nothing is done with the seats of another office", async () => {
  const { camat, danramil } = await office();
  const stranger = await makeActor("PUSKESMAS_STAFF");
  const own = await makeSeat({ organisationId: stranger.organisation.id, title: "Camat" });
  await expect(archiveSeats(stranger, [own.id, camat.id])).rejects.toThrow(NotAllowed);
  await expect(restoreSeats(stranger, [danramil.id])).rejects.toThrow(NotAllowed);
  expect(await db.seat.count({ where: { archivedAt: { not: null } } })).toBe(0);
  expect(await exportDirectory(stranger, [camat.id])).toEqual([]);
});

test("the file has the ticked seats alone, and a meeting is offered while it takes invitations", async () => {
  const { host, staff, danramil } = await office();
  expect((await exportDirectory(staff, [danramil.id])).map(({ title }) => title)).toEqual(["Danramil"]);
  expect(await exportDirectory(staff)).toHaveLength(3);
  const next = await makeMeeting("SCHEDULED", { host });
  await makeMeeting("CLOSED", { host, kind: "MONTHLY_LOKMIN" });
  expect((await listInvitingMeetings(staff)).map(({ id }) => id)).toEqual([next.id]);
});

test("ids in an address that are none are left out", () => {
  const id = "0199a1b2-0000-7000-8000-000000000001";
  expect(chosenSeats.parse([id, "x", 3])).toEqual([id]);
  expect(chosenSeats.parse(id)).toEqual([id]);
  expect(chosenSeats.parse(undefined)).toEqual([]);
});
