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
  const meeting = await makeMeeting("SCHEDULED", { host });
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
