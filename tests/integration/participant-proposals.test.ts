// A name typed by staff: whom the office knows by it is proposed in the form, and nobody is taken by himself.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { markSchema, walkInSchema } from "@/lib/attendance/schema";
import { addWalkIn, markInvitee } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { answerSchema } from "@/lib/invitations/schema";
import { recordAnswer } from "@/lib/invitations/writes";
import { noteEditSchema, noteSchema } from "@/lib/minutes/schema";
import { addNote, editNote } from "@/lib/minutes/writes";
import { newPerson } from "@/lib/persons/rules";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makePerson } from "@/tests/factories/persons";
import { makeActor } from "@/tests/factories/users";

const siti = { name: "Siti Aminah", title: "Kader", institution: "Desa Baktirasa" };
const delegate = { delegateName: siti.name, delegateTitle: siti.title, delegateInstitution: siti.institution };
let actor: Actor;
let meetingId: string;
let invitationId: string;

beforeEach(async () => {
  const host = await makePuskesmas();
  actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const startsAt = new Date(Date.now() - 3_600_000);
  meetingId = (await makeMeeting("IN_PROGRESS", { host, startsAt })).id;
  invitationId = (await makeInvitation({ meetingId, institution: "Kecamatan Sragi" })).id;
});

const known = () => makePerson({ organisationId: actor.organisation.id, ...siti });
const guest = (person: string | null = null, more: object = {}) =>
  addWalkIn(actor, meetingId, walkInSchema.parse({ id: randomUUID(), ...siti, person, ...more }));
const mark = (person: string | null = null) =>
  markInvitee(actor, meetingId, markSchema.parse({ invitationId, status: "REPRESENTED", ...delegate, person }));
const answer = (person: string | null = null) =>
  recordAnswer(actor, meetingId, invitationId, answerSchema.parse({ choice: "REPRESENTED", ...delegate }), person);
const personOfRow = async () => (await db.attendance.findFirst({ orderBy: { markedAt: "desc" } }))?.personId;

test("a walk-in whom nobody knows makes no record; a known one is asked for and chosen", async () => {
  expect(await guest()).toEqual({ ok: true });
  expect(await personOfRow()).toBeNull();
  await db.attendance.deleteMany();
  const { id } = await known();
  expect(await guest()).toMatchObject({ ok: false, field: "person", choices: [{ id }] });
  expect(await db.attendance.count()).toBe(0);
  expect(await guest(id)).toEqual({ ok: true });
  expect(await personOfRow()).toBe(id);
});

test("two Kader of one name and desa are two rows and two people", async () => {
  const { id } = await known();
  await guest(id);
  expect(await guest(newPerson)).toMatchObject({ ok: false, field: "isAnother" });
  expect(await db.person.count()).toBe(2);
  expect(await guest(newPerson, { isAnother: "1" })).toEqual({ ok: true });
  const rows = await db.attendance.findMany({ orderBy: { markedAt: "asc" } });
  expect(rows.map(({ name }) => name)).toEqual([siti.name, siti.name]);
  expect(new Set(rows.map(({ personId }) => personId)).size).toBe(2);
});

test("the same form of a walk-in twice is one row and one person", async () => {
  await known();
  const id = randomUUID();
  for (const _ of [1, 2]) expect(await guest(newPerson, { id })).toEqual({ ok: true });
  expect([await db.attendance.count(), await db.person.count({ where: { name: siti.name } })]).toEqual([1, 2]);
});

test("a delegate on the roll is asked for once: the same words of the invitation are the same person", async () => {
  const { id } = await known();
  expect(await mark()).toMatchObject({ ok: false, field: "person", choices: [{ id }] });
  expect(await mark(id)).toEqual({ ok: true });
  expect(await personOfRow()).toBe(id);
  expect(await mark()).toEqual({ ok: true });
  expect(await personOfRow()).toBe(id);
  await markInvitee(actor, meetingId, markSchema.parse({ invitationId, status: "SICK" }));
  expect(await personOfRow()).toBeNull();
});

test("a delegate that staff note in an answer is asked for, and comes known to the roll", async () => {
  const { id } = await known();
  expect(await answer()).toMatchObject({ ok: false, field: "person", choices: [{ id }] });
  expect(await db.answer.count()).toBe(0);
  expect(await answer(id)).toEqual({ ok: true });
  expect(await db.answer.findFirst()).toMatchObject({ delegatePersonId: id });
  expect(await mark()).toEqual({ ok: true });
  expect(await personOfRow()).toBe(id);
  await recordAnswer(actor, meetingId, invitationId, { choice: "PRESENT" });
  expect(await db.answer.findFirst()).toMatchObject({ delegatePersonId: null });
});

test("an asker is asked for when his name is typed, and no more while it stays", async () => {
  const { id } = await known();
  const line = {
    id: randomUUID(),
    section: "QUESTIONS",
    text: "Kapan posyandu?",
    asker: siti.name,
    institution: siti.institution,
  };
  const add = (person: string | null) => addNote(actor, meetingId, noteSchema.parse({ ...line, person }));
  expect(await add(null)).toMatchObject({ ok: false, field: "person", choices: [{ id }] });
  expect(await db.note.count()).toBe(0);
  expect(await add(id)).toMatchObject({ ok: true });
  expect(await db.note.findFirst()).toMatchObject({ askerPersonId: id });
  const edit = (changes: object, version: number) =>
    editNote(actor, meetingId, line.id, noteEditSchema.parse({ ...line, ...changes, version: String(version) }));
  expect(await edit({ text: "Kapan posyandu lansia?" }, 0)).toMatchObject({ ok: true });
  expect(await db.note.findFirst()).toMatchObject({ askerPersonId: id });
  await makePerson({ organisationId: actor.organisation.id, name: "Budi Uji" });
  const version = (await db.note.findFirstOrThrow()).version;
  expect(await edit({ asker: "Budi Uji" }, version)).toMatchObject({ ok: false, field: "person" });
  expect(await db.note.findFirst()).toMatchObject({ asker: siti.name, askerPersonId: id });
});

test("a person of another office is proposed to nobody, nor taken", async () => {
  const { id } = await makePerson({ organisationId: (await makePuskesmas()).id, ...siti });
  expect(await guest(id)).toMatchObject({ ok: false, field: "person" });
  expect(await guest()).toEqual({ ok: true });
});
