// Who leads an office is known by day, with rank and NIP; papers and approvals of a meeting take its day's.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { findApprovals, findHeadOnDay } from "@/lib/approvals/reads";
import { approveMeeting } from "@/lib/approvals/writes";
import { db } from "@/lib/db";
import { addFormerHolder } from "@/lib/directory/former-holders";
import { chooseHeadSeat } from "@/lib/directory/head-seat";
import { changeHolder } from "@/lib/directory/holders";
import { findHeadSeat, headOfOffice } from "@/lib/directory/office-head";
import { officeHeadWords } from "@/lib/directory/rules";
import { formerHolderSchema, newHolderSchema, newSeatSchema } from "@/lib/directory/schema";
import { addSeat, archiveSeat } from "@/lib/directory/writes";
import { newPerson } from "@/lib/persons/rules";
import { makeEvidence } from "@/tests/factories/evidence";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";

const nip = "198308262009041002";

function headSeat(actor: Actor, holder: object) {
  const seat = { id: randomUUID(), title: "Kepala Puskesmas", institution: actor.organisation.name, sector: "HEALTH" };
  return addSeat(
    actor,
    newSeatSchema.parse({ ...seat, holderId: randomUUID(), isOfficeHead: "ya", person: newPerson, ...holder }),
  );
}

async function office() {
  const host = await makePuskesmas();
  const kepala = await makeActor("PUSKESMAS_HEAD", { organisationId: host.id, name: "dr. Baru Uji" });
  return { host, kepala };
}

test("the head of a day is who held the office's seat then, with Plt., rank and NIP as recorded", async () => {
  const { host, kepala } = await office();
  expect(await headOfOffice(db, host.id, "2022-09-22")).toBeNull();
  const seat = await headSeat(kepala, {
    name: "dr. Baru Uji",
    since: "2024-02-01",
    rank: "Pembina, IV/a",
    nip: "19830826 200904 1 002",
  });
  if (!seat.ok) throw new Error(seat.reason);
  await addFormerHolder(
    kepala,
    seat.id,
    formerHolderSchema.parse({
      ...{ holderId: randomUUID(), name: "drg. Lama Uji", prefix: "PLT", ownPost: "Kepala Tata Usaha" },
      ...{ since: "2020-01-01", until: "2024-01-31", person: newPerson },
    }),
  );
  expect(await headOfOffice(db, host.id, "2022-09-22")).toEqual({
    ...{ title: "Kepala Puskesmas", prefix: "PLT", name: "drg. Lama Uji", ownPost: "Kepala Tata Usaha" },
    ...{ rank: null, nip: null, isSinceKnown: true },
  });
  expect(await headOfOffice(db, host.id, "2019-12-31")).toBeNull();
  const now = await headOfOffice(db, host.id, "2024-02-01");
  expect(now && officeHeadWords(now)).toBe("dr. Baru Uji, Kepala Puskesmas, Pembina, IV/a, NIP 19830826 200904 1 002");
});

test("the approval of a past meeting keeps its day's head, and a later change rewrites nothing", async () => {
  const { host, kepala } = await office();
  const meeting = await makeMeeting("CLOSED", { host, startsAt: new Date("2022-09-22T02:00:00Z") });
  await makeEvidence(meeting);
  const seat = await headSeat(kepala, { name: "drg. Lama Uji", since: "2020-01-01", nip });
  if (!seat.ok) throw new Error(seat.reason);
  const { holder } = await db.seat
    .findUniqueOrThrow({ where: { id: seat.id }, include: { holders: true } })
    .then(({ holders: [first] }) => ({ holder: first }));
  const after = { holderId: randomUUID(), previousId: holder?.id, name: "dr. Baru Uji", since: "2024-02-01" };
  await changeHolder(kepala, seat.id, newHolderSchema.parse({ ...after, person: newPerson }));
  expect(await findHeadOnDay(kepala, meeting.id)).toMatchObject({ name: "drg. Lama Uji" });
  expect(await approveMeeting(kepala, meeting.id, randomUUID())).toMatchObject({ ok: true });
  const { approvals } = await findApprovals(kepala, meeting.id);
  expect(approvals).toMatchObject([{ approver: "dr. Baru Uji", head: { name: "drg. Lama Uji", nip } }]);
  expect((await db.event.findFirst({ where: { action: "approval.given" } }))?.data).toMatchObject({
    head: "drg. Lama Uji, Kepala Puskesmas, NIP 19830826 200904 1 002",
  });
  await db.seatHolder.deleteMany({ where: { name: "drg. Lama Uji" } });
  expect((await findApprovals(kepala, meeting.id)).approvals[0]?.head?.name).toBe("drg. Lama Uji");
});

test("without a record nothing is made up, and a beginning nobody knows is told", async () => {
  const { host, kepala } = await office();
  const meeting = await makeMeeting("CLOSED", { host });
  await makeEvidence(meeting);
  expect(await approveMeeting(kepala, meeting.id, randomUUID())).toMatchObject({ ok: true });
  expect((await findApprovals(kepala, meeting.id)).approvals[0]?.head).toBeNull();
  await headSeat(kepala, { name: "dr. Baru Uji" });
  expect(await headOfOffice(db, host.id, "2022-09-22")).toMatchObject({ name: "dr. Baru Uji", isSinceKnown: false });
});

test("the seat is chosen out of those proposed, never taken silently, and is not archived", async () => {
  const { host, kepala } = await office();
  const seat = await makeSeat({ organisationId: host.id, title: "Kepala Puskesmas", institution: host.name });
  expect(await findHeadSeat(kepala)).toMatchObject({ headSeat: null, proposals: [{ id: seat.id }] });
  expect(await chooseHeadSeat(kepala, seat.id)).toEqual({ ok: true });
  expect(await chooseHeadSeat(kepala, seat.id)).toEqual({ ok: true });
  expect(await db.event.count({ where: { action: "office-head.seat-chosen" } })).toBe(1);
  expect(await archiveSeat(kepala, seat.id)).toMatchObject({ ok: false });
  expect((await findHeadSeat(kepala)).headSeat?.id).toBe(seat.id);
  const foreign = await makeSeat({ organisationId: (await makePuskesmas()).id });
  await expect(chooseHeadSeat(kepala, foreign.id)).rejects.toThrow("may not");
});

test("a Dinkes keeps its head's seat and no directory beside it", async () => {
  const dinkes = await makeKabupaten();
  const admin = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
  const seat = { id: randomUUID(), title: "Kepala Dinas Kesehatan", institution: dinkes.name, sector: "DINKES" };
  const typed = { ...seat, holderId: randomUUID(), name: "dr. Kadis Uji", since: "2023-05-01" };
  await expect(addSeat(admin, newSeatSchema.parse(typed))).rejects.toThrow("may not");
  expect(await addSeat(admin, newSeatSchema.parse({ ...typed, isOfficeHead: "ya" }))).toMatchObject({ ok: true });
  expect(await headOfOffice(db, dinkes.id, "2023-05-01")).toMatchObject({ name: "dr. Kadis Uji" });
});
