import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { listAttendances } from "@/lib/attendance/reads";
import { listEvents } from "@/lib/events/reads";
import { listInvitations, listLinks } from "@/lib/invitations/reads";
import { inviteSeats } from "@/lib/invitations/writes";
import { findMeeting, listMeetings } from "@/lib/meetings/reads";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting } from "@/lib/meetings/writes";
import type { MeetingStatus, Role } from "@/prisma/generated/client";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";

async function world(status: MeetingStatus) {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const otherKabupaten = await makeKabupaten({ parentId: provinsi.id });
  const host = await makePuskesmas({ parentId: kabupaten.id });
  const partner = await makePuskesmas({ parentId: kabupaten.id });
  const stranger = await makePuskesmas({ parentId: kabupaten.id });
  const foreign = await makePuskesmas({ parentId: otherKabupaten.id });
  const meeting = await makeMeeting(status, { host, organisers: [partner], agenda: ["Pembukaan"] });
  const invitation = await makeInvitation({ meetingId: meeting.id });
  const actors: Record<string, Actor> = {};
  const add = async (name: string, role: Role, organisationId: string) => {
    actors[name] = await makeActor(role, { organisationId });
  };
  await add("admin of the host", "PUSKESMAS_ADMIN", host.id);
  await add("kepala of the host", "PUSKESMAS_HEAD", host.id);
  await add("staff of the host", "PUSKESMAS_STAFF", host.id);
  await add("staff of a co-organiser", "PUSKESMAS_STAFF", partner.id);
  await add("reader of the host", "PUSKESMAS_READER", host.id);
  await add("staff of a neighbour", "PUSKESMAS_STAFF", stranger.id);
  await add("staff of another kabupaten", "PUSKESMAS_STAFF", foreign.id);
  await add("admin of the Dinkes", "DINKES_ADMIN", kabupaten.id);
  await add("reviewer of the Dinkes", "DINKES_REVIEWER", kabupaten.id);
  await add("reviewer of the province", "DINKES_REVIEWER", provinsi.id);
  await add("reviewer of another Dinkes", "DINKES_REVIEWER", otherKabupaten.id);
  return { meeting, invitation, actors };
}

const writers = ["admin of the host", "kepala of the host", "staff of the host", "staff of a co-organiser"];
const readers = [
  ...writers,
  "reader of the host",
  "admin of the Dinkes",
  "reviewer of the Dinkes",
  "reviewer of the province",
];

test("what may not be seen is not there: meeting, list, invitations, links, roll, history", async () => {
  const it = await world("IN_PROGRESS");
  for (const [name, actor] of Object.entries(it.actors)) {
    const isReader = readers.includes(name);
    expect(Boolean(await findMeeting(actor, it.meeting.id)), name).toBe(isReader);
    expect((await listMeetings(actor)).meetings.length, name).toBe(isReader ? 1 : 0);
    expect((await listInvitations(actor, it.meeting.id)).length, name).toBe(isReader ? 1 : 0);
    await listAttendances(actor, it.meeting.id);
    expect((await listEvents(actor, { meetingId: it.meeting.id })).events.length, name).toBe(0);
    const handsOut = name.includes("host") || name.includes("co-organiser");
    expect((await listLinks(actor, it.meeting.id)).size, name).toBe(handsOut ? 1 : 0);
  }
});

test("a Dinkes does not see drafts; a reader of a puskesmas sets no meeting", async () => {
  const it = await world("DRAFT");
  const dinkes = it.actors["reviewer of the Dinkes"];
  const reader = it.actors["reader of the host"];
  if (!dinkes || !reader) throw new Error("missing actors");
  expect(await findMeeting(dinkes, it.meeting.id)).toBeNull();
  for (const actor of [dinkes, reader]) {
    const form = { id: randomUUID(), kind: "MONTHLY_LOKMIN", date: "2026-12-02", startTime: "09:00", place: "Aula" };
    await expect(draftMeeting(actor, meetingSchema.parse(form))).rejects.toThrow(NotAllowed);
  }
});

test("nobody invites from another puskesmas's directory, or takes a co-organiser from another kabupaten", async () => {
  const it = await world("SCHEDULED");
  const staff = it.actors["staff of the host"];
  const foreigner = it.actors["staff of another kabupaten"];
  if (!staff || !foreigner) throw new Error("missing actors");
  const seat = await makeSeat({ organisationId: foreigner.organisation.id });
  expect(await inviteSeats(staff, it.meeting.id, [seat.id])).toEqual({ ok: true, added: 0 });
  const form = {
    id: randomUUID(),
    kind: "MONTHLY_LOKMIN",
    date: "2026-12-02",
    startTime: "09:00",
    place: "Aula",
    organiserIds: [foreigner.organisation.id],
  };
  const outcome = await draftMeeting(staff, meetingSchema.parse(form));
  if (!outcome.ok) throw new Error(outcome.reason);
  expect((await findMeeting(staff, outcome.id))?.organisers.map((row) => row.puskesmasId)).toEqual([
    staff.organisation.id,
  ]);
});
