import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findNote, listAskers, listNotes, readChanges } from "@/lib/minutes/reads";
import { noteEditSchema, noteSchema } from "@/lib/minutes/schema";
import { addNote, deleteNote, editNote, moveNote, restoreNote } from "@/lib/minutes/writes";
import type { Role } from "@/prisma/generated/enums";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makeNote } from "../factories/notes";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

/** A meeting of two puskesmas that runs, with a line and a deleted one, and everybody who might come near it. */
async function world() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const elsewhere = await makeKabupaten({ parentId: (await makeProvinsi({ areaCode: "73" })).id, areaCode: "73.22" });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const joint = await makePuskesmas({ parentId: kabupaten.id });
  const other = await makePuskesmas({ parentId: kabupaten.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host: own, organisers: [joint] });
  await makeInvitation({ meetingId: meeting.id });
  const note = await makeNote({ meetingId: meeting.id });
  const gone = await makeNote({ meetingId: meeting.id, deletedAt: new Date() });
  const places = { own, joint, other, kabupaten, elsewhere, provinsi };
  return { meeting, note, gone, at: (place: keyof typeof places) => places[place].id };
}

type World = Awaited<ReturnType<typeof world>>;
type Place = Parameters<World["at"]>[0];

const line = () => noteSchema.parse({ id: randomUUID(), section: "OBSTACLES", text: "Jalan rusak" });
const change = noteEditSchema.parse({ version: 0, text: "Diubah" });
/** Role, where it sits, whether it may read the minutes, and what lines said before. */
const table: [Role, Place, boolean, boolean][] = [
  ["PUSKESMAS_ADMIN", "own", true, true],
  ["PUSKESMAS_HEAD", "own", true, true],
  ["PUSKESMAS_STAFF", "own", true, true],
  ["PUSKESMAS_READER", "own", true, true],
  ["PUSKESMAS_ADMIN", "joint", true, true],
  ["PUSKESMAS_HEAD", "joint", true, true],
  ["PUSKESMAS_STAFF", "joint", true, true],
  ["PUSKESMAS_READER", "joint", true, true],
  ["PUSKESMAS_ADMIN", "other", false, false],
  ["PUSKESMAS_HEAD", "other", false, false],
  ["PUSKESMAS_STAFF", "other", false, false],
  ["PUSKESMAS_READER", "other", false, false],
  ["DINKES_ADMIN", "kabupaten", true, false],
  ["DINKES_REVIEWER", "kabupaten", true, false],
  ["DINKES_ADMIN", "provinsi", true, false],
  ["DINKES_ADMIN", "elsewhere", false, false],
  ["DINKES_REVIEWER", "elsewhere", false, false],
];

test.each(table)("%s of %s reads what it may see and nothing else", async (role, place, mayRead, mayLookBack) => {
  const { meeting, note, at } = await world();
  const actor = await makeActor(role, { organisationId: at(place) });
  // What was deleted stays inside.
  expect(await listNotes(actor, meeting.id)).toHaveLength(mayLookBack ? 2 : mayRead ? 1 : 0);
  expect((await readChanges(actor, meeting.id, 1))?.notes.length).toBe(mayLookBack ? 1 : mayRead ? 0 : undefined);
  expect(await listAskers(actor, meeting.id)).toHaveLength(mayRead ? 1 : 0);
  expect((await findNote(actor, meeting.id, note.id))?.id).toBe(mayLookBack ? note.id : undefined);
});

test("a line of another meeting, and what is no id, is nobody's line", async () => {
  const { meeting, at } = await world();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: at("own") });
  const elsewhere = await world();
  for (const id of [elsewhere.note.id, randomUUID(), "bukan-id"]) {
    expect(await findNote(actor, meeting.id, id)).toBeNull();
    const nothing = { ok: false, reason: "Muat ulang halaman ini, lalu coba lagi" };
    expect(await editNote(actor, meeting.id, id, change)).toEqual(nothing);
    expect(await moveNote(actor, meeting.id, id, { section: "OBSTACLES" })).toEqual(nothing);
    expect(await deleteNote(actor, meeting.id, id, 0)).toEqual(nothing);
    expect(await restoreNote(actor, meeting.id, id)).toEqual(nothing);
  }
  const taken = { ...line(), id: elsewhere.note.id };
  expect(await addNote(actor, meeting.id, taken)).toMatchObject({ ok: false });
  expect(await readChanges(actor, "bukan-id", 0)).toBeNull();
});
