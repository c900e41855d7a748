// The minutes: two people write at once and nothing is lost.

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { byPlace, lastOf } from "@/lib/minutes/lines";
import { findNote, listAskers, listNotes, readChanges } from "@/lib/minutes/reads";
import { noteEditSchema, noteSchema } from "@/lib/minutes/schema";
import { type SyncResult, syncNotes } from "@/lib/minutes/sync";
import { waitForNotes } from "@/lib/minutes/waiting";
import { addNote, deleteNote, editNote, moveNote, restoreNote } from "@/lib/minutes/writes";
import { findPrefill } from "@/lib/plan/prefill";
import { actionItemSchema } from "@/lib/plan/schema";
import { addActionItem, deleteActionItem } from "@/lib/plan/writes";
import type { NoteSection } from "@/prisma/generated/enums";
import { allEnded } from "@/tests/setup/all-ended";
import { makeAttendance } from "../factories/attendance";
import { makeInvitation } from "../factories/invitations";
import { makeMeeting } from "../factories/meetings";
import { makeNote } from "../factories/notes";
import { makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

async function table() {
  const host = await makePuskesmas();
  const meeting = await makeMeeting("IN_PROGRESS", { host });
  const wahyuni = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id, name: "Wahyuni" });
  const retno = await makeActor("PUSKESMAS_HEAD", { organisationId: host.id, name: "Retno" });
  return { host, meeting, wahyuni, retno };
}

const line = (text: string, more: Record<string, unknown> = {}) =>
  noteSchema.parse({ id: randomUUID(), section: "PROBLEMS", text, ...more });

const edit = (version: number, text: string, more: Record<string, unknown> = {}) =>
  noteEditSchema.parse({ version, text, ...more });

const texts = async (meetingId: string, section: NoteSection = "PROBLEMS") =>
  (await db.note.findMany({ where: { meetingId, section, deletedAt: null } })).sort(byPlace).map(({ text }) => text);

test("two people change the same words of a line at once: one is written, the other gets both versions", async () => {
  const { meeting, wahyuni, retno } = await table();
  const { id } = await makeNote({ meetingId: meeting.id, text: "Cakupan rendah" });
  const outcomes = await allEnded([
    editNote(wahyuni, meeting.id, id, edit(0, "Cakupan rendah di Margasari")),
    editNote(retno, meeting.id, id, edit(0, "Cakupan imunisasi rendah")),
  ]);
  const [written] = outcomes.filter(({ ok }) => ok);
  const [clashed] = outcomes.filter(({ ok }) => !ok);
  if (!written?.ok || !clashed || clashed.ok) throw new Error("Not one of each");
  expect(clashed.conflict).toEqual(written.note);
  expect(clashed.reason).toBe(`Baris ini baru saja diubah ${written.note.editor}. Tulisan Anda belum disimpan.`);
  expect(await texts(meeting.id)).toEqual([written.note.text]);
  const found = await findNote(wahyuni, meeting.id, id);
  expect(found?.versions.map(({ version, text }) => [version, text])).toEqual([[0, "Cakupan rendah"]]);
});

test.each([
  ["saya", "Milik saya"],
  ["mereka", "Milik Retno"],
  ["gabung", "Milik Retno\nMilik saya"],
])("after a clash the person's choice counts: %s", async (decision, result) => {
  const { meeting, wahyuni, retno } = await table();
  const { id } = await makeNote({ meetingId: meeting.id });
  await editNote(retno, meeting.id, id, edit(0, "Milik Retno"));
  const clashed = await editNote(wahyuni, meeting.id, id, edit(0, "Milik saya"));
  expect(clashed).toMatchObject({ ok: false, conflict: { text: "Milik Retno", version: 1, editor: "Retno" } });
  const decided = edit(0, "Milik saya", { decision, decidedOn: 1 });
  expect(await editNote(wahyuni, meeting.id, id, decided)).toMatchObject({ ok: true, note: { text: result } });
  expect(await texts(meeting.id)).toEqual([result]);
});

test("a decision made before a third version came is no decision about that one", async () => {
  const { meeting, wahyuni, retno } = await table();
  const { id } = await makeNote({ meetingId: meeting.id });
  await editNote(retno, meeting.id, id, edit(0, "Kedua"));
  await editNote(retno, meeting.id, id, edit(1, "Ketiga"));
  const decided = edit(0, "Milik saya", { decision: "saya", decidedOn: 1 });
  expect(await editNote(wahyuni, meeting.id, id, decided)).toMatchObject({ ok: false, conflict: { text: "Ketiga" } });
  expect(await texts(meeting.id)).toEqual(["Ketiga"]);
});

