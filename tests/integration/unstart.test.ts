import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { moveMeeting } from "@/lib/meetings/writes";
import { makeActionItem } from "@/tests/factories/action-items";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

test("a start made by mistake is taken back while nothing was recorded, and not after", async () => {
  const host = await makePuskesmas({ parentId: (await makeKabupaten()).id });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("SCHEDULED", { host, startsAt: new Date() });
  expect(await moveMeeting(staff, meeting.id, "start")).toEqual({ ok: true });
  expect(await moveMeeting(staff, meeting.id, "unstart")).toEqual({ ok: true });
  expect(await moveMeeting(staff, meeting.id, "unstart")).toEqual({ ok: true });
  const { status, sequence } = await db.meeting.findUniqueOrThrow({ where: { id: meeting.id } });
  expect({ status, sequence }).toEqual({ status: "SCHEDULED", sequence: meeting.sequence });
  expect(await listSentences({ action: "meeting.start-undone" })).toHaveLength(1);
  await moveMeeting(staff, meeting.id, "start");
  await makeActionItem({ meetingId: meeting.id });
  expect(await moveMeeting(staff, meeting.id, "unstart")).toMatchObject({
    ok: false,
    reason: expect.stringContaining("tidak dapat dibatalkan"),
  });
});

test("a start long before the meeting's time needs a reason, which the history keeps", async () => {
  const host = await makePuskesmas({ parentId: (await makeKabupaten()).id });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
  const meeting = await makeMeeting("SCHEDULED", { host, startsAt: tomorrow });
  expect(await moveMeeting(staff, meeting.id, "start")).toMatchObject({ ok: false, field: "reason" });
  expect(await moveMeeting(staff, meeting.id, "start", "Camat berhalangan besok")).toEqual({ ok: true });
  const { status, statusReason } = await db.meeting.findUniqueOrThrow({ where: { id: meeting.id } });
  expect({ status, statusReason }).toEqual({ status: "IN_PROGRESS", statusReason: null });
  expect(await listSentences({ action: "meeting.started" })).toMatchObject([
    { lines: ["alasan: Camat berhalangan besok"] },
  ]);
});
