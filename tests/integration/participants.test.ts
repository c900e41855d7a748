import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { markSchema } from "@/lib/attendance/schema";
import { markInvitee } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { listEvents } from "@/lib/events/reads";
import { noteEditSchema } from "@/lib/minutes/schema";
import { editNote } from "@/lib/minutes/writes";
import { mergePersons } from "@/lib/persons/merges";
import { identifyParticipant, listParticipants } from "@/lib/persons/participants";
import { findPerson } from "@/lib/persons/reads";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeAttendance } from "@/tests/factories/attendance";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeNote } from "@/tests/factories/notes";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makePerson } from "@/tests/factories/persons";
import { makeActor } from "@/tests/factories/users";

async function running() {
  const host = await makePuskesmas();
  const partner = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host, organisers: [partner] });
  return { host, partner, actor, meeting };
}

const siti = { name: "Siti Aminah", title: "Kader", institution: "Desa Baktirasa" };

test("walk-ins, delegates, scorers and askers are proposed who they may be, and nobody is guessed", async () => {
  const { host, actor, meeting } = await running();
  const meetingId = meeting.id;
  const known = await makePerson({ organisationId: host.id, ...siti });
  await makePerson({ organisationId: (await makePuskesmas()).id, ...siti });
  const guest = await makeAttendance({ meetingId, ...siti });
  const invitation = await makeInvitation({ meetingId });
  await makeAnswer({
    invitationId: invitation.id,
    choice: "REPRESENTED",
    delegateName: "SITI AMINAH",
    delegateTitle: "Kader",
    delegateInstitution: "Desa Baktirasa",
  });
  const scorer = await db.scorer.create({ data: { id: randomUUID(), meetingId, name: "Siti Aminah" } });
  const note = await makeNote({ meetingId, section: "QUESTIONS", text: "Kapan?", asker: "Siti Aminah" });
  const listed = await listParticipants(actor, meetingId);
  expect(listed.map(({ kind, id, person, matches }) => [kind, id, person, matches.map((match) => match.id)])).toEqual([
    ["attendance", guest.id, null, [known.id]],
    ["answer", invitation.id, null, [known.id]],
    ["scorer", scorer.id, null, [known.id]],
    ["note", note.id, null, [known.id]],
  ]);

  for (const { kind, id } of listed)
    expect(await identifyParticipant(actor, meetingId, { kind, id, person: known.id })).toEqual({ ok: true });
  expect((await listParticipants(actor, meetingId)).map(({ person }) => person?.id)).toEqual(Array(4).fill(known.id));
  expect(await db.attendance.findUnique({ where: { id: guest.id } })).toMatchObject(siti);

  const [first] = listed;
  await identifyParticipant(actor, meetingId, { kind: "attendance", id: first?.id ?? "", person: "lepas" });
  expect((await db.attendance.findUnique({ where: { id: guest.id } }))?.personId).toBeNull();
});

test("who somebody is in one office's records is told to nobody but that office", async () => {
  const { host, partner, actor, meeting } = await running();
  const guest = await makeAttendance({ meetingId: meeting.id, ...siti });
  await identifyParticipant(actor, meeting.id, { kind: "attendance", id: guest.id, person: "baru" });
  const [one, other] = [await makePerson({ organisationId: host.id }), await makePerson({ organisationId: host.id })];
  await mergePersons(actor, { id: randomUUID(), keptId: one.id, absorbedId: other.id });
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: partner.id });
  const dinkes = await makeActor("DINKES_ADMIN", { organisationId: host.parentId ?? "" });
  const ofMeeting = { meetingId: meeting.id };
  expect((await listEvents(actor, ofMeeting)).events).toHaveLength(1);
  expect((await listEvents(actor)).events).toHaveLength(2);
  for (const outsider of [colleague, dinkes]) expect((await listEvents(outsider, ofMeeting)).events).toEqual([]);
  expect((await listEvents(dinkes)).events).toEqual([]);
});

test("two Kader of one name and desa on one roll are two people", async () => {
  const { actor, meeting } = await running();
  const [one, two] = [
    await makeAttendance({ meetingId: meeting.id, ...siti }),
    await makeAttendance({ meetingId: meeting.id, ...siti }),
  ];
  for (const { id } of [one, two])
    await identifyParticipant(actor, meeting.id, { kind: "attendance", id, person: "baru" });
  const rows = await db.attendance.findMany({ where: { meetingId: meeting.id } });
  expect(new Set(rows.map(({ personId }) => personId)).size).toBe(2);
});

