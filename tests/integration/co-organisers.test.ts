// A puskesmas that another names as co-organiser agrees before the Lokmin takes its period.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { listApprovalTasks } from "@/lib/approvals/tasks";
import { findFeedCalendar, findFeeds } from "@/lib/calendar/reads";
import { feedToken } from "@/lib/calendar/rules";
import { renewFeed } from "@/lib/calendar/writes";
import { db } from "@/lib/db";
import { listDocuments } from "@/lib/documents/reads";
import { listEvents } from "@/lib/events/reads";
import { countActionItems } from "@/lib/follow-up/reads";
import { findInvitation } from "@/lib/invitations/invitee";
import { listInvitations, listLinks } from "@/lib/invitations/reads";
import { findAskedMeeting, listAskedMeetings } from "@/lib/meetings/asked";
import { agreeToOrganise, declineToOrganise } from "@/lib/meetings/consent";
import { findMeeting, listMeetings } from "@/lib/meetings/reads";
import { meetingEditSchema, meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, editMeeting } from "@/lib/meetings/writes";
import { listYear } from "@/lib/meetings/year";
import { listNotes } from "@/lib/minutes/reads";
import { listActionItems } from "@/lib/plan/reads";
import { dayOf } from "@/lib/time";
import { approvalRow, makeEvidence } from "@/tests/factories/evidence";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { makeActor } from "@/tests/factories/users";

const key = "QUARTERLY_LOKMIN 2027-1";
let host: Actor;
let neighbour: Actor;

beforeEach(async () => {
  const one = await makePuskesmas();
  const two = await makePuskesmas({ parentId: one.parentId });
  host = await makeActor("PUSKESMAS_STAFF", { organisationId: one.id });
  neighbour = await makeActor("PUSKESMAS_STAFF", { organisationId: two.id });
});

const form = (id: string) => ({
  id,
  kind: "QUARTERLY_LOKMIN",
  date: "2027-02-10",
  startTime: "09:00",
  place: "Aula kecamatan",
  organiserIds: [neighbour.organisation.id],
});

async function joint(): Promise<string> {
  const drafted = await draftMeeting(host, meetingSchema.parse(form(randomUUID())));
  if (!drafted.ok) throw new Error(drafted.reason);
  return drafted.id;
}

const ofNeighbour = (meetingId: string) =>
  db.meetingOrganiser.findUnique({
    where: { meetingId_puskesmasId: { meetingId, puskesmasId: neighbour.organisation.id } },
    select: { holdsPeriod: true, agreedAt: true },
  });
const stateOfQuarter = async () =>
  (await listYear(neighbour, 2027, new Date())).find(({ kind, period }) => kind === "QUARTERLY_LOKMIN" && period === 1);

test("being named takes nothing; agreeing takes the period, also through later edits", async () => {
  const id = await joint();
  expect(await ofNeighbour(id)).toEqual({ holdsPeriod: null, agreedAt: null });
  expect(await stateOfQuarter()).toMatchObject({ meetingId: null, state: "unplanned" });
  expect(await agreeToOrganise(neighbour, id)).toEqual({ ok: true });
  expect(await agreeToOrganise(neighbour, id)).toEqual({ ok: true });
  expect(await ofNeighbour(id)).toMatchObject({ holdsPeriod: key, agreedAt: expect.any(Date) });
  expect(await stateOfQuarter()).toMatchObject({ meetingId: id });
  const { version } = await db.meeting.findUniqueOrThrow({ where: { id } });
  const edit = meetingEditSchema.parse({ ...form(id), place: "Balai desa", version: String(version) });
  expect(await editMeeting(host, edit)).toMatchObject({ ok: true });
  expect(await ofNeighbour(id)).toMatchObject({ holdsPeriod: key, agreedAt: expect.any(Date) });
  expect(await declineToOrganise(neighbour, id)).toMatchObject({ ok: false });
});

test("who agreed to one period is asked again before the host takes another one for it", async () => {
  const id = await joint();
  await agreeToOrganise(neighbour, id);
  const { version } = await db.meeting.findUniqueOrThrow({ where: { id } });
  const edit = meetingEditSchema.parse({ ...form(id), date: "2027-05-10", version: String(version) });
  expect(await editMeeting(host, edit)).toMatchObject({ ok: true });
  expect(await ofNeighbour(id)).toEqual({ holdsPeriod: null, agreedAt: null });
  const ofHost = await db.meetingOrganiser.findFirst({ where: { meetingId: id, puskesmasId: host.organisation.id } });
  expect(ofHost).toMatchObject({ holdsPeriod: "QUARTERLY_LOKMIN 2027-2", agreedAt: expect.any(Date) });
  expect(await agreeToOrganise(neighbour, id)).toEqual({ ok: true });
  expect(await ofNeighbour(id)).toMatchObject({ holdsPeriod: "QUARTERLY_LOKMIN 2027-2" });
});

test("one that has its own Lokmin of the period is told so, and holds the second for a reason", async () => {
  const own = { id: neighbour.organisation.id, timeZone: neighbour.organisation.timeZone };
  await makeMeeting("SCHEDULED", { host: own, startsAt: new Date("2027-02-20T02:00:00Z") });
  const id = await joint();
  expect(await agreeToOrganise(neighbour, id)).toMatchObject({ ok: false, field: "secondReason" });
  expect(await agreeToOrganise(neighbour, id, "bersama kecamatan")).toEqual({ ok: true });
  expect(await ofNeighbour(id)).toMatchObject({ holdsPeriod: null, agreedAt: expect.any(Date) });
});

