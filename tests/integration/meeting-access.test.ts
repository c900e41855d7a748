// One table instead of many tests: every write on a meeting, against everybody who might try it.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { listAttendances } from "@/lib/attendance/reads";
import { addWalkIn, markInvitee, unmark } from "@/lib/attendance/writes";
import { listEvents } from "@/lib/events/reads";
import { listInvitations, listLinks } from "@/lib/invitations/reads";
import { inviteSeats, recordAnswer, withdrawInvitation } from "@/lib/invitations/writes";
import { findMeeting, listMeetings } from "@/lib/meetings/reads";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, editMeeting, moveMeeting } from "@/lib/meetings/writes";
import type { MeetingMessage } from "@/lib/messages/rules";
import { markOpened } from "@/lib/messages/writes";
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

type World = Awaited<ReturnType<typeof world>>;

const mark = {
  status: "PRESENT",
  delegateName: null,
  delegateTitle: null,
  delegateInstitution: null,
  arrivedAt: null,
  note: null,
} as const;

function editOf({ meeting }: World) {
  const form = { id: meeting.id, kind: meeting.kind, date: "2026-11-25", startTime: "10:00", place: "Balai desa" };
  return { ...meetingSchema.parse(form), version: meeting.version };
}

function openedOf({ meeting, invitation }: World, kind: MeetingMessage) {
  return { meetingId: meeting.id, invitationId: invitation.id, kind, shownSequence: meeting.sequence };
}

const writes: Record<string, { status: MeetingStatus; run: (actor: Actor, world: World) => Promise<unknown> }> = {
  edit: { status: "SCHEDULED", run: (actor, it) => editMeeting(actor, editOf(it)) },
  start: { status: "SCHEDULED", run: (actor, { meeting }) => moveMeeting(actor, meeting.id, "start") },
  postpone: { status: "SCHEDULED", run: (actor, { meeting }) => moveMeeting(actor, meeting.id, "postpone", "hujan") },
  cancel: { status: "SCHEDULED", run: (actor, { meeting }) => moveMeeting(actor, meeting.id, "cancel", "hujan") },
  close: { status: "IN_PROGRESS", run: (actor, { meeting }) => moveMeeting(actor, meeting.id, "close") },
  reopen: { status: "CLOSED", run: (actor, { meeting }) => moveMeeting(actor, meeting.id, "reopen", "salah tulis") },
  invite: { status: "SCHEDULED", run: async (actor, { meeting }) => inviteSeats(actor, meeting.id, [randomUUID()]) },
  withdraw: { status: "SCHEDULED", run: (actor, it) => withdrawInvitation(actor, it.meeting.id, it.invitation.id) },
  "open an invitation": { status: "SCHEDULED", run: (actor, it) => markOpened(actor, openedOf(it, "INVITATION")) },
  "open a reminder": { status: "SCHEDULED", run: (actor, it) => markOpened(actor, openedOf(it, "REMINDER")) },
  "open a note of a change": { status: "CANCELLED", run: (actor, it) => markOpened(actor, openedOf(it, "CHANGE")) },
  "record an answer": {
    status: "SCHEDULED",
    run: (actor, it) => recordAnswer(actor, it.meeting.id, it.invitation.id, { choice: "PRESENT" }),
  },
  mark: {
    status: "IN_PROGRESS",
    run: (actor, it) => markInvitee(actor, it.meeting.id, { ...mark, invitationId: it.invitation.id }),
  },
  unmark: { status: "IN_PROGRESS", run: (actor, { meeting }) => unmark(actor, meeting.id, randomUUID()) },
  "add a guest": {
    status: "IN_PROGRESS",
    run: (actor, { meeting }) =>
      addWalkIn(actor, meeting.id, {
        id: randomUUID(),
        name: "Tamu",
        title: "Staf",
        institution: "Katibung",
        isAnother: false,
      }),
  },
};

describe.each(Object.entries(writes))("%s", (_, { status, run }) => {
  test("writers of the organisers may, nobody else", async () => {
    const it = await world(status);
    for (const [name, actor] of Object.entries(it.actors)) {
      // Those refused come first in meaning: a refusal must not depend on what a writer did before.
      if (!writers.includes(name)) await expect(run(actor, it), name).rejects.toThrow(NotAllowed);
    }
    for (const name of writers) {
      const fresh = await world(status);
      const actor = fresh.actors[name];
      if (actor) expect(await run(actor, fresh), name).toMatchObject({ ok: true });
    }
  });
});

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
