import { expect, test } from "vitest";
import { findInvitedBefore } from "@/lib/invitations/reads";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas } from "../factories/organisations";
import { makeSeat } from "../factories/seats";
import { makeActor } from "../factories/users";

const day = (text: string) => new Date(`${text}T03:00:00Z`);

test("a new Lokmin offers whom the last one of its kind invited, of one's own directory alone", async () => {
  const host = await makePuskesmas();
  const neighbour = await makePuskesmas();
  const [camat, lurah] = [await makeSeat({ organisationId: host.id }), await makeSeat({ organisationId: host.id })];
  const foreign = await makeSeat({ organisationId: neighbour.id });
  const june = await makeMeeting("CLOSED", {
    host,
    organisers: [neighbour],
    title: "Juni",
    startsAt: day("2026-06-20"),
  });
  for (const seat of [camat, lurah, foreign]) await makeInvitation({ meetingId: june.id, seat });
  const march = await makeMeeting("CLOSED", { host, title: "Maret", startsAt: day("2026-03-20") });
  await makeInvitation({ meetingId: march.id, seat: camat });
  const course = await makeMeeting("CLOSED", { host, kind: "KALAKARYA", startsAt: day("2026-08-20") });
  await makeInvitation({ meetingId: course.id, seat: camat });
  const cancelled = await makeMeeting("CANCELLED", { host, startsAt: day("2026-09-02") });
  await makeInvitation({ meetingId: cancelled.id, seat: camat });

  const september = { kind: "QUARTERLY_LOKMIN" as const, startsAt: day("2026-09-20") };
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const before = await findInvitedBefore(staff, september);
  expect(before?.title).toBe("Juni");
  expect(before?.seatIds.toSorted()).toEqual([camat.id, lurah.id].toSorted());
  const other = await makeActor("PUSKESMAS_STAFF", { organisationId: neighbour.id });
  expect((await findInvitedBefore(other, september))?.seatIds).toEqual([foreign.id]);
  const stranger = await makeActor("PUSKESMAS_STAFF", { organisationId: (await makePuskesmas()).id });
  expect(await findInvitedBefore(stranger, september)).toBeNull();
});
