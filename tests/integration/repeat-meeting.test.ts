import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { listInvitedSeats } from "@/lib/invitations/reads";
import { inviteSeats } from "@/lib/invitations/writes";
import { findMeetingToRepeat, listLastMeetings } from "@/lib/meetings/last";
import { toInstant } from "@/lib/time";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas } from "../factories/organisations";
import { makeSeat } from "../factories/seats";
import { makeActor } from "../factories/users";

const at = (day: string, clock = "08:30") => toInstant(day, clock, "Asia/Jakarta");

test("a new meeting is filled from the last of its kind that was called, and invites its seats again", async () => {
  const host = await makePuskesmas();
  const organisationId = host.id;
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId });
  const stranger = await makeActor("PUSKESMAS_STAFF");
  const kind = "QUARTERLY_LOKMIN";
  await makeMeeting("CLOSED", { host, kind, period: 1, startsAt: at("2026-02-26") });
  const last = await makeMeeting("CLOSED", {
    host,
    kind,
    period: 2,
    startsAt: at("2026-05-28"),
    place: "Aula Kecamatan",
    leader: "Camat",
  });
  await makeMeeting("CANCELLED", { host, kind, period: 3, startsAt: at("2026-08-27") });
  await makeMeeting("DRAFT", { host, kind, period: 4, startsAt: at("2026-11-26") });
  await db.agendaLine.deleteMany({ where: { meetingId: last.id } });
  await db.agendaLine.create({ data: { meetingId: last.id, position: 1, topic: "Pembukaan", minutes: 10 } });
  const [stays, goes] = [
    await makeSeat({ organisationId }),
    await makeSeat({ organisationId, archivedAt: new Date() }),
  ];
  for (const { id, title } of [stays, goes]) await makeInvitation({ meetingId: last.id, seatId: id, title });

  expect(await listLastMeetings(actor)).toMatchObject([{ id: last.id, kind, day: "2026-05-28" }]);
  expect(await findMeetingToRepeat(actor, last.id)).toMatchObject({
    kind,
    startTime: "08:30",
    place: "Aula Kecamatan",
    leader: "Camat",
    agenda: [{ topic: "Pembukaan", minutes: 10 }],
    invited: 1,
  });
  expect(await listLastMeetings(stranger)).toEqual([]);
  expect(await findMeetingToRepeat(stranger, last.id)).toBeNull();

  const next = await makeMeeting("DRAFT", { host, kind, year: 2027, period: 1, startsAt: at("2027-02-25") });
  expect(await inviteSeats(actor, next.id, await listInvitedSeats(actor, last.id))).toEqual({ ok: true, added: 1 });
  expect(await listInvitedSeats(stranger, last.id)).toEqual([]);
  expect(await db.invitation.findMany({ where: { meetingId: next.id } })).toMatchObject([{ seatId: stays.id }]);
});
