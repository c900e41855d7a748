// What two do to an invitation or its meeting in the same moment.

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { checkIn } from "@/lib/attendance/check-in";
import { type Db, db } from "@/lib/db";
import { answerInvitation } from "@/lib/invitations/invitee";
import { withdrawInvitation } from "@/lib/invitations/withdraw";
import { inviteSeats, recordAnswer } from "@/lib/invitations/writes";
import { hashToken } from "@/lib/secrets";
import type { MeetingStatus } from "@/prisma/generated/enums";
import { makeInvitation } from "@/tests/factories/invitations";
import { untilSomebodyWaits } from "@/tests/factories/locks";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function office(status: MeetingStatus) {
  const host = await makePuskesmas();
  const meeting = await makeMeeting(status, { host });
  const seat = await makeSeat({ organisationId: host.id });
  const invitation = await makeInvitation({ meetingId: meeting.id });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  return { meeting, seat, invitation, staff };
}

/** Holds the meeting, waits until the write waits for it, changes what there is, and lets go. */
async function meanwhile<T>(meetingId: string, write: () => Promise<T>, change: (tx: Db) => Promise<unknown>) {
  let writing: Promise<T> | undefined;
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`;
    await change(tx);
    writing = write();
    await untilSomebodyWaits();
  });
  return writing;
}

const approve = (meetingId: string) => async (tx: Db) => {
  await tx.meeting.update({ where: { id: meetingId }, data: { status: "CLOSED" } });
  await tx.approval.create({ data: { id: randomUUID(), meetingId, number: 1, approver: "Kepala", checklist: [] } });
};

test("a meeting that is being approved gains no invitee and no answer", async () => {
  const { meeting, seat, invitation, staff } = await office("IN_PROGRESS");
  const invite = () => inviteSeats(staff, meeting.id, [seat.id]);
  expect(await meanwhile(meeting.id, invite, approve(meeting.id))).toMatchObject({
    ok: false,
    reason: expect.stringContaining("sudah disahkan"),
  });
  expect(await db.invitation.count()).toBe(1);
  expect(await recordAnswer(staff, meeting.id, invitation.id, { choice: "PRESENT" })).toMatchObject({ ok: false });
});

test("an answer to an invitation that is being withdrawn is refused, by staff and through the link", async () => {
  const { meeting, invitation, staff } = await office("SCHEDULED");
  const withdraw = (id: string) => (tx: Db) => tx.invitation.delete({ where: { id } });
  const note = () => recordAnswer(staff, meeting.id, invitation.id, { choice: "PRESENT" });
  expect(await meanwhile(meeting.id, note, withdraw(invitation.id))).toEqual({
    ok: false,
    reason: "Undangan ini sudah dibatalkan",
  });
  const other = await makeInvitation({ meetingId: meeting.id });
  const answer = () => answerInvitation(hashToken(other.token), { choice: "PRESENT" });
  expect(await meanwhile(meeting.id, answer, withdraw(other.id))).toBe(false);
  expect(await db.answer.count()).toBe(0);
  expect(await db.event.count()).toBe(0);
});

test("who checks in with an invitation that is being withdrawn is told so", async () => {
  const { meeting, invitation } = await office("IN_PROGRESS");
  const withdraw = (tx: Db) => tx.invitation.delete({ where: { id: invitation.id } });
  const enter = () => checkIn(meeting.id, { kind: "invitee", invitationId: invitation.id });
  expect(await meanwhile(meeting.id, enter, withdraw)).toBe("withdrawn");
  expect([await db.attendance.count(), await db.event.count()]).toEqual([0, 0]);
});

test("withdrawn twice at once it leaves one event", async () => {
  const { meeting, invitation, staff } = await office("SCHEDULED");
  const both = [0, 1].map(() => withdrawInvitation(staff, meeting.id, invitation.id));
  expect(await allEnded(both)).toEqual([{ ok: true }, { ok: true }]);
  expect(await db.event.findMany({ select: { action: true, subjectId: true } })).toEqual([
    { action: "invitation.withdrawn", subjectId: invitation.id },
  ]);
});
