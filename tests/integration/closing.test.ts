// Closing locks the results, but for those that the approval still waits for.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { approveMeeting } from "@/lib/approvals/writes";
import { markSchema, walkInSchema } from "@/lib/attendance/schema";
import { addWalkIn, markInvitee } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { inviteSeats } from "@/lib/invitations/writes";
import { moveMeeting } from "@/lib/meetings/writes";
import { actionItemSchema } from "@/lib/plan/schema";
import { addActionItem } from "@/lib/plan/writes";
import type { Organisation } from "@/prisma/generated/client";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeEvidence } from "@/tests/factories/evidence";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";

let host: Organisation;
let staff: Actor;
let head: Actor;

beforeEach(async () => {
  host = await makePuskesmas();
  staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  head = await makeActor("PUSKESMAS_HEAD", { organisationId: host.id });
});

const guest = () => walkInSchema.parse({ id: randomUUID(), name: "Ningsih", title: "Bidan", institution: "Katibung" });
const row = () =>
  actionItemSchema.parse({
    id: randomUUID(),
    activity: "Sweeping imunisasi",
    responsibleInstitution: "Pemerintah Desa",
    deadline: "2099-01-31",
    priority: "MEDIUM",
  });

test("what the approval still needs stays open after closing, until it is approved", async () => {
  const meeting = await makeMeeting("IN_PROGRESS", { host });
  await makeEvidence(meeting, ["undangan", "daftar-hadir", "rtl"]);
  expect(await moveMeeting(staff, meeting.id, "close")).toEqual({ ok: true });
  expect(await db.meeting.findUnique({ where: { id: meeting.id } })).toMatchObject({
    leftOpen: ["invitations", "roll", "plan"],
  });
  const seat = await makeSeat({ organisationId: host.id });
  expect(await inviteSeats(staff, meeting.id, [seat.id])).toMatchObject({ ok: true });
  const { id } = await db.invitation.findFirstOrThrow({ where: { meetingId: meeting.id } });
  const present = markSchema.parse({ invitationId: id, status: "PRESENT" });
  expect(await markInvitee(staff, meeting.id, present)).toEqual({ ok: true });
  expect(await addWalkIn(staff, meeting.id, guest())).toEqual({ ok: true });
  expect(await addActionItem(staff, meeting.id, row())).toMatchObject({ ok: true });
  expect(await addActionItem(staff, meeting.id, row())).toMatchObject({ ok: true });
  expect(await approveMeeting(head, meeting.id, randomUUID())).toMatchObject({ ok: true });
  expect(await addActionItem(staff, meeting.id, row())).toMatchObject({ ok: false });
  expect(await markInvitee(staff, meeting.id, present)).toMatchObject({ ok: false });
});

test("a row with a placeholder stays open as well: it can be filled in before the approval", async () => {
  const meeting = await makeMeeting("IN_PROGRESS", { host });
  await makeEvidence(meeting);
  await makeActionItem({ meetingId: meeting.id, responsibleName: "[Nama Perwakilan]" });
  await moveMeeting(staff, meeting.id, "close");
  expect(await db.meeting.findUnique({ where: { id: meeting.id } })).toMatchObject({ leftOpen: ["plan"] });
  expect(await addActionItem(staff, meeting.id, row())).toMatchObject({ ok: true });
});

test("what is there already is locked by closing; opened again, nothing is", async () => {
  const meeting = await makeMeeting("IN_PROGRESS", { host });
  await makeEvidence(meeting, ["foto"]);
  await moveMeeting(staff, meeting.id, "close");
  expect(await db.meeting.findUnique({ where: { id: meeting.id } })).toMatchObject({ leftOpen: [] });
  expect(await addWalkIn(staff, meeting.id, guest())).toMatchObject({ ok: false });
  expect(await addActionItem(staff, meeting.id, row())).toMatchObject({ ok: false });
  await moveMeeting(staff, meeting.id, "reopen", "satu tamu terlewat");
  expect(await addWalkIn(staff, meeting.id, guest())).toEqual({ ok: true });
});
