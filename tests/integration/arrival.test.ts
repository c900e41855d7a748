// The hour somebody came is the one that is known, never the one at which it was typed.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { checkIn } from "@/lib/attendance/check-in";
import { markSchema, paperSchema, syncSchema, walkInSchema } from "@/lib/attendance/schema";
import { syncOperations } from "@/lib/attendance/sync";
import { addWalkIn, enterPaper, markInvitee } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import type { Invitation, Meeting } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

const hour = 3_600_000;
const day = 24 * hour;
let actor: Actor;
let running: Meeting;
let lastYear: Meeting;
let invitation: Invitation;
let invitedLastYear: Invitation;

beforeEach(async () => {
  const host = await makePuskesmas();
  actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  running = await makeMeeting("IN_PROGRESS", { host });
  lastYear = await makeMeeting("IN_PROGRESS", { host, startsAt: new Date("2025-09-22T02:00:00Z") });
  invitation = await makeInvitation({ meetingId: running.id });
  invitedLastYear = await makeInvitation({ meetingId: lastYear.id });
});

const present = (invitationId: string, more = {}) => markSchema.parse({ invitationId, status: "PRESENT", ...more });
const guest = () => walkInSchema.parse({ id: randomUUID(), name: "Ningsih", title: "Bidan", institution: "Katibung" });
const arrivals = async (meetingId: string) =>
  (await db.attendance.findMany({ where: { meetingId }, select: { arrivedAt: true } })).map((row) => row.arrivedAt);
/** What a device made at a moment of its own clock, and sent at another. */
const send = (at: Date, sentAt: Date, more: Record<string, unknown> = {}) => {
  const mark = { kind: "mark", nonce: randomUUID(), seen: null, invitationId: invitation.id, status: "PRESENT" };
  const operations = [{ ...mark, deviceAt: at.toISOString(), arrivedAt: at.toISOString(), ...more }];
  const batch = syncSchema.parse({ operations, sentAt: sentAt.toISOString() });
  return syncOperations(actor, running.id, batch.operations, batch.sentAt);
};

test("from paper and for a meeting of last year the hour is empty; typed, it is an hour of the meeting's day", async () => {
  await markInvitee(actor, lastYear.id, present(invitedLastYear.id));
  await addWalkIn(actor, lastYear.id, guest());
  expect(await arrivals(lastYear.id)).toEqual([null, null]);
  await markInvitee(actor, lastYear.id, present(invitedLastYear.id, { arrivedAt: "09.15" }));
  expect(await db.attendance.findUnique({ where: { invitationId: invitedLastYear.id } })).toMatchObject({
    arrivedAt: new Date("2025-09-22T02:15:00Z"),
  });
  const paper = paperSchema.parse({ rows: [{ invitationId: invitation.id, status: "PRESENT" }] });
  await enterPaper(actor, running.id, paper.rows);
  expect(await arrivals(running.id)).toEqual([null]);
});

test("who checks in by code at a meeting that was left open has no hour either", async () => {
  await checkIn(lastYear.id, { kind: "invitee", invitationId: invitedLastYear.id });
  expect(await arrivals(lastYear.id)).toEqual([null]);
});

test("while people come, marking gives the hour, and the paper typed afterwards keeps it", async () => {
  await markInvitee(actor, running.id, present(invitation.id));
  const [arrived] = await arrivals(running.id);
  expect(Math.abs((arrived?.getTime() ?? 0) - Date.now())).toBeLessThan(hour);
  const paper = paperSchema.parse({ rows: [{ invitationId: invitation.id, status: "PRESENT" }] });
  await enterPaper(actor, running.id, paper.rows);
  expect(await arrivals(running.id)).toEqual([arrived]);
});

test.each([
  ["in the year 2099", new Date("2099-05-01T02:00:00Z").getTime() - Date.now()],
  ["a day behind", -day],
  ["three hours ahead", 3 * hour],
])("a device's clock %s is noticed when it sends, and corrected by the difference", async (_, off) => {
  const made = new Date(Date.now() + off - 10 * 60_000);
  expect(await send(made, new Date(Date.now() + off))).toMatchObject([{ state: "done" }]);
  const row = await db.attendance.findFirstOrThrow();
  expect(Math.abs((row.arrivedAt?.getTime() ?? 0) - (Date.now() - 10 * 60_000))).toBeLessThan(60_000);
  expect(row.deviceAt).toEqual(made);
  expect(await listSentences()).toMatchObject([{ lines: [expect.stringMatching(/^jam perangkat: .*diperbaiki$/)] }]);
});

test("a clock that was set right before it sent leaves no hour, and the history says so", async () => {
  await send(new Date(Date.now() + 3 * hour), new Date());
  expect(await arrivals(running.id)).toEqual([null]);
  expect(await listSentences()).toMatchObject([
    { lines: [expect.stringMatching(/^jam perangkat: .*tidak dapat dipakai$/)] },
  ]);
});

test("a typed hour stands whatever the device's clock says; one taken away is unknown", async () => {
  const off = new Date(Date.now() + 3 * hour);
  await send(off, off, { arrivedAt: null, arrivedClock: "08:55" });
  expect((await arrivals(running.id))[0]?.toISOString()).toMatch(/T01:55:00/);
  await send(off, off, { seen: 0, arrivedAt: null });
  expect(await arrivals(running.id)).toEqual([null]);
});
