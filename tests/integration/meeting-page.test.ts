import { expect, test } from "vitest";
import { listMeetingPage } from "@/lib/meetings/meeting-page";
import { makeAttendance } from "../factories/attendance";
import { makeAnswer, makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

const today = "2026-06-24";

async function office() {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  return { host, actor };
}

test("what is to come stands before what is over, the nearest first on either side", async () => {
  const { host, actor } = await office();
  await makeMeeting("CLOSED", { host, kind: "KALAKARYA", title: "Mei", startsAt: "2026-05-05T02:00:00Z" });
  await makeMeeting("SCHEDULED", { host, kind: "KALAKARYA", title: "Agustus", startsAt: "2026-08-05T02:00:00Z" });
  await makeMeeting("IN_PROGRESS", {
    host,
    kind: "KALAKARYA",
    title: "Sejak kemarin",
    startsAt: "2026-06-23T02:00:00Z",
  });
  await makeMeeting("CLOSED", { host, kind: "KALAKARYA", title: "Tadi pagi", startsAt: "2026-06-24T01:00:00Z" });
  await makeMeeting("SCHEDULED", { host, kind: "KALAKARYA", title: "Siang ini", startsAt: "2026-06-24T05:00:00Z" });
  await makeMeeting("SCHEDULED", { host, kind: "KALAKARYA", title: "Terlupa", startsAt: "2026-04-05T02:00:00Z" });
  await makeMeeting("CANCELLED", { host, kind: "KALAKARYA", title: "Juli, batal", startsAt: "2026-07-05T02:00:00Z" });
  const { meetings } = await listMeetingPage(actor, { today, month: null });
  expect(meetings.map(({ title, isUpcoming }) => `${isUpcoming ? "+" : "-"} ${title}`)).toEqual([
    "+ Sejak kemarin",
    "+ Siang ini",
    "+ Juli, batal",
    "+ Agustus",
    "- Tadi pagi",
    "- Mei",
    "- Terlupa",
  ]);
});

test("no meeting is lost or shown twice over the pages, wherever the parts are cut", async () => {
  const { host, actor } = await office();
  for (let day = 0; day < 45; day++)
    await makeMeeting(day < 20 ? "CLOSED" : "SCHEDULED", {
      host,
      title: `Hari ${day}`,
      kind: "KALAKARYA",
      startsAt: new Date(Date.UTC(2026, 5, 4 + day, 2)).toISOString(),
    });
  const pages = [];
  for (const page of [1, 2, 3]) pages.push(await listMeetingPage(actor, { today, month: null, page }));
  expect(pages.map(({ meetings, hasMore }) => [meetings.length, hasMore])).toEqual([
    [40, true],
    [5, false],
    [0, false],
  ]);
  const titles = pages.flatMap(({ meetings }) => meetings.map(({ title }) => title));
  expect(new Set(titles).size).toBe(45);
  expect([titles[0], titles.at(-1)]).toEqual(["Hari 20", "Hari 0"]);
});

test("beside the list stand the month and how many there are in each state, also where the list is empty", async () => {
  const { host, actor } = await office();
  await makeMeeting("CLOSED", {
    host,
    kind: "KALAKARYA",
    title: "Dua hari",
    startsAt: "2026-05-31T02:00:00Z",
    endsAt: "2026-06-01T05:00:00Z",
  });
  await makeMeeting("SCHEDULED", { host, kind: "KALAKARYA", title: "Juni", startsAt: "2026-06-30T02:00:00Z" });
  await makeMeeting("CANCELLED", { host, kind: "KALAKARYA", title: "Batal", startsAt: "2026-06-12T02:00:00Z" });
  await makeMeeting("SCHEDULED", {
    host: (await office()).host,
    kind: "KALAKARYA",
    title: "Tetangga",
    startsAt: "2026-06-12T02:00:00Z",
  });
  const whole = await listMeetingPage(actor, { today, month: "2026-06" });
  expect(whole.beside?.states).toEqual({ CLOSED: 1, SCHEDULED: 1, CANCELLED: 1 });
  expect(whole.beside?.month.map(({ title }) => title)).toEqual(["Dua hari", "Juni"]);
  const day = { from: new Date("2026-06-14T17:00:00Z"), to: new Date("2026-06-15T17:00:00Z") };
  const empty = await listMeetingPage(actor, { today, month: "2026-06", day });
  expect(empty.meetings).toEqual([]);
  expect(empty.beside).toEqual(whole.beside);
});

test("what is ahead counts answers, what was held who came; what a row does not say is not counted", async () => {
  const { host, actor } = await office();
  for (const status of ["SCHEDULED", "POSTPONED", "IN_PROGRESS", "CLOSED", "CANCELLED"] as const) {
    const { id: meetingId } = await makeMeeting(status, {
      host,
      kind: "KALAKARYA",
      title: status,
      startsAt: "2026-06-05T02:00:00Z",
    });
    const invitation = await makeInvitation({ meetingId });
    await makeAnswer({ invitationId: invitation.id });
    await makeAttendance({ meetingId, invitation });
  }
  const { meetings } = await listMeetingPage(actor, { today, month: null });
  const counted = meetings.map(({ title, counts: { invited, hadir, present } }) => [title, invited, hadir, present]);
  expect(Object.fromEntries(counted.map(([title, ...counts]) => [title, counts]))).toEqual({
    SCHEDULED: [1, 1, 0],
    POSTPONED: [1, 1, 0],
    IN_PROGRESS: [0, 0, 1],
    CLOSED: [0, 0, 1],
    CANCELLED: [0, 0, 0],
  });
});