test("who it is belongs to the words: another delegate, another asker is not known yet", async () => {
  const { host, actor, meeting } = await running();
  const { id: personId } = await makePerson({ organisationId: host.id });
  const invitation = await makeInvitation({ meetingId: meeting.id });
  const delegate = (name: string) =>
    markSchema.parse({
      invitationId: invitation.id,
      status: "REPRESENTED",
      delegateName: name,
      delegateTitle: "Kader",
    });
  await markInvitee(actor, meeting.id, delegate("Siti"));
  const [row] = await listParticipants(actor, meeting.id);
  await identifyParticipant(actor, meeting.id, { kind: "attendance", id: row?.id ?? "", person: personId });
  await markInvitee(actor, meeting.id, delegate("Siti"));
  expect((await db.attendance.findFirst())?.personId).toBe(personId);
  await markInvitee(actor, meeting.id, delegate("Sulastri"));
  expect((await db.attendance.findFirst())?.personId).toBeNull();

  const note = await makeNote({ meetingId: meeting.id, section: "QUESTIONS", text: "Kapan?", asker: "Siti" });
  await identifyParticipant(actor, meeting.id, { kind: "note", id: note.id, person: personId });
  const change = (version: number, asker: string) => noteEditSchema.parse({ text: "Kapan mulai?", asker, version });
  await editNote(actor, meeting.id, note.id, change(0, "Siti"));
  expect((await db.note.findFirst())?.askerPersonId).toBe(personId);
  await editNote(actor, meeting.id, note.id, change(1, "Sulastri"));
  expect((await db.note.findFirst())?.askerPersonId).toBeNull();
});

test("the staff of the organisers say it, each by its own records; what one office knows the other does not change", async () => {
  const { host, partner, actor, meeting } = await running();
  const guest = await makeAttendance({ meetingId: meeting.id, ...siti });
  const own = await makePerson({ organisationId: host.id, ...siti });
  const identify = { kind: "attendance" as const, id: guest.id };
  for (const other of [
    await makeActor("PUSKESMAS_READER", { organisationId: host.id }),
    await makeActor("PUSKESMAS_STAFF"),
    await makeActor("DINKES_ADMIN", { organisationId: host.parentId ?? "" }),
  ]) {
    expect(await listParticipants(other, meeting.id)).toEqual([]);
    await expect(identifyParticipant(other, meeting.id, { ...identify, person: own.id })).rejects.toThrow(NotAllowed);
  }
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: partner.id });
  expect(await identifyParticipant(colleague, meeting.id, { ...identify, person: own.id })).toMatchObject({
    ok: false,
  });
  expect(await identifyParticipant(actor, meeting.id, { ...identify, person: own.id })).toEqual({ ok: true });
  expect(await listParticipants(colleague, meeting.id)).toMatchObject([{ person: null, matches: [] }]);
  expect(await identifyParticipant(colleague, meeting.id, { ...identify, person: "baru" })).toMatchObject({
    ok: false,
  });
});

test("a record shows nothing of a meeting that its puskesmas no longer organises", async () => {
  const { partner, meeting } = await running();
  const meetingId = meeting.id;
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: partner.id });
  const { id } = await makePerson({ organisationId: partner.id, ...siti });
  await makeAttendance({ meetingId, ...siti, personId: id });
  await makeNote({ meetingId, section: "QUESTIONS", text: "Kapan?", asker: siti.name, askerPersonId: id });
  await db.scorer.create({ data: { id: randomUUID(), meetingId, name: siti.name, personId: id } });
  await makeActionItem({ meetingId, responsiblePersonId: id });
  const found = async () => {
    const person = await findPerson(colleague, id);
    return [person?.attendances, person?.notes, person?.scorers, person?.items].map((rows) => rows?.length);
  };
  expect(await found()).toEqual([1, 1, 1, 1]);
  await db.meetingOrganiser.delete({ where: { meetingId_puskesmasId: { meetingId, puskesmasId: partner.id } } });
  expect(await found()).toEqual([0, 0, 0, 0]);
});