test("one writes the question while the other writes the answer: both stand", async () => {
  const { meeting, wahyuni, retno } = await table();
  const { id } = await makeNote({ meetingId: meeting.id, section: "QUESTIONS", text: "Kapan" });
  await editNote(wahyuni, meeting.id, id, edit(0, "Kapan puskesmas keliling ke dusun?", { asker: "Komarudin" }));
  const answered = await editNote(retno, meeting.id, id, edit(0, "Kapan", { answer: "Selasa minggu pertama" }));
  expect(answered).toMatchObject({
    ok: true,
    note: {
      text: "Kapan puskesmas keliling ke dusun?",
      asker: "Komarudin",
      answer: "Selasa minggu pertama",
      version: 2,
    },
  });
});

test("who moves a line disturbs nobody who is writing in it", async () => {
  const { meeting, wahyuni, retno } = await table();
  const first = line("Pertama");
  await addNote(wahyuni, meeting.id, first);
  await addNote(wahyuni, meeting.id, line("Kedua"));
  expect(await moveNote(retno, meeting.id, first.id, { section: "OBSTACLES" })).toMatchObject({ ok: true });
  expect(await editNote(wahyuni, meeting.id, first.id, edit(0, "Pertama, ditulis lagi"))).toMatchObject({ ok: true });
  expect(await texts(meeting.id, "OBSTACLES")).toEqual(["Pertama, ditulis lagi"]);
  expect(await texts(meeting.id)).toEqual(["Kedua"]);
});

test("a line stands behind the one it was put behind, however often; the section is numbered anew where needed", async () => {
  const { meeting, wahyuni } = await table();
  const [first, last] = [line("awal"), line("akhir")];
  await addNote(wahyuni, meeting.id, first);
  await addNote(wahyuni, meeting.id, last);
  for (let count = 0; count < 60; count += 1)
    await addNote(wahyuni, meeting.id, line(String(count), { after: first.id }));
  const expected = ["awal", ...Array.from({ length: 60 }, (_, index) => String(59 - index)), "akhir"];
  expect(await texts(meeting.id)).toEqual(expected);
  await moveNote(wahyuni, meeting.id, last.id, { section: "PROBLEMS", after: null });
  expect(await texts(meeting.id)).toEqual(["akhir", ...expected.slice(0, -1)]);
  // A device that follows by revision has the same order.
  expect((await listNotes(wahyuni, meeting.id)).map(({ text }) => text)).toEqual(await texts(meeting.id));
});

test("a deleted line is kept with its words, comes back, and an edit of it is no silent loss", async () => {
  const { meeting, wahyuni, retno } = await table();
  const { id, text } = await makeNote({ meetingId: meeting.id });
  expect(await deleteNote(retno, meeting.id, id, 0)).toMatchObject({ ok: true, note: { isDeleted: true } });
  const late = await editNote(wahyuni, meeting.id, id, edit(0, "Masih saya tulis"));
  expect(late).toMatchObject({
    ok: false,
    conflict: { isDeleted: true, text },
    reason: expect.stringContaining("dihapus Retno"),
  });
  expect(await restoreNote(wahyuni, meeting.id, id)).toMatchObject({ ok: true, note: { isDeleted: false, text } });
  expect(await editNote(wahyuni, meeting.id, id, edit(1, "Masih saya tulis"))).toMatchObject({ ok: true });
  expect(await deleteNote(retno, meeting.id, id, 0)).toMatchObject({
    ok: false,
    conflict: { text: "Masih saya tulis" },
  });
  expect(await texts(meeting.id)).toEqual(["Masih saya tulis"]);
});

