// A puskesmas that another names as co-organiser agrees before the Lokmin takes its period.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { agreeToOrganise, declineToOrganise } from "@/lib/meetings/consent";
import { findMeeting } from "@/lib/meetings/reads";
import { meetingEditSchema, meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, editMeeting } from "@/lib/meetings/writes";
import { listYear } from "@/lib/meetings/year";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
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
