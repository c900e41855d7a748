// Children stay in their tenant: a row that points to another office or meeting is refused, no matter who writes it; one that
// an earlier version left is kept and told of.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { crossingRows } from "@/lib/installation/crossing-rows";
import { makeAttendance } from "@/tests/factories/attendance";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makePerson } from "@/tests/factories/persons";
import { makeHolder, makeSeat } from "@/tests/factories/seats";
import { makeUser } from "@/tests/factories/users";
import { asOwner } from "@/tests/setup/owner";

async function makeOffice() {
  const host = await makePuskesmas();
  const meeting = await makeMeeting("SCHEDULED", { host });
  return {
    host,
    meetingId: meeting.id,
    seat: await makeSeat({ organisationId: host.id, holder: null }),
    person: await makePerson({ organisationId: host.id }),
    invitation: await makeInvitation({ meetingId: meeting.id }),
  };
}

test("a row has both its parents in one office, or in one meeting", async () => {
  const [own, other] = [await makeOffice(), await makeOffice()];
  const organisationId = own.host.id;
  const [firstId = "", secondId = ""] = [own.person.id, other.person.id].sort();
  const crossing: [key: string, write: () => PromiseLike<unknown>][] = [
    ["User", () => makeUser("PUSKESMAS_STAFF", { organisationId, personId: other.person.id })],
    ["SeatHolder", () => makeHolder(own.seat, { personId: other.person.id })],
    ["Person", () => db.person.update({ where: { id: own.person.id }, data: { mergedIntoId: other.person.id } })],
    ["PersonDistinction", () => db.personDistinction.create({ data: { firstId, secondId, decider: "-" } })],
    [
      "Organisation",
      () => db.organisation.update({ where: { id: organisationId }, data: { headSeatId: other.seat.id } }),
    ],
    ["Attendance", () => makeAttendance({ meetingId: own.meetingId, invitation: other.invitation })],
    [
      "Invitation",
      () => db.invitation.update({ where: { id: own.invitation.id }, data: { organisationId: other.host.id } }),
    ],
  ];
  for (const [table, write] of crossing) await expect(write(), table).rejects.toThrow(/foreign key constraint/i);
  await makeHolder(own.seat, { personId: own.person.id });
  expect(await db.seatHolder.findFirst({ select: { organisationId: true } })).toEqual({ organisationId });
  expect(await crossingRows()).toEqual([]);
});

test("a row whose parent is gone is refused by the key to it", async () => {
  const own = await makeOffice();
  await db.meeting.delete({ where: { id: own.meetingId } });
  const orphans: [key: string, write: () => PromiseLike<unknown>][] = [
    ["Attendance_meetingId_fkey", () => makeAttendance({ meetingId: own.meetingId })],
    ["Answer_invitationId_fkey", () => makeAnswer({ invitationId: own.invitation.id })],
  ];
  for (const [key, write] of orphans) await expect(write(), key).rejects.toThrow(key);
});

test("where a row of an earlier version points across, it stays, new ones are refused, and it is told", async () => {
  const [own, other] = [await makeOffice(), await makeOffice()];
  const key = '"Person_mergedInto_tenant"';
  await asOwner(
    [`ALTER TABLE "Person" DROP CONSTRAINT ${key}`],
    [`UPDATE "Person" SET "mergedIntoId" = $1 WHERE id = $2`, [other.person.id, own.person.id]],
    [
      `ALTER TABLE "Person" ADD CONSTRAINT ${key} FOREIGN KEY ("organisationId", "mergedIntoId")
       REFERENCES "Person"("organisationId", id) NOT VALID`,
    ],
  );
  expect(await crossingRows()).toEqual([expect.stringContaining("Person_mergedInto_tenant")]);
  const data = { id: randomUUID(), organisationId: own.host.id, name: "Baru", mergedIntoId: other.person.id };
  await expect(db.person.create({ data })).rejects.toThrow(/foreign key constraint/i);
  expect(await db.person.count({ where: { mergedIntoId: other.person.id } })).toBe(1);
  await asOwner(
    [`UPDATE "Person" SET "mergedIntoId" = NULL WHERE id = $1`, [own.person.id]],
    [`ALTER TABLE "Person" VALIDATE CONSTRAINT ${key}`],
  );
  expect(await crossingRows()).toEqual([]);
});