test("many writers at once: every change is there, and a reader that follows by revision misses none", async () => {
  const { meeting, wahyuni, retno } = await table();
  const seen = new Map<string, { text: string; revision: number }>();
  let since = 0;
  let isOver = false;
  const follow = async () => {
    for (;;) {
      const wasOver = isOver;
      const changes = await readChanges(retno, meeting.id, since);
      for (const { id, text, revision } of changes?.notes ?? []) {
        expect(revision).toBeGreaterThan(since);
        seen.set(id, { text, revision });
      }
      since = changes?.revision ?? since;
      if (wasOver) return;
    }
  };
  const write = async (writer: typeof wahyuni, number: number) => {
    const added = line(`${number}`);
    await addNote(writer, meeting.id, added);
    await editNote(writer, meeting.id, added.id, edit(0, `${number}, diubah`));
  };
  const following = follow();
  await allEnded(Array.from({ length: 24 }, (_, number) => write(number % 2 ? wahyuni : retno, number)));
  isOver = true;
  await following;
  const rows = await db.note.findMany({
    where: { meetingId: meeting.id },
    select: { id: true, text: true, revision: true },
  });
  expect(rows).toHaveLength(24);
  expect(new Map(rows.map(({ id, text, revision }) => [id, { text, revision }]))).toEqual(seen);
  expect(new Set(rows.map(({ revision }) => revision)).size).toBe(24);
  expect((await db.meeting.findUniqueOrThrow({ where: { id: meeting.id } })).notesRevision).toBe(48);
  expect(since).toBe(48);
});

test("what a device sends twice, and twice at once, stands once", async () => {
  const { meeting, wahyuni } = await table();
  const id = randomUUID();
  const operations = [
    { kind: "write", id, base: null, place: { section: "DECISIONS" }, text: "Jadwal disepakati" },
    { kind: "write", id: randomUUID(), base: null, place: { section: "DECISIONS", after: id }, text: "Lintas sektor" },
  ];
  const states = (results: SyncResult[]) => results.map(({ state }) => state);
  const [one, other] = await allEnded([
    syncNotes(wahyuni, meeting.id, operations),
    syncNotes(wahyuni, meeting.id, operations),
  ]);
  expect([states(one), states(other)]).toEqual([
    ["done", "done"],
    ["done", "done"],
  ]);
  const changed = [{ kind: "write", id, base: 0, text: "Jadwal disepakati semua desa" }];
  expect(states(await syncNotes(wahyuni, meeting.id, changed))).toEqual(["done"]);
  expect(states(await syncNotes(wahyuni, meeting.id, changed))).toEqual(["done"]);
  expect(await texts(meeting.id, "DECISIONS")).toEqual(["Jadwal disepakati semua desa", "Lintas sektor"]);
  expect(await db.noteVersion.count()).toBe(1);
  // What began as its own line and was written on without knowing of the answer is no second line.
  const again = [{ ...operations[0], text: "Jadwal disepakati, lain" }];
  expect(states(await syncNotes(wahyuni, meeting.id, again))).toEqual(["conflict"]);
});

test("after a lost answer and many tries a writer's own earlier words are no clash, a colleague's are", async () => {
  const { meeting, wahyuni, retno } = await table();
  const nonces = Array.from({ length: 12 }, () => randomUUID());
  const id = randomUUID();
  const place = { section: "PROBLEMS" };
  const tried = (number: number, text: string, base: number | null = null) => [
    { kind: "write", id, base, place, text, nonce: nonces[number], earlier: nonces.slice(0, number) },
  ];
  const states = (results: readonly SyncResult[]) => results.map(({ state }) => state);
  const [first] = await syncNotes(wahyuni, meeting.id, tried(0, "Jalan"));
  expect(first?.state).toBe("done");
  // The answer is lost; what is written on meanwhile goes out eleven times, the last of them arrives.
  expect(states(await syncNotes(wahyuni, meeting.id, tried(10, "Jalan rusak di Margasari")))).toEqual(["done"]);
  // Lost again, and a colleague adds the desa of the question's asker meanwhile: both stay.
  const own = await findNote(wahyuni, meeting.id, id);
  const asked = edit(own?.version ?? 0, "Jalan rusak di Margasari", { asker: "Kepala Desa" });
  expect((await editNote(retno, meeting.id, id, asked)).ok).toBe(true);
  const onward = tried(11, "Jalan rusak di Margasari sejak Mei");
  expect(states(await syncNotes(wahyuni, meeting.id, onward))).toEqual(["done"]);
  expect(await findNote(wahyuni, meeting.id, id)).toMatchObject({
    text: "Jalan rusak di Margasari sejak Mei",
    asker: "Kepala Desa",
  });
  // The colleague's own words are asked about.
  const now = await findNote(wahyuni, meeting.id, id);
  expect((await editNote(retno, meeting.id, id, edit(now?.version ?? 0, "Jembatan putus"))).ok).toBe(true);
  const [late] = await syncNotes(wahyuni, meeting.id, tried(11, "Jalan diperbaiki"));
  expect(late?.state).toBe("conflict");
});