test("who declines is no organiser any more; nobody answers for another", async () => {
  const id = await joint();
  const stranger = await makeActor("PUSKESMAS_STAFF");
  const reader = await makeActor("PUSKESMAS_READER", { organisationId: neighbour.organisation.id });
  for (const nobody of [stranger, reader]) {
    await expect(agreeToOrganise(nobody, id)).rejects.toThrow(NotAllowed);
    await expect(declineToOrganise(nobody, id)).rejects.toThrow(NotAllowed);
  }
  expect(await declineToOrganise(neighbour, id)).toEqual({ ok: true });
  expect(await findMeeting(neighbour, id)).toBeNull();
});

/** A running joint meeting with everything in it, which the neighbour has not agreed to. */
async function unanswered(status: "IN_PROGRESS" | "CLOSED" = "IN_PROGRESS") {
  const { organisation } = host;
  const meeting = await makeMeeting(status, { host: organisation, organisers: [neighbour.organisation] });
  const key = { meetingId: meeting.id, puskesmasId: neighbour.organisation.id };
  await db.meetingOrganiser.update({
    where: { meetingId_puskesmasId: key },
    data: { agreedAt: null, holdsPeriod: null },
  });
  await makeEvidence(meeting);
  return meeting;
}

test("until it agrees a puskesmas sees when and who asks, and nothing of what is in it", async () => {
  const meeting = await unanswered();
  const { id } = meeting;
  const nothing = async () => [
    await findMeeting(neighbour, id),
    (await listMeetings(neighbour)).meetings.length,
    (await listInvitations(neighbour, id)).length,
    (await listLinks(neighbour, id)).size,
    (await listActionItems(neighbour, id)).length,
    (await countActionItems(neighbour, "2027-01-01")).open,
    (await listNotes(neighbour, id)).length,
    (await listDocuments(neighbour, id, "MEETING_PHOTO")).length,
    (await listEvents(neighbour, { meetingId: id })).events.length,
  ];
  expect(await nothing()).toEqual([null, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await listAskedMeetings(neighbour)).toMatchObject([{ id, title: meeting.title }]);
  expect(await findAskedMeeting(neighbour, id)).toEqual({
    ...{ id, title: meeting.title, kind: meeting.kind, status: "IN_PROGRESS", startsAt: meeting.startsAt },
    ...{ endsAt: meeting.endsAt, timeZone: meeting.timeZone, place: meeting.place },
    host: { name: host.organisation.name },
  });
  expect(await findAskedMeeting(await makeActor("PUSKESMAS_STAFF"), id)).toBeNull();
  expect((await findMeeting(host, id))?.asked).toMatchObject([{ puskesmasId: neighbour.organisation.id }]);
  expect((await findMeeting(host, id))?.organisers).toHaveLength(1);
  await agreeToOrganise(neighbour, id);
  expect(await nothing()).not.toContain(0);
  expect(await listAskedMeetings(neighbour)).toEqual([]);
});

test("its calendar, its tasks and the letters leave out what it has not agreed to", async () => {
  const { id } = await unanswered("CLOSED");
  const kepala = await makeActor("PUSKESMAS_HEAD", { organisationId: neighbour.organisation.id });
  await renewFeed(await inSession(kepala), "puskesmas");
  const { ofOrganisation } = await findFeeds(kepala);
  const token = feedToken(new URL(ofOrganisation?.address ?? "webcal:/x").pathname);
  const events = async () => (await findFeedCalendar(token, new Date()))?.match(/BEGIN:VEVENT/g)?.length ?? 0;
  const tasks = async () => (await listApprovalTasks(kepala, new Date())).length;
  expect([await events(), await tasks()]).toEqual([0, 0]);
  const invitation = await makeInvitation({ meetingId: id });
  expect((await findInvitation(invitation.tokenHash))?.meeting.organisers).toEqual([host.organisation.name]);
  await agreeToOrganise(kepala, id);
  expect([await events(), await tasks()]).toEqual([1, 1]);
});

test("a meeting that is over and approved may still be agreed to", async () => {
  const meeting = await unanswered("CLOSED");
  await db.approval.create({ data: approvalRow({ meetingId: meeting.id }) });
  expect(await agreeToOrganise(neighbour, meeting.id)).toEqual({ ok: true });
});

test("an edit by a co-organiser keeps the one that has not answered", async () => {
  const { id } = await unanswered();
  const third = await makePuskesmas({ parentId: host.organisation.parentId });
  const { startsAt } = await db.meeting.findUniqueOrThrow({ where: { id } });
  await db.meetingOrganiser.create({ data: { meetingId: id, puskesmasId: third.id, startsAt, agreedAt: startsAt } });
  const editor = await makeActor("PUSKESMAS_STAFF", { organisationId: third.id });
  const { version, kind, year, period } = await db.meeting.findUniqueOrThrow({ where: { id } });
  const date = dayOf(startsAt, host.organisation.timeZone);
  const typed = {
    id,
    kind,
    year: String(year),
    quarter: String(period),
    date,
    startTime: "09:00",
    place: "Balai desa",
  };
  expect(await editMeeting(editor, meetingEditSchema.parse({ ...typed, version: String(version) }))).toMatchObject({
    ok: true,
  });
  expect((await findMeeting(host, id))?.asked).toHaveLength(1);
});