test("one bad operation holds up no other; what is wrong is said in a sentence", async () => {
  const { meeting, wahyuni } = await table();
  const write = (text: unknown, more = {}) => ({
    kind: "write",
    id: randomUUID(),
    base: null,
    place: { section: "OBSTACLES" },
    text,
    ...more,
  });
  const results = await syncNotes(wahyuni, meeting.id, [
    write(""),
    write("x".repeat(5000)),
    write("Jalan\u0000 rusak\u0007"),
    write("Desa lain", { villageCode: "73.22.01.2001" }),
    "nonsense",
    write("Hujan", { id: "bukan id" }),
    { kind: "write", id: randomUUID(), base: 3, text: "Tidak ada" },
    write("Terakhir"),
  ]);
  expect(results.map((result) => (result.state === "refused" ? result.reason : result.state))).toEqual([
    "Isi tulisan baris",
    "Tulisan baris paling banyak 4000 huruf",
    "done",
    "Pilih desa dari wilayah kerja penyelenggara",
    expect.any(String),
    "Muat ulang halaman ini, lalu coba lagi",
    "Muat ulang halaman ini, lalu coba lagi",
    "done",
  ]);
  expect(await texts(meeting.id, "OBSTACLES")).toEqual(["Jalan rusak", "Terakhir"]);
});

test("the history tells of each line once, and of changes once per person and quarter of an hour", async () => {
  const { meeting, wahyuni, retno } = await table();
  const added = line("Awal");
  await addNote(wahyuni, meeting.id, added);
  for (const version of [0, 1, 2]) await editNote(wahyuni, meeting.id, added.id, edit(version, `Ubahan ${version}`));
  await editNote(retno, meeting.id, added.id, edit(3, "Oleh Retno"));
  await deleteNote(wahyuni, meeting.id, added.id, 4);
  const events = await db.event.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    "Wahyuni note.added",
    "Wahyuni minutes.edited",
    "Retno minutes.edited",
    "Wahyuni note.deleted",
  ]);
  await db.event.updateMany({ data: { at: new Date(Date.now() - 16 * 60_000) } });
  await restoreNote(wahyuni, meeting.id, added.id);
  await editNote(wahyuni, meeting.id, added.id, edit(5, "Lagi"));
  expect(await db.event.count()).toBe(6);
});

test("an approved meeting, and one that has not begun, takes no notes; opened again it does", async () => {
  const { host, meeting, wahyuni } = await table();
  const note = await makeNote({ meetingId: meeting.id });
  const approval = await db.approval.create({
    data: { id: randomUUID(), meetingId: meeting.id, number: 1, approver: "Retno", checklist: [] },
  });
  const refusedAs = (reason: RegExp) => ({ ok: false, reason: expect.stringMatching(reason) });
  expect(await addNote(wahyuni, meeting.id, line("x"))).toMatchObject(refusedAs(/sudah disahkan/));
  expect(await editNote(wahyuni, meeting.id, note.id, edit(0, "x"))).toMatchObject(refusedAs(/sudah disahkan/));
  expect(await moveNote(wahyuni, meeting.id, note.id, { section: "OBSTACLES" })).toMatchObject(refusedAs(/disahkan/));
  expect(await deleteNote(wahyuni, meeting.id, note.id, 0)).toMatchObject(refusedAs(/sudah disahkan/));
  expect((await readChanges(wahyuni, meeting.id, 0))?.closed).toMatch(/sudah disahkan/);
  await db.approval.delete({ where: { id: approval.id } });
  expect(await addNote(wahyuni, meeting.id, line("y"))).toMatchObject({ ok: true });
  const ahead = await makeMeeting("SCHEDULED", { host, kind: "KALAKARYA" });
  expect(await addNote(wahyuni, ahead.id, line("z"))).toMatchObject(refusedAs(/sejak kegiatan berlangsung/));
});

test("who waits is woken by a write, by one of another process, at the latest after a while, and never crowded", async () => {
  const { meeting, wahyuni, retno } = await table();
  const waitFrom = (since: number, milliseconds: number, userId = retno.userId) =>
    waitForNotes({ meetingId: meeting.id, userId, since }, milliseconds);
  const first = waitFrom(0, 20_000);
  const from = performance.now();
  await addNote(wahyuni, meeting.id, line("Satu"));
  await first?.over;
  expect(performance.now() - from).toBeLessThan(1000);

  const second = waitFrom(1, 20_000);
  // As another process would: without a word to this one.
  await makeNote({ meetingId: meeting.id });
  await second?.over;
  expect(lastOf(await listNotes(retno, meeting.id))).toBe(2);

  const short = performance.now();
  await waitFrom(2, 50)?.over;
  expect(performance.now() - short).toBeLessThan(900);

  const waits = Array.from({ length: 12 }, () => waitFrom(2, 20_000));
  expect(waits.filter((wait) => wait === null)).toHaveLength(4);
  expect(waitFrom(2, 10, wahyuni.userId)).not.toBeNull();
  for (const wait of waits) wait?.end();
  await allEnded(waits.map((wait) => wait?.over));
});

test("those present come first among who may have asked, each name once", async () => {
  const { meeting, wahyuni } = await table();
  const invitation = await makeInvitation({ meetingId: meeting.id, holderName: "Agus", institution: "Desa Agus" });
  await makeInvitation({ meetingId: meeting.id, holderName: "Budi", institution: "Desa Budi", protocolOrder: 9 });
  await makeAttendance({ meetingId: meeting.id, invitation });
  expect(await listAskers(wahyuni, meeting.id)).toEqual([
    { name: "Agus", institution: "Desa Agus" },
    { name: "Budi", institution: "Desa Budi" },
  ]);
});

const plan = (noteId: string, more: Record<string, unknown> = {}) =>
  actionItemSchema.parse({
    id: randomUUID(),
    noteId,
    activity: "Sweeping imunisasi",
    responsibleInstitution: "Desa Margasari",
    deadline: "2099-01-01",
    priority: "MEDIUM",
    ...more,
  });

test("a line becomes one row of the plan, prefilled from it, and is free again when the row is deleted", async () => {
  const { meeting, wahyuni } = await table();
  const { id } = await makeNote({ meetingId: meeting.id, text: "Cakupan rendah", villageCode: "18.01.15.2001" });
  const answered = await makeNote({
    meetingId: meeting.id,
    section: "QUESTIONS",
    text: "Kapan puskesmas keliling?",
    answer: "Dua kali sebulan",
  });
  const prefilled = (catatan: string) => findPrefill(wahyuni, meeting.id, { catatan });
  expect(await prefilled(id)).toMatchObject({ noteId: id, problem: "Cakupan rendah", villages: ["18.01.15.2001"] });
  expect(await prefilled(answered.id)).toMatchObject({ activity: "Dua kali sebulan" });
  expect(await prefilled(randomUUID())).toMatchObject({ noteId: null, activity: null });

  const first = plan(id);
  expect(await addActionItem(wahyuni, meeting.id, first)).toEqual({ ok: true, number: 1, version: 0 });
  expect(await addActionItem(wahyuni, meeting.id, first)).toEqual({ ok: true, number: 1, version: 0 });
  const changes = await readChanges(wahyuni, meeting.id, 2);
  expect(changes?.notes).toMatchObject([{ id, itemId: first.id, itemNumber: 1, version: 0 }]);
  expect(await addActionItem(wahyuni, meeting.id, plan(id))).toMatchObject({
    ok: false,
    reason: "Baris notulen ini sudah menjadi RTL 1. Buka RTL itu untuk mengubahnya.",
  });
  for (const unknown of [randomUUID(), "bukan-id"])
    expect(await addActionItem(wahyuni, meeting.id, plan(unknown))).toMatchObject({ ok: false });
  expect(await db.actionItem.count()).toBe(1);

  await deleteActionItem(wahyuni, meeting.id, first.id);
  expect((await readChanges(wahyuni, meeting.id, 3))?.notes).toMatchObject([{ id, itemId: null }]);
  const together = await allEnded([plan(id), plan(id)].map((item) => addActionItem(wahyuni, meeting.id, item)));
  expect(together.map(({ ok }) => ok).sort()).toEqual([false, true]);
});
